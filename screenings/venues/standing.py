"""What stands against what a venue says of itself now: hours, closed days and screens change without moving a showing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from screenings.models import Showing, Venue
from screenings.planner import Opening
from screenings.planning.days_off import called
from screenings.planning.questions import hours_of
from wording.sentences import shown

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
    hours, closed = hours_of(venue, days[0] - DAY, days[-1], not_before=coming[0].starts_at - 2 * DAY)
    spans, why = list(_joined(hours)), {each.closed: each.why for each in closed}
    found = (
        (each, " ".join(_reasons(each, day, spans, why))) for each, day in zip(coming, days, strict=True)
    )
    return [(showing, why) for showing, why in found if why]


def _reasons(
    showing: Showing, day: date, spans: Sequence[tuple[datetime, datetime]], closed: Mapping[date, str]
) -> Iterator[str]:
    """`closed` has why the venue is closed on days of the calendar."""
    if not any(opens <= showing.starts_at and showing.ends_at <= closes for opens, closes in spans):
        if day in closed:
            yield _("The venue is closed on %(day)s.") % {
                "day": shown(called(showing.screen.venue.country, day, closed[day]))
            }
        else:
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
