"""Reports that a screening owes to the distributor under its licences."""

from __future__ import annotations

from licensing.reports.owing import owe_reports, withdraw_reports
from screenings.models import Screening
from screenings.planning.arrangement import showing_day, standing_showings


def owe_reports_of(screening: Screening) -> None:
    """What it owes as it is now; in the transaction of whatever changed it."""
    source = f"screening:{screening.pk}"
    if screening.status == Screening.Status.CANCELLED:
        withdraw_reports(source=source)
    if screening.status != Screening.Status.PUBLISHED:
        return
    row = Screening.objects.with_listing().select_related("licence").get(pk=screening.pk)
    showings = standing_showings(row)
    if not showings:
        withdraw_reports(source=source)
    else:
        days = [showing_day(showing, row) for showing in showings]
        owe_reports(
            source=source,
            licences=row.licences(),
            institution=row.institution,
            title=row.title,
            site=row.venue.name,
            first_day=min(days),
            last_day=max(days),
        )
