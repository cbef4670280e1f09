"""The verbs of paying by card, with sessions as a gateway would tell of them."""

from __future__ import annotations

from functools import partial

import pytest
from django.db import IntegrityError, transaction
from moneyed import Money
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.models import CardPayment, Institution, Invoice, Licence, LicenceType, Order, Payment
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.orders import cancel_order
from licensing.sales.payment.card import apply_session, gateway_page, open_card_payment
from licensing.sales.payment.gateways import Session, State
from licensing.sales.payment.gateways.dummy import dummy_session
from reminders.models import Reminder
from tests.at_once import at_once
from tests.licensing.conftest import order_of, pay, signed_in
from tests.office.people import ROLES, someone
from wording.refusals import Refused


@pytest.fixture
def card_order(school: Institution, teacher: User, film: Film, site: LicenceType) -> Order:
    return order_of(school, teacher, [(film, site)], method="card")


def report(payment: CardPayment, state: State) -> CardPayment:
    """What becomes of a payment when the gateway says this of its session."""
    apply_session(session=dummy_session(payment, state))
    payment.refresh_from_db()
    return payment


def troubles() -> list[str]:
    return [reminder.data["trouble"] for reminder in Reminder.objects.filter(kind="licensing.card-trouble")]


def test_the_open_payment_is_for_what_is_owed(card_order: Order) -> None:
    payment = open_card_payment(order=card_order, by=None)
    assert (payment.total, payment.variant, payment.description, payment.billing_email) == (
        Money(195, "USD"), "dummy", "Order ORD-2027-0001", "teacher@school.example",
    )  # fmt: skip
    assert open_card_payment(order=card_order, by=None).pk == payment.pk


def test_what_was_paid_by_transfer_meanwhile_is_not_asked_for_again(card_order: Order, office: User) -> None:
    gateway_page(order=card_order, by=None)
    pay(issue_invoice(order=card_order, by=office), office, Money(95, "USD"))
    page = gateway_page(order=card_order, by=None)
    [newer, older] = CardPayment.objects.all()
    assert [(older.total, older.status), (newer.total, newer.status)] == [
        (Money(195, "USD"), "expired"),
        (Money(100, "USD"), "waiting"),
    ]
    assert page == f"/payments/dummy/{newer.token}/"


@pytest.mark.parametrize(
    ("model", "change"), [(Film, {"title": "Film 😀"}), (Institution, {"bill_to": "1 Main Street 😀"})]
)
def test_no_card_is_charged_for_what_cannot_be_printed(
    card_order: Order, teacher: User, model: type[Order], change: dict[str, str]
) -> None:
    model.objects.update(**change)
    with pytest.raises(Refused) as refused:
        open_card_payment(order=card_order, by=None)
    assert (refused.value.code, CardPayment.objects.count()) == ("unprintable", 0)
    back = signed_in(teacher).post(f"/orders/{card_order.number}/pay/", follow=True)
    assert (back.redirect_chain, "😀" in back.text) == ([(card_order.get_absolute_url(), 302)], True)


def test_a_paid_session_makes_invoice_payment_and_licence(card_order: Order) -> None:
    payment = report(open_card_payment(order=card_order, by=None), State.PAID)
    card_order.refresh_from_db()
    assert (card_order.status, Invoice.objects.get().number, Licence.objects.count()) == (
        "paid",
        "INV-2027-0001",
        1,
    )
    assert Payment.objects.get().event_key == f"card:{payment.token}"
    assert payment.status == "confirmed"


def test_a_paid_session_told_again_is_no_news(card_order: Order) -> None:
    payment = open_card_payment(order=card_order, by=None)
    for _ in range(3):
        report(payment, State.PAID)
    assert (Payment.objects.count(), Licence.objects.count(), troubles()) == (1, 1, [])


@pytest.mark.parametrize(
    ("states", "status", "payments"),
    [
        ([State.OPEN], "waiting", 0),
        ([State.FAILED], "rejected", 0),
        ([State.EXPIRED], "expired", 0),
        ([State.PENDING], "pending", 0),
        ([State.PENDING, State.PAID], "confirmed", 1),
        ([State.PENDING, State.FAILED], "rejected", 0),
        ([State.PAID, State.EXPIRED], "confirmed", 1),
        ([State.PAID, State.PENDING], "confirmed", 1),
        ([State.PAID, State.FAILED], "confirmed", 1),
        ([State.PAID, State.OPEN], "confirmed", 1),
        ([State.EXPIRED, State.PAID], "confirmed", 1),
        ([State.EXPIRED, State.PENDING], "expired", 0),
        ([State.FAILED, State.PENDING], "rejected", 0),
        ([State.FAILED, State.PAID], "confirmed", 1),
        ([State.PENDING, State.EXPIRED], "pending", 0),
        ([State.PENDING, State.OPEN], "pending", 0),
    ],
)
def test_what_is_told_late_or_out_of_order_changes_nothing(
    card_order: Order, states: list[State], status: str, payments: int
) -> None:
    payment = open_card_payment(order=card_order, by=None)
    for state in states:
        report(payment, state)
    assert (payment.status, Payment.objects.count(), Licence.objects.count()) == (status, payments, payments)
    assert troubles() == []


