"""The weekly opening hours of a venue, changed by those who run it. What stands outside them is not moved (`standing.py`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import time
from itertools import pairwise
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from screenings.models import OpeningHours, Venue
from screenings.models.venues.places import DAY, OVERLAP
from screenings.venues.describing import lock_venue, refuse_too_many
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

WEEK = 7 * DAY


@transaction.atomic
def open_weekly(*, venue: Venue, weekdays: Collection[int], opens: time, closes: time, by: User) -> None:
    """Opens a venue on these weekdays (0 is Monday); a time to close that is not after the other is on the next day. The same time to
    open on the same weekday again changes when it closes. Raises Refused: `not-yours`, `no-length`, `overlap`, `too-many`.
    """
    row = lock_venue(venue, by)
    if opens == closes:
        raise Refused(_("It would close as it opens."), "no-length")
    hours = {(each.weekday, each.opens): each for each in row.opening_hours.all()}
    for weekday in weekdays:
        hours[weekday, opens] = OpeningHours(venue=row, weekday=weekday, opens=opens, closes=closes)
    refuse_too_many(len(hours) - 1)
    if overlap(hours.values()):
        raise Refused(OVERLAP, "overlap")
    for weekday in sorted(set(weekdays)):
        OpeningHours.objects.update_or_create(
            venue=row, weekday=weekday, opens=opens, defaults={"closes": closes}
        )


@transaction.atomic
def open_weekly_no_more(*, hours: OpeningHours, by: User) -> None:
    """Raises Refused: `not-yours`."""
    lock_venue(hours.venue, by)
    OpeningHours.objects.filter(pk=hours.pk).delete()


def overlap(hours: Iterable[OpeningHours]) -> bool:
    """Whether two of them, of one venue, share a minute of the week: constraint `opening_hours_apart` in Python, for rows that are not written yet."""
    spans = sorted(_of_week(each) for each in hours)
    if spans:
        spans.append((spans[0][0] + WEEK, spans[0][1] + WEEK))
    return any(after[0] < before[1] for before, after in pairwise(spans))


def _of_week(hours: OpeningHours) -> tuple[int, int]:
    """From when until when, in minutes since Monday began."""
    opens, closes = (each.hour * 60 + each.minute for each in (hours.opens, hours.closes))
    begins = hours.weekday * DAY + opens
    return begins, begins + (closes - opens) % DAY
