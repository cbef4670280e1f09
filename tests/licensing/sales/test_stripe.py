"""Paying through Stripe: its API by a stand-in over HTTP, its messages signed by its own library."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from moneyed import Money
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.models import CardPayment, Institution, Licence, LicenceType, Order, Payment
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.payment import card
from licensing.sales.payment.card import SILENT_FOR, ask_gateway, ask_of_silent_payments, gateway_page
from licensing.sales.payment.gateways import GatewayTroubleError
from licensing.sales.payment.gateways.stripe_checkout import StripeCheckout
from licensing.tasks import ask_of_silent_payments as ask_of_silent_payments_task
from reminders.models import Reminder
from tests.at_once import at_once
from tests.licensing.conftest import order_of, pay, signed_in
from tests.licensing.sales.stripe_stand_in import ENDPOINT_SECRET, SECRET_KEY, StripeStandIn

ENDPOINT = "/payments/process/card/"
NO_ANSWER = "The card service did not answer. You were not charged"


@pytest.fixture
def stripe_api(settings: Settings) -> Iterator[StripeStandIn]:
    stand_in = StripeStandIn()
    stand_in.start()
    settings.CARD_GATEWAY = "stripe"
    settings.STRIPE_SECRET_KEY = SECRET_KEY
    settings.STRIPE_ENDPOINT_SECRET = ENDPOINT_SECRET
    settings.STRIPE_API_BASE = stand_in.address
    settings.STRIPE_TIMEOUT = 5.0
    yield stand_in
    stand_in.stop()


@pytest.fixture
def card_order(
    stripe_api: StripeStandIn, school: Institution, teacher: User, film: Film, site: LicenceType
) -> Order:
    return order_of(school, teacher, [(film, site)], method="card")


@pytest.fixture
def opened(card_order: Order, stripe_api: StripeStandIn) -> dict[str, Any]:
    """The session of an order's payment, open at Stripe."""
    gateway_page(order=card_order, by=None)
    return stripe_api.only


def send(body: str, headers: dict[str, str]) -> int:
    return Client().post(ENDPOINT, body, content_type="application/json", headers=headers).status_code


def deliver(stripe_api: StripeStandIn, kind: str, session: dict[str, Any], **changed: Any) -> int:
    body = stripe_api.event(kind, session, **changed)
    return send(body, stripe_api.signed(body))


def outcome() -> tuple[list[str], int, int, int]:
    """The card payments' statuses; how many payments, licences and troubles there are."""
    statuses = list(CardPayment.objects.order_by("pk").values_list("status", flat=True))
    troubles = Reminder.objects.filter(kind="licensing.card-trouble").count()
    return statuses, Payment.objects.count(), Licence.objects.count(), troubles


# --- Going to Stripe ----------------------------------------------------------------------------------------------
def test_paying_leads_to_stripes_page(card_order: Order, teacher: User, stripe_api: StripeStandIn) -> None:
    answer = signed_in(teacher).post(f"/orders/{card_order.number}/pay/")
    payment = CardPayment.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, "https://checkout.stripe.com/c/pay/cs_test_1")
    assert (payment.variant, payment.transaction_id, payment.status) == ("stripe", "cs_test_1", "waiting")
    assert stripe_api.made_of == [
        {
            "mode": "payment",
            "allowed_payment_method_types[0]": "card",
            "adaptive_pricing[enabled]": "false",
            "client_reference_id": payment.token,
            "customer_email": "teacher@school.example",
            "line_items[0][quantity]": "1",
            "line_items[0][price_data][currency]": "usd",
            "line_items[0][price_data][unit_amount]": "19500",
            "line_items[0][price_data][product_data][name]": "Order ORD-2027-0001",
            "success_url": "http://127.0.0.1:8000/orders/ORD-2027-0001/?back=card",
            "cancel_url": "http://127.0.0.1:8000/orders/ORD-2027-0001/",
        }
    ]


