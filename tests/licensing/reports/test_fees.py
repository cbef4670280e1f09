"""What reports make due: invoiced once, corrected by the difference, credited when less is due; and who may do that."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from djmoney.money import Money
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.documents.bills.en16931.writing import ubl
from licensing.documents.bills.invoice import invoice_pdf
from licensing.licences.held import held_by
from licensing.licences.issuing import issue_licences
from licensing.models import (
    AcceptancePolicy,
    CreditNote,
    Institution,
    Invoice,
    Licence,
    LicenceType,
    Order,
    OrderLine,
    ReportAnswer,
    ReportFee,
    RightsReport,
)
from licensing.reports.answering import answer_report
from licensing.reports.fees import credit_fee, drop_fee, fees_shown, invoice_fee
from licensing.reports.owing import Shown, enter_screening, owe_reports
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.overdue import revoke_for_non_payment
from licensing.sales.payment.paying import by_card
from office.models import Distributor
from reminders.models import Reminder
from tests.at_once import PATIENCE, at_once
from tests.licensing.conftest import NOW, TODAY, licence_of, pay, signed_in
from tests.office.press import address
from tests.standing import standing
from wording.refusals import Refused

FEE = {
    "form": "percentage", "amount": "375", "currency": "USD", "percent": "35", "parts": 1, "showings": 3, "deposit": None
}  # fmt: skip
Status = ReportFee.Status


@standing
def shown(school: Institution, teacher: User, film: Film, screening: LicenceType) -> Licence:
    """Under 35 per cent of the box office, at least 375 dollars; three showings, of which any may charge admission."""
    screening.screenings, screening.admission = 3, "charged"
    screening.save()
    licence = licence_of(school, teacher, film, screening)
    licence.line.fee = FEE
    licence.line.save()
    return licence


def owed(licence: Licence, number: int = 1) -> RightsReport:
    [report] = owe_reports([Shown(
        source=f"screening:{number}", licences=[licence], institution=licence.institution, title="An evening",
        site="The hall", first_day=TODAY, last_day=TODAY,
    )])  # fmt: skip
    return report


def answer(report: RightsReport, by: User | None, dollars: int, because: str = "") -> ReportAnswer:
    return answer_report(
        report=report, attendance=80, screenings=1, admission="charged", box_office=Money(dollars, "USD"),
        first_day=TODAY, last_day=TODAY, because=because, by=by,
    )  # fmt: skip


def waiting() -> ReportFee:
    return ReportFee.objects.waiting().with_listing().get()


def test_percentage_above_the_guarantee_is_invoiced_once(shown: Licence, teacher: User, office: User) -> None:
    answer(owed(shown), teacher, 2000)
    fee = waiting()
    assert fee.amount == Money(325, "USD")
    invoice = invoice_fee(fee=fee, by=office)
    assert invoice_fee(fee=fee, by=office) == invoice
    assert (invoice.total, invoice.order.kind, invoice.order.status) == (
        Money(325, "USD"),
        "after-report",
        "invoiced",
    )
    assert invoice.number == "INV-2027-0001"
    [line] = invoice.order.lines.all()
    assert sum(Decimal(each["amount"]) for each in line.charges) == line.amount.amount
    words = invoice.snapshot["document"]["lines"][0]["words"]
    assert words == (
        "An evening, The hall, 1 March 2027: people who came: 80; screenings: 1; box office: $2,000.00. "
        "35 per cent of the box office, at least $375.00: $700.00. Charged with the order: -$375.00."
    )
    assert invoice.snapshot["starts_on"] not in str(invoice.snapshot["document"]["facts"])
    assert invoice_pdf(invoice).startswith(b"%PDF")
    kinds = set(Reminder.objects.waiting().about(_subject(invoice)).values_list("kind", flat=True))
    assert kinds == {"licensing.invoice-issued", "licensing.invoice-due", "licensing.invoice-overdue"}
    with pytest.raises(Refused) as none:
        issue_licences(order=invoice.order)
    assert none.value.code == "after-report"
    assert Licence.objects.count() == 1


def _subject(row: Invoice | ReportFee) -> str:
    from reminders.outbox import subject_of

    return subject_of(row)


def test_reports_of_one_licence_share_its_guarantee(shown: Licence, teacher: User, office: User) -> None:
    """Each alone stays below it; together they exceed it."""
    answer(owed(shown, 1), teacher, 1000)
    assert not ReportFee.objects.exists()
    answer(owed(shown, 2), teacher, 1000)
    assert waiting().amount == Money(325, "USD")
    invoice_fee(fee=waiting(), by=office)
    answer(owed(shown, 3), teacher, 100)
    assert waiting().amount == Money(35, "USD")
    assert len(invoice_fee(fee=waiting(), by=office).snapshot["lines"][0]["charges"]) == 6


def test_correction_invoices_the_difference_or_credits_it(
    shown: Licence, teacher: User, office: User
) -> None:
    report = owed(shown)
    answer(report, teacher, 2000)
    invoice = invoice_fee(fee=waiting(), by=office)
    answer(report, office, 2100, "Ten tickets were forgotten")
    assert waiting().amount == Money(35, "USD")
    answer(report, office, 1500, "Counted again")
    [replaced] = ReportFee.objects.filter(status=Status.REPLACED)
    assert waiting().amount == Money(-175, "USD")
    with pytest.raises(Refused) as late:
        invoice_fee(fee=replaced, by=office)
    assert late.value.code == "settled"
    with pytest.raises(Refused) as less:
        invoice_fee(fee=waiting(), by=office)
    assert less.value.code == "not-due"
    fee = waiting()
    [note] = credit_fee(fee=fee, by=office)
    assert credit_fee(fee=fee, by=office) == [note]
    assert (note.invoice, note.total, note.licences) == (invoice, Money(175, "USD"), "kept")
    assert note.because == "A report was corrected: An evening. Counted again"
    answer(report, office, 1600, "Once more")
    assert waiting().amount == Money(35, "USD")


def test_credit_goes_back_over_several_invoices(shown: Licence, teacher: User, office: User) -> None:
    first, second = owed(shown, 1), owed(shown, 2)
    answer(first, teacher, 2000)
    one = invoice_fee(fee=waiting(), by=office)
    answer(second, teacher, 1000)
    two = invoice_fee(fee=waiting(), by=office)
    issue_credit_note(
        invoice=two, amounts={two.order.lines.get().pk: Money(50, "USD")}, because="A favour", licences="kept",
        request_key="favour", by=office,
    )  # fmt: skip
    answer(second, office, 0, "It was called off")
    answer(first, office, 1500, "Counted again")
    fee = waiting()
    assert fee.amount == Money(-525, "USD")
    notes = credit_fee(fee=fee, by=office)
    assert [(note.invoice, note.total) for note in notes] == [
        (one, Money(225, "USD")),
        (two, Money(300, "USD")),
    ]
    answer(first, office, 0, "Nobody came")
    [last] = credit_fee(fee=waiting(), by=office)
    assert (last.invoice, last.total) == (one, Money(100, "USD"))
    assert not ReportFee.objects.waiting().exists()


def test_what_was_credited_as_a_favour_is_not_credited_again(
    shown: Licence, teacher: User, office: User
) -> None:
    report = owed(shown)
    answer(report, teacher, 2000)
    invoice = invoice_fee(fee=waiting(), by=office)
    issue_credit_note(invoice=invoice, because="A favour", licences="kept", request_key="favour", by=office)
    answer(report, office, 0, "Nobody came")
    with pytest.raises(Refused) as nothing:
        credit_fee(fee=waiting(), by=office)
    assert nothing.value.code == "nothing-to-credit"


def test_office_lets_it_go_and_later_reports_count_from_there(
    shown: Licence, teacher: User, office: User
) -> None:
    report = owed(shown)
    answer(report, teacher, 2000)
    with pytest.raises(Refused) as stranger:
        drop_fee(fee=waiting(), because="No", by=teacher)
    assert stranger.value.code == "office-only"
    fee = drop_fee(fee=waiting(), because="A benefit for the film's archive", by=office)
    with pytest.raises(Refused) as settled:
        invoice_fee(fee=fee, by=office)
    assert settled.value.code == "settled"
    answer(report, office, 2200, "Two hundred more")
    assert waiting().amount == Money(70, "USD")


def test_by_rule_it_is_invoiced_at_once_if_all_is_as_allowed(
    shown: Licence, teacher: User, office: User
) -> None:
    AcceptancePolicy.objects.create(tier="k-12", after_report_at_once=True, net_days=10, most_unpaid=1)
    report = owed(shown)
    answer(report, None, 2000)
    [fee] = ReportFee.objects.all()
    assert (fee.status, fee.settled_by) == (Status.INVOICED, None)
    assert fee.line is not None
    invoice = fee.line.order.invoice
    assert ((invoice.due_on - invoice.issued_on).days, invoice.order.placed_by) == (10, teacher)
    assert not Reminder.objects.filter(kind="licensing.report-fee-to-settle").exists()
    answer_report(
        report=report, attendance=800, screenings=1, admission="charged", box_office=Money(3000, "USD"),
        first_day=TODAY, last_day=TODAY, because="A larger hall", by=office,
    )  # fmt: skip
    assert waiting().amount == Money(350, "USD")
    assert Reminder.objects.filter(kind="licensing.report-fee-to-settle").count() == 1


def test_by_rule_without_an_address_it_waits(shown: Licence, teacher: User, settings: Settings) -> None:
    AcceptancePolicy.objects.create(tier="", after_report_at_once=True)
    settings.POSTAL_ADDRESS = ""
    answer(owed(shown), teacher, 2000)
    assert waiting().amount == Money(325, "USD")


def test_payment_by_transfer_or_card_settles_it(shown: Licence, teacher: User, office: User) -> None:
    answer(owed(shown), teacher, 2000)
    invoice = invoice_fee(fee=waiting(), by=office)
    card = by_card(Order.objects.select_related("institution").get(pk=invoice.order_id))
    assert (card.refusal, card.owed) == (None, Money(325, "USD"))
    pay(invoice, office)
    invoice.order.refresh_from_db()
    assert invoice.order.status == Order.Status.PAID
    assert invoice.receipts.count() == 1


def test_card_page_of_the_fee_is_opened_and_paid(shown: Licence, teacher: User, office: User) -> None:
    from licensing.sales.payment.card import apply_session, open_card_payment
    from licensing.sales.payment.gateways import State
    from licensing.sales.payment.gateways.dummy import dummy_session

    answer(owed(shown), teacher, 2000)
    invoice = invoice_fee(fee=waiting(), by=office)
    payment = open_card_payment(order=invoice.order, by=None)
    apply_session(session=dummy_session(payment, State.PAID))
    invoice.order.refresh_from_db()
    assert (invoice.order.status, Invoice.objects.count(), Licence.objects.count()) == ("paid", 1, 1)


def test_electronic_invoice_says_what_is_charged(shown: Licence, teacher: User, office: User) -> None:
    Distributor.objects.create(
        legal_name="Films longs", address="1 rue du Film\n69001 Lyon", country="FR", phone="+33 4 00 00 00 00",
        vat_number="FR40303265045", contact_email="office@distributor.example",
    )  # fmt: skip
    answer(owed(shown), teacher, 2000)
    invoice = invoice_fee(fee=waiting(), by=office)
    assert b"35 per cent of the box office" in ubl(invoice)


def test_fee_too_large_is_refused_where_it_is_typed(shown: Licence, teacher: User) -> None:
    with pytest.raises(Refused) as large:
        answer(owed(shown), teacher, 9_000_000_000)
    assert large.value.code == "too-large"
    assert not ReportAnswer.objects.exists()


def test_database_keeps_one_waiting_and_what_is_settled(shown: Licence, teacher: User, office: User) -> None:
    report = owed(shown)
    given = answer(report, teacher, 2000)
    fee = waiting()
    later = ReportAnswer.objects.create(
        report=report, attendance=1, admission="none", box_office=Money(2000, "USD"), first_day=TODAY, last_day=TODAY
    )  # fmt: skip
    with pytest.raises(IntegrityError, match="report_fee_waits_once"), transaction.atomic():
        ReportFee.objects.create(answer=later, licence=shown, amount=Money(1, "USD"))
    with pytest.raises(IntegrityError, match="answer_id"), transaction.atomic():
        ReportFee.objects.create(answer=given, licence=shown, amount=Money(1, "USD"), status=Status.REPLACED)
    with pytest.raises(IntegrityError, match="report_fee_invoiced_by_line"), transaction.atomic():
        ReportFee.objects.filter(pk=fee.pk).update(status=Status.INVOICED)
    invoice_fee(fee=fee, by=office)
    with pytest.raises(DatabaseError), transaction.atomic():
        ReportFee.objects.filter(pk=fee.pk).update(amount=Money(1, "USD"))
    with pytest.raises(DatabaseError), transaction.atomic():
        ReportFee.objects.filter(pk=fee.pk).delete()
    with pytest.raises(IntegrityError, match="order_method_fits_kind"), transaction.atomic():
        Order.objects.filter(kind="after-report").update(method="card")


def test_fee_of_another_licence_is_refused_by_the_database(
    shown: Licence, school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    other = licence_of(school, teacher, film, site)
    report = owed(shown)
    given = ReportAnswer.objects.create(
        report=report, attendance=1, admission="none", box_office=Money(0, "USD"), first_day=TODAY, last_day=TODAY
    )  # fmt: skip
    with pytest.raises(IntegrityError, match="another licence"), transaction.atomic():
        ReportFee.objects.create(answer=given, licence=other, amount=Money(1, "USD"))


def test_office_moves_by_buttons(shown: Licence, teacher: User, office: User) -> None:
    report = owed(shown)
    answer(report, teacher, 2000)
    client, fee = signed_in(office), waiting()
    front = client.get("/admin/").content.decode()
    assert "Fees after reports to invoice or credit" in front
    path = f"/admin/licensing/rightsreport/{report.pk}/"
    assert "Invoice what is due" in client.get(f"{path}change/").content.decode()
    asked = client.get(f"{path}do/invoice/").content.decode()
    assert "$325.00" in asked
    assert str(shown.institution) in asked
    for _again in range(2):
        client.post(f"{path}do/invoice/", {"key": str(fee.pk)})
    assert Invoice.objects.filter(order__kind="after-report").count() == 1
    answer(report, office, 1500, "Counted again")
    fee = waiting()
    own = f"/admin/licensing/reportfee/{fee.pk}/"
    assert "Credit what was charged too much" in client.get(f"{own}change/").content.decode()
    assert client.post(f"{own}do/credit-fee/", {"key": str(fee.pk)}).status_code == 302
    assert "CRN-2027-0001" in client.get(f"{own}change/").content.decode()
    answer(report, office, 1600, "Once more")
    fee = waiting()
    done = client.post(
        f"/admin/licensing/reportfee/{fee.pk}/do/drop/", {"key": str(fee.pk), "because": "Small"}
    )
    assert done.status_code == 302
    assert client.get("/admin/licensing/reportfee/?status__exact=dropped").status_code == 200


def test_move_is_of_the_row_that_is_shown(shown: Licence, teacher: User, office: User) -> None:
    report = owed(shown)
    answer(report, teacher, 2000)
    seen = waiting()
    answer(report, office, 3000, "More")
    page = signed_in(office).post(
        f"/admin/licensing/rightsreport/{report.pk}/do/invoice/", {"key": str(seen.pk)}
    )
    assert "A newer report has replaced this one." in page.content.decode()
    assert not Invoice.objects.exists()


def test_order_page_of_the_fee(
    shown: Licence,
    teacher: User,
    outsider: User,
    office: User,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    answer(owed(shown), teacher, 2000)
    order = invoice_fee(fee=waiting(), by=office).order
    page = signed_in(teacher).get(order.get_absolute_url()).content.decode()
    assert "What the reports make due" in page
    assert "Licences begin on" not in page
    assert "Pay by card" in page
    assert f"/licences/{shown.number}/reports/" in page
    assert signed_in(outsider).get(order.get_absolute_url()).status_code == 404
    assert signed_in(teacher).get("/orders/").status_code == 200


def test_line_without_a_kept_fee_makes_nothing_due(shown: Licence, teacher: User) -> None:
    OrderLine.objects.update(fee={})
    answer(owed(shown), teacher, 9000)
    assert not ReportFee.objects.exists()


def test_only_the_office_invoices_and_credits_what_is_due(shown: Licence, teacher: User) -> None:
    answer(owed(shown), teacher, 2000)
    for verb in (invoice_fee, credit_fee):
        with pytest.raises(Refused) as stranger:
            verb(fee=waiting(), by=teacher)
        assert stranger.value.code == "office-only"


def test_whoever_holds_the_licence_sees_what_is_due_and_not_what_the_office_decided(
    shown: Licence, teacher: User, office: User
) -> None:
    report = owed(shown)
    answer(report, teacher, 2000)
    assert [fee.amount for fee in fees_shown(report)] == [Money(325, "USD")]
    drop_fee(fee=waiting(), because="They owe us a favour", by=office)
    assert fees_shown(report) == []
    answer(report, office, 2200, "Two hundred more")
    assert [fee.amount for fee in fees_shown(report)] == [Money(70, "USD")]
    school = Institution.objects.create(legal_name="A school of the district", tier="k-12")
    report.institution = school
    assert fees_shown(report) == []


def test_by_rule_less_than_was_charged_is_never_invoiced(shown: Licence, office: User) -> None:
    AcceptancePolicy.objects.create(tier="k-12", after_report_at_once=True)
    report = owed(shown)
    answer(report, None, 2000)
    answer(report, office, 1500, "Counted again")
    assert (waiting().amount, Invoice.objects.count()) == (Money(-175, "USD"), 1)
    assert Reminder.objects.filter(kind="licensing.report-fee-to-settle").count() == 1


def test_an_unpaid_fee_takes_the_reported_licence_out_of_force_until_it_is_paid(
    shown: Licence, teacher: User, office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As any other invoice; and while another invoice about the licence is long overdue, it stays out of force."""
    answer(owed(shown, 1), teacher, 2000)
    first = invoice_fee(fee=waiting(), by=office)
    answer(owed(shown, 2), teacher, 1000)
    second = invoice_fee(fee=waiting(), by=office)
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=91))
    assert str(shown) in signed_in(office).get(address(first, "move", "revoke-unpaid")).text
    assert revoke_for_non_payment(invoice=first, by=office) == [shown]
    pay(first, office, event="transfer:2")
    shown.refresh_from_db()
    assert (shown.status, shown.suspensions) == (
        "suspended",
        {f"non-payment:{second.order_id}": f"Invoice {second.number} is not paid."},
    )
    pay(second, office, event="transfer:3")
    shown.refresh_from_db()
    assert shown.status == "active"


