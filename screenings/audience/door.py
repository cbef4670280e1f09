"""The door: who is let in, entered by several devices, some of which were without a connection meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.lookup import acts_for
from licensing.models import Act
from screenings.lookup import RUN
from screenings.models import Arrival, Place, Screening
from screenings.programme.locks import lock_showings
from screenings.reach import FIRST_YEAR, MOST_TOGETHER
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MOST_AT_ONCE = 1_000
"""Entries that a device sends together."""


EARLIEST = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
"""A device whose clock says less has none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """So many people of one place let in; fewer than none takes a mistake back. `key` is the device's own."""

    key: UUID
    place: int
    people: int
    at: datetime


def may_let_in(by: User, screening: Screening) -> bool:
    """Whether a person acts for who presents the screening, or for who runs its venue."""
    return acts_for(by, screening.institution, RUN, Act.SCREEN) or acts_for(
        by, screening.venue.institution, RUN, Act.SCREEN
    )


@transaction.atomic
def enter(*, screening: Screening, entries: Sequence[Entry], by: User) -> None:
    """Enters who was let in. Idempotent: an entry whose key is known is left out, and so is one about no place that stands.

    Two doors may let the same people in: they are counted once, and taken back once. Raises Refused: `not-yours`, `too-many`, `nobody`.
    """
    if not may_let_in(by, screening):
        raise Refused(_("Only who presents the screening, or runs the venue, lets people in."), "not-yours")
    if len(entries) > MOST_AT_ONCE:
        raise Refused(_("Too many entries at once."), "too-many")
    if any(not 0 < abs(entry.people) <= MOST_TOGETHER for entry in entries):
        raise Refused(_("Say how many people you let in."), "nobody")
    lock_showings([screening.pk])
    standing = Place.objects.filter(showing__screening=screening, registration__cancelled_at=None)
    places = standing.in_bulk({entry.place for entry in entries})
    Arrival.objects.bulk_create(
        (
            Arrival(
                key=entry.key,
                place=places[entry.place],
                people=entry.people,
                at=max(EARLIEST, min(entry.at, timezone.now())),
                by=by,
            )
            for entry in entries
            if entry.place in places
        ),
        ignore_conflicts=True,
    )
    _count(list(places.values()))


def _count(places: Sequence[Place]) -> None:
    """Each entry, in the order in which they were made, changes what it can within none and all of them: who was let in twice
    is taken back once.
    """
    here: Counter[int] = Counter()
    most = {place.pk: place.people for place in places}
    entered = Arrival.objects.filter(place__in=places).order_by("at", "pk")
    for place, people in entered.values_list("place", "people"):
        here[place] = max(0, min(most[place], here[place] + people))
    for row in places:
        row.arrived = here[row.pk]
    if places:
        Place.objects.bulk_update(places, ["arrived"])


def arrived_at(screening: Screening) -> Counter[int]:
    """How many of each place are here, by its key; only those of whom anybody is. One query."""
    rows = Place.objects.filter(showing__screening=screening, arrived__gt=0)
    return Counter(dict(rows.values_list("pk", "arrived")))
