"""Answers to reports: by a member, by who has the link, corrected by the office; each is kept, and the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import moneyed
from django.db import transaction
from django.utils.translation import gettext as _

from licensing.documents.report_words import said_differences
from licensing.lookup import acts_for
from licensing.models import Act, Institution, ReportAnswer, RightsReport
from licensing.models.licences.reports import MOST_PEOPLE
from licensing.notices.reports_owed import forget_report, owe_report_answered, owe_report_reminder
from licensing.reports.fees import record_fee
from licensing.reports.owing import refuse_far_days
from licensing.sales.ordering.acceptance import refuse_fractions
from licensing.terms.days import office_today
from office.permissions import may, refuse_unless_may
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

CHANGE = "licensing.change_rightsreport"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known here of a screening: `people` and `box_office` as they were counted at each showing, or, without a box
    office, only the places that were held."""

    people: int
    box_office: moneyed.Money | None = None

    @property
    def is_counted(self) -> bool:
        return self.box_office is not None


_counts: list[Callable[[str], Known | None]] = []


def count_attendance_by(count: Callable[[str], Known | None]) -> None:
    """Called by the app that knows who came to a screening, in its `ready`; it is asked by the report's source."""
    _counts.append(count)


def attendance_known(report: RightsReport) -> Known | None:
    """What is known here, as a starting value; None where nobody registered or counted here."""
    known = (count(report.source) for count in _counts if report.source)
    return next((each for each in known if each is not None), None)


@transaction.atomic
def answer_report(
    *,
    report: RightsReport,
    attendance: int,
    screenings: int,
    admission: str,
    box_office: moneyed.Money,
    first_day: date,
    last_day: date,
    by: User | None,
    remarks: str = "",
    because: str = "",
) -> ReportAnswer:
    """Records an answer; differences from what the licence allows are told to both, and stop nothing.

    What it makes due beyond what was charged waits for the office, or is invoiced by rule (`licensing.reports.fees`).

    `by` None: whoever has the link, and only once. Once answered, only the office corrects, with a reason.
    Raises Refused (codes `not-a-member`, `not-owed`, `answered`, `because`, `attendance`, `days`, `not-yet`, `currency`,
    `fraction`, `too-large`).
    """
    # The licensee's row first: what is due is counted over all reports of the licence.
    Institution.objects.select_for_update(of=("self",), no_key=True).get(licences__reports=report.pk)
    report = (
        RightsReport.objects.select_for_update(of=("self",), no_key=True).with_listing().get(pk=report.pk)
    )
    _refuse_unfit_answerer(report, by, because)
    _refuse_unfit(report, attendance, screenings, box_office, first_day, last_day)
    answer = ReportAnswer.objects.create(
        report=report, attendance=attendance, screenings=screenings, admission=admission, box_office=box_office,
        first_day=first_day, last_day=last_day, remarks=remarks, because=because, by=by,
    )  # fmt: skip
    report.status = RightsReport.Status.ANSWERED
    report.save(update_fields=["status"])
    forget_report(report)
    differs = bool(said_differences(report, answer))
    record_fee(answer, report.licence, differs=differs)
    owe_report_answered(report, differs=differs)
    return answer


def _refuse_unfit_answerer(report: RightsReport, by: User | None, because: str) -> None:
    if by is not None and not acts_for(by, report.institution, CHANGE, Act.SCREEN):
        raise Refused(_("Only a member who may screen, or the office, can do this."), "not-a-member")
    if report.status in {RightsReport.Status.WAIVED, RightsReport.Status.WITHDRAWN}:
        raise Refused(_("This report is no longer owed."), "not-owed")
    if report.status != RightsReport.Status.ANSWERED:
        return
    if by is None or not may(by, CHANGE):
        raise Refused(_("The report is answered. The office corrects it if you write to us."), "answered")
    if not because:
        raise Refused(_("Say why the report is corrected."), "because")


def _refuse_unfit(  # noqa: PLR0917 - all that a report says
    report: RightsReport,
    attendance: int,
    screenings: int,
    box_office: moneyed.Money,
    first_day: date,
    last_day: date,
) -> None:
    if not 0 <= attendance <= MOST_PEOPLE or not 0 < screenings <= 1000:
        raise Refused(_("Enter how many people came, and to how many screenings."), "attendance")
    if last_day < first_day:
        raise Refused(_("The last day is before the first."), "days")
    if first_day > office_today():
        raise Refused(_("Report the screening once it has begun."), "not-yet")
    refuse_far_days(report.licence, first_day, last_day)
    if box_office.currency != report.licence.line.amount.currency:
        raise Refused(
            _(
                "The fee is in %(fee)s, so the box office must be too. Enter what it came to in %(fee)s, and the rate that you used under “Remarks”."
            ),
            "currency",
            {"fee": report.licence.line.amount.currency},
        )
    if box_office.amount < 0:
        raise Refused(_("The box office cannot be less than zero."), "fraction")
    refuse_fractions(box_office)


@transaction.atomic
def waive_report(*, report: RightsReport, because: str, by: User) -> RightsReport:
    """The office asks for it no longer. Raises Refused (codes `office-only`, `because`, `not-owed`)."""
    refuse_unless_may(by, CHANGE)
    report = RightsReport.objects.select_for_update(of=("self",), no_key=True).get(pk=report.pk)
    because = " ".join(because.split())
    if not because:
        raise Refused(_("Say why the report is waived."), "because")
    if report.status != RightsReport.Status.OWED:
        raise Refused(_("This report is no longer owed."), "not-owed")
    report.status, report.waived_because = RightsReport.Status.WAIVED, because
    report.save(update_fields=["status", "waived_because"])
    forget_report(report)
    return report


@transaction.atomic
def remind_of_report(*, report: RightsReport, by: User) -> None:
    """Sends the request again, now, with a fresh link. Raises Refused (codes `office-only`, `not-owed`)."""
    refuse_unless_may(by, CHANGE)
    if report.status != RightsReport.Status.OWED:
        raise Refused(_("This report is no longer owed."), "not-owed")
    owe_report_reminder(report)
