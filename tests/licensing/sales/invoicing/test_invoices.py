from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from django.db import DatabaseError, transaction
from moneyed import Money

from accounts.models import User
from catalog.models import Film
from licensing.buyers.institutions import verify
from licensing.documents.numbers import next_number
from licensing.models import Institution, Invoice, Licence, LicenceType, NumberSeries, Order, Payment, Price
from licensing.sales.invoicing.balance import balance_of
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.order_moves import IllegalMove
from licensing.sales.ordering.orders import cancel_order
from reminders.models import Reminder
from tests.at_once import at_once
from tests.licensing.conftest import order_of, pay
from wording.refusals import Refused


def test_issue_invoice_says_all_that_was_agreed(invoice: Invoice, order: Order) -> None:
    order.refresh_from_db()
    assert (invoice.number, invoice.total, order.status) == ("INV-2027-0001", Money(195, "USD"), "invoiced")
    assert (invoice.issued_on, invoice.due_on) == (date(2027, 3, 1), date(2027, 3, 31))
    assert invoice.snapshot["to"]["legal_name"] == "Lincoln Unified School District"
    assert [(line["film"], line["amount"]) for line in invoice.snapshot["lines"]] == [
        ("West of the Tracks", "195.00")
    ]


def test_issue_invoice_twice_gives_the_same(invoice: Invoice, order: Order, office: User) -> None:
    assert issue_invoice(order=order, by=office) == invoice
    assert Invoice.objects.count() == 1


