"""Where a showing of ours and a booking from elsewhere take one screen at one time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from screenings.models import Screen, Screening, Showing


@dataclass(frozen=True, slots=True)
class Clash:
    """A showing, by its key, and the time that is booked elsewhere."""

    showing: int
    screening: int
    begins: datetime
    ends: datetime


def clashes_on(screens: Iterable[Screen]) -> list[Clash]:
    """Of showings that are not over, on these screens, in order. One query."""
    return _clashes(Showing.objects.filter(screen__in=[each.pk for each in screens]))


def clashes_of(screening: Screening) -> list[Clash]:
    """Of a screening's showings that are not over, in order. One query."""
    return _clashes(Showing.objects.filter(screening=screening))


def _clashes(showings: QuerySet[Showing]) -> list[Clash]:
    meets = Q(
        screen__outside_bookings__starts_at__lt=F("occupied_until"),
        screen__outside_bookings__ends_at__gt=F("occupied_from"),
    )
    rows = showings.exclude(status=Showing.Status.CANCELLED).filter(meets, ends_at__gt=timezone.now())
    found = rows.order_by("starts_at", "pk", "screen__outside_bookings__starts_at").values_list(
        "pk", "screening", "screen__outside_bookings__starts_at", "screen__outside_bookings__ends_at"
    )
    return [Clash(*each) for each in dict.fromkeys(found)]
