"""Rights reports as a spreadsheet, for the office and for the institution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from licensing.models import ReportAnswer, RightsReport
from licensing.terms.days import office_day
from wording.spreadsheets import BYTE_ORDER_MARK, csv_line, in_a_cell


def reports_csv(reports: Iterable[RightsReport]) -> Iterator[str]:
    """A line of column names, and one for each report with its newest answer. `reports` come with `kept_answers`."""
    yield BYTE_ORDER_MARK + csv_line(
        [
            _("licence"), _("film"), _("presented by"), _("screening"), _("where"), _("first day"), _("last day"), _("due on"),
            _("status"), _("people who came"), _("screenings"), _("admission"), _("box office"), _("currency"), _("remarks"),
            _("why it was corrected"), _("reported on"),
        ]
    )  # fmt: skip
    for report in reports:
        yield csv_line(in_a_cell(each) for each in _cells(report))


def _cells(report: RightsReport) -> tuple[object, ...]:
    answers: list[ReportAnswer] = report.kept_answers  # type: ignore[attr-defined]  # prefetched by `listing.with_answers`
    return (
        report.licence.number,
        report.licence.film,
        report.institution,
        report.title,
        report.site,
        report.first_day.isoformat(),
        report.last_day.isoformat(),
        report.due_on.isoformat(),
        report.get_status_display(),
        *(_answered(answers[0]) if answers else ("",) * 8),
    )


def _answered(answer: ReportAnswer) -> tuple[object, ...]:
    return (
        answer.attendance,
        answer.screenings,
        answer.get_admission_display(),
        answer.box_office.amount,
        answer.box_office.currency,
        answer.remarks,
        answer.because,
        office_day(answer.answered_at).isoformat(),
    )
