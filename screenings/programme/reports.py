"""Reports that screenings owe to the distributor under their licences."""

from __future__ import annotations

from collections.abc import Collection

from licensing.reports.owing import Shown, owe_reports, withdraw_reports
from screenings.models import Screening, Showing
from screenings.planning.arrangement import showing_day, standing_showings


def owe_reports_of(screening: Screening) -> None:
    """What it owes as it is now; in the transaction of whatever changed it."""
    if screening.status == Screening.Status.CANCELLED:
        withdraw_reports(source=_source(screening))
    if screening.status == Screening.Status.PUBLISHED:
        owe_reports_of_each(screenings=[screening.pk])


def owe_reports_of_each(*, screenings: Collection[int]) -> None:
    """What published ones owe, by their keys, in as many statements as for one."""
    shown = []
    for row in Screening.objects.with_licences().filter(pk__in=screenings):
        if showings := standing_showings(row):
            shown.append(_shown(row, showings))
        else:
            withdraw_reports(source=_source(row))
    owe_reports(shown)


def _shown(row: Screening, showings: Collection[Showing]) -> Shown:
    days = [showing_day(showing, row) for showing in showings]
    return Shown(
        source=_source(row),
        licences=row.licences(),
        institution=row.institution,
        title=row.title,
        site=row.venue.name,
        first_day=min(days),
        last_day=max(days),
    )


def _source(screening: Screening) -> str:
    return f"screening:{screening.pk}"