@pytest.mark.django_db(transaction=True)
def test_two_invoices_about_a_licence_that_are_paid_at_once_put_it_back_into_force(
    shown: Licence, teacher: User, office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One looks for what else is overdue while the other's payment is recorded and not yet committed."""
    fees = []
    for number, dollars in ((1, 2000), (2, 1000)):
        answer(owed(shown, number), teacher, dollars)
        fees.append(invoice_fee(fee=waiting(), by=office))
    first, second = fees
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=91))
    assert revoke_for_non_payment(invoice=first, by=office) == [shown]
    is_recorded, is_over = threading.Event(), threading.Event()

    def pay_second() -> object:
        with transaction.atomic():
            pay(second, office, event="transfer:2")
            is_recorded.set()
            is_over.wait(1)  # the other waits for the licence until this is committed
        return second.number

    def pay_first() -> object:
        assert is_recorded.wait(PATIENCE)
        pay(first, office, event="transfer:3")
        is_over.set()
        return first.number

    assert at_once(pay_second, pay_first) == [second.number, first.number]
    shown.refresh_from_db()
    assert (shown.status, shown.suspensions) == ("active", {})


@pytest.mark.django_db(transaction=True)
def test_two_who_invoice_what_is_due_at_once_make_one_invoice(
    shown: Licence, teacher: User, office: User
) -> None:
    answer(owed(shown), teacher, 2000)
    fee = waiting()
    answers = at_once(*[partial(invoice_fee, fee=fee, by=office)] * 4)
    assert answers == [Invoice.objects.latest("pk")] * 4
    assert Order.objects.filter(kind="after-report").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_credit_waits_for_another_of_the_same_invoice_and_takes_what_it_left(
    shown: Licence, teacher: User, office: User
) -> None:
    """Somebody credits 50 of 325 dollars, and has not committed when the whole is to be credited."""
    report = owed(shown)
    answer(report, teacher, 2000)
    invoice = invoice_fee(fee=waiting(), by=office)
    answer(report, office, 0, "It was called off")
    fee, began = waiting(), threading.Event()

    def favour() -> None:
        with transaction.atomic():
            line = invoice.order.lines.get().pk
            issue_credit_note(
                invoice=invoice, amounts={line: Money(50, "USD")}, because="A favour", licences="kept",
                request_key="favour", by=office,
            )  # fmt: skip
            began.set()
            wait_until_somebody_waits()

    def credit() -> list[CreditNote]:
        began.wait(PATIENCE)
        return credit_fee(fee=fee, by=office)

    _favour, notes = at_once(favour, credit)
    assert isinstance(notes, list), notes
    assert [note.total for note in notes] == [Money(275, "USD")]


