"""Whether an order can be paid by card: one answer for the checkout, the order's page, the pay page and the verbs."""

from __future__ import annotations

import pytest
from moneyed import Money
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.models import CardPayment, Institution, LicenceType, Order, OrderLine
from licensing.sales.ordering.orders import place_order
from licensing.sales.payment.card import open_card_payment
from licensing.sales.payment.paying import by_card, methods_offered
from tests.licensing.conftest import TODAY, order_of, signed_in
from wording.refusals import Refused


@pytest.fixture
def card_order(school: Institution, teacher: User, film: Film, site: LicenceType) -> Order:
    return order_of(school, teacher, [(film, site)], method="card")


def assert_refused_everywhere(order: Order, teacher: User, code: str, sentence: str) -> None:
    """By the rule, by the verb, by the pay page however it is asked, and without a button on the order's page."""
    refusal = by_card(order).refusal
    assert refusal is not None
    assert refusal.code == code
    assert sentence in refusal.messages[0]
    with pytest.raises(Refused) as refused:
        open_card_payment(order=order, by=None)
    assert refused.value.code == code
    client, address = signed_in(teacher), f"/orders/{order.number}/pay/"
    for answer in (client.get(address, follow=True), client.post(address, follow=True)):
        assert sentence in answer.text
        assert "Pay by card" not in answer.text
    assert not CardPayment.objects.exists()


def test_a_purchase_order_is_not_paid_by_card(order: Order, teacher: User) -> None:
    assert_refused_everywhere(
        order, teacher, "by-purchase-order", "is paid by purchase order, on its invoice."
    )


@pytest.mark.parametrize("status", ["paid", "cancelled"])
def test_an_order_that_owes_nothing_is_not_paid(card_order: Order, teacher: User, status: str) -> None:
    Order.objects.update(status=status)
    card_order.refresh_from_db()
    assert_refused_everywhere(card_order, teacher, "nothing-owed", f": it is {status}")


def test_an_order_for_nothing_is_not_paid(card_order: Order, teacher: User) -> None:
    OrderLine.objects.update(amount=Money(0, "USD"))
    Order.objects.update(total=Money(0, "USD"))
    card_order.refresh_from_db()
    assert_refused_everywhere(card_order, teacher, "nothing-owed", "There is nothing to pay for order")


def test_an_institution_that_waits_cannot_pay_yet(
    waiting: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    order = order_of(waiting, teacher, [(film, site)], method="card")
    assert_refused_everywhere(order, teacher, "not-verified", "You can pay as soon as it is")


def test_without_a_gateway_cards_are_not_taken(card_order: Order, teacher: User, settings: Settings) -> None:
    settings.CARD_GATEWAY = ""
    assert_refused_everywhere(card_order, teacher, "no-card", "Card payment is not available.")


def test_without_a_gateway_nobody_orders_by_card(
    school: Institution, teacher: User, film: Film, site: LicenceType, settings: Settings
) -> None:
    assert methods_offered() == ["purchase-order", "card"]
    settings.CARD_GATEWAY = ""
    assert methods_offered() == ["purchase-order"]
    client = signed_in(teacher)
    client.post("/cart/add/", {"film": film.pk, "licence_type": site.pk})
    assert 'value="card"' not in client.get("/checkout/").text
    with pytest.raises(Refused) as refused:
        place_order(institution=school, lines=[(film, site)], method="card", by=teacher, starts_on=TODAY)
    assert refused.value.code == "method"


@pytest.mark.parametrize(
    ("status", "code", "is_open", "has_failed"),
    [
        ("waiting", None, True, False),
        ("pending", "being-confirmed", True, False),
        ("rejected", None, False, True),
        ("expired", None, False, False),
    ],
)
def test_what_the_last_card_payment_came_to_decides_what_is_offered(
    card_order: Order, status: str, code: str | None, is_open: bool, has_failed: bool
) -> None:
    CardPayment.objects.create(order=card_order, variant="dummy", status=status, total=card_order.total)
    answer = by_card(card_order)
    assert (answer.refusal and answer.refusal.code) == code
    assert (answer.opened is not None, answer.has_failed) == (is_open, has_failed)
