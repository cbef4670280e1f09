"""What the reports of a licence make due: recorded with each answer, then invoiced, credited or let go, once.

A licence's reports are taken together, because its guarantee or deposit was charged once: so it is the licence of which
something is due. Each answer that changes the sum adds only the difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from djmoney.money import Money

from licensing.documents.numbers import hold_series
from licensing.licences.resting import hold_still
from licensing.models import (
    CreditNote,
    Institution,
    Invoice,
    Licence,
    Order,
    OrderLine,
    ReportAnswer,
    ReportFee,
    RightsReport,
)
from licensing.notices.reports_owed import forget_fee, owe_fee_to_settle
from licensing.sales.invoicing.after_report import invoice_after_report
from licensing.sales.invoicing.credits import issue_credit_note, left_of
from licensing.sales.ordering.orders import MOST_TOTAL
from licensing.terms.charging.discounts import Charge
from licensing.terms.charging.fees import (
    Fee,
    Report,
    due_after_report,
    due_at_order,
    said_fee,
    together,
    whole_fee,
)
from licensing.terms.days import office_today
from office.permissions import refuse_unless_may
from wording.refusals import Refused
from wording.say import gettext_noop, say

if TYPE_CHECKING:
    from accounts.models import User

Status = ReportFee.Status
MOST_SAID = 6
"""Reports that an invoice names one by one; of more it gives the sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What a licence's newest answers make due, and what was charged after earlier ones. `difference` may be less than zero."""

    fee: Fee
    answers: tuple[ReportAnswer, ...]
    report: Report
    charged: Decimal

    @property
    def difference(self) -> Money:
        due = due_after_report(self.fee, self.report)
        return Money(due.amount - self.charged, due.currency)

    def charges(self) -> list[Charge]:
        """What the difference is made of, where it is more than zero: they add up to it."""
        currency = self.fee.amount.currency
        whole = whole_fee(self.fee, self.report)
        taken = {
            gettext_noop("Charged with the order"): due_at_order(self.fee).amount,
            gettext_noop("Charged after earlier reports"): self.charged,
        }
        return [
            Charge("whole", said_fee(self.fee), Money(whole.amount, whole.currency)),
            *(
                Charge("charged", say("charged", words), Money(-amount, currency))
                for words, amount in taken.items()
                if amount
            ),
        ]


def due_under(licence: Licence) -> Due | None:
    """None where the order kept no fee, as before fees were kept. Two queries."""
    if not licence.line.fee:
        return None
    newest = ReportAnswer.objects.filter(report__licence=licence).order_by("report_id", "-pk")
    answers = tuple(newest.distinct("report_id").select_related("report"))
    charged = ReportFee.objects.settled().filter(licence=licence).aggregate(sum=Sum("amount"))["sum"]
    reports = (
        Report(showings=each.screenings, heads=each.attendance, box_office=each.box_office)
        for each in answers
    )
    fee = Fee.from_json(licence.line.fee)
    return Due(fee=fee, answers=answers, report=together(reports), charged=charged or Decimal(0))


def fee_of(order: Order) -> ReportFee | None:
    """What an order of its kind charges; None for an order of licences, without a query."""
    if order.kind != Order.Kind.AFTER_REPORT:
        return None
    return ReportFee.objects.with_listing().filter(line__order=order).first()


def fees_shown(report: RightsReport) -> list[ReportFee]:
    """What the report's answers have made due, for whoever holds the licence; the office's own decisions are left out."""
    if report.institution_id != report.licence.institution_id:
        return []
    shown = ReportFee.objects.filter(
        answer__report=report, status__in=[Status.WAITING, Status.INVOICED, Status.CREDITED]
    )
    return list(shown.with_listing().order_by("pk"))


def record_fee(answer: ReportAnswer, licence: Licence, *, differs: bool) -> ReportFee | None:
    """Called with each answer: what it changes waits for the office, or is invoiced by rule if it `differs` in nothing.

    The licence's institution must be locked. Raises Refused (code `too-large`).
    """
    for replaced in ReportFee.objects.waiting().filter(licence=licence):
        _settle(replaced, Status.REPLACED, by=None)
    due = due_under(licence)
    if due is None or not due.difference.amount:
        return None
    if due.difference.amount > MOST_TOTAL:
        raise Refused(
            _("What would be due after this report is too large to be invoiced. Check the numbers."),
            "too-large",
        )
    fee = ReportFee.objects.create(answer=answer, licence=licence, amount=due.difference)
    if differs or due.difference.amount < 0 or not _invoice_by_rule(fee, due):
        owe_fee_to_settle(fee)
    return fee


@transaction.atomic
def invoice_fee(*, fee: ReportFee, by: User) -> Invoice:
    """Issues the invoice of what is due; returns the existing one if there is one.

    Raises Refused (codes `office-only`, `settled`, `not-due`, and those of `after_report.invoice_after_report`).
    """
    refuse_unless_may(by, "licensing.add_invoice")
    fee = _locked(fee)
    if fee.status == Status.INVOICED and fee.line is not None:
        return fee.line.order.invoice
    _refuse_settled(fee)
    due = due_under(fee.licence)
    if due is None or fee.amount.amount <= 0 or due.difference != fee.amount:
        raise Refused(_("Nothing is to be invoiced after this report."), "not-due")
    line = _invoice(fee, due, by)
    if line is None:
        raise Refused(_("Nothing is to be invoiced after this report."), "not-due")
    return line.order.invoice