def test_several_credits_take_the_receipts_series_before_that_of_credit_notes(
    shown: Licence, teacher: User, office: User
) -> None:
    """The order of "Locks" in docs/architecture.md, whichever of the notes settles its invoice."""
    reports = [owed(shown, 1), owed(shown, 2)]
    for report in reports:
        answer(report, teacher, 2000)
        pay(invoice_fee(fee=waiting(), by=office), office, event=f"transfer:{report.pk}")
    answer(reports[0], office, 0, "It was called off")
    answer(reports[1], office, 0, "It was called off too")
    with CaptureQueriesContext(connection) as captured:
        notes = credit_fee(fee=waiting(), by=office)
    assert len(notes) == 2
    series = [
        re.findall(r"'(REC|CRN)-", each["sql"])
        for each in captured
        if "licensing_numberseries" in each["sql"]
    ]
    assert [name for names in series for name in names][:2] == ["REC", "CRN"]


def test_screenings_reported_from_elsewhere_use_the_licence_up(shown: Licence, teacher: User) -> None:
    answer(owed(shown), teacher, 0)
    elsewhere = enter_screening(
        licence=shown, title="An evening", site="The hall", first_day=TODAY, last_day=TODAY, by=teacher
    )
    answer(elsewhere, teacher, 0)
    ReportAnswer.objects.create(
        report=elsewhere, attendance=1, screenings=2, admission="none", box_office=Money(0, "USD"), first_day=TODAY,
        last_day=TODAY, because="Counted again",
    )  # fmt: skip
    [held] = held_by(shown.institution)
    assert held.screenings_used == 2


