"""Which reports are owed: called in the transaction that makes them due, or takes the cause away."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from licensing.lookup import acts_for
from licensing.models import Act, Institution, Licence, RightsReport
from licensing.notices.reports_owed import forget_report, owe_report_due
from licensing.terms.days import office_today
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

A_YEAR = timedelta(days=366)
OWED, WITHDRAWN = RightsReport.Status.OWED, RightsReport.Status.WITHDRAWN


@transaction.atomic
def owe_reports(
    *,
    source: str,
    licences: Collection[Licence],
    institution: Institution,
    title: str,
    site: str,
    first_day: date,
    last_day: date,
) -> list[RightsReport]:
    """What a screening of ours owes now: one report for each of its licences that asks for one.

    Called again after every change: days are moved, and what is no longer owed is withdrawn. What is answered or waived stays.
    """
    dues = {each.pk: days for each in licences if (days := each.terms().report_due_days) is not None}
    known = {
        each.licence_id: each
        for each in RightsReport.objects.select_for_update(no_key=True).filter(source=source).order_by("pk")
    }
    for licence, report in known.items():
        if licence not in dues and report.status == OWED:
            report.status = WITHDRAWN
            report.save(update_fields=["status"])
            forget_report(report)
    owed = []
    for licence, days in sorted(dues.items()):
        report = known.get(licence) or RightsReport(licence_id=licence, source=source)
        if report.status not in {OWED, WITHDRAWN}:
            continue
        report.institution, report.title, report.site = institution, title, site
        report.first_day, report.last_day, report.status = first_day, last_day, OWED
        report.due_on = last_day + timedelta(days=days)
        report.save()
        owe_report_due(report)
        owed.append(report)
    return owed


def withdraw_reports(*, source: str) -> None:
    """The screening was called off: nothing is owed for it."""
    for report in RightsReport.objects.select_for_update(no_key=True).filter(source=source, status=OWED):
        report.status = WITHDRAWN
        report.save(update_fields=["status"])
        forget_report(report)


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
    owe_report_due(report)
    return report
