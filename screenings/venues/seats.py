"""A screen loses seats: its showings to come give out no more places than it has, or than are taken already."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Greatest, Least
from django.utils import timezone

from screenings.models import Screen, Showing


@contextmanager
def seats_followed(screens: QuerySet[Screen]) -> Iterator[None]:
    """Around whatever writes the seats of these screens. Their showings to come are locked before the screens, as everywhere.

    Two queries, and one more for each screen.
    """
    with transaction.atomic():
        to_come = Showing.objects.standing().filter(ends_at__gt=timezone.now())
        mine = to_come.filter(screen__in=screens).order_by("pk")
        list(mine.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
        yield
        for key, seats in screens.order_by("pk").values_list("pk", "capacity"):
            more = to_come.filter(screen=key, capacity__gt=seats)
            more.update(capacity=Greatest(F("booked"), Least(F("capacity"), seats)))