def test_looking_asks_nobody_and_writes_nothing(
    card_order: Order, teacher: User, stripe_api: StripeStandIn
) -> None:
    client = signed_in(teacher)
    for address in ("", "pay/", "?back=card"):
        assert client.get(f"/orders/{card_order.number}/{address}").status_code == 200
    assert (stripe_api.asked, CardPayment.objects.count()) == ([], 0)


@pytest.mark.django_db(transaction=True)
def test_two_tabs_and_ten_share_one_session(card_order: Order, stripe_api: StripeStandIn) -> None:
    pages = at_once(*[partial(gateway_page, order=card_order, by=None)] * 10)
    assert pages == ["https://checkout.stripe.com/c/pay/cs_test_1"] * 10
    assert (len(stripe_api.sessions), CardPayment.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_stripe_is_asked_under_no_lock_and_in_no_transaction(
    card_order: Order, stripe_api: StripeStandIn
) -> None:
    """While Stripe thinks, others may lock the order: it answers only when someone has."""

    def lock_order() -> int:
        assert stripe_api.was_asked.wait(60)
        locked = Order.objects.filter(pk=card_order.pk).update(purchase_order_number="")
        stripe_api.goes_on.set()
        return locked

    stripe_api.goes_on.clear()
    page, locked = at_once(partial(gateway_page, order=card_order, by=None), lock_order)
    assert page == "https://checkout.stripe.com/c/pay/cs_test_1"
    assert locked == 1
    assert not connection.in_atomic_block


def test_an_answer_that_was_lost_is_asked_for_again(card_order: Order, stripe_api: StripeStandIn) -> None:
    gateway_page(order=card_order, by=None)
    CardPayment.objects.update(transaction_id="")
    assert gateway_page(order=card_order, by=None) == "https://checkout.stripe.com/c/pay/cs_test_1"
    assert len(stripe_api.sessions) == 1


def test_an_answer_that_was_lost_does_not_bind_us_for_ever(
    card_order: Order, stripe_api: StripeStandIn, settings: Settings
) -> None:
    gateway_page(order=card_order, by=None)
    CardPayment.objects.update(transaction_id="")
    settings.SITE_URL = "https://moved.example"
    assert gateway_page(order=card_order, by=None) == "https://checkout.stripe.com/c/pay/cs_test_2"
    assert outcome() == (["expired", "waiting"], 0, 0, 0)


def test_a_session_made_with_other_keys_is_replaced(card_order: Order, stripe_api: StripeStandIn) -> None:
    gateway_page(order=card_order, by=None)
    CardPayment.objects.update(transaction_id="cs_live_1")
    assert gateway_page(order=card_order, by=None) == "https://checkout.stripe.com/c/pay/cs_test_2"


def test_an_expired_session_is_replaced_even_if_nobody_told_us(
    card_order: Order, opened: dict[str, Any], stripe_api: StripeStandIn
) -> None:
    stripe_api.expire(opened)
    assert gateway_page(order=card_order, by=None) == "https://checkout.stripe.com/c/pay/cs_test_2"
    assert outcome() == (["expired", "waiting"], 0, 0, 0)


def test_what_was_paid_by_transfer_meanwhile_is_not_asked_for_again(
    card_order: Order, opened: dict[str, Any], office: User, stripe_api: StripeStandIn
) -> None:
    pay(issue_invoice(order=card_order, by=office), office, Money(95, "USD"))
    assert gateway_page(order=card_order, by=None) == "https://checkout.stripe.com/c/pay/cs_test_2"
    assert opened["status"] == "expired"
    assert stripe_api.made_of[1]["line_items[0][price_data][unit_amount]"] == "10000"


def test_a_session_that_is_paid_while_it_is_replaced_is_entered(
    card_order: Order, opened: dict[str, Any], office: User, stripe_api: StripeStandIn
) -> None:
    """It was paid in full after the transfer: the office must know, and nobody pays again."""
    pay(issue_invoice(order=card_order, by=office), office, Money(95, "USD"))
    stripe_api.pay(opened)
    assert gateway_page(order=card_order, by=None) == ""
    assert outcome() == (["confirmed"], 1, 0, 1)


def test_a_session_that_was_just_paid_cannot_be_closed(
    opened: dict[str, Any], stripe_api: StripeStandIn
) -> None:
    stripe_api.pay(opened)
    assert StripeCheckout().close(CardPayment.objects.get()).state == "paid"


def test_an_order_that_was_paid_elsewhere_is_not_paid_again(
    card_order: Order, opened: dict[str, Any], teacher: User, stripe_api: StripeStandIn
) -> None:
    """The other tab paid, and Stripe's message has not come yet."""
    stripe_api.pay(opened)
    answer = signed_in(teacher).post(f"/orders/{card_order.number}/pay/")
    assert answer["Location"] == f"/orders/{card_order.number}/"
    assert outcome() == (["confirmed"], 1, 1, 0)


# --- Stripe away --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("status", [401, 429, 500, 503])
def test_stripe_that_refuses_leads_back_to_the_order_with_a_sentence(
    card_order: Order, teacher: User, stripe_api: StripeStandIn, status: int
) -> None:
    stripe_api.fails_with = status
    answer = signed_in(teacher).post(f"/orders/{card_order.number}/pay/", follow=True)
    assert answer.redirect_chain == [(f"/orders/{card_order.number}/", 302)]
    assert NO_ANSWER in answer.text
    assert "Pay by card" in answer.text


def test_stripe_out_of_reach_leads_back_to_the_order_with_a_sentence(
    card_order: Order, teacher: User, stripe_api: StripeStandIn
) -> None:
    stripe_api.stop()
    client = signed_in(teacher)
    answer = client.post(f"/orders/{card_order.number}/pay/", follow=True)
    assert answer.redirect_chain == [(f"/orders/{card_order.number}/", 302)]
    assert NO_ANSWER in answer.text


def test_stripe_that_is_slow_is_not_waited_for(
    card_order: Order, teacher: User, stripe_api: StripeStandIn, settings: Settings
) -> None:
    settings.STRIPE_TIMEOUT = 0.2
    stripe_api.goes_on.clear()
    answer = signed_in(teacher).post(f"/orders/{card_order.number}/pay/", follow=True)
    assert NO_ANSWER in answer.text
    assert (stripe_api.asked, stripe_api.begun <= 2) == ([], True)
    settings.STRIPE_TIMEOUT = 60.0
    stripe_api.goes_on.set()
    assert gateway_page(order=card_order, by=None).startswith("https://checkout.stripe.com/")
    while len(stripe_api.asked) < stripe_api.begun:  # what was asked for in vain is answered now
        time.sleep(0.01)
    assert (len(stripe_api.sessions), CardPayment.objects.count()) == (1, 1)


def test_an_order_is_cancelled_with_its_session_and_also_without_stripe(
    card_order: Order, opened: dict[str, Any], teacher: User, stripe_api: StripeStandIn
) -> None:
    client = signed_in(teacher)
    client.post(f"/orders/{card_order.number}/cancel/")
    assert opened["status"] == "expired"
    assert outcome()[0] == ["expired"]
    card_order.refresh_from_db()
    assert card_order.status == "cancelled"


def test_an_order_is_cancelled_also_while_stripe_is_away(
    card_order: Order, opened: dict[str, Any], teacher: User, stripe_api: StripeStandIn
) -> None:
    stripe_api.stop()
    signed_in(teacher).post(f"/orders/{card_order.number}/cancel/")
    card_order.refresh_from_db()
    assert card_order.status == "cancelled"


def test_an_order_that_was_paid_is_not_cancelled(
    card_order: Order, opened: dict[str, Any], teacher: User, stripe_api: StripeStandIn
) -> None:
    stripe_api.pay(opened)
    page = signed_in(teacher).post(f"/orders/{card_order.number}/cancel/", follow=True).text
    assert "is paid and cannot become cancelled" in page
    assert outcome() == (["confirmed"], 1, 1, 0)


# --- Coming back --------------------------------------------------------------------------------------------------
def test_a_buyer_who_is_back_before_the_message_sees_the_truth(
    card_order: Order, opened: dict[str, Any], teacher: User, stripe_api: StripeStandIn
) -> None:
    client, address = signed_in(teacher), f"/orders/{card_order.number}/"
    stripe_api.pay(opened)
    page = client.get(f"{address}?back=card").text
    assert "the payment is being confirmed" in page
    assert f'hx-post="{address}pay/ask/" hx-trigger="load"' in page
    answer = client.post(f"{address}pay/ask/", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == address
    assert outcome() == (["confirmed"], 1, 1, 0)
    assert deliver(stripe_api, "completed", opened) == 200
    assert outcome() == (["confirmed"], 1, 1, 0)


def test_a_buyer_who_gave_up_can_pay_after_all(
    card_order: Order, opened: dict[str, Any], teacher: User, stripe_api: StripeStandIn
) -> None:
    client, address = signed_in(teacher), f"/orders/{card_order.number}/"
    page = client.get(address).text
    assert "Pay by card" in page
    assert "hx-trigger" not in page
    assert client.post(f"{address}pay/ask/")["Location"] == address
    assert client.post(f"{address}pay/")["Location"] == opened["url"]


def test_asking_while_stripe_is_away_says_so(
    card_order: Order, opened: dict[str, Any], teacher: User, stripe_api: StripeStandIn
) -> None:
    stripe_api.stop()
    page = signed_in(teacher).post(f"/orders/{card_order.number}/pay/ask/", follow=True).text
    assert "The card service did not answer." in page
    with pytest.raises(GatewayTroubleError):
        ask_gateway(order=card_order)


@pytest.mark.parametrize(
    ("intent", "status"), [("processing", "pending"), ("requires_payment_method", "rejected")]
)
def test_asking_tells_a_payment_under_way_from_one_that_failed(
    card_order: Order, opened: dict[str, Any], stripe_api: StripeStandIn, intent: str, status: str
) -> None:
    stripe_api.pay(opened, is_delayed=True)
    opened["intent_status"] = intent
    ask_gateway(order=card_order)
    assert outcome() == ([status], 0, 0, 0)


# --- What Stripe says ---------------------------------------------------------------------------------------------
def test_a_completed_session_pays_the_order(opened: dict[str, Any], stripe_api: StripeStandIn) -> None:
    assert deliver(stripe_api, "completed", stripe_api.pay(opened)) == 200
    assert outcome() == (["confirmed"], 1, 1, 0)


@pytest.mark.django_db(transaction=True)
def test_a_completed_session_told_twenty_times_at_once_pays_once(
    opened: dict[str, Any], stripe_api: StripeStandIn
) -> None:
    stripe_api.pay(opened)
    answers = at_once(*[partial(deliver, stripe_api, "completed", opened)] * 20)
    assert answers == [200] * 20
    assert outcome() == (["confirmed"], 1, 1, 0)


def test_the_same_message_replayed_pays_once(opened: dict[str, Any], stripe_api: StripeStandIn) -> None:
    body = stripe_api.event("completed", stripe_api.pay(opened))
    headers = stripe_api.signed(body)
    assert [send(body, headers) for _ in range(3)] == [200] * 3
    assert outcome() == (["confirmed"], 1, 1, 0)


def test_a_message_that_stripe_sends_days_later_counts(
    card_order: Order, opened: dict[str, Any], stripe_api: StripeStandIn
) -> None:
    """It signs each delivery anew. The order was invoiced meanwhile."""
    body = stripe_api.event("completed", stripe_api.pay(opened))
    assert send(body, stripe_api.signed(body, seconds_ago=250)) == 200
    assert outcome() == (["confirmed"], 1, 1, 0)


def test_an_old_signature_is_refused(opened: dict[str, Any], stripe_api: StripeStandIn) -> None:
    body = stripe_api.event("completed", stripe_api.pay(opened))
    assert send(body, stripe_api.signed(body, seconds_ago=400)) == 400
    assert outcome() == (["waiting"], 0, 0, 0)


def test_expired_after_completed_changes_nothing(opened: dict[str, Any], stripe_api: StripeStandIn) -> None:
    assert deliver(stripe_api, "completed", stripe_api.pay(opened)) == 200
    assert deliver(stripe_api, "expired", opened, status="expired", payment_status="unpaid") == 200
    assert outcome() == (["confirmed"], 1, 1, 0)


def test_completed_after_expired_is_money_all_the_same(
    opened: dict[str, Any], stripe_api: StripeStandIn
) -> None:
    assert deliver(stripe_api, "expired", opened, status="expired") == 200
    assert outcome() == (["expired"], 0, 0, 0)
    assert deliver(stripe_api, "completed", stripe_api.pay(opened)) == 200
    assert outcome() == (["confirmed"], 1, 1, 0)


def test_a_payment_that_takes_days_is_entered_when_it_succeeds(
    opened: dict[str, Any], stripe_api: StripeStandIn
) -> None:
    unpaid = stripe_api.event("completed", stripe_api.pay(opened, is_delayed=True))
    assert send(unpaid, stripe_api.signed(unpaid)) == 200
    assert outcome() == (["pending"], 0, 0, 0)
    assert deliver(stripe_api, "async_payment_succeeded", stripe_api.pay(opened)) == 200
    assert send(unpaid, stripe_api.signed(unpaid)) == 200
    assert outcome() == (["confirmed"], 1, 1, 0)


def test_a_payment_that_fails_after_days_can_be_made_anew(
    card_order: Order, opened: dict[str, Any], stripe_api: StripeStandIn
) -> None:
    unpaid = stripe_api.event("completed", stripe_api.pay(opened, is_delayed=True))
    assert deliver(stripe_api, "async_payment_failed", opened) == 200
    assert send(unpaid, stripe_api.signed(unpaid)) == 200
    assert outcome() == (["rejected"], 0, 0, 0)
    assert gateway_page(order=card_order, by=None) == "https://checkout.stripe.com/c/pay/cs_test_2"


@pytest.mark.parametrize("changed", [{"amount_total": 19400}, {"currency": "eur"}, {"currency": "xts"}])
def test_another_amount_goes_to_the_office(
    opened: dict[str, Any], stripe_api: StripeStandIn, changed: dict[str, Any]
) -> None:
    assert deliver(stripe_api, "completed", stripe_api.pay(opened), **changed) == 200
    assert outcome() == (["confirmed"], 0, 0, 1)


def test_two_sessions_that_did_get_paid_are_one_payment_and_a_word_to_the_office(
    card_order: Order, opened: dict[str, Any], stripe_api: StripeStandIn
) -> None:
    deliver(stripe_api, "expired", opened, status="expired")
    gateway_page(order=card_order, by=None)
    for session in [*stripe_api.sessions.values()] * 2:
        stripe_api.pay(session)
        assert deliver(stripe_api, "completed", session) == 200
    assert outcome() == (["confirmed", "confirmed"], 1, 1, 1)


@pytest.mark.parametrize(
    "body",
    [
        {"type": "invoice.paid", "data": {"object": {"id": "in_1"}}},
        {"type": "checkout.session.somersault", "data": {}},
        {"type": "v2.core.event"},
    ],
)
def test_what_does_not_concern_us_is_passed_over(
    opened: dict[str, Any], stripe_api: StripeStandIn, body: dict[str, Any]
) -> None:
    text = json.dumps(body)
    assert send(text, stripe_api.signed(text)) == 200


@pytest.mark.parametrize("token", [None, "", "4711", "\0", "11111111-1111-4111-8111-111111111111"])
def test_a_session_of_others_in_the_same_account_is_passed_over(
    opened: dict[str, Any], stripe_api: StripeStandIn, token: str | None
) -> None:
    assert deliver(stripe_api, "completed", stripe_api.pay(opened), client_reference_id=token) == 200
    assert outcome() == (["waiting"], 0, 0, 0)


@pytest.mark.parametrize("body", ["", "null", "[]", "{}", "not JSON", '{"type": 7}', '"text"', "\udcff"])
def test_a_signed_body_that_is_no_event_is_refused(stripe_api: StripeStandIn, db: None, body: str) -> None:
    raw = body.encode(errors="surrogateescape")
    headers = stripe_api.signed(raw.decode(errors="replace"))
    assert Client().post(ENDPOINT, raw, content_type="application/json", headers=headers).status_code == 400


def test_a_session_without_its_parts_is_refused(stripe_api: StripeStandIn, db: None) -> None:
    body = json.dumps({"type": "checkout.session.completed", "data": {"object": {"id": "cs_1"}}})
    assert send(body, stripe_api.signed(body)) == 400


@pytest.mark.parametrize(
    "signature",
    [None, "", "t=1", "t=x,v1=y", "v1=", "t=1,v1=\xe9", "t=99999999999,v1=" + "0" * 64, "," * 5000],
)
def test_a_false_signature_is_refused(
    opened: dict[str, Any], stripe_api: StripeStandIn, signature: str | None
) -> None:
    body = stripe_api.event("completed", stripe_api.pay(opened))
    headers = {} if signature is None else {"Stripe-Signature": signature}
    assert send(body, headers) == 400
    assert outcome() == (["waiting"], 0, 0, 0)


def test_anothers_signature_is_refused(opened: dict[str, Any], stripe_api: StripeStandIn) -> None:
    body = stripe_api.event("completed", stripe_api.pay(opened))
    assert send(body, stripe_api.signed(body, secret="whsec_of_another")) == 400
    assert send(body.replace("19500", "1"), stripe_api.signed(body)) == 400
    assert outcome() == (["waiting"], 0, 0, 0)


def test_a_body_too_large_is_refused(stripe_api: StripeStandIn, db: None) -> None:
    body = " " * 6_000_000
    assert send(body, stripe_api.signed(body)) == 413


def test_the_endpoint_only_listens(stripe_api: StripeStandIn, db: None, settings: Settings) -> None:
    assert Client().get(ENDPOINT).status_code == 405
    settings.CARD_GATEWAY = "dummy"
    assert Client().post(ENDPOINT).status_code == 404


# --- When nobody tells ----------------------------------------------------------------------------------------------
def silent(minutes: int = 16) -> None:
    CardPayment.objects.update(modified=timezone.now() - timedelta(minutes=minutes))


def test_a_payment_of_which_nobody_told_is_asked_for(
    card_order: Order, opened: dict[str, Any], stripe_api: StripeStandIn
) -> None:
    stripe_api.pay(opened)
    assert ask_of_silent_payments() == 0
    silent(14)
    assert ask_of_silent_payments() == 0
    silent()
    assert ask_of_silent_payments_task() == 1
    assert outcome() == (["confirmed"], 1, 1, 0)
    silent()
    assert ask_of_silent_payments() == 0


def test_a_session_that_ended_in_silence_is_closed(
    card_order: Order, opened: dict[str, Any], stripe_api: StripeStandIn
) -> None:
    opened["status"] = "expired"
    silent()
    assert ask_of_silent_payments() == 1
    assert outcome() == (["expired"], 0, 0, 0)


def test_a_buyer_who_still_thinks_is_asked_for_once_a_quarter_of_an_hour(
    card_order: Order, opened: dict[str, Any], stripe_api: StripeStandIn
) -> None:
    silent()
    assert [ask_of_silent_payments(), ask_of_silent_payments()] == [1, 0]
    assert outcome() == (["waiting"], 0, 0, 0)


def test_a_sweep_ends_where_stripe_does_not_answer_and_begins_elsewhere(
    card_order: Order, opened: dict[str, Any], stripe_api: StripeStandIn
) -> None:
    silent()
    stripe_api.stop()
    assert ask_of_silent_payments() == 0
    assert not CardPayment.objects.filter(modified__lt=timezone.now() - SILENT_FOR).exists()


def test_a_sweep_is_bounded(
    card_order: Order, opened: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card, "MOST_ASKED", 0)
    silent()
    assert ask_of_silent_payments() == 0
