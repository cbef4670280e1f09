"""Which reports are owed: called in the transaction that makes them due, or takes the cause away."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from licensing.lookup import acts_for
from licensing.models import Act, Institution, Licence, RightsReport
from licensing.notices.reports_owed import forget_report, owe_reports_due
from licensing.terms.days import office_today
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

A_YEAR = timedelta(days=366)
OWED, WITHDRAWN = RightsReport.Status.OWED, RightsReport.Status.WITHDRAWN
AS_OWED = ("institution", "title", "site", "first_day", "last_day", "due_on", "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A screening of ours, named by its `source`, and the licences that cover it."""

    source: str
    licences: Collection[Licence]
    institution: Institution
    title: str
    site: str
    first_day: date
    last_day: date

    @property
    def dues(self) -> dict[int, int]:
        """Within how many days a report is due, by the keys of the licences that ask for one."""
        days = {each.pk: each.terms().report_due_days for each in self.licences}
        return {key: due for key, due in sorted(days.items()) if due is not None}


@transaction.atomic
def owe_reports(screenings: Collection[Shown]) -> list[RightsReport]:
    """What screenings of ours owe now: one report for each licence of each that asks for one. As many statements for several as for one.

    Called again after every change: days are moved, and what is no longer owed is withdrawn. What is answered or waived stays.
    """
    sources = [each.source for each in screenings]
    rows = RightsReport.objects.select_for_update(no_key=True).filter(source__in=sources).order_by("pk")
    known = {(each.source, each.licence_id): each for each in rows}
    dues = {(each.source, licence) for each in screenings for licence in each.dues}
    _withdraw([report for key, report in known.items() if key not in dues])
    owed = [
        _as_owed(known.get((each.source, licence)) or RightsReport(licence_id=licence), each, days)
        for each in screenings
        for licence, days in each.dues.items()
        if (each.source, licence) not in known or known[each.source, licence].status in {OWED, WITHDRAWN}
    ]
    stood = [each for each in owed if (each.source, each.licence_id) in known]
    RightsReport.objects.bulk_create(each for each in owed if each not in stood)
    RightsReport.objects.bulk_update(stood, AS_OWED)
    owe_reports_due(owed)
    return owed


def _as_owed(report: RightsReport, shown: Shown, days: int) -> RightsReport:
    report.source, report.institution = shown.source, shown.institution
    report.title, report.site = shown.title, shown.site
    report.first_day, report.last_day, report.status = shown.first_day, shown.last_day, OWED
    report.due_on = shown.last_day + timedelta(days=days)
    return report


def _withdraw(reports: Iterable[RightsReport]) -> None:
    for report in reports:
        if report.status == OWED:
            report.status = WITHDRAWN
            report.save(update_fields=["status"])
            forget_report(report)


def withdraw_reports(*, source: str) -> None:
    """The screening was called off: nothing is owed for it."""
    _withdraw(RightsReport.objects.select_for_update(no_key=True).filter(source=source, status=OWED))


def refuse_far_days(licence: Licence, first_day: date, last_day: date) -> None:
    """Raises Refused (code `days`) for a slip in a year: before the year that precedes the licence, or over a year from today."""
    if first_day < licence.starts_on - A_YEAR or last_day > office_today() + A_YEAR:
        raise Refused(_("Check the years of the first day and the last."), "days")


@transaction.atomic
def enter_screening(
    *, licence: Licence, title: str, site: str, first_day: date, last_day: date, by: User
) -> RightsReport:
    """A screening that was not planned here, entered by the licensee; its report is owed with it.

    Raises Refused (codes `not-a-member`, `no-report`, `days`, `not-yet`).
    """
    if not acts_for(by, licence.institution, "licensing.add_rightsreport", Act.SCREEN):
        raise Refused(_("Only a member who may screen, or the office, can do this."), "not-a-member")
    days = licence.terms().report_due_days
    if days is None:
        raise Refused(_("This licence asks for no report."), "no-report")
    if last_day < first_day:
        raise Refused(_("The last day is before the first."), "days")
    if first_day > office_today():
        raise Refused(_("Enter the screening once it has begun."), "not-yet")
    refuse_far_days(licence, first_day, last_day)
    report = RightsReport.objects.create(
        licence=licence,
        institution=licence.institution,
        title=title,
        site=site,
        first_day=first_day,
        last_day=last_day,
        due_on=last_day + timedelta(days=days),
    )
    owe_reports_due([report])
    return report
