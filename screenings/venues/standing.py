"""What stands against what a venue says of itself now: hours, closed days and screens change without moving a showing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from screenings.models import Showing, Venue
from screenings.planner import Opening
from screenings.planning.questions import openings

MOST_ASKED = 500
"""Showings to come that are looked at, the next first."""
DAY = timedelta(days=1)


def misfits(venue: Venue) -> list[tuple[Showing, str]]:
    """The next showings of a venue that do not fit it as it is now, each with every reason in words. Three queries."""
    rows = Showing.objects.standing().filter(screen__venue=venue, ends_at__gt=timezone.now())
    coming = list(rows.with_listing().order_by("starts_at", "pk")[:MOST_ASKED])
    if not coming:
        return []
    days = [each.starts_at.astimezone(venue.zone).date() for each in coming]
    hours = openings(venue, days[0] - DAY, days[-1] + DAY, not_before=coming[0].starts_at - 2 * DAY)
    spans = list(_joined(hours))
    found = ((each, " ".join(_reasons(each, spans))) for each in coming)
    return [(showing, why) for showing, why in found if why]


def _reasons(showing: Showing, spans: Sequence[tuple[datetime, datetime]]) -> Iterator[str]:
    if not any(opens <= showing.starts_at and showing.ends_at <= closes for opens, closes in spans):
        yield _("The venue is closed then.")
    seats = showing.screen.capacity
    if showing.booked > seats:
        words = {"booked": showing.booked, "seats": seats}
        yield _("%(booked)d places are taken, and there are %(seats)d seats now.") % words
    elif showing.capacity > seats:
        words = {"places": showing.capacity, "seats": seats}
        yield _("It offers %(places)d places, and there are %(seats)d seats now.") % words
    copy, formats = showing.copy, showing.screen.formats
    if copy and formats and copy.format not in formats:
        yield _("The screen does not show %(format)s now.") % {"format": copy.get_format_display()}


def _joined(hours: Iterable[Opening]) -> Iterator[tuple[datetime, datetime]]:
    """Openings, each with those that follow without a break."""
    begins: datetime | None = None
    ends: datetime | None = None
    for opening in sorted(hours, key=lambda each: each.opens_at):
        if begins and ends and opening.opens_at <= ends:
            ends = max(ends, opening.closes_at)
            continue
        if begins and ends:
            yield begins, ends
        begins, ends = opening.opens_at, opening.closes_at
    if begins and ends:
        yield begins, ends
