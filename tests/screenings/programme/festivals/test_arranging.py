"""What a festival is about: refusals of its verbs, and what the database refuses by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, Licence
from screenings.models import Festival, FestivalFilm, FestivalPair, FestivalPin, FestivalPlan, Screen, Venue
from screenings.planner.festival import Together
from screenings.planner.question import Hours
from screenings.planning.festivals import question_of
from screenings.programme.festivals.about import About, change_festival, create_festival
from screenings.programme.festivals.arranging import add_film, keep_apart, pin, remove_film, unpin
from screenings.programme.festivals.losing import lose_screen
from screenings.programme.festivals.publishing import publish_festival
from screenings.venues.ways import keep_way
from tests.screenings.conftest import SATURDAY, at, make_venue
from tests.screenings.programme.festivals.conftest import wish
from wording.refusals import Refused


def refusal(act: Callable[..., object], **values: Any) -> str | None:
    try:
        act(**values)
    except Refused as refused:
        return refused.code
    return None


def about(venue: Venue, **change: Any) -> About:
    right = {
        "name": "Days",
        "first_day": SATURDAY,
        "last_day": SATURDAY,
        "screens": list(venue.screens.all()),
    }
    return About(**{**right, **change})


def test_what_another_has_changed_meanwhile_is_asked_again(
    festival: Festival, owner: User, venue: Venue
) -> None:
    """Rows as a second tab still has them."""
    rails, salt, slate = (wish(festival, slug) for slug in ("rails", "salt", "slate"))
    add_film(festival=festival, film=rails.film, by=owner, showings=1)
    there = {"screen": venue.screens.get(name="One"), "starts_at": at(SATURDAY, "18:00", venue), "by": owner}
    assert refusal(pin, film=rails, nth=2, **there) == "no-such-showing"
    question_of(festival)
    remove_film(film=salt, by=owner)
    apart = {"film": slate, "other": salt, "why": Together.FORBIDDEN, "by": owner}
    assert refusal(keep_apart, **apart) == "no-such-film"
    assert refusal(pin, film=salt, nth=1, **there) == "no-such-film"
    assert refusal(unpin, film=salt, nth=1, by=owner) == "no-such-film"
    assert refusal(remove_film, film=wish(festival, "slate"), by=owner) is None


def test_a_guest_is_there_on_days_of_the_festival(festival: Festival, owner: User) -> None:
    """However long they stay; and one who comes on none of them is not forgotten."""
    salt = wish(festival, "salt")
    change: dict[str, Any] = {"festival": festival, "film": salt.film, "by": owner}
    assert refusal(add_film, **change, guest_from=date(1, 1, 1), guest_until=SATURDAY) == "past"
    assert refusal(add_film, **change, guest_from=SATURDAY, guest_until=date.max) == "too-far"
    for first, last, days in (
        (date(2000, 1, 1), date(2030, 1, 1), [SATURDAY + timedelta(days=nth) for nth in range(3)]),
        (date(2026, 1, 1), date(2026, 1, 9), [date(2026, 1, 1)]),
    ):
        add_film(**change, guest_from=first, guest_until=last)
        asked = {each.title: list(each.guest) for each in question_of(festival).films}
        assert asked == {"Rails": [], "Slate": [], "Salt": days}


def test_festival_is_refused_with_a_code(venue: Venue, festival: Festival, owner: User) -> None:
    stranger = Institution.objects.create(legal_name="Elsewhere", tier=venue.institution.tier, country="NL")
    closed = make_venue(stranger, "Europe/Amsterdam", "NL", "elsewhere")
    abroad = make_venue(venue.institution, "America/New_York", "US", "the-other")
    wrong: dict[str, dict[str, Any]] = {
        "days-backward": {"last_day": SATURDAY - timedelta(days=1)},
        "too-long": {"last_day": SATURDAY + timedelta(days=62)},
        "too-far": {"first_day": date(2050, 1, 1), "last_day": date(2050, 1, 1)},
        "no-screens": {"screens": []},
        "time-zones": {"screens": [*venue.screens.all(), *abroad.screens.all()]},
        "not-for-hire": {"screens": list(closed.screens.all())},
    }
    made = {
        code: refusal(create_festival, institution=venue.institution, about=about(venue, **change), by=owner)
        for code, change in wrong.items()
    }
    assert made == {code: code for code in wrong}
    changed = {
        code: refusal(change_festival, festival=festival, about=about(venue, **change), by=owner)
        for code, change in wrong.items()
    }
    assert changed == {code: code for code in wrong}


def test_festivals_of_others_are_refused(venue: Venue, festival: Festival, outsider: User) -> None:
    asked = {"about": about(venue), "by": outsider}
    assert refusal(create_festival, institution=venue.institution, **asked) == "not-yours"
    assert refusal(change_festival, festival=festival, **asked) == "not-yours"


def test_what_was_fixed_on_a_day_or_screen_that_is_lost_can_move_again(
    venue: Venue, festival: Festival, owner: User
) -> None:
    first, second = venue.screens.order_by("pk")[:2]
    salt = wish(festival, "salt")
    add_film(festival=festival, film=salt.film, by=owner, screens=[first, second])
    for nth, screen, day in ((1, first, SATURDAY), (2, second, SATURDAY)):
        pin(film=wish(festival, "rails"), nth=nth, screen=screen, starts_at=at(day, "20:00", venue), by=owner)
    pin(film=salt, nth=1, screen=first, starts_at=at(SATURDAY + timedelta(days=1), "12:00", venue), by=owner)
    change_festival(festival=festival, about=about(venue, screens=[first]), by=owner)
    kept = FestivalPin.objects.values_list("film__film__slug", "nth")
    assert (list(kept), list(salt.screens.all())) == ([("rails", 1)], [first])


def test_days_with_a_booked_showing_stay(
    venue: Venue, festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    publish_festival(festival=festival, by=owner)
    later = about(venue, first_day=SATURDAY + timedelta(days=9), last_day=SATURDAY + timedelta(days=9))
    assert refusal(change_festival, festival=festival, about=later, by=owner) == "booked"
    festival.refresh_from_db()
    assert festival.first_day == SATURDAY


def test_planner_is_asked_with_a_films_own_hours_and_screens_and_each_way(
    venue: Venue, festival: Festival, owner: User
) -> None:
    annex = make_venue(venue.institution, venue.time_zone, venue.country, "the-annex")
    screens = [*venue.screens.select_related("venue"), *annex.screens.select_related("venue")]
    said = about(venue, screens=screens, premiere_until=time(19), ways={(venue.pk, annex.pk): 35})
    change_festival(festival=festival, about=said, by=owner)
    film, only = wish(festival, "salt").film, annex.screens.order_by("pk")[0]
    liked = {"liked_from": time(10), "liked_until": time(15), "screens": [only]}
    add_film(festival=festival, film=film, by=owner, demand=70, days_apart=2, **liked)  # type: ignore[arg-type]  # mixed
    asked = question_of(Festival.objects.get(pk=festival.pk))
    assert asked.travel_minutes(str(venue.pk), str(annex.pk)) == 35
    assert asked.premiere == Hours(time(18), time(19))
    salt = next(each for each in asked.films if each.title == film.title)
    assert (salt.preferred, salt.screens) == (Hours(time(10), time(15)), (str(only.pk),))
    assert (salt.demand, salt.days_apart) == (70, 2)


def test_a_way_begins_as_the_venues_keep_it_and_stays_as_the_festival_says(
    venue: Venue, festival: Festival, owner: User
) -> None:
    annex = make_venue(venue.institution, venue.time_zone, venue.country, "the-annex")
    keep_way(venue=annex, other=venue, minutes=45, by=owner)
    two, screens = (venue.pk, annex.pk), [*Screen.objects.select_related("venue")]
    for ways, kept in (({}, [45]), ({two: 10}, [10]), ({}, [])):
        change_festival(festival=festival, about=about(venue, screens=screens, ways=ways), by=owner)
        assert list(festival.ways.values_list("minutes", flat=True)) == kept


def test_odd_wishes_for_a_film_are_refused(venue: Venue, festival: Festival, owner: User) -> None:
    annex = make_venue(venue.institution, venue.time_zone, venue.country, "the-annex")
    film = wish(festival, "salt").film
    wrong: dict[str, dict[str, Any]] = {
        "half-hours": {"liked_from": time(10)},
        "no-such-screen": {"screens": list(annex.screens.all())},
    }
    assert {
        code: refusal(add_film, festival=festival, film=film, by=owner, **change)
        for code, change in wrong.items()
    } == {code: code for code in wrong}


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


def test_a_screen_is_lost_for_a_day_with_its_night_and_for_this_festival_alone(
    festival: Festival, venue: Venue, owner: User
) -> None:
    """Half past one on Sunday is of Saturday; six o'clock is not."""
    one, two = venue.screens.order_by("name")
    sunday, rails, salt = SATURDAY + timedelta(days=1), wish(festival, "rails"), wish(festival, "salt")
    other = create_festival(institution=venue.institution, about=about(venue), by=owner)
    theirs = add_film(festival=other, film=salt.film, by=owner)
    for film, nth, screen, day, clock in (
        (rails, 1, one, sunday, "01:30"),
        (rails, 2, one, sunday, "06:00"),
        (salt, 1, two, SATURDAY, "12:00"),
        (theirs, 1, one, SATURDAY, "12:00"),
    ):
        pin(film=film, nth=nth, screen=screen, starts_at=at(day, clock, venue), by=owner)
    lose_screen(festival=festival, screen=one, day=SATURDAY, by=owner)
    kept = FestivalPin.objects.order_by("pk").values_list("film", "nth")
    assert list(kept) == [(rails.pk, 2), (salt.pk, 1), (theirs.pk, 1)]
    last = festival.last_day
    assert refusal(lose_screen, festival=festival, screen=one, day=last, by=owner) is None
    assert refusal(lose_screen, festival=festival, screen=one, day=last + timedelta(days=1), by=owner)
    assert {(lost.screen, lost.day) for lost in festival.lost_days.all()} == {(one, SATURDAY), (one, last)}


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
