"""What a festival is about: refusals of its verbs, and what the database refuses by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution
from screenings.models import Festival, FestivalFilm, FestivalPair, FestivalPin, Venue
from screenings.planner.festival import Together
from screenings.programme.festivals.arranging import (
    add_film,
    create_festival,
    keep_apart,
    pin,
    remove_film,
    unpin,
)
from tests.screenings.conftest import SATURDAY, at, make_venue
from tests.screenings.programme.festivals.conftest import wish
from wording.refusals import Refused


def refusal(act: Callable[..., object], **values: Any) -> str | None:
    try:
        act(**values)
    except Refused as refused:
        return refused.code
    return None


def test_festival_is_refused_with_a_code(venue: Venue, owner: User, outsider: User) -> None:
    right: dict[str, Any] = {
        "institution": venue.institution, "name": "Days", "first_day": SATURDAY, "last_day": SATURDAY, "screens": list(venue.screens.all()),
        "by": owner,
    }  # fmt: skip
    wrong: dict[str, dict[str, Any]] = {
        "not-yours": {"by": outsider},
        "days-backward": {"last_day": SATURDAY - timedelta(days=1)},
        "too-long": {"last_day": SATURDAY + timedelta(days=62)},
        "too-far": {"first_day": date(2050, 1, 1), "last_day": date(2050, 1, 1)},
        "no-screens": {"screens": []},
    }
    assert {code: refusal(create_festival, **right | change) for code, change in wrong.items()} == {
        code: code for code in wrong
    }


def test_screens_of_two_time_zones_are_refused(venue: Venue, owner: User) -> None:
    other = make_venue(venue.institution, "America/New_York", "US", "the-other")
    screens = [*venue.screens.all(), *other.screens.all()]
    days = {"first_day": SATURDAY, "last_day": SATURDAY}
    assert (
        refusal(create_festival, institution=venue.institution, name="D", screens=screens, by=owner, **days)
        == "time-zones"
    )


def test_screens_of_a_venue_that_is_not_for_hire_are_refused(
    venue: Venue, owner: User, cinema: Institution
) -> None:
    stranger = Institution.objects.create(legal_name="Elsewhere", tier=cinema.tier, country="NL")
    other = make_venue(stranger, "Europe/Amsterdam", "NL", "elsewhere")
    days = {"first_day": SATURDAY, "last_day": SATURDAY}
    screens = list(other.screens.all())
    assert (
        refusal(create_festival, institution=cinema, name="D", screens=screens, by=owner, **days)
        == "not-for-hire"
    )


def test_adding_a_film_again_changes_its_wishes(festival: Festival, owner: User) -> None:
    before = wish(festival, "salt")
    after = add_film(festival=festival, film=before.film, by=owner, showings=3, strand="Works")
    assert (after.pk, after.showings, after.strand) == (before.pk, 3, "Works")


def test_guest_without_a_last_day_is_refused(festival: Festival, owner: User) -> None:
    film = wish(festival, "salt").film
    assert refusal(add_film, festival=festival, film=film, by=owner, guest_from=SATURDAY) == "days-backward"


def test_pair_is_the_same_either_way_round(festival: Festival, owner: User) -> None:
    salt, slate = wish(festival, "salt"), wish(festival, "slate")
    one = keep_apart(film=salt, other=slate, why=Together.MAKER, by=owner)
    assert keep_apart(film=slate, other=salt, why=Together.MAKER, by=owner) == one
    assert refusal(keep_apart, film=salt, other=salt, why=Together.MAKER, by=owner) == "one-film"


def test_showing_is_fixed_once_and_let_go(festival: Festival, venue: Venue, owner: User) -> None:
    salt, screen = wish(festival, "salt"), venue.screens.get(name="One")
    pin(film=salt, nth=1, screen=screen, starts_at=at(SATURDAY, "18:00", venue), by=owner)
    pin(film=salt, nth=1, screen=screen, starts_at=at(SATURDAY, "19:00", venue), by=owner)
    assert [each.starts_at for each in FestivalPin.objects.all()] == [at(SATURDAY, "19:00", venue)]
    assert (
        refusal(pin, film=salt, nth=2, screen=screen, starts_at=at(SATURDAY, "18:00", venue), by=owner)
        == "no-such-showing"
    )
    unpin(film=salt, nth=1, by=owner)
    assert FestivalPin.objects.count() == 0


def test_outsiders_change_nothing(festival: Festival, venue: Venue, outsider: User) -> None:
    salt, slate = wish(festival, "salt"), wish(festival, "slate")
    screen = venue.screens.get(name="One")
    assert {
        refusal(add_film, festival=festival, film=salt.film, by=outsider),
        refusal(remove_film, film=salt, by=outsider),
        refusal(keep_apart, film=salt, other=slate, why=Together.MAKER, by=outsider),
        refusal(pin, film=salt, nth=1, screen=screen, starts_at=at(SATURDAY, "18:00", venue), by=outsider),
        refusal(unpin, film=salt, nth=1, by=outsider),
    } == {"not-yours"}


def test_database_refuses_what_no_form_lets_through(festival: Festival, film: Film) -> None:
    salt, slate = wish(festival, "salt"), wish(festival, "slate")
    guest = {"guest_from": SATURDAY, "guest_until": SATURDAY - timedelta(days=1)}
    broken: list[Callable[[], object]] = [
        lambda: Festival.objects.filter(pk=festival.pk).update(last_day=SATURDAY - timedelta(days=1)),
        lambda: Festival.objects.filter(pk=festival.pk).update(name="two\nlines"),
        lambda: FestivalFilm.objects.filter(pk=salt.pk).update(showings=0),
        lambda: FestivalFilm.objects.filter(pk=salt.pk).update(**guest),
        lambda: FestivalFilm.objects.create(festival=festival, film=salt.film),
        lambda: FestivalPair.objects.create(film=slate, other=salt),
    ]
    for act in broken:
        with pytest.raises(IntegrityError), transaction.atomic():
            act()
