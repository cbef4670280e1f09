"""What those who run a venue say of it themselves: the way, access, where to eat, and the days on which it is closed.

Rows that change together are written under the venue's lock; these verbs lock nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from screenings.lookup import RUN_VENUE, refuse_outsider
from screenings.models import Closure, MealPlace, Venue
from screenings.reach import refuse_beyond_reach
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MOST_ROWS = 60
"""Meal places, closures, and ways to others, of one venue."""


def lock_venue(venue: Venue, by: User) -> Venue:
    """The venue for who may act for it, locked. Raises Refused: `not-yours`."""
    rows = Venue.objects.select_for_update(of=("self",), no_key=True).select_related("institution")
    row = rows.get(pk=venue.pk)
    refuse_outsider(by, row.institution, RUN_VENUE)
    return row


@transaction.atomic
def describe_venue(
    *,
    venue: Venue,
    getting_there: str,
    access: str,
    curfew: time | None,
    wheelchairs: Mapping[int, int | None],
    devices: Mapping[int, Sequence[str]],
    by: User,
) -> Venue:
    """By the key of each screen, `wheelchairs` has the places for them, None where nobody knows, and `devices` what it has of these.

    Raises Refused (`not-yours`), and ValidationError where a screen would have more of them than seats.
    """
    row = lock_venue(venue, by)
    row.getting_there, row.access, row.curfew = getting_there, access, curfew
    row.full_clean()
    row.save(update_fields=["getting_there", "access", "curfew"])
    for screen in row.screens.filter(pk__in=wheelchairs).order_by("pk"):
        screen.wheelchair_places, screen.devices = wheelchairs[screen.pk], list(devices[screen.pk])
        screen.validate_constraints()
        screen.save(update_fields=["wheelchair_places", "devices"])
    return row


@transaction.atomic
def add_meal_place(*, venue: Venue, name: str, minutes: int, note: str, by: User) -> MealPlace:
    """`minutes` on foot, one way. The same name again changes what is said of it. Raises Refused: `not-yours`, `too-many`."""
    row = lock_venue(venue, by)
    refuse_too_many(row.meal_places.exclude(name=name).count())
    place, _is_new = MealPlace.objects.update_or_create(
        venue=row, name=name, defaults={"minutes": minutes, "note": note}
    )
    return place


@transaction.atomic
def remove_meal_place(*, place: MealPlace, by: User) -> None:
    """Raises Refused: `not-yours`."""
    lock_venue(place.venue, by)
    MealPlace.objects.filter(pk=place.pk).delete()


@transaction.atomic
def close_venue(*, venue: Venue, first_day: date, last_day: date, reason: str, by: User) -> Closure:
    """Closes a venue from one day to another, both included; the planner leaves them out, and showings that stand there are not
    moved. The same days again change the reason. Raises Refused: `not-yours`, `days-backward`, `too-far`, `past`, `too-many`.
    """
    row = lock_venue(venue, by)
    if last_day < first_day:
        raise Refused(_("The closure ends before it begins."), "days-backward")
    refuse_beyond_reach(first_day)
    refuse_beyond_reach(last_day)
    refuse_too_many(row.closures.count())
    closure, _is_new = Closure.objects.update_or_create(
        venue=row, first_day=first_day, last_day=last_day, defaults={"reason": reason}
    )
    return closure


@transaction.atomic
def open_again(*, closure: Closure, by: User) -> None:
    """Raises Refused: `not-yours`."""
    lock_venue(closure.venue, by)
    Closure.objects.filter(pk=closure.pk).delete()


def refuse_too_many(count: int) -> None:
    if count >= MOST_ROWS:
        raise Refused(_("There are too many already: remove old ones first."), "too-many")
