"""The films of a festival, which of them keep apart, and which showings are fixed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.models import Film
from screenings.access import Access
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
from screenings.planning.festivals import refuse_impossible_access, screens_of
from screenings.programme.locks import lock_festival, refuse_publishing
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
    access: Sequence[Access] = (),
    accessible_showings: int | None = None,
) -> FestivalFilm:
    """Adds a film, or changes how one that is there is to be shown. No `screens`: on all that can show it; no `liked` hours: as the
    festival says; no `accessible_showings`: each has the `access` asked for.

    Raises Refused: `not-yours`, `booked`, `too-many`, `too-many-accessible`, `days-backward`, `past`, `too-far`, `half-hours` (one end of the hours),
    `no-such-screen`, `access` (none of the screens can offer it).
    """
    lock_festival(festival.pk)
    refuse_outsider(by, festival.institution, PLAN)
    _refuse_halves((guest_from, guest_until), (liked_from, liked_until))
    _refuse_too_many(festival, film, showings)
    if access and accessible_showings and accessible_showings > showings:
        raise Refused(_("The film has fewer showings than that."), "too-many-accessible")
    own = {screen.pk for screen in festival.screens.all()}
    if any(screen.pk not in own for screen in screens):
        raise Refused(_("Choose screens of the festival."), "no-such-screen")
    wishes = {
        "showings": showings, "demand": demand, "strand": strand, "premiere": premiere, "days_apart": days_apart,
        "guest_from": guest_from, "guest_until": guest_until, "liked_from": liked_from, "liked_until": liked_until,
        "access": list(access), "accessible_showings": accessible_showings if access else None,
    }  # fmt: skip
    wished, _is_new = FestivalFilm.objects.update_or_create(festival=festival, film=film, defaults=wishes)
    if FestivalScreening.objects.filter(film=wished, nth__gt=showings).exists():
        raise Refused(_("More showings of “%(film)s” are booked already."), "booked", {"film": film.title})
    wished.pins.filter(nth__gt=showings).delete()
    wished.screens.set(screens)
    if access:
        refuse_impossible_access(wished, screens_of(festival))
    return wished


def _refuse_halves(guest: tuple[date | None, date | None], liked: tuple[time | None, time | None]) -> None:
    comes, goes = guest
    if bool(comes) != bool(goes) or (comes and goes and goes < comes):
        raise Refused(_("The guest's last day is missing, or before the first."), "days-backward")
    for day in filter(None, guest):
        refuse_beyond_reach(day)
    if bool(liked[0]) != bool(liked[1]):
        raise Refused(_("Say from when and until when, or neither."), "half-hours")


def _refuse_too_many(festival: Festival, film: Film, showings: int) -> None:
    others = FestivalFilm.objects.filter(festival=festival).exclude(film=film)
    if sum(others.values_list("showings", flat=True)) + showings > MOST_SHOWINGS:
        raise Refused(
            _("A festival can have at most %(count)d showings."), "too-many", {"count": MOST_SHOWINGS}
        )


def _held(*films: FestivalFilm, by: User) -> list[FestivalFilm]:
    """Films of one festival, which is locked, as they are now. Raises Refused: `not-yours`, `no-such-film` (another has removed it)."""
    festival = lock_festival(films[0].festival_id)
    refuse_outsider(by, festival.institution, PLAN)
    rows = FestivalFilm.objects.select_related("festival", "film").in_bulk([film.pk for film in films])
    if len(rows) < len({film.pk for film in films}):
        raise Refused(_("This film is no longer in the festival."), "no-such-film")
    return [rows[film.pk] for film in films]


@transaction.atomic
def remove_film(*, film: FestivalFilm, by: User) -> None:
    """Takes a film out of its festival. Raises Refused: `not-yours`, `no-such-film`, and as `refuse_removal` does."""
    (row,) = _held(film, by=by)
    refuse_removal(row)
    row.delete()


def refuse_removal(film: FestivalFilm) -> None:
    """Raises Refused: `publishing`, `booked`."""
    refuse_publishing(film.festival_id)
    if film.screenings.exists():
        raise Refused(
            _("Showings of “%(film)s” are published. It cannot be removed any more."),
            "booked",
            {"film": film.film.title},
        )


@transaction.atomic
def keep_apart(*, film: FestivalFilm, other: FestivalFilm, why: Together, by: User) -> FestivalPair:
    """Two films that must not, or should not, be shown at the same time. Raises Refused: `not-yours`, `no-such-film`, `one-film`."""
    film, other = _held(film, other, by=by)
    if film.pk == other.pk or film.festival_id != other.festival_id:
        raise Refused(_("Choose two films of the festival."), "one-film")
    one, two = sorted((film, other), key=lambda each: each.pk)
    pair, _is_new = FestivalPair.objects.get_or_create(film=one, other=two, why=why.value)
    return pair


@transaction.atomic
def keep_apart_no_more(*, pair: FestivalPair, by: User) -> None:
    """Forgets a pair. Raises Refused: `not-yours`."""
    festival = lock_festival(pair.film.festival_id)
    refuse_outsider(by, festival.institution, PLAN)
    FestivalPair.objects.filter(pk=pair.pk).delete()


@transaction.atomic
def pin(*, film: FestivalFilm, nth: int, screen: Screen, starts_at: datetime, by: User) -> FestivalPin:
    """Fixes a showing where it is in the programme. Raises Refused: `not-yours`, `no-such-film`, `no-such-showing`, `booked` (it stays
    where its screening is)."""
    (row,) = _held(film, by=by)
    _refuse_booked(row, nth)
    if not 1 <= nth <= row.showings or not row.festival.screens.filter(pk=screen.pk).exists():
        raise Refused(_("There is no such showing in this festival."), "no-such-showing")
    fixed, _is_new = FestivalPin.objects.update_or_create(
        film=row, nth=nth, defaults={"screen": screen, "starts_at": starts_at}
    )
    return fixed


@transaction.atomic
def unpin(*, film: FestivalFilm, nth: int, by: User) -> None:
    """Lets a showing move again. Raises Refused: `not-yours`, `no-such-film`, `booked`."""
    (row,) = _held(film, by=by)
    _refuse_booked(row, nth)
    FestivalPin.objects.filter(film=row, nth=nth).delete()


def _refuse_booked(film: FestivalFilm, nth: int) -> None:
    if film.screenings.filter(nth=nth).exists():
        raise Refused(_("Showings of “%(film)s” are booked already."), "booked", {"film": film.film.title})