def test_an_order_is_invoiced_only_after_verification(
    waiting: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    order = order_of(waiting, teacher, [(film, site)])
    with pytest.raises(Refused, match="is not verified yet") as refused:
        issue_invoice(order=order, by=office)
    assert refused.value.code == "not-verified"
    verify(institution=waiting, how="its website", by=office)
    assert issue_invoice(order=order, by=office).number == "INV-2027-0001"


def test_a_cancelled_order_is_not_invoiced_and_takes_no_number(
    order: Order, teacher: User, office: User
) -> None:
    cancel_order(order=order, by=teacher)
    with pytest.raises(IllegalMove):
        issue_invoice(order=order, by=office)
    assert not NumberSeries.objects.filter(name="INV-2027").exists()


def test_an_invoice_for_a_card_is_due_at_once(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    invoice = issue_invoice(order=order_of(school, teacher, [(film, site)], method="card"), by=None)
    assert invoice.due_on == invoice.issued_on


@pytest.mark.parametrize("change", [{"number": "INV-2027-0009"}, {"total": 1}, {"snapshot": {}}])
def test_the_database_lets_no_issued_invoice_change(invoice: Invoice, change: dict[str, object]) -> None:
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        Invoice.objects.update(**change)


def test_the_database_lets_no_issued_invoice_go(invoice: Invoice) -> None:
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        Invoice.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_twenty_invoices_at_once_have_no_gap_and_no_repeat(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    orders = [order_of(school, teacher, [(film, site)]) for _ in range(20)]
    answers = at_once(*[partial(issue_invoice, order=order, by=office) for order in orders])
    assert sorted(str(answer) for answer in answers) == [f"INV-2027-{number:04d}" for number in range(1, 21)]


@pytest.mark.django_db(transaction=True)
def test_a_number_that_was_rolled_back_is_given_again() -> None:
    with transaction.atomic():
        next_number(prefix="INV", year=2027)
        transaction.set_rollback(True)
    assert next_number(prefix="INV", year=2027) == "INV-2027-0001"
    assert next_number(prefix="INV", year=2028) == "INV-2028-0001"
    assert next_number(prefix="INV", year=2027) == "INV-2027-0002"


@pytest.mark.django_db(transaction=True)
def test_one_order_invoiced_at_once_has_one_invoice(order: Order, office: User) -> None:
    answers = at_once(*[partial(issue_invoice, order=order, by=office)] * 5)
    assert {str(answer) for answer in answers} == {"INV-2027-0001"}


def test_payment_in_full_pays_the_order_and_issues_its_licence(
    invoice: Invoice, order: Order, office: User
) -> None:
    pay(invoice, office)
    order.refresh_from_db()
    assert (order.status, balance_of(invoice)) == (Order.Status.PAID, Money(0, "USD"))
    assert Licence.objects.get().number == "LIC-2027-0001"


def test_payment_in_part_waits_for_the_rest(invoice: Invoice, order: Order, office: User) -> None:
    pay(invoice, office, Money(100, "USD"), "transfer:1")
    order.refresh_from_db()
    assert (order.status, balance_of(invoice), Licence.objects.count()) == ("invoiced", Money(95, "USD"), 1)
    pay(invoice, office, Money(95, "USD"), "transfer:2")
    order.refresh_from_db()
    assert (order.status, Licence.objects.count()) == ("paid", 1)


def test_the_same_payment_event_is_applied_once(invoice: Invoice, office: User) -> None:
    assert pay(invoice, office) == pay(invoice, office)
    assert (Payment.objects.count(), Licence.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_the_same_payment_event_at_once_is_applied_once(invoice: Invoice, office: User) -> None:
    answers = at_once(*[partial(pay, invoice, office)] * 6)
    assert {type(answer) for answer in answers} == {Payment}
    assert (Payment.objects.count(), Licence.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_two_payments_in_full_at_once_are_not_both_taken(invoice: Invoice, office: User) -> None:
    calls = [partial(pay, invoice, office, None, f"transfer:{number}") for number in range(2)]
    answers = at_once(*calls)
    [refused] = [answer for answer in answers if isinstance(answer, Refused)]
    assert refused.code == "overpaid"
    assert (Payment.objects.count(), Licence.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("amount", "code"),
    [(Money(195.01, "USD"), "overpaid"), (Money(195, "EUR"), "currency"), (Money(0, "USD"), "not-positive")],
)
def test_a_wrong_amount_is_refused(invoice: Invoice, office: User, amount: Money, code: str) -> None:
    with pytest.raises(Refused) as refused:
        pay(invoice, office, amount)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "amount", [Money(99, "USD"), Money(101, "USD"), Money(100, "EUR"), Money(195, "USD")]
)
def test_the_same_payment_event_with_another_amount_is_refused(
    invoice: Invoice, office: User, amount: Money
) -> None:
    pay(invoice, office, Money(100, "USD"))
    with pytest.raises(Refused, match="for another invoice or another amount") as refused:
        pay(invoice, office, amount)
    assert refused.value.code == "event-of-another-invoice"
    assert balance_of(invoice) == Money(95, "USD")
    assert pay(invoice, office, Money(100, "USD")) == Payment.objects.get()


def test_a_payment_event_belongs_to_one_invoice(
    invoice: Invoice, school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    other = issue_invoice(order=order_of(school, teacher, [(film, site)]), by=office)
    pay(invoice, office)
    with pytest.raises(Refused, match="for another invoice or another amount"):
        pay(other, office)


def test_a_free_order_is_paid_as_it_is_invoiced(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    Price.objects.update(amount=Money(0, "USD"))
    order = order_of(school, teacher, [(film, site)])
    issue_invoice(order=order, by=office)
    order.refresh_from_db()
    assert (order.status, Licence.objects.count()) == ("paid", 1)


def test_a_paid_invoice_is_sent_but_neither_due_nor_overdue(invoice: Invoice, office: User) -> None:
    pay(invoice, office)
    about = Reminder.objects.about(f"licensing.invoice:{invoice.pk}")
    assert [(reminder.kind, reminder.status) for reminder in about] == [
        ("licensing.invoice-issued", "pending"),
        ("licensing.invoice-due", "cancelled"),
        *[("licensing.invoice-overdue", "cancelled")] * 3,
    ]
