"""A report against its licence, in the reader's language."""

from __future__ import annotations

from django.db.models import Sum

from licensing.models import ReportAnswer, RightsReport
from licensing.terms.reporting import Reported, differences
from licensing.terms.rights import Admission
from wording.sentences import sentence


def said_differences(report: RightsReport, answer: ReportAnswer | None) -> list[str]:
    """Every difference from what the licence allows; two queries."""
    if answer is None:
        return []
    licence = report.licence
    reported = Reported(
        attendance=answer.attendance,
        screenings=answer.screenings,
        admission=Admission(answer.admission),
        first_day=answer.first_day,
        last_day=answer.last_day,
        took_money=answer.box_office.amount > 0,
    )
    found = differences(
        licence.terms(), licence.starts_on, licence.ends_on, reported, reported_before=_others(report)
    )
    return [sentence(each) for each in found]


def _others(report: RightsReport) -> int:
    """Screenings in the newest answers to the licence's other reports."""
    others = RightsReport.objects.filter(licence=report.licence_id).exclude(pk=report.pk)
    newest = ReportAnswer.objects.filter(report__in=others).order_by("report_id", "-pk").distinct("report_id")
    total: int | None = ReportAnswer.objects.filter(pk__in=newest.values("pk")).aggregate(
        sum=Sum("screenings")
    )["sum"]
    return total or 0
