"""What a festival is about: its days, its screens, the hours that people like, the ways between its venues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from licensing.models import Institution
from screenings.lookup import PLAN, refuse_closed_venue, refuse_outsider
from screenings.models import Festival, FestivalPin, FestivalWay, Screen, Showing, VenueWay
from screenings.planner.question import DAY_TURNS_AT, wall_instant
from screenings.planning.festivals import venues_in_twos, zone_of
from screenings.programme.locks import lock_festival
from screenings.reach import MOST_DAYS, refuse_beyond_reach
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

FIELDS = (
    "name", "first_day", "last_day", "liked_from", "liked_until", "premiere_from", "premiere_until", "travel_minutes",
)  # fmt: skip
"""What `About` and `Festival` both have."""


@dataclass(frozen=True)
class About:
    """What a festival is about. `ways` are minutes between two of its venues, by their keys, the lower first, where they differ from
    `travel_minutes`; those between two venues that are new begin as they are kept of these. Times are on the wall of the venues."""

    name: str
    first_day: date
    last_day: date
    screens: Sequence[Screen]
    liked_from: time = time(18)
    liked_until: time = time(21)
    premiere_from: time = time(18)
    premiere_until: time = time(20, 30)
    travel_minutes: int = 20
    ways: Mapping[tuple[int, int], int] = field(default_factory=dict)


@transaction.atomic
def create_festival(*, institution: Institution, about: About, by: User) -> Festival:
    """A festival without films. Raises Refused: `not-yours`, `not-for-hire`, `days-backward`, `too-long`, `too-far`, `past`,
    `no-screens`, `time-zones`."""
    refuse_outsider(by, institution, PLAN)
    festival = Festival(institution=institution, created_by=by)
    _keep(festival, about)
    return festival


@transaction.atomic
def change_festival(*, festival: Festival, about: About, by: User) -> Festival:
    """Changes what a festival is about. What was fixed on days or screens that it has no more can move again.

    Raises Refused: `booked` when a showing is booked there, and as `create_festival` does.
    """
    row = lock_festival(festival.pk)
    refuse_outsider(by, row.institution, PLAN)
    _keep(row, about)
    zone = zone_of(about.screens)
    begins = wall_instant(about.first_day, DAY_TURNS_AT, zone)
    ends = wall_instant(about.last_day + timedelta(days=1), DAY_TURNS_AT, zone)
    inside = Q(starts_at__gte=begins, starts_at__lt=ends, screen__in=about.screens)
    booked = Showing.objects.standing().filter(screening__of_festival__film__festival=row)
    if booked.exclude(inside).exists():
        raise Refused(_("Showings are booked already on other days or screens."), "booked")
    FestivalPin.objects.filter(film__festival=row).exclude(inside).delete()
    row.lost_days.exclude(day__range=(row.first_day, row.last_day), screen__in=about.screens).delete()
    for film in row.films.prefetch_related("screens"):
        film.screens.remove(*(set(film.screens.all()) - set(about.screens)))
    return row


def _keep(festival: Festival, about: About) -> None:
    """The way between two of its venues begins as it is kept of them, if it is."""
    _refuse_days(about.first_day, about.last_day)
    if not about.screens:
        raise Refused(_("This festival has no screens yet."), "no-screens")
    for screen in about.screens:
        refuse_closed_venue(screen.venue, festival.institution)
    zone_of(about.screens)
    for name in FIELDS:
        setattr(festival, name, getattr(about, name))
    festival.save()
    before = _between(festival.screens.select_related("venue"))
    festival.screens.set(about.screens)
    between = _between(about.screens)
    kept = VenueWay.objects.minutes_between({key for two in between - before for key in two})
    begins = {two: minutes for two, minutes in kept.items() if two not in before}
    festival.ways.all().delete()
    FestivalWay.objects.bulk_create(
        FestivalWay(festival=festival, venue_id=one, other_id=other, minutes=minutes)
        for (one, other), minutes in (begins | dict(about.ways)).items()
        if (one, other) in between
    )


def _between(screens: Iterable[Screen]) -> set[tuple[int, int]]:
    """The keys of each two venues of these screens."""
    return {(one.pk, other.pk) for one, other in venues_in_twos(screens)}


def _refuse_days(first_day: date, last_day: date) -> None:
    if last_day < first_day:
        raise Refused(_("The last day is before the first."), "days-backward")
    if (last_day - first_day).days >= MOST_DAYS:
        raise Refused(_("Ask for at most %(days)d days at once."), "too-long", {"days": MOST_DAYS})
    refuse_beyond_reach(first_day)
    refuse_beyond_reach(last_day)
