"""The waiting list when the timetable changes: a showing is called off, moved, cut in two, or joined with another.

The showings must be locked. An offer keeps its places: `Showing.booked` counts them wherever they go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Min, QuerySet, Sum
from django.utils import timezone

from screenings.audience import waiting
from screenings.models import Wait


def _turns() -> QuerySet[Any]:
    """One row for each showing that a turn is for."""
    return Wait.showings.through.objects.all()


def leave_called_off(showings: Collection[int]) -> None:
    """Nobody waits any more for showings that are called off, and what was offered of them counts no longer."""
    turns = _turns().filter(showing__in=showings)
    rows = list(turns.values_list("wait", "showing", "wait__people", "wait__offered_until"))
    if rows:
        free: Counter[int] = Counter()
        for _wait, showing, people, offered_until in rows:
            free[showing] -= people if offered_until else 0
        waiting.count(free)
        turns.delete()
        _forget_empty({wait for wait, *_rest in rows})


def _forget_empty(waits: Collection[int]) -> None:
    Wait.objects.filter(pk__in=waits, showings=None).delete()


def serve_after_moves(screening: int) -> None:
    """Ends open offers in time for showings that now begin sooner, and offers what became free, such as by a larger screen."""
    now = timezone.now()
    offered = Wait.objects.offered().filter(registration__screening=screening, offered_until__gt=now)
    sooner = []
    for wait in offered.annotate(first=Min("showings__starts_at")).filter(first__isnull=False):
        first: datetime = vars(wait)["first"]
        until = now + (first - now) / 2
        if first > now and wait.offered_until and until < wait.offered_until:
            wait.offered_until = until
            sooner.append(wait)
    if sooner:
        Wait.objects.bulk_update(sooner, ["offered_until"])
    waiting.serve([screening])


def wait_for_both(source: int, new: int) -> None:
    """Who waits for the showing that was cut, or has an offer of it, does so for both."""
    pairs = _turns()
    waits = pairs.filter(showing=source).values_list("wait", flat=True)
    pairs.bulk_create(pairs.model(wait_id=wait, showing_id=new) for wait in waits)


def wait_for_whole(gone: int, into: int, *, seated: Collection[int]) -> int:
    """Who waited for what is now a part of another showing waits for that, unless they hold places there: `seated` are the
    keys of the registrations that do. Returns how many places are offered there now.
    """
    rows = dict(Wait.objects.filter(showings__in=[gone, into]).values_list("pk", "registration"))
    pairs = _turns()
    has_place = {wait for wait, registration in rows.items() if registration in seated}
    if rows:
        pairs.filter(showing=gone).delete()
        pairs.filter(showing=into, wait__in=has_place).delete()
        wanted = sorted(rows.keys() - has_place)
        pairs.bulk_create(
            (pairs.model(wait_id=wait, showing_id=into) for wait in wanted), ignore_conflicts=True
        )
        _forget_empty(has_place)
    offered = Wait.objects.offered().filter(showings=into).aggregate(sum=Sum("people"))
    return int(offered["sum"] or 0)
