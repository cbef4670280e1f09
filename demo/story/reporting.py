"""The cinema reports its box office: the percentage is invoiced, and the film's licensor gets a statement."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from djmoney.money import Money

from catalog.models import Film
from demo.errors import DemoError
from demo.sample import people
from demo.sample.accounts import cinema, person
from demo.sample.trade import last_quarter
from licensing.models import Licence, LicenceType, Licensor, Order, Payment, ReportFee, RightsReport
from licensing.reports.answering import answer_report
from licensing.reports.fees import invoice_fee
from licensing.reports.owing import enter_screening
from licensing.royalties.statements import issue_statements
from licensing.sales.invoicing.balance import balance_of
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.orders import place_order
from licensing.sales.payment.payments import record_payment
from licensing.terms.days import office_today

type Steps = Iterator[tuple[str, str]]

SHOWN = ((180, 1800), (60, 600))
"""People and dollars of two evenings: more than the guarantee after the first already."""


def report_and_settle() -> Steps:
    """A licence at 35 per cent of the box office, two reports, one invoice, and what waits for the next."""
    licence = _buy_at_a_percentage()
    yield (
        f"The cinema takes {licence.film} at 35 per cent of the box office: the guarantee is charged now.",
        licence.get_absolute_url(),
    )
    first, second = SHOWN
    report = _report(licence, "the first evening", *first)
    yield (
        f"After the first evening it reports {first[0]} people and their box office.",
        report.get_absolute_url(),
    )
    fee = ReportFee.objects.waiting().with_listing().get(licence=licence)
    invoice = invoice_fee(fee=fee, by=person(people.OFFICE))
    yield (
        f"The office invoices what that makes due beyond the guarantee: {invoice.total}, invoice {invoice.number}.",
        reverse("licensing:invoice", args=[invoice.order.number]),
    )
    _report(licence, "the second evening", *second)
    waiting = ReportFee.objects.waiting().get(licence=licence)
    queue = reverse("admin:licensing_reportfee_changelist")
    yield (
        f"A second report makes {waiting.amount} more due, which waits for the office.",
        f"{queue}?status__exact=waiting",
    )
    quarter = last_quarter()
    paid = record_payment(
        invoice=invoice,
        amount=balance_of(invoice),
        method=Payment.Method.TRANSFER,
        event_key="transfer:sample-0002",
        received_on=office_today(),
        by=person(people.OFFICE),
    )
    # Dated back past the verb, which refuses it, so that a quarter that is over has something to state.
    Payment.objects.filter(pk=paid.pk).update(received_on=quarter.last_day)
    licensor = Licensor.objects.get(is_sample=True)
    [statement] = issue_statements(licensor=licensor, quarter=quarter, by=person(people.OFFICE))
    path = reverse("admin:licensing_royaltystatement_pdf", args=[statement.pk])
    yield f"Royalty statement {statement.number} tells {licensor} its half of what was received.", path


def _buy_at_a_percentage() -> Licence:
    order = place_order(
        institution=cinema(),
        lines=[
            (Film.objects.get(slug="dead-souls", part_of=None), LicenceType.objects.get(code="cinema-run"))
        ],
        method=Order.Method.PURCHASE_ORDER,
        purchase_order_number="LC-310",
        starts_on=office_today(),
        by=person(people.PROGRAMMER),
    )
    issue_invoice(order=order, by=person(people.OFFICE))
    licence = Licence.objects.filter(line__order=order).select_related("film__part_of").first()
    if licence is None:
        raise DemoError(f"Order {order.number} has brought no licence.")
    return licence


def _report(licence: Licence, evening: str, people_who_came: int, dollars: int) -> RightsReport:
    today, programmer = office_today(), person(people.PROGRAMMER)
    report = enter_screening(
        licence=licence, title=f"{licence.film}, {evening}", site="Lamplight Cinema (sample)", first_day=today,
        last_day=today, by=programmer,
    )  # fmt: skip
    answer_report(
        report=report, attendance=people_who_came, screenings=1, admission="charged",
        box_office=Money(dollars, "USD"), first_day=today, last_day=today, by=programmer,
    )  # fmt: skip
    return report
