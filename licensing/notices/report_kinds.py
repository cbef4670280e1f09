"""What each message about a rights report says."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from licensing.documents.report_links import link_to
from licensing.models import ReportFee, RightsReport
from reminders.kinds import About
from reminders.models import Reminder


class ReportDue(About):
    """With a link of its own, so that whoever reads the mailbox can answer. It lasts from the day it is sent."""

    name = "licensing.report-due"
    label = _("A report of attendance is due")
    template = "licensing/mail/report_due.md"
    goes_together = True
    keeps_quiet = True
    model = RightsReport
    joins = ("licence__film__part_of", "institution")

    def still_holds(self, row: RightsReport) -> bool:
        return row.status == RightsReport.Status.OWED

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        report = values["rightsreport"]
        return values | {"report": report, "address": settings.SITE_URL + link_to(report)}


class ReportAnswered(About):
    """To both: what was reported, and every difference from what the licence allows."""

    name = "licensing.report-answered"
    label = _("A report of attendance has arrived")
    template = "licensing/mail/report_answered.md"
    model = RightsReport
    joins = ("licence__film__part_of", "institution")

    def still_holds(self, row: RightsReport) -> bool:
        return row.status == RightsReport.Status.ANSWERED

    def values(self, reminder: Reminder) -> dict[str, Any]:
        from licensing.documents.report_words import said_differences

        values = super().values(reminder)
        report = values["rightsreport"]
        answer = report.answer()
        return values | {"report": report, "answer": answer, "differences": said_differences(report, answer)}


class ReportAnsweredForOffice(ReportAnswered):
    name = "licensing.report-answered-for-office"
    label = _("A report differs from what its licence allows")
    is_for_the_office = True


class ReportFeeToSettle(About):
    """To the office, on whose page of the fee the button stands."""

    name = "licensing.report-fee-to-settle"
    label = _("Something is to be invoiced or credited after a report")
    template = "licensing/mail/report_fee_to_settle.md"
    model = ReportFee
    joins = ("licence__film__part_of", "licence__institution", "answer__report")
    is_for_the_office = True
    button = "invoice"

    def still_holds(self, row: ReportFee) -> bool:
        return row.status == ReportFee.Status.WAITING

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        fee = values["reportfee"]
        return values | {"fee": fee, "is_credit": fee.amount.amount < 0, "amount": abs(fee.amount)}


REPORT_KINDS = (ReportDue, ReportAnswered, ReportAnsweredForOffice, ReportFeeToSettle)
