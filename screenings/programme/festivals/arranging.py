"""The films of a festival, which of them keep apart, and which showings are fixed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.models import Film
from screenings.lookup import PLAN, refuse_outsider
from screenings.models import (
    Festival,
    FestivalFilm,
    FestivalPair,
    FestivalPin,
    FestivalScreening,
    Screen,
)
from screenings.planner.festival import Together
from screenings.planner.festival.question import MOST_SHOWINGS
from screenings.programme.locks import lock_festival
from screenings.reach import refuse_beyond_reach
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def add_film(
    *,
    festival: Festival,
    film: Film,
    by: User,
    showings: int = 1,
    demand: int = 100,
    strand: str = "",
    premiere: bool = False,
    days_apart: int = 1,
    guest_from: date | None = None,
    guest_until: date | None = None,
    liked_from: time | None = None,
    liked_until: time | None = None,
    screens: Sequence[Screen] = (),
) -> FestivalFilm:
    """Adds a film, or changes how one that is there is to be shown. No `screens`: on all that can show it; no `liked` hours: as the
    festival says.

    Raises Refused: `not-yours`, `booked`, `too-many`, `days-backward`, `past`, `too-far`, `half-hours` (one end of the hours), `no-such-screen`.
    """
    lock_festival(festival.pk)
    refuse_outsider(by, festival.institution, PLAN)
    if bool(guest_from) != bool(guest_until) or (guest_from and guest_until and guest_until < guest_from):
        raise Refused(_("The guest's last day is missing, or before the first."), "days-backward")
    for day in filter(None, (guest_from, guest_until)):
        refuse_beyond_reach(day)
    if bool(liked_from) != bool(liked_until):
        raise Refused(_("Say from when and until when, or neither."), "half-hours")
    own = {screen.pk for screen in festival.screens.all()}
    if any(screen.pk not in own for screen in screens):
        raise Refused(_("Choose screens of the festival."), "no-such-screen")
    others = (
        FestivalFilm.objects.filter(festival=festival).exclude(film=film).values_list("showings", flat=True)
    )
    if sum(others) + showings > MOST_SHOWINGS:
        raise Refused(
            _("A festival can have at most %(count)d showings."), "too-many", {"count": MOST_SHOWINGS}
        )
    wishes = {
        "showings": showings, "demand": demand, "strand": strand, "premiere": premiere, "days_apart": days_apart,
        "guest_from": guest_from, "guest_until": guest_until, "liked_from": liked_from, "liked_until": liked_until,
    }  # fmt: skip
    wished, _is_new = FestivalFilm.objects.update_or_create(festival=festival, film=film, defaults=wishes)
    if FestivalScreening.objects.filter(film=wished, nth__gt=showings).exists():
        raise Refused(_("More showings of “%(film)s” are booked already."), "booked", {"film": film.title})
    wished.pins.filter(nth__gt=showings).delete()
    wished.screens.set(screens)
    return wished


@transaction.atomic
def remove_film(*, film: FestivalFilm, by: User) -> None:
    """Takes a film out of its festival. Raises Refused: `not-yours`, `booked`."""
    lock_festival(film.festival_id)
    refuse_outsider(by, film.festival.institution, PLAN)
    if film.screenings.exists():
        raise Refused(_("Showings of “%(film)s” are booked already."), "booked", {"film": film.film.title})
    film.delete()


@transaction.atomic
def keep_apart(*, film: FestivalFilm, other: FestivalFilm, why: Together, by: User) -> FestivalPair:
    """Two films that must not, or should not, be shown at the same time. Raises Refused: `not-yours`, `one-film`."""
    refuse_outsider(by, film.festival.institution, PLAN)
    if film.pk == other.pk or film.festival_id != other.festival_id:
        raise Refused(_("Choose two films of the festival."), "one-film")
    one, two = sorted((film, other), key=lambda each: each.pk)
    pair, _is_new = FestivalPair.objects.get_or_create(film=one, other=two, why=why.value)
    return pair


@transaction.atomic
def keep_apart_no_more(*, pair: FestivalPair, by: User) -> None:
    """Forgets a pair. Raises Refused: `not-yours`."""
    refuse_outsider(by, pair.film.festival.institution, PLAN)
    pair.delete()


@transaction.atomic
def pin(*, film: FestivalFilm, nth: int, screen: Screen, starts_at: datetime, by: User) -> FestivalPin:
    """Fixes a showing where it is in the programme. Raises Refused: `not-yours`, `no-such-showing`."""
    lock_festival(film.festival_id)
    refuse_outsider(by, film.festival.institution, PLAN)
    if not 1 <= nth <= film.showings or not film.festival.screens.filter(pk=screen.pk).exists():
        raise Refused(_("There is no such showing in this festival."), "no-such-showing")
    fixed, _is_new = FestivalPin.objects.update_or_create(
        film=film, nth=nth, defaults={"screen": screen, "starts_at": starts_at}
    )
    return fixed


@transaction.atomic
def unpin(*, film: FestivalFilm, nth: int, by: User) -> None:
    """Lets a showing move again. Raises Refused: `not-yours`, `booked`."""
    lock_festival(film.festival_id)
    refuse_outsider(by, film.festival.institution, PLAN)
    if film.screenings.filter(nth=nth).exists():
        raise Refused(_("Showings of “%(film)s” are booked already."), "booked", {"film": film.film.title})
    FestivalPin.objects.filter(film=film, nth=nth).delete()
