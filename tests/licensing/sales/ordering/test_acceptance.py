"""The distributor's own rules: what is accepted at once, what waits, and how much may be unpaid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from moneyed import Money

from accounts.models import User
from catalog.models import Film
from licensing.buyers.details import revise_details
from licensing.buyers.institutions import verify
from licensing.models import AcceptancePolicy, Institution, Invoice, Licence, LicenceType, Order, Price
from licensing.sales.invoicing.balance import unpaid_by
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.acceptance import Rule, rule_for
from licensing.sales.ordering.orders import place_order
from licensing.sales.payment.card import open_card_payment
from licensing.sales.payment.paying import by_card
from licensing.sales.quoting.quoted import changes_since, mark_of_changes
from licensing.sales.quoting.quotes import make_quote
from licensing.terms.days import office_today
from reminders.models import Reminder
from tests.at_once import at_once
from tests.licensing.conftest import order_of, pay, signed_in
from tests.office.press import address, press
from wording.refusals import Refused


@pytest.fixture
def at_once_rule(db: None) -> AcceptancePolicy:
    return AcceptancePolicy.objects.create(at_once=True, net_days=45)


def test_without_a_rule_an_order_waits_for_the_office(order: Order) -> None:
    assert (order.status, rule_for(order)) == ("placed", Rule(at_once=False, net_days=30, most_unpaid=None))


def test_an_order_accepted_at_once_has_its_invoice_and_licences(
    at_once_rule: AcceptancePolicy,
    school: Institution,
    teacher: User,
    film: Film,
    rails: Film,
    site: LicenceType,
) -> None:
    order = order_of(school, teacher, [(film, site), (rails, site)])
    assert (order.status, order.invoice.number, order.invoice.due_on) == (
        "invoiced", "INV-2027-0001", date(2027, 4, 15),
    )  # fmt: skip
    numbers = Licence.objects.order_by("pk").values_list("number", flat=True)
    assert list(numbers) == ["LIC-2027-0001", "LIC-2027-0002"]
    terms = " ".join(order.invoice.snapshot["document"]["terms"])
    assert "Payable within 45 days" in terms
    assert "The licences are issued with this invoice, and can be revoked if it is not paid." in terms


def test_an_order_by_card_waits_for_its_payment(
    at_once_rule: AcceptancePolicy, school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    order = order_of(school, teacher, [(film, site)], method="card")
    assert (order.status, Invoice.objects.count(), Licence.objects.count()) == ("placed", 0, 0)


def test_an_order_that_waited_is_accepted_when_its_institution_is_verified(
    at_once_rule: AcceptancePolicy,
    waiting: Institution,
    teacher: User,
    office: User,
    film: Film,
    site: LicenceType,
) -> None:
    order = order_of(waiting, teacher, [(film, site)])
    assert order.status == "placed"
    verify(institution=waiting, how="its website", by=office)
    order.refresh_from_db()
    assert (order.status, Licence.objects.count()) == ("invoiced", 1)


@pytest.mark.parametrize(
    ("total", "expected"), [("195", 10), ("100", 10), ("100.01", 20), ("500", 20), ("501", 30)]
)
def test_the_rule_of_the_tier_and_the_lowest_amount_that_fits_counts(
    order: Order, total: str, expected: int
) -> None:
    AcceptancePolicy.objects.create(tier="", up_to=1000, net_days=1)
    AcceptancePolicy.objects.create(tier="higher-education", net_days=2)
    AcceptancePolicy.objects.create(tier="k-12", up_to=100, net_days=10)
    AcceptancePolicy.objects.create(tier="k-12", up_to=500, net_days=20)
    AcceptancePolicy.objects.create(tier="k-12", net_days=30)
    AcceptancePolicy.objects.create(tier="k-12", currency="EUR", net_days=3)
    order.total = Money(Decimal(total), "USD")
    expected = 20 if total == "195" else expected
    assert rule_for(order).net_days == expected


def test_too_much_unpaid_stops_the_next_order_until_an_invoice_is_paid(
    at_once_rule: AcceptancePolicy,
    school: Institution,
    teacher: User,
    office: User,
    film: Film,
    site: LicenceType,
) -> None:
    AcceptancePolicy.objects.update(most_unpaid=300)
    first = order_of(school, teacher, [(film, site)])
    second = order_of(school, teacher, [(film, site)])
    because = (
        "$195.00 of earlier invoices is not paid yet. With this order of $195.00 it would be more than the $300.00 "
        "that may be unpaid, so the order waits until an invoice is paid."
    )
    assert (first.status, second.status, second.waits_because) == ("invoiced", "placed", because)
    assert because in signed_in(teacher).get(second.get_absolute_url()).text
    with pytest.raises(Refused, match="so the order waits") as refused:
        issue_invoice(order=second, by=office)
    assert refused.value.code == "unpaid-limit"
    pay(first.invoice, office)
    assert unpaid_by(school, currency="USD") == Money(0, "USD")
    assert issue_invoice(order=second, by=office).number == "INV-2027-0002"


@pytest.mark.parametrize("up_to", [None, 100])
def test_the_office_accepts_above_the_limit_only_when_it_says_so(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, up_to: int | None
) -> None:
    """Also where the order is more than the largest rule is for: its limit goes on counting."""
    AcceptancePolicy.objects.create(at_once=True, up_to=up_to, most_unpaid=150, net_days=10)
    order = order_of(school, teacher, [(film, site)])
    assert order.status == "placed"
    desk = signed_in(office)
    page = desk.get(address(order, "move", "issue-invoice")).text
    assert "The order of $195.00 is more than the $150.00 that may be unpaid." in page
    with pytest.raises(Refused) as refused:
        issue_invoice(order=order, by=office)
    assert refused.value.code == "unpaid-limit"
    assert press(desk, order, "issue-invoice").startswith("is_above_limit: Tick this")
    assert "is accepted" in press(desk, order, "issue-invoice", is_above_limit="on")


def test_nothing_is_asked_below_the_limit(order: Order, office: User) -> None:
    AcceptancePolicy.objects.create(most_unpaid=195, up_to=10)
    AcceptancePolicy.objects.create(tier="k-12", most_unpaid=1, up_to=5)
    AcceptancePolicy.objects.create(tier="k-12", most_unpaid=195, up_to=9)
    assert rule_for(order).most_unpaid == Money(195, "USD")
    assert "is_above_limit" not in signed_in(office).get(address(order, "move", "issue-invoice")).text


@pytest.mark.django_db(transaction=True)
def test_two_orders_at_once_do_not_both_pass_the_limit(
    school: Institution, teacher: User, colleague: User, film: Film, site: LicenceType
) -> None:
    AcceptancePolicy.objects.create(at_once=True, most_unpaid=300)
    orders = at_once(*[lambda by=by: order_of(school, by, [(film, site)]) for by in (teacher, colleague) * 2])
    assert sorted(order.status for order in orders if isinstance(order, Order)) == [
        "invoiced",
        "placed",
        "placed",
        "placed",
    ]


def test_the_office_is_not_asked_about_an_order_that_was_accepted(
    at_once_rule: AcceptancePolicy, school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    order_of(school, teacher, [(film, site)])
    assert not Reminder.objects.filter(kind="licensing.order-to-handle").exists()
    assert Reminder.objects.filter(kind="licensing.order-placed").count() == 1


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"tier": "kings"}, "acceptance_policy_tier_known"),
        ({"currency": "usd"}, "acceptance_policy_currency_code"),
        ({"up_to": 0}, "acceptance_policy_up_to_positive"),
        ({"most_unpaid": -1}, "acceptance_policy_unpaid_not_negative"),
        ({"net_days": 366}, "acceptance_policy_due_within_a_year"),
    ],
)
def test_the_database_refuses_an_unfit_rule(db: None, values: dict[str, object], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        AcceptancePolicy.objects.create(**values)


def test_the_database_keeps_one_rule_for_a_tier_and_amount(at_once_rule: AcceptancePolicy) -> None:
    with pytest.raises(IntegrityError, match="acceptance_policy_once"), transaction.atomic():
        AcceptancePolicy.objects.create()


def changed(institution: Institution, by: User, **words: Any) -> None:
    """Its own administrator changes what is not verified yet."""
    kept = {
        name: getattr(institution, name) for name in ("legal_name", "tier", "country", "bill_to", "ship_to")
    }
    revise_details(institution=institution, by=by, **kept | words)


@pytest.mark.parametrize(
    ("words", "before", "now"),
    [
        ({"tier": "higher-education"}, "K-12 building", "Higher education"),
        ({"enrolment": 40_000}, "K-12 building", "K-12 building, 40000 enrolled"),
    ],
)
def test_what_was_priced_for_another_tier_or_size_waits_for_the_office(
    at_once_rule: AcceptancePolicy, waiting: Institution, teacher: User, office: User, film: Film,
    site: LicenceType, words: dict[str, Any], before: str, now: str,
) -> None:  # fmt: skip
    order = order_of(waiting, teacher, [(film, site)])
    changed(waiting, teacher, **words)
    desk = signed_in(office)
    assert f"{order.number}: $195.00, {before}" in desk.get(address(waiting, "move", "verify")).text
    verify(institution=waiting, how="its website", by=office)
    order.refresh_from_db()
    because = (
        f"It was priced for {before}, and {waiting.legal_name} is {now}. "
        "The office decides whether it accepts the order at these prices."
    )
    assert (order.status, order.waits_because) == ("placed", because)
    assert because in signed_in(teacher).get(order.get_absolute_url()).text
    page = desk.get(address(order, "move", "issue-invoice")).text
    assert all(each in page for each in ("Priced for", before, "The institution now", now))
    assert list(Order.objects.to_accept()) == [order]
    issue_invoice(order=order, by=office)


def test_a_card_does_not_pay_what_was_priced_for_another_tier_until_the_office_accepts_it(
    waiting: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    order = order_of(waiting, teacher, [(film, site)], method="card")
    changed(waiting, teacher, tier="higher-education")
    verify(institution=waiting, how="its website", by=office)
    order.refresh_from_db()
    refusal = by_card(order).refusal
    assert (refusal and refusal.code, list(Order.objects.to_accept())) == ("priced-otherwise", [order])
    with pytest.raises(Refused):
        open_card_payment(order=order, by=teacher)
    issue_invoice(order=order, by=office)
    order.refresh_from_db()
    assert by_card(order).refusal is None


def test_a_quote_for_another_tier_says_so_and_its_order_waits(
    at_once_rule: AcceptancePolicy, school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    quote = make_quote(institution=school, lines=[(film, site)], by=teacher, starts_on=office_today())
    Institution.objects.update(enrolment=40_000)
    quote.refresh_from_db()
    [change] = changes = changes_since(quote)
    assert str(change).startswith(
        "The quote was made for K-12 building, and your institution is K-12 building, 40000 enrolled now."
    )
    order = place_order(
        institution=school, quote=quote, method="purchase-order", purchase_order_number="PO", by=teacher,
        starts_on=office_today(), expected=mark_of_changes(changes),
    )  # fmt: skip
    assert (order.status, order.enrolment) == ("placed", None)


@pytest.mark.parametrize("has_rule", [True, False])
def test_an_order_by_card_of_nothing_is_accepted_like_one_by_purchase_order(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, *, has_rule: bool
) -> None:
    """A fee for each person is charged after the report: no card is asked for money."""
    AcceptancePolicy.objects.create(at_once=has_rule)
    Price.objects.update(fee_form="per-head", amount=5)
    order = order_of(school, teacher, [(film, site)], method="card")
    if not has_rule:
        assert (order.status, list(Order.objects.to_accept())) == ("placed", [order])
        issue_invoice(order=order, by=office)
    order.refresh_from_db()
    assert (order.status, Invoice.objects.get().total) == ("paid", Money(0, "USD"))
    assert Licence.objects.get().is_active


def test_an_order_by_card_of_nothing_waits_for_its_institution(
    at_once_rule: AcceptancePolicy, waiting: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:  # fmt: skip
    Price.objects.update(fee_form="per-head", amount=5)
    order = order_of(waiting, teacher, [(film, site)], method="card")
    assert order.status == "placed"
    verify(institution=waiting, how="its website", by=office)
    order.refresh_from_db()
    assert order.status == "paid"