def test_an_answer_locks_the_licensee_and_the_report_and_no_licence(shown: Licence, teacher: User) -> None:
    report = owed(shown)
    with CaptureQueriesContext(connection) as captured:
        answer(report, teacher, 2000)
    locked = [
        match for each in captured for match in re.findall(r"FOR NO KEY UPDATE(?: OF (\S+))?", each["sql"])
    ]
    assert locked[:2] == ['"licensing_institution"', '"licensing_rightsreport"']


def wait_until_somebody_waits() -> None:
    """Until another connection waits for a lock of this transaction; at most PATIENCE."""
    with connection.cursor() as cursor:
        for _ in range(PATIENCE * 20):
            cursor.execute(
                "SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
            )
            if cursor.fetchone():
                return
            time.sleep(0.05)


def test_what_is_settled_is_no_longer_asked_of_the_office(
    shown: Licence, teacher: User, office: User
) -> None:
    answer(owed(shown), teacher, 2000)
    asked = Reminder.objects.waiting().filter(kind="licensing.report-fee-to-settle")
    assert asked.exists()
    invoice_fee(fee=waiting(), by=office)
    assert not asked.exists()


@pytest.mark.parametrize(("reports", "lines"), [(6, 6), (7, 1)])
def test_an_invoice_names_six_reports_and_of_more_their_sum(
    shown: Licence, teacher: User, office: User, reports: int, lines: int
) -> None:
    for number in range(reports):
        answer(owed(shown, number), teacher, 1000)
    line = invoice_fee(fee=waiting(), by=office).order.lines.get()
    assert sum("people who came" in each["words"] for each in line.charges) == lines


def test_the_office_says_why_it_charges_nothing(shown: Licence, teacher: User, office: User) -> None:
    answer(owed(shown), teacher, 2000)
    with pytest.raises(Refused) as refused:
        drop_fee(fee=waiting(), because=" ", by=office)
    assert (refused.value.code, waiting().status) == ("because", "waiting")


def test_the_invoice_is_of_the_tier_of_the_order_and_names_our_address(
    shown: Licence, teacher: User, office: User, settings: Settings
) -> None:
    Institution.objects.update(tier="higher-education")
    answer(owed(shown), teacher, 2000)
    kept, settings.POSTAL_ADDRESS = settings.POSTAL_ADDRESS, ""
    with pytest.raises(Refused) as refused:
        invoice_fee(fee=waiting(), by=office)
    assert refused.value.code == "no-address-of-ours"
    settings.POSTAL_ADDRESS = kept
    assert invoice_fee(fee=waiting(), by=office).order.tier == "k-12"