@transaction.atomic
def credit_fee(*, fee: ReportFee, by: User) -> list[CreditNote]:
    """Credits what was charged too much after earlier reports, the last invoices first; returns the existing notes if there are any.

    Raises Refused (codes `office-only`, `settled`, `not-due`, `nothing-to-credit`, and those of `issue_credit_note`).
    """
    refuse_unless_may(by, "licensing.add_creditnote")
    fee = _locked(fee)
    if fee.status == Status.CREDITED:
        return list(fee.credit_notes.order_by("pk"))
    _refuse_settled(fee)
    if fee.amount.amount >= 0:
        raise Refused(_("Nothing is to be credited after this report."), "not-due")
    owed_back = _creditable(fee)
    if (
        len(owed_back) > 1
    ):  # the second note may settle its invoice, whose receipt's series comes before that of the first note
        hold_still(fee.licence.institution_id)
        hold_series(prefix="REC", year=office_today().year)
    notes = [
        issue_credit_note(
            invoice=invoice,
            amounts={line: amount},
            because=_because(fee),
            licences=CreditNote.Licences.KEPT,
            request_key=f"report-fee:{fee.pk}:{line}",
            by=by,
        )
        for invoice, line, amount in owed_back
    ]
    if not notes:
        raise Refused(
            _(
                "All that was invoiced after reports is credited already. Say why nothing more is credited instead."
            ),
            "nothing-to-credit",
        )
    fee.credit_notes.set(notes)
    _settle(fee, Status.CREDITED, by=by)
    return notes


@transaction.atomic
def drop_fee(*, fee: ReportFee, because: str, by: User) -> ReportFee:
    """The office neither invoices nor credits it; later reports are counted from there.

    Raises Refused (codes `office-only`, `because`, `settled`).
    """
    refuse_unless_may(by, "licensing.change_reportfee")
    because = " ".join(because.split())
    if not because:
        raise Refused(_("Say why it is not charged."), "because")
    fee = _locked(fee)
    _refuse_settled(fee)
    fee.because = because
    _settle(fee, Status.DROPPED, by=by)
    return fee


def _invoice_by_rule(fee: ReportFee, due: Due) -> bool:
    """What cannot be invoiced waits for the office, which is told why when it tries."""
    try:
        with transaction.atomic():
            return _invoice(fee, due, None) is not None
    except Refused:
        return False


def _invoice(fee: ReportFee, due: Due, by: User | None) -> OrderLine | None:
    line = invoice_after_report(
        licence=fee.licence,
        institution=fee.licence.institution,
        charges=due.charges(),
        words=_said_reports(due.answers),
        by=by,
    )
    if line is not None:
        fee.line = line
        _settle(fee, Status.INVOICED, by=by)
    return line


def _settle(fee: ReportFee, status: ReportFee.Status, *, by: User | None) -> None:
    fee.status, fee.settled_by = status, by
    fee.settled_at = timezone.now() if status in ReportFee.SETTLED else None
    fee.save(update_fields=["status", "settled_by", "settled_at", "line", "because"])
    forget_fee(fee)


def _locked(fee: ReportFee) -> ReportFee:
    """As it is now; whoever settles or answers holds the institution, so that each does it alone."""
    Institution.objects.select_for_update(no_key=True).get(pk=fee.licence.institution_id)
    return ReportFee.objects.with_listing().get(pk=fee.pk)


def _creditable(fee: ReportFee) -> list[tuple[Invoice, int, Money]]:
    """Invoice, key of its line, and amount: from the last invoice back, but in the order of their orders' keys, which are locked."""
    charged = ReportFee.objects.filter(licence=fee.licence, status=Status.INVOICED).exclude(line=None)
    orders = Order.objects.filter(lines__report_fee__in=charged).order_by("pk")
    for order in orders.select_for_update(of=("self",), no_key=True):
        order.pk  # noqa: B018 - reading the rows is what locks them
    found, left = [], -fee.amount.amount
    for each in charged.select_related("line__order__invoice").order_by("-pk"):
        if each.line is None or not left:
            continue
        amount = min(left, left_of(each.line.order.invoice)[each.line.pk].amount)
        if amount:
            found.append((each.line.order.invoice, each.line.pk, Money(amount, fee.amount.currency)))
            left -= amount
    return sorted(found, key=lambda each: each[0].order_id)


def _because(fee: ReportFee) -> str:
    """As the credit note prints it, in the office's language."""
    with override(settings.LANGUAGE_CODE):
        words = _("A report was corrected: %(title)s. %(because)s") % {
            "title": fee.answer.report.title, "because": fee.answer.because
        }  # fmt: skip
    return words.strip()[:250]


def _said_reports(answers: Sequence[ReportAnswer]) -> list[str]:
    """What each report says, in the office's language; of many only the sum."""
    with override(settings.LANGUAGE_CODE):
        if len(answers) > MOST_SAID:
            amounts = [each.box_office for each in answers]
            numbers = {
                "reports": len(answers),
                "heads": sum(each.attendance for each in answers),
                "screenings": sum(each.screenings for each in answers),
                "box_office": sum(amounts[1:], start=amounts[0]),
            }
            return [
                _(
                    "%(reports)d reports: people who came: %(heads)d; screenings: %(screenings)d; box office: %(box_office)s."
                )
                % numbers
            ]
        return [
            _(
                "%(title)s, %(site)s, %(day)s: people who came: %(heads)d; screenings: %(screenings)d; box office: %(box_office)s."
            )
            % {
                "title": each.report.title,
                "site": each.report.site,
                "day": date_format(each.first_day),
                "heads": each.attendance,
                "screenings": each.screenings,
                "box_office": each.box_office,
            }
            for each in answers
        ]


def _refuse_settled(fee: ReportFee) -> None:
    if fee.status == Status.REPLACED:
        raise Refused(_("A newer report has replaced this one. Look at what is due after it."), "settled")
    if fee.status != Status.WAITING:
        raise Refused(
            _("This is settled already: %(status)s."), "settled", {"status": fee.get_status_display()}
        )
