"""A screen that a festival cannot have on one of its days: nothing is planned there any more, and what was only fixed there can move."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from screenings.lookup import PLAN, refuse_outsider
from screenings.models import Festival, FestivalLostDay, FestivalPin, Screen, Showing
from screenings.planner.question import DAY_TURNS_AT, wall_instant
from screenings.programme.locks import lock_festival
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def lose_screen(*, festival: Festival, screen: Screen, day: date, by: User) -> FestivalLostDay:
    """Idempotent. The programme that stands is not changed: whoever plans anew, or moves only what must move, plans without it.

    Raises Refused: `not-yours`, `no-such-screen`, `no-such-day`, `booked` (a showing is booked there: it is moved on its own page first).
    """
    row = lock_festival(festival.pk)
    refuse_outsider(by, row.institution, PLAN)
    if not row.screens.filter(pk=screen.pk).exists():
        raise Refused(_("Choose screens of the festival."), "no-such-screen")
    if not row.first_day <= day <= row.last_day:
        raise Refused(_("Choose a day of the festival."), "no-such-day")
    there = _on(screen, day)
    standing = Showing.objects.standing().filter(there, screening__of_festival__film__festival=row)
    if booked := standing.select_related("screening").first():
        raise Refused(
            _("“%(title)s” is booked there: move it on its own page first."),
            "booked",
            {"title": booked.screening.title},
        )
    FestivalPin.objects.filter(there, film__festival=row).delete()
    lost, _is_new = FestivalLostDay.objects.get_or_create(festival=row, screen=screen, day=day)
    return lost


@transaction.atomic
def have_screen_again(*, lost: FestivalLostDay, by: User) -> None:
    """Raises Refused: `not-yours`."""
    row = lock_festival(lost.festival_id)
    refuse_outsider(by, row.institution, PLAN)
    FestivalLostDay.objects.filter(pk=lost.pk).delete()


def _on(screen: Screen, day: date) -> Q:
    """What begins on the screen on a day of the programme."""
    begins, ends = (
        wall_instant(each, DAY_TURNS_AT, screen.venue.zone) for each in (day, day + timedelta(days=1))
    )
    return Q(screen=screen, starts_at__gte=begins, starts_at__lt=ends)