def test_a_session_of_nobody_is_not_ours(card_order: Order) -> None:
    assert apply_session(session=Session("cs_1", "", State.PAID, Money(195, "USD"))) is None
    assert apply_session(session=Session("cs_1", "no-token", State.PAID, Money(195, "USD"))) is None


@pytest.mark.parametrize("amount", [Money(194, "USD"), Money(196, "USD"), Money(195, "EUR"), None])
def test_another_amount_goes_to_the_office(card_order: Order, amount: Money | None) -> None:
    payment = open_card_payment(order=card_order, by=None)
    for _ in range(2):
        apply_session(session=Session("cs_1", payment.token, State.PAID, amount))
    payment.refresh_from_db()
    [trouble] = troubles()
    assert trouble.startswith("The gateway took ")
    assert (payment.status, payment.message, Payment.objects.count()) == ("confirmed", trouble, 0)
    with pytest.raises(Refused, match="Please do not pay again") as refused:
        open_card_payment(order=card_order, by=None)
    assert refused.value.code == "needs-office"


def test_a_second_paid_payment_goes_to_the_office(card_order: Order) -> None:
    report(open_card_payment(order=card_order, by=None), State.PAID)
    second = CardPayment.objects.create(order=card_order, variant="dummy", total=Money(195, "USD"))
    report(second, State.PAID)
    [reminder] = Reminder.objects.filter(kind="licensing.card-trouble")
    assert (reminder.recipient, reminder.data["token"]) == (
        "office@longtake.example",
        f"dummy-{second.token}",
    )
    assert Payment.objects.count() == 1


def test_two_paid_sessions_of_one_payment_go_to_the_office_once(card_order: Order) -> None:
    payment = open_card_payment(order=card_order, by=None)
    for key in ("cs_1", "cs_2", "cs_1", "cs_2"):
        apply_session(session=Session(key, payment.token, State.PAID, Money(195, "USD")))
    assert (Payment.objects.count(), troubles()) == (1, ["The order was paid on two pages of the gateway."])


def test_a_paid_session_of_a_cancelled_order_goes_to_the_office(card_order: Order, teacher: User) -> None:
    payment = open_card_payment(order=card_order, by=None)
    cancel_order(order=card_order, by=teacher)
    report(payment, State.PAID)
    assert troubles() == ["Order ORD-2027-0001 is cancelled and cannot become accepted."]


def test_cancelling_an_order_does_not_silence_its_trouble(card_order: Order, teacher: User) -> None:
    payment = open_card_payment(order=card_order, by=None)
    apply_session(session=Session("cs_1", payment.token, State.PAID, Money(1, "USD")))
    cancel_order(order=card_order, by=teacher)
    waiting = Reminder.objects.waiting().filter(subject=f"licensing.order:{card_order.pk}")
    assert [reminder.kind for reminder in waiting] == ["licensing.card-trouble"]


def test_an_order_is_not_cancelled_while_its_payment_is_being_confirmed(
    card_order: Order, teacher: User
) -> None:
    report(open_card_payment(order=card_order, by=None), State.PENDING)
    with pytest.raises(Refused, match="while a payment is being confirmed") as refused:
        cancel_order(order=card_order, by=teacher)
    assert refused.value.code == "being-confirmed"


def test_the_database_keeps_one_open_payment_an_order(card_order: Order) -> None:
    open_card_payment(order=card_order, by=None)
    with pytest.raises(IntegrityError, match="card_payment_open_once"), transaction.atomic():
        CardPayment.objects.create(order=card_order, variant="dummy", total=Money(1, "USD"), status="pending")


def test_the_database_refuses_a_payment_of_nothing_and_a_token_twice(card_order: Order) -> None:
    payment = open_card_payment(order=card_order, by=None)
    with pytest.raises(IntegrityError, match="card_payment_total_positive"), transaction.atomic():
        CardPayment.objects.update(total=Money(0, "USD"))
    with pytest.raises(IntegrityError, match="token"), transaction.atomic():
        CardPayment.objects.create(
            order=card_order, variant="dummy", total=Money(1, "USD"), token=payment.token, status="expired"
        )


