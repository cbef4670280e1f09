from __future__ import annotations

from functools import partial

import pytest
from django.db import IntegrityError, transaction
from moneyed import Money
from payments import PaymentStatus
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.card import open_card_payment, take_card_payment
from licensing.invoices import issue_invoice
from licensing.models import CardPayment, Institution, Invoice, Licence, LicenceType, Order, Payment
from licensing.refusals import Refused
from reminders.models import Reminder
from tests.at_once import at_once
from tests.licensing.conftest import order_of, pay, signed_in

PAID = {
    "status": "confirmed",
    "fraud_status": "unknown",
    "gateway_response": "3ds-disabled",
    "verification_result": "",
}


@pytest.fixture
def card_order(school: Institution, teacher: User, film: Film, site: LicenceType) -> Order:
    return order_of(school, teacher, [(film, site)], method="card")


def test_the_open_payment_is_for_what_is_owed(card_order: Order, office: User) -> None:
    payment = open_card_payment(order=card_order)
    assert (payment.total, payment.currency, payment.variant) == (195, "USD", "card")
    pay(issue_invoice(order=card_order, by=office), office, Money(95, "USD"))
    again = open_card_payment(order=card_order)
    assert (again.pk, again.total) == (payment.pk, 100)


def test_confirming_makes_invoice_payment_and_licence(card_order: Order) -> None:
    payment = open_card_payment(order=card_order)
    payment.change_status(PaymentStatus.CONFIRMED)
    card_order.refresh_from_db()
    assert (card_order.status, Invoice.objects.get().number, Licence.objects.count()) == (
        "paid",
        "INV-2027-0001",
        1,
    )
    assert Payment.objects.get().event_key == f"card:{payment.token}"


def test_confirming_again_is_no_news(card_order: Order) -> None:
    payment = open_card_payment(order=card_order)
    for _ in range(3):
        payment.change_status(PaymentStatus.CONFIRMED)
    assert (
        Payment.objects.count(),
        Licence.objects.count(),
        Reminder.objects.filter(kind="licensing.card-trouble").count(),
    ) == (1, 1, 0)


@pytest.mark.parametrize("status", [PaymentStatus.REJECTED, PaymentStatus.ERROR, PaymentStatus.PREAUTH])
def test_what_is_not_confirmed_pays_nothing(card_order: Order, status: str) -> None:
    open_card_payment(order=card_order).change_status(status)
    card_order.refresh_from_db()
    assert (card_order.status, Payment.objects.count()) == ("placed", 0)


def test_a_second_confirmed_payment_goes_to_the_office(card_order: Order) -> None:
    open_card_payment(order=card_order).change_status(PaymentStatus.CONFIRMED)
    second = CardPayment.objects.create(
        order=card_order, variant="card", total=195, currency="USD", status="confirmed"
    )
    assert take_card_payment(card_payment=second) is None
    [reminder] = Reminder.objects.filter(kind="licensing.card-trouble")
    assert (reminder.recipient, reminder.data["token"]) == ("office@longtake.example", second.token)
    assert Payment.objects.count() == 1


def test_the_database_keeps_one_open_payment_an_order(card_order: Order) -> None:
    open_card_payment(order=card_order)
    with pytest.raises(IntegrityError, match="card_payment_open_once"), transaction.atomic():
        CardPayment.objects.create(order=card_order, variant="card", total=1, currency="USD")


@pytest.mark.parametrize("status", ["paid", "cancelled"])
def test_an_order_that_owes_nothing_cannot_be_paid(card_order: Order, status: str) -> None:
    Order.objects.update(status=status)
    with pytest.raises(Refused, match=f"owes nothing: it is {status}"):
        open_card_payment(order=card_order)


def test_an_institution_that_waits_cannot_pay_yet(
    waiting: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    order = order_of(waiting, teacher, [(film, site)], method="card")
    with pytest.raises(Refused, match="You can pay as soon as it is"):
        open_card_payment(order=order)


def test_without_a_gateway_cards_are_not_taken(card_order: Order, settings: Settings) -> None:
    settings.PAYMENT_VARIANTS = {}
    with pytest.raises(Refused, match="Cards are not taken here"):
        open_card_payment(order=card_order)


def test_the_pay_page_pays_once_however_often_it_is_sent(card_order: Order, teacher: User) -> None:
    client, address = signed_in(teacher), f"/orders/{card_order.number}/pay/"
    assert client.get(address).status_code == 200
    answers = [client.post(address, PAID) for _ in range(3)]
    assert [answer["Location"] for answer in answers] == [f"/orders/{card_order.number}/"] * 3
    assert (CardPayment.objects.count(), Payment.objects.count(), Licence.objects.count()) == (1, 1, 1)


@pytest.mark.django_db(transaction=True)
def test_the_pay_page_sent_at_once_pays_once(card_order: Order, teacher: User) -> None:
    clients = [signed_in(teacher) for _ in range(4)]
    address = f"/orders/{card_order.number}/pay/"
    answers = at_once(*[partial(client.post, address, PAID) for client in clients])
    assert [getattr(answer, "status_code", answer) for answer in answers] == [302] * 4
    assert (CardPayment.objects.count(), Payment.objects.count(), Licence.objects.count()) == (1, 1, 1)


def test_a_rejected_card_can_be_tried_again(card_order: Order, teacher: User) -> None:
    client, address = signed_in(teacher), f"/orders/{card_order.number}/pay/"
    assert client.post(address, PAID | {"status": "rejected"})["Location"].endswith("/pay/")
    client.post(address, PAID)
    card_order.refresh_from_db()
    assert (card_order.status, CardPayment.objects.count()) == ("paid", 2)


@pytest.mark.parametrize("answer", ["failure", "payment-error"])
def test_a_gateway_that_fails_takes_nothing(card_order: Order, teacher: User, answer: str) -> None:
    client, address = signed_in(teacher), f"/orders/{card_order.number}/pay/"
    response = client.post(address, PAID | {"gateway_response": answer, "status": "waiting"}, follow=True)
    assert "The card service did not answer" in response.text
    assert Payment.objects.count() == 0


def test_a_confirmation_that_comes_after_an_error_of_the_gateway_still_counts_once(card_order: Order) -> None:
    payment = open_card_payment(order=card_order)
    payment.change_status(PaymentStatus.ERROR)
    payment.change_status(PaymentStatus.CONFIRMED)
    assert (Payment.objects.count(), Licence.objects.count()) == (1, 1)
