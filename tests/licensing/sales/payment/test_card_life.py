"""What happens to a card payment after it was made: Stripe's refunds and disputes, however they arrive."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from functools import partial
from itertools import count, permutations

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from moneyed import Money
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.models import (
    CardEvent,
    CardPayment,
    CreditNote,
    Institution,
    Invoice,
    Licence,
    LicenceType,
    Membership,
    Order,
    Price,
    Refund,
    RefundRequest,
    Role,
)
from licensing.sales.invoicing.balance import account_of, balance_of
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.payment.card import gateway_page
from licensing.sales.payment.gateways import GatewayTroubleError
from licensing.sales.payment.refunds import record_refund, refund_card
from reminders.models import Reminder
from tests.at_once import at_once
from tests.licensing.conftest import TODAY, order_of, signed_in
from tests.licensing.sales.stripe_stand_in import ENDPOINT_SECRET, SECRET_KEY, StripeStandIn
from tests.office.press import buttons, press
from wording.refusals import Refused

ENDPOINT = "/payments/process/card/"
numbers = count(1)


@pytest.fixture
def stripe_api(settings: Settings) -> Iterator[StripeStandIn]:
    stand_in = StripeStandIn()
    stand_in.start()
    settings.CARD_GATEWAY = "stripe"
    settings.STRIPE_SECRET_KEY, settings.STRIPE_ENDPOINT_SECRET = SECRET_KEY, ENDPOINT_SECRET
    settings.STRIPE_API_BASE, settings.STRIPE_TIMEOUT = stand_in.address, 5.0
    yield stand_in
    stand_in.stop()


@pytest.fixture
def unpaid(
    school: Institution, teacher: User, film: Film, site: LicenceType, stripe_api: StripeStandIn
) -> Order:
    order = order_of(school, teacher, [(film, site)], method="card")
    gateway_page(order=order, by=None)
    stripe_api.pay(stripe_api.only)
    return order


@pytest.fixture
def paid(unpaid: Order, stripe_api: StripeStandIn) -> Invoice:
    assert send(stripe_api, completed(stripe_api)) == 200
    return Invoice.objects.get()


def completed(api: StripeStandIn) -> str:
    return api.event("completed", api.only)


def refunded(cents: int, key: str = "") -> str:
    charge = {"id": "ch_1", "payment_intent": "pi_1", "amount_refunded": cents, "currency": "usd"}
    return _event("charge.refunded", charge, key)


def dispute(kind: str, status: str, key: str = "") -> str:
    told = {"id": "dp_1", "payment_intent": "pi_1", "amount": 19500, "currency": "usd", "status": status}
    return _event(f"charge.dispute.{kind}", told, key)


def _event(kind: str, what: dict[str, object], key: str) -> str:
    return json.dumps({"id": key or f"evt_{next(numbers)}", "type": kind, "data": {"object": what}})


def send(api: StripeStandIn, body: str) -> int:
    answer = Client().post(ENDPOINT, body, content_type="application/json", headers=api.signed(body))
    return answer.status_code


def books() -> tuple[str, str, list[str], int, int]:
    """The order's status, what is owed, the licences' status, how many refunds and credit notes."""
    invoice = Invoice.objects.select_related("order").get()
    licences = list(Licence.objects.order_by("pk").values_list("status", flat=True))
    owed = str(balance_of(invoice).amount)
    return invoice.order.status, owed, licences, Refund.objects.count(), CreditNote.objects.count()


def test_a_refund_made_at_the_gateway_is_recorded_once_and_told(
    paid: Invoice, stripe_api: StripeStandIn
) -> None:
    body = refunded(5000)
    assert [send(stripe_api, body) for _ in range(3)] == [200] * 3
    assert send(stripe_api, refunded(5000)) == 200
    assert books() == ("invoiced", "50.00", ["active"], 1, 0)
    [trouble] = Reminder.objects.filter(kind="licensing.card-trouble")
    assert trouble.data["trouble"].startswith("$50.00 was refunded to the card, which no credit note covers.")
    assert Reminder.objects.filter(kind="licensing.invoice-overdue").exists()
    assert send(stripe_api, failed(5000)) == 200
    assert not Reminder.objects.waiting().filter(kind="licensing.invoice-overdue").exists()


@pytest.mark.parametrize("order", list(permutations([5000, 12000, 19500])))
def test_refunds_told_in_any_order_are_recorded_once(
    paid: Invoice, stripe_api: StripeStandIn, order: tuple[int, ...]
) -> None:
    for cents in order:
        assert send(stripe_api, refunded(cents)) == 200
    assert account_of(paid).refunded == Money(195, "USD")


@pytest.mark.parametrize("told", list(permutations(["completed", "refunded", "disputed", "won"])))
def test_events_in_any_order_come_to_the_same(
    unpaid: Order, stripe_api: StripeStandIn, told: tuple[str, ...]
) -> None:
    bodies = {
        "completed": completed(stripe_api),
        "refunded": refunded(5000),
        "disputed": dispute("created", "needs_response"),
        "won": dispute("closed", "won"),
    }
    assert [send(stripe_api, bodies[name]) for name in told] == [200] * 4
    assert books() == ("invoiced", "50.00", ["active"], 1, 0)


def test_a_dispute_suspends_and_a_won_one_reinstates(paid: Invoice, stripe_api: StripeStandIn) -> None:
    send(stripe_api, dispute("created", "needs_response"))
    assert books() == ("paid", "0.00", ["suspended"], 0, 0)
    assert Reminder.objects.filter(kind="licensing.card-trouble", data__token="dp_1").count() == 1
    send(stripe_api, dispute("closed", "won"))
    assert books() == ("paid", "0.00", ["active"], 0, 0)


@pytest.mark.parametrize("is_late", [False, True])
def test_a_lost_dispute_takes_the_money_credits_and_revokes_once(
    paid: Invoice, stripe_api: StripeStandIn, is_late: bool
) -> None:
    created, closed = dispute("created", "needs_response"), dispute("closed", "lost")
    for body in (closed, created, closed) if is_late else (created, closed, closed, created):
        assert send(stripe_api, body) == 200
    assert books() == ("credited", "0.00", ["revoked"], 1, 1)
    assert Refund.objects.get().method == "dispute"


@pytest.mark.django_db(transaction=True)
def test_a_lost_dispute_told_at_once_is_one(paid: Invoice, stripe_api: StripeStandIn) -> None:
    body = dispute("closed", "lost")
    assert at_once(*[partial(send, stripe_api, body)] * 5) == [200] * 5
    assert books() == ("credited", "0.00", ["revoked"], 1, 1)


def test_events_of_others_are_passed_over_and_kept(unpaid: Order, stripe_api: StripeStandIn) -> None:
    body = refunded(100).replace("pi_1", "pi_of_another")
    assert send(stripe_api, body) == 200
    assert (CardEvent.objects.count(), Refund.objects.count()) == (1, 0)


def test_a_false_signature_is_refused(paid: Invoice, stripe_api: StripeStandIn) -> None:
    body = dispute("closed", "lost")
    headers = stripe_api.signed(body, secret="whsec_of_another")
    assert Client().post(ENDPOINT, body, content_type="application/json", headers=headers).status_code == 400
    assert not CardEvent.objects.exists()


def credited(invoice: Invoice, office: User) -> None:
    issue_credit_note(
        invoice=invoice, because="A mistake.", licences="revoked", request_key="test", by=office
    )


def test_the_office_refunds_to_the_card_once(paid: Invoice, stripe_api: StripeStandIn, office: User) -> None:
    credited(paid, office)
    for _ in range(2):
        refund_card(invoice=paid, amount=Money(195, "USD"), token="a", by=office)
    assert books() == ("credited", "0.00", ["revoked"], 1, 1)
    send(stripe_api, refunded(19500))
    assert books() == ("credited", "0.00", ["revoked"], 1, 1)
    assert [asked for asked in stripe_api.asked if "refunds" in asked] == ["POST /v1/refunds"]


def test_a_refund_whose_answer_was_lost_is_sent_again_with_its_own_key(
    paid: Invoice, stripe_api: StripeStandIn, office: User
) -> None:
    credited(paid, office)
    stripe_api.fails_with = 500
    with pytest.raises(GatewayTroubleError):
        refund_card(invoice=paid, amount=Money(195, "USD"), token="a", by=office)
    stripe_api.fails_with = 0
    refund_card(invoice=paid, amount=Money(195, "USD"), token="b", by=office)
    assert RefundRequest.objects.get().token == "a"
    assert books() == ("credited", "0.00", ["revoked"], 1, 1)


@pytest.mark.parametrize(("amount", "code"), [(196, "more-than-received"), (0, "not-positive")])
def test_an_unfit_refund_is_not_asked_of_the_gateway(
    paid: Invoice, stripe_api: StripeStandIn, office: User, amount: int, code: str
) -> None:
    credited(paid, office)
    with pytest.raises(Refused) as refused:
        refund_card(invoice=paid, amount=Money(amount, "USD"), token="a", by=office)
    assert refused.value.code == code
    assert "POST /v1/refunds" not in stripe_api.asked


def test_a_refund_that_stripe_refuses_can_be_asked_for_in_another_amount(
    paid: Invoice, stripe_api: StripeStandIn, office: User
) -> None:
    credited(paid, office)
    stripe_api.refuses_refunds = True
    with pytest.raises(Refused, match="Charge has already been refunded") as refused:
        refund_card(invoice=paid, amount=Money(195, "USD"), token="a", by=office)
    assert (refused.value.code, Refund.objects.count()) == ("gateway-refused", 0)
    stripe_api.refuses_refunds = False
    refund_card(invoice=paid, amount=Money(100, "USD"), token="b", by=office)
    assert balance_of(paid) == Money(-95, "USD")


def failed(cents: int, refund: str = "re_1", key: str = "") -> str:
    told = {"id": refund, "payment_intent": "pi_1", "amount": cents, "currency": "usd", "status": "failed"}
    return _event("refund.failed", told, key)


@pytest.mark.parametrize("told", list(permutations(["completed", "refunded", "failed"])))
def test_a_refund_that_failed_is_owed_again_in_any_order(
    unpaid: Order, stripe_api: StripeStandIn, told: tuple[str, ...]
) -> None:
    bodies = {"completed": completed(stripe_api), "refunded": refunded(5000), "failed": failed(5000)}
    assert [send(stripe_api, bodies[name]) for name in told] == [200] * 3
    assert send(stripe_api, failed(5000)) == 200
    assert books() == ("paid", "0.00", ["active"], 1, 0)
    assert Refund.objects.get().failed == 50


def test_a_credited_refund_that_failed_is_returned_by_transfer(
    paid: Invoice, stripe_api: StripeStandIn, office: User
) -> None:
    credited(paid, office)
    refund_card(invoice=paid, amount=Money(195, "USD"), token="a", by=office)
    send(stripe_api, failed(19500))
    assert books() == ("credited", "-195.00", ["revoked"], 1, 1)
    [trouble] = Reminder.objects.filter(kind="licensing.card-trouble", data__trouble__startswith="A refund")
    assert trouble.data["trouble"].startswith("A refund of $195.00 did not reach the card")
    with pytest.raises(Refused, match="did not reach this card") as refused:
        refund_card(invoice=paid, amount=Money(195, "USD"), token="b", by=office)
    assert refused.value.code == "card-failed"
    record_refund(
        invoice=paid, amount=Money(195, "USD"), method="transfer", reference="x", refunded_on=TODAY, by=office
    )
    assert books() == ("credited", "0.00", ["revoked"], 2, 1)
    page = signed_in(office).get(f"/orders/{paid.order.number}/").text
    assert "Refund that did not reach the card" in page


def test_a_refund_of_two_that_failed_is_counted_once(paid: Invoice, stripe_api: StripeStandIn) -> None:
    for body in (refunded(5000), refunded(12000), failed(6000, "re_2"), failed(6000, "re_2")):
        send(stripe_api, body)
    assert account_of(paid).refunded == Money(60, "USD")


def test_the_database_keeps_what_failed_within_the_refund(paid: Invoice, stripe_api: StripeStandIn) -> None:
    send(stripe_api, refunded(5000))
    with pytest.raises(IntegrityError, match="refund_failed_within_amount"), transaction.atomic():
        Refund.objects.update(failed=51)


def test_the_office_presses_refund_to_the_card(
    paid: Invoice, stripe_api: StripeStandIn, office: User
) -> None:
    desk = signed_in(office)
    assert "refund-card" not in buttons(desk, paid)
    credited(paid, office)
    assert buttons(desk, paid) == ["refund-card", "record-refund"]
    sent = {"amount": "100", "key": "k"}
    stripe_api.fails_with = 500
    assert "it is not known whether the money went back" in press(desk, paid, "refund-card", **sent)
    stripe_api.fails_with = 0
    for _ in range(2):
        assert press(desk, paid, "refund-card", **sent) == "$100.00 is refunded to the card."
    assert press(desk, paid, "refund-card", amount="96", key="l") == (
        "amount: Only $95.00 was received and not returned yet."
    )
    assert books() == ("credited", "-95.00", ["revoked"], 1, 1)


def test_yen_go_to_stripe_and_come_back_whole(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, stripe_api: StripeStandIn,
    settings: Settings,
) -> None:  # fmt: skip
    """Stripe counts yen in yen, dollars in cents."""
    settings.DEFAULT_CURRENCY = "JPY"
    settings.CURRENCIES = (*settings.CURRENCIES, "JPY")
    Price.objects.update(amount_currency="JPY", amount=19_500)
    order = order_of(school, teacher, [(film, site)], method="card")
    gateway_page(order=order, by=None)
    [asked] = stripe_api.made_of
    unit = "line_items[0][price_data]"
    assert (asked[f"{unit}[unit_amount]"], asked[f"{unit}[currency]"]) == ("19500", "jpy")
    stripe_api.pay(stripe_api.only)
    send(stripe_api, completed(stripe_api))
    invoice = Invoice.objects.get()
    assert account_of(invoice).paid == Money(19_500, "JPY")
    assert send(stripe_api, refunded(500).replace('"usd"', '"jpy"')) == 200
    assert account_of(invoice).refunded == Money(500, "JPY")


def troubles(words: str) -> list[str]:
    rows = Reminder.objects.filter(kind="licensing.card-trouble", data__trouble__endswith=words)
    return [row.data["trouble"] for row in rows]


def test_a_refund_whose_answer_was_lost_is_not_returned_by_transfer_too(
    paid: Invoice, stripe_api: StripeStandIn, office: User
) -> None:
    credited(paid, office)
    stripe_api.fails_with = 500
    with pytest.raises(GatewayTroubleError):
        refund_card(invoice=paid, amount=Money(195, "USD"), token="a", by=office)
    transfer = partial(
        record_refund, invoice=paid, amount=Money(195, "USD"), method="transfer", reference="x",
        refunded_on=TODAY, by=office,
    )  # fmt: skip
    with pytest.raises(Refused, match="its answer is not known") as refused:
        transfer()
    assert refused.value.code == "refund-open"
    stripe_api.fails_with, stripe_api.refuses_refunds = 0, True
    with pytest.raises(Refused, match="refused the refund"):
        refund_card(invoice=paid, amount=Money(195, "USD"), token="a", by=office)
    assert transfer().amount == Money(195, "USD")


@pytest.mark.parametrize("told", [refunded(19500), dispute("closed", "lost")])
def test_what_went_back_twice_is_told_to_the_office(
    paid: Invoice, stripe_api: StripeStandIn, office: User, told: str
) -> None:
    """No row can say that more was returned than was received."""
    credited(paid, office)
    record_refund(
        invoice=paid, amount=Money(150, "USD"), method="transfer", reference="x", refunded_on=TODAY, by=office
    )
    for _ in range(2):
        assert send(stripe_api, told) == 200
    assert account_of(paid).refunded == Money(195, "USD")
    [trouble] = troubles("Ask the buyer to send it back.")
    assert trouble.startswith("$150.00 went back to the card that had been returned before")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_told_first", [True, False])
def test_a_refund_told_while_its_payment_is_recorded_is_not_lost(
    unpaid: Order, stripe_api: StripeStandIn, is_told_first: bool
) -> None:
    """Neither sees the other's rows before the commit: the second waits for the first."""
    has_begun = threading.Event()
    pay_now, tell = (partial(send, stripe_api, body) for body in (completed(stripe_api), refunded(5000)))
    first, second = (tell, pay_now) if is_told_first else (pay_now, tell)

    def slowly() -> int:
        with transaction.atomic():
            answer = first()
            has_begun.set()
            time.sleep(0.5)
        return answer

    def meanwhile() -> int:
        has_begun.wait(10)
        return second()

    assert at_once(slowly, meanwhile) == [200, 200]
    assert books() == ("invoiced", "50.00", ["active"], 1, 0)


def test_a_reader_neither_pays_nor_closes_the_page_on_which_a_colleague_does(
    school: Institution, teacher: User, outsider: User, film: Film, site: LicenceType, stripe_api: StripeStandIn
) -> None:  # fmt: skip
    order = order_of(school, teacher, [(film, site)], method="card")
    Membership.objects.create(institution=school, user=outsider, role=Role.READER)
    reader = signed_in(outsider)
    for answer in (reader.get, reader.post):
        assert "Your role does not pay orders." in answer(f"/orders/{order.number}/pay/", follow=True).text
    assert not CardPayment.objects.exists()
    signed_in(teacher).post(f"/orders/{order.number}/pay/")
    assert "Only a member who may order" in reader.post(f"/orders/{order.number}/cancel/", follow=True).text
    assert (stripe_api.only["status"], CardPayment.objects.get().status) == ("open", "waiting")
    issue_invoice(order=order, by=None)
    signed_in(teacher).post(f"/orders/{order.number}/cancel/")
    assert stripe_api.only["status"] == "open"
    with pytest.raises(Refused) as refused:
        gateway_page(order=order, by=outsider)
    assert refused.value.code == "not-a-member"