@pytest.mark.django_db(transaction=True)
def test_two_tabs_open_one_payment(card_order: Order) -> None:
    pages = at_once(*[lambda: gateway_page(order=card_order, by=None)] * 6)
    assert pages == [f"/payments/dummy/{CardPayment.objects.get().token}/"] * 6


def test_the_pay_page_says_the_amount_and_writes_nothing(card_order: Order, teacher: User) -> None:
    page = signed_in(teacher).get(f"/orders/{card_order.number}/pay/")
    assert "Pay $195.00 by card" in page.text
    assert not CardPayment.objects.exists()


def test_the_pay_page_leads_to_the_gateway_and_back_to_the_truth(card_order: Order, teacher: User) -> None:
    client, address = signed_in(teacher), f"/orders/{card_order.number}/pay/"
    page = client.post(address)["Location"]
    assert page == f"/payments/dummy/{CardPayment.objects.get().token}/"
    assert "no money moves" in client.get(page).text
    answers = [client.post(page, {"outcome": "paid"})["Location"] for _ in range(3)]
    assert answers == [f"/orders/{card_order.number}/?back=card"] * 3
    assert "Check the payment" not in client.get(answers[0]).text
    assert (CardPayment.objects.count(), Payment.objects.count(), Licence.objects.count()) == (1, 1, 1)


@pytest.mark.django_db(transaction=True)
def test_the_dummy_page_sent_at_once_pays_once(card_order: Order, teacher: User) -> None:
    page = gateway_page(order=card_order, by=None)
    clients = [signed_in(teacher) for _ in range(4)]
    answers = at_once(*[partial(client.post, page, {"outcome": "paid"}) for client in clients])
    assert [getattr(answer, "status_code", answer) for answer in answers] == [302] * 4
    assert (CardPayment.objects.count(), Payment.objects.count(), Licence.objects.count()) == (1, 1, 1)


def test_a_refused_card_can_be_tried_again(card_order: Order, teacher: User) -> None:
    client, address = signed_in(teacher), f"/orders/{card_order.number}/pay/"
    back = client.post(client.post(address)["Location"], {"outcome": "failed"})["Location"]
    assert "The last card payment did not go through" in client.get(back).text
    client.post(client.post(address)["Location"], {"outcome": "paid"})
    card_order.refresh_from_db()
    assert (card_order.status, CardPayment.objects.count()) == ("paid", 2)


def test_a_payment_that_is_being_confirmed_is_not_asked_for_again(card_order: Order, teacher: User) -> None:
    client, address = signed_in(teacher), f"/orders/{card_order.number}/pay/"
    back = client.post(client.post(address)["Location"], {"outcome": "pending"})["Location"]
    page = client.get(back).text
    assert "The payment is being confirmed by the bank." in page
    assert "Pay by card" not in page
    assert "being confirmed" in client.post(address, follow=True).text
    assert CardPayment.objects.count() == 1


def test_the_dummy_page_is_not_there_for_others_or_with_another_gateway(
    card_order: Order, teacher: User, colleague: User, outsider: User, office: User, settings: Settings
) -> None:
    page = gateway_page(order=card_order, by=None)
    people = {"owner": teacher, "colleague": colleague, "office": office, "outsider": outsider}
    found = {name: signed_in(user).get(page).status_code for name, user in people.items()}
    assert found == {"owner": 200, "colleague": 200, "office": 200, "outsider": 404}
    assert signed_in(None).get(page)["Location"] == f"/account/login/?next={page}"
    for gateway in ("", "stripe"):
        settings.CARD_GATEWAY = gateway
        assert signed_in(teacher).get(page).status_code == 404


@pytest.mark.parametrize("role", ROLES)
def test_only_those_who_may_change_the_order_say_what_became_of_its_payment(
    card_order: Order, role: str, settings: Settings
) -> None:
    page = gateway_page(order=card_order, by=None)
    client = signed_in(someone(role, settings))
    answers = [client.get(page).status_code, client.post(page, {"outcome": "paid"}).status_code]
    assert (answers, Payment.objects.count()) == {
        "none": ([404, 404], 0),
        "view": ([404, 404], 0),
        "change": ([200, 302], 1),
        "chief": ([200, 302], 1),
        "chief-without-factor": ([404, 404], 0),
    }[role]
