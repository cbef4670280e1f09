"""Reports that a screening owes to the distributor under its licences, and who came, as our registrations know it."""

from __future__ import annotations

from django.db.models import Sum

from licensing.reports.owing import owe_reports, withdraw_reports
from screenings.models import Screening, Showing
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


def places_held(source: str) -> int | None:
    """The places taken at all showings of a screening; None for anything else, or where nobody registered."""
    kind, _colon, key = source.partition(":")
    if kind != "screening":
        return None
    held: int | None = (
        Showing.objects.standing().filter(screening=int(key)).aggregate(sum=Sum("booked"))["sum"]
    )
    return held or None
