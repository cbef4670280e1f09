"""Statements add up with the money received, are issued once, and say in the next what has become of the last."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F, Sum
from django.db.utils import DatabaseError
from django.test.utils import CaptureQueriesContext
from djmoney.money import Money
from pypdf import PdfReader

from accounts.models import User
from catalog.models import Film
from licensing.documents.bills.royalty_statement import statement_csv, statement_pdf
from licensing.models import (
    Institution,
    Invoice,
    LicenceType,
    Licensor,
    LicensorPayment,
    Order,
    Payment,
    Refund,
    ReportFee,
    RoyaltyAgreement,
    RoyaltyEntry,
    RoyaltyStatement,
)
from licensing.reports.answering import answer_report
from licensing.reports.fees import invoice_fee
from licensing.reports.owing import enter_screening
from licensing.royalties.figures import figures_of
from licensing.royalties.paying import record_licensor_payment
from licensing.royalties.statements import issue_statements
from licensing.royalties.unallocated import unallocated
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.payment.refunds import record_refund
from licensing.terms.days import office_today
from licensing.terms.royalties import Quarter
from tests.licensing.conftest import licence_of, order_of
from tests.licensing.royalties.conftest import Clock, agreed, receive
from wording.refusals import Refused

FIRST, SECOND, THIRD = (Quarter(2027, number) for number in (1, 2, 3))


def issue(licensor: Licensor, quarter: Quarter, by: User) -> RoyaltyStatement:
    [statement] = issue_statements(licensor=licensor, quarter=quarter, by=by)
    return statement


def kept_in_all() -> Decimal:
    """What the bank says: all payments less what of the refunds arrived."""
    paid = Payment.objects.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
    return paid - (Refund.objects.aggregate(sum=Sum(F("amount") - F("failed")))["sum"] or Decimal(0))


def stated_in_all() -> Decimal:
    return RoyaltyStatement.objects.aggregate(sum=Sum("receipts"))["sum"] or Decimal(0)


def test_a_quarter_by_hand(
    agreement: RoyaltyAgreement, licensor: Licensor, invoice: Invoice, office: User, set_clock: Clock
) -> None:
    receive(invoice, office, "100.01", "t:1")
    set_clock(4, 2)
    statement = issue(licensor, FIRST, office)
    assert statement.number == "ROY-2027-0001"
    assert (statement.receipts, statement.payable, statement.balance) == (
        Decimal("100.01"),
        Decimal("50.01"),
        Decimal("50.01"),
    )
    part = statement.parts.get()
    assert (part.payable, part.retained, part.corrections) == (Decimal("50.01"), Decimal("50.00"), Decimal(0))


def test_refund_in_the_next_quarter_is_a_correction_there(
    agreement: RoyaltyAgreement, licensor: Licensor, invoice: Invoice, office: User, set_clock: Clock
) -> None:
    receive(invoice, office, "195", "t:1")
    set_clock(4, 2)
    first = issue(licensor, FIRST, office)
    line = invoice.order.lines.get()
    issue_credit_note(
        invoice=invoice, because="Ordered twice", licences="kept", request_key="k", by=office,
        amounts={line.pk: Money("95", "USD")},
    )  # fmt: skip
    set_clock(7, 2)
    credited = issue(licensor, SECOND, office)
    record_refund(
        invoice=invoice, amount=Money("95", "USD"), method="transfer", reference="R1", refunded_on=office_today(), by=office
    )  # fmt: skip
    set_clock(10, 2)
    refunded = issue(licensor, THIRD, office)
    assert [each.receipts for each in (first, credited, refunded)] == [195, -95, 0]
    assert credited.parts.get().corrections == -95
    assert credited.payable == Decimal("-47.50")
    assert kept_in_all() == stated_in_all() == 100


def test_what_the_bank_sent_back_of_a_refund_is_still_received(
    agreement: RoyaltyAgreement, licensor: Licensor, invoice: Invoice, office: User, set_clock: Clock
) -> None:
    receive(invoice, office, "195", "t:1")
    line = invoice.order.lines.get()
    issue_credit_note(
        invoice=invoice, because="Ordered twice", licences="kept", request_key="k", by=office,
        amounts={line.pk: Money("95", "USD")},
    )  # fmt: skip
    Refund.objects.create(
        invoice=invoice, amount=Money("95", "USD"), method="card", event_key="re_1", refunded_on=office_today(), failed=95
    )  # fmt: skip
    record_refund(
        invoice=invoice, amount=Money("95", "USD"), method="transfer", reference="R1", refunded_on=office_today(), by=office
    )  # fmt: skip
    set_clock(4, 2)
    assert issue(licensor, FIRST, office).receipts == kept_in_all() == 100


def test_fee_after_a_report_is_a_receipt_of_the_film(
    agreement: RoyaltyAgreement, licensor: Licensor, school: Institution, teacher: User, office: User, film: Film,
    screening: LicenceType, set_clock: Clock,
) -> None:  # fmt: skip
    licence = licence_of(school, teacher, film, screening)
    licence.line.fee = {
        "form": "percentage", "amount": "375", "currency": "USD", "percent": "35", "parts": 1, "showings": 1,
        "deposit": None,
    }  # fmt: skip
    licence.line.save()
    report = enter_screening(
        licence=licence, title="x", site="y", first_day=office_today(), last_day=office_today(), by=teacher
    )
    answer_report(
        report=report, attendance=80, screenings=1, admission="none", box_office=Money(2000, "USD"),
        first_day=office_today(), last_day=office_today(), by=teacher,
    )  # fmt: skip
    invoice = invoice_fee(fee=ReportFee.objects.waiting().with_listing().get(), by=office)
    receive(invoice, office, "325", "t:1")
    set_clock(4, 2)
    statement = issue(licensor, FIRST, office)
    assert (statement.receipts, statement.payable) == (Decimal(325), Decimal("162.50"))
    [entry] = RoyaltyEntry.objects.all()
    assert (entry.line.order.kind, entry.line.film) == ("after-report", film)
    assert kept_in_all() == stated_in_all()


def test_changed_agreement_is_a_correction_in_the_next(
    agreement: RoyaltyAgreement, licensor: Licensor, invoice: Invoice, office: User, set_clock: Clock
) -> None:
    receive(invoice, office, "100", "t:1")
    set_clock(4, 2)
    issue(licensor, FIRST, office)
    agreement.percent = Decimal(40)
    agreement.save()
    receive(invoice, office, "50", "t:2")
    set_clock(7, 2)
    part = issue(licensor, SECOND, office).parts.get()
    assert (part.receipts, part.corrections) == (Decimal(50), Decimal(0))
    assert (part.payable, part.payable_corrected) == (Decimal(10), Decimal(-10))


def test_film_that_moves_to_another_licensor_is_taken_back_and_given(
    agreement: RoyaltyAgreement,
    licensor: Licensor,
    film: Film,
    invoice: Invoice,
    office: User,
    set_clock: Clock,
) -> None:
    receive(invoice, office, "100", "t:1")
    set_clock(4, 2)
    issue(licensor, FIRST, office)
    other = Licensor.objects.create(name="The Right Owner", country="FR")
    agreed(other, film=film, percent=Decimal(30))
    set_clock(7, 2)
    assert issue(licensor, SECOND, office).receipts == -100
    assert issue(other, SECOND, office).receipts == 100
    assert stated_in_all() == 100


def test_payment_covers_lines_in_proportion(
    licensor: Licensor, film: Film, rails: Film, school: Institution, teacher: User, site: LicenceType,
    copy: LicenceType, office: User, set_clock: Clock,
) -> None:  # fmt: skip
    agreed(licensor, film=film)
    invoice = issue_invoice(order=order_of(school, teacher, [(rails, site), (film, copy)]), by=office)
    receive(invoice, office, "100", "t:1")
    set_clock(4, 2)
    entries = RoyaltyEntry.objects.filter(statement=issue(licensor, FIRST, office)).order_by("line")
    assert [entry.received for entry in entries] == [Decimal("18.56"), Decimal("81.44")]


def test_unknown_agreement_is_listed_and_never_lost(
    licensor: Licensor, invoice: Invoice, office: User, set_clock: Clock
) -> None:
    receive(invoice, office, "195", "t:1")
    [row] = unallocated(FIRST.last_day)
    assert (row.amount, row.currency, row.lines) == (Decimal(195), "USD", 1)
    agreed(licensor, starts_on="2027-01-01")
    assert unallocated(FIRST.last_day) == []
    set_clock(7, 2)
    assert issue(licensor, SECOND, office).receipts == 195


def test_it_is_issued_once_when_the_quarter_is_over(
    agreement: RoyaltyAgreement, licensor: Licensor, office: User, set_clock: Clock
) -> None:
    with pytest.raises(Refused) as early:
        issue(licensor, FIRST, office)
    assert early.value.code == "not-over"
    set_clock(4, 1)
    assert issue(licensor, FIRST, office).receipts == 0
    for quarter in (FIRST, FIRST.previous()):
        with pytest.raises(Refused) as again:
            issue(licensor, quarter, office)
        assert again.value.code == "already-stated"


def test_without_agreement_there_is_nothing_to_state(
    licensor: Licensor, office: User, set_clock: Clock
) -> None:
    set_clock(4, 1)
    with pytest.raises(Refused) as refused:
        issue(licensor, FIRST, office)
    assert refused.value.code == "nothing"


@pytest.mark.parametrize(
    ("table", "column"),
    [("royaltystatement", "receipts"), ("royaltypart", "corrections"), ("royaltyentry", "received")],
)
def test_what_is_issued_never_changes(
    table: str, column: str, agreement: RoyaltyAgreement, licensor: Licensor, invoice: Invoice, office: User,
    set_clock: Clock,
) -> None:  # fmt: skip
    receive(invoice, office, "195", "t:1")
    set_clock(4, 1)
    issue(licensor, FIRST, office)
    change = f"UPDATE licensing_{table} SET {column} = 0"  # noqa: S608 - of our own words
    delete = f"DELETE FROM licensing_{table}"  # noqa: S608 - as above
    for statement in (change, delete):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_agreements_of_a_film_do_not_overlap(licensor: Licensor, film: Film) -> None:
    agreed(licensor, film=film)
    row = {"licensor": licensor, "percent": 10, "starts_on": "2028-01-01"}
    with pytest.raises(IntegrityError), transaction.atomic():
        RoyaltyAgreement.objects.create(film=film, **row)
    RoyaltyAgreement.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoyaltyAgreement.objects.create(**row)


def test_currencies_are_not_mixed(
    agreement: RoyaltyAgreement, licensor: Licensor, invoice: Invoice, office: User, set_clock: Clock
) -> None:
    """An agreement in euros: dollars are shared by percentage, and recoup nothing."""
    RoyaltyAgreement.objects.update(currency="EUR", advance=40)
    receive(invoice, office, "195", "t:1")
    set_clock(4, 1)
    euros, dollars = issue_statements(licensor=licensor, quarter=FIRST, by=office)
    assert (euros.currency, euros.receipts, euros.payable) == ("EUR", Decimal(0), Decimal(0))
    assert (dollars.currency, dollars.receipts, dollars.payable) == ("USD", Decimal(195), Decimal("97.50"))


def test_payment_to_the_licensor(
    agreement: RoyaltyAgreement, licensor: Licensor, invoice: Invoice, office: User, set_clock: Clock
) -> None:
    receive(invoice, office, "100", "t:1")
    set_clock(4, 1)
    issue(licensor, FIRST, office)

    def pay(dollars: str, reference: str = "B-1") -> LicensorPayment:
        return record_licensor_payment(
            licensor=licensor,
            amount=Money(dollars, "USD"),
            reference=reference,
            paid_on=office_today(),
            by=office,
        )

    with pytest.raises(Refused) as over:
        pay("50.01")
    assert over.value.code == "more-than-due"
    assert pay("20") == pay("20")
    with pytest.raises(Refused) as other:
        pay("21")
    assert other.value.code == "other-payment"
    set_clock(7, 1)
    assert issue(licensor, SECOND, office).balance == 30


def test_documents(
    agreement: RoyaltyAgreement, licensor: Licensor, invoice: Invoice, office: User, set_clock: Clock
) -> None:
    receive(invoice, office, "195", "t:1")
    set_clock(4, 1)
    statement = issue(licensor, FIRST, office)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(statement_pdf(statement))).pages)
    assert "ROY-2027-0001" in text
    assert "$97.50" in text
    words = " ".join(text.split())
    assert "Receipts by title and channel" in words
    assert f"{invoice.order.lines.get().film} education and libraries 1 $195.00 $0.00 $195.00" in words
    rows = list(csv.DictReader(io.StringIO("".join(statement_csv(statement)))))
    assert [row["total"] for row in rows] == ["195.00"]
    assert sum(Decimal(row["total"]) for row in rows) == statement.receipts


@pytest.mark.parametrize("orders", [1, 3])
def test_statements_of_the_database_whatever_the_number_of_orders(
    orders: int, agreement: RoyaltyAgreement, licensor: Licensor, film: Film, site: LicenceType, school: Institution,
    teacher: User, office: User, set_clock: Clock, django_assert_num_queries: Callable[[int], CaptureQueriesContext],
) -> None:  # fmt: skip
    for number in range(orders):
        invoice = issue_invoice(order=order_of(school, teacher, [(film, site)]), by=office)
        receive(invoice, office, "195", f"t:{number}")
    with django_assert_num_queries(8):
        [figures] = figures_of(licensor, FIRST)
    assert figures.receipts == orders * 19500
    set_clock(4, 1)
    with CaptureQueriesContext(connection) as issued:
        issue(licensor, FIRST, office)
    assert len(issued) == 20
    assert Order.objects.count() == orders


def test_refund_that_did_not_arrive_is_no_refund(
    agreement: RoyaltyAgreement, licensor: Licensor, invoice: Invoice, office: User, set_clock: Clock
) -> None:
    """The card's bank sent it back after the statement: the next one corrects it."""
    receive(invoice, office, "195", "t:1")
    refund = Refund.objects.create(
        invoice=invoice, amount=Money(50, "USD"), method="card", refunded_on=office_today(), event_key="r"
    )
    set_clock(4, 2)
    first = issue(licensor, FIRST, office)
    Refund.objects.filter(pk=refund.pk).update(failed=50)
    set_clock(7, 2)
    second = issue(licensor, SECOND, office)
    assert [each.receipts for each in (first, second)] == [145, 50]
