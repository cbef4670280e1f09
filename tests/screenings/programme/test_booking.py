"""Plans taken, showings moved and called off; and the database keeping screens apart whatever Python does."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, Licence
from screenings.models import Closure, Screen, Screening, Showing, Venue
from screenings.programme.announcing import cancel_screening
from screenings.programme.booking import cancel_showing, move_showing, take_plan
from tests.screenings.conftest import ONE_DAY, SATURDAY, answered, at, make_venue
from wording.refusals import Refused


def showing_of(screening: Screening, title: str) -> Showing:
    return screening.showings.get(film__title=title)


def refused(error: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [each.code or "" for each in error.value.error_list]


def test_take_plan_books_every_showing_with_set_up_and_turnaround(draft: Screening, venue: Venue) -> None:
    rows = [
        (row.film.title, row.starts_at, row.ends_at, row.occupied_from, row.occupied_until, row.capacity)
        for row in draft.showings.select_related("film")
    ]
    assert rows == [
        (
            title,
            at(SATURDAY, begins, venue),
            at(SATURDAY, ends, venue),
            at(SATURDAY, begins, venue) - timedelta(minutes=10),
            at(SATURDAY, ends, venue) + timedelta(minutes=20),
            40,
        )
        for title, begins, ends in (
            ("Rust", "10:30", "14:30"),
            ("Remnants", "15:30", "18:30"),
            ("Rails", "19:00", "21:00"),
        )
    ]
    assert (draft.status, draft.slug, draft.audience) == ("draft", "the-works-2027-03-20", 40)


def test_take_plan_twice_is_the_same_screening(venue: Venue, film: Film, owner: User) -> None:
    request = answered(venue, film, owner, ONE_DAY)
    first = take_plan(plan_request=request, index=0, by=owner)
    assert take_plan(plan_request=request, index=0, by=owner) == first
    assert Showing.objects.count() == 3
    cancel_screening(screening=first, by=owner)
    assert take_plan(plan_request=request, index=0, by=owner).slug == "the-works-2027-03-20-2"


def test_take_plan_is_refused_when_a_booking_came_between(
    draft: Screening, venue: Venue, film: Film, owner: User
) -> None:
    draft.showings.update(status=Showing.Status.CANCELLED)
    late = answered(venue, film, owner, ONE_DAY)
    draft.showings.update(status=Showing.Status.PLANNED)
    with pytest.raises(Refused) as error:
        take_plan(plan_request=late, index=0, by=owner)
    assert set(refused(error)) == {"bookings"}
    assert Screening.objects.count() == 1


def test_take_plan_is_refused_when_the_venue_closes_meanwhile(venue: Venue, film: Film, owner: User) -> None:
    request = answered(venue, film, owner, ONE_DAY)
    Closure.objects.create(venue=venue, first_day=SATURDAY, last_day=SATURDAY)
    with pytest.raises(Refused) as error:
        take_plan(plan_request=request, index=0, by=owner)
    assert set(refused(error)) == {"opening-hours"}


def test_take_plan_is_refused_to_outsiders_and_for_plans_that_are_not(
    venue: Venue, film: Film, owner: User, outsider: User
) -> None:
    request = answered(venue, film, owner, ONE_DAY)
    with pytest.raises(Refused) as error:
        take_plan(plan_request=request, index=0, by=outsider)
    assert refused(error) == ["not-yours"]
    for index in (1, -1):
        with pytest.raises(Refused) as error:
            take_plan(plan_request=request, index=index, by=owner)
        assert refused(error) == ["no-plan"]


def test_database_keeps_two_showings_off_one_screen(draft: Screening) -> None:
    rust = showing_of(draft, "Rust")
    rust.pk, rust.uid = None, "11111111-1111-1111-1111-111111111111"
    with pytest.raises(IntegrityError, match="showings_apart_on_screen"), transaction.atomic():
        rust.save(force_insert=True)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"booked": 41}, "showing_not_overbooked"),
        ({"ends_at": datetime(2027, 3, 20, 9, 40, tzinfo=UTC)}, "showing_long_enough"),
        ({"until_minute": 0}, "showing_stretch_forward"),
        ({"occupied_until": datetime(2027, 3, 20, 10, tzinfo=UTC)}, "showing_occupies_its_time"),
    ],
)
def test_database_keeps_a_showing_true(draft: Screening, values: dict[str, object], constraint: str) -> None:
    rust = Showing.objects.filter(pk=showing_of(draft, "Rust").pk)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        rust.update(**values)


def test_move_showing_moves_what_it_occupies_and_counts_the_change(
    draft: Screening, venue: Venue, owner: User
) -> None:
    rails = showing_of(draft, "Rails")
    move_showing(showing=rails, starts_at=at(SATURDAY, "20:15", venue), by=owner)
    rails.refresh_from_db()
    assert (rails.starts_at, rails.ends_at) == (at(SATURDAY, "20:15", venue), at(SATURDAY, "22:15", venue))
    assert (rails.occupied_from, rails.occupied_until) == (
        at(SATURDAY, "20:05", venue),
        at(SATURDAY, "22:35", venue),
    )
    assert rails.sequence == 1


def test_move_showing_to_where_it_is_changes_nothing(draft: Screening, owner: User) -> None:
    rails = showing_of(draft, "Rails")
    for odd in (timedelta(), timedelta(seconds=59)):
        assert move_showing(showing=rails, starts_at=rails.starts_at + odd, by=owner).sequence == 0


def test_move_showing_to_another_screen_takes_its_seats(draft: Screening, venue: Venue, owner: User) -> None:
    two = venue.screens.get(name="Two")
    rails = showing_of(draft, "Rails")
    move_showing(showing=rails, starts_at=rails.starts_at, screen=two, by=owner)
    rails.refresh_from_db()
    assert (rails.screen, rails.capacity) == (two, 12)


@pytest.mark.parametrize(
    ("clock", "codes"),
    [
        ("23:00", ["opening-hours"]),
        ("18:00", ["in-order"]),
        ("18:40", ["turnaround"]),
        ("09:00", ["in-order", "opening-hours"]),
    ],
)
def test_move_showing_is_refused_against_the_house_and_the_order(
    draft: Screening, venue: Venue, owner: User, clock: str, codes: list[str]
) -> None:
    rails = showing_of(draft, "Rails")
    with pytest.raises(Refused) as error:
        move_showing(showing=rails, starts_at=at(SATURDAY, clock, venue), by=owner)
    assert sorted(set(refused(error))) == codes
    rails.refresh_from_db()
    assert (rails.starts_at, rails.sequence) == (at(SATURDAY, "19:00", venue), 0)


def test_move_showing_is_refused_into_the_past_and_to_another_venue(
    draft: Screening, venue: Venue, cinema: Institution, owner: User
) -> None:
    rails = showing_of(draft, "Rails")
    with pytest.raises(Refused) as error:
        move_showing(showing=rails, starts_at=at(date(2027, 2, 27), "19:00", venue), by=owner)
    assert refused(error) == ["past"]
    with pytest.raises(Refused) as error:
        move_showing(showing=rails, starts_at=at(date(2032, 3, 1), "19:00", venue), by=owner)
    assert refused(error) == ["too-far"]
    elsewhere = make_venue(cinema, "America/New_York", "US", slug="elsewhere").screens.get(name="One")
    with pytest.raises(Refused) as error:
        move_showing(showing=rails, starts_at=rails.starts_at, screen=elsewhere, by=owner)
    assert refused(error) == ["other-venue"]


def test_move_showing_is_refused_to_a_screen_with_too_few_seats(
    published: Screening, venue: Venue, owner: User
) -> None:
    rails, two = showing_of(published, "Rails"), venue.screens.get(name="Two")
    Showing.objects.filter(pk=rails.pk).update(booked=13)
    with pytest.raises(Refused) as error:
        move_showing(showing=rails, starts_at=rails.starts_at, screen=two, by=owner)
    assert refused(error) == ["too-small"]
    Showing.objects.filter(pk=rails.pk).update(booked=12)
    assert move_showing(showing=rails, starts_at=rails.starts_at, screen=two, by=owner).capacity == 12


def test_move_showing_of_a_published_screening_stays_under_its_licence(
    published: Screening, venue: Venue, owner: User, licence: Licence
) -> None:
    Licence.objects.filter(pk=licence.pk).update(ends_on=SATURDAY)
    rails = showing_of(published, "Rails")
    with pytest.raises(Refused) as error:
        move_showing(showing=rails, starts_at=at(SATURDAY + timedelta(days=1), "19:00", venue), by=owner)
    assert refused(error) == ["not-covered"]


def test_move_showing_past_midnight_keeps_its_length_and_its_day(
    draft: Screening, venue: Venue, owner: User
) -> None:
    rails = showing_of(draft, "Rails")
    move_showing(showing=rails, starts_at=at(SATURDAY, "22:20", venue), by=owner)
    rails.refresh_from_db()
    assert rails.ends_at == at(SATURDAY + timedelta(days=1), "00:20", venue)


@pytest.mark.parametrize(
    ("zone", "country", "night", "starts", "ends"),
    [
        ("Europe/Amsterdam", "NL", date(2027, 3, 27), "00:30", "03:30"),
        ("Europe/Amsterdam", "NL", date(2027, 10, 30), "01:30", "02:30"),
        ("America/New_York", "US", date(2027, 3, 13), "00:30", "03:30"),
        ("America/New_York", "US", date(2027, 11, 6), "00:30", "01:30"),
    ],
)
def test_showings_in_the_night_when_clocks_change_last_their_real_time(
    cinema: Institution,
    film: Film,
    owner: User,
    *,
    zone: str,
    country: str,
    night: date,
    starts: str,
    ends: str,
) -> None:
    venue = make_venue(cinema, zone, country)
    venue.opening_hours.update(closes="05:00")
    plan = answered(
        venue, film, owner, {night: [("Rust", "10:00"), ("Remnants", "15:00"), ("Rails", starts)]}
    )
    rails = showing_of(take_plan(plan_request=plan, index=0, by=owner), "Rails")
    assert f"{rails.ends_at.astimezone(venue.zone):%H:%M}" == ends
    assert rails.ends_at - rails.starts_at == timedelta(hours=2)
    moved = move_showing(showing=rails, starts_at=rails.starts_at - timedelta(hours=3), by=owner)
    assert moved.ends_at - moved.starts_at == timedelta(hours=2)


def test_cancel_showing_gives_its_screen_back(
    draft: Screening, venue: Venue, film: Film, owner: User
) -> None:
    for showing in draft.showings.all():
        cancel_showing(showing=showing, by=owner)
    rails = showing_of(draft, "Rails")
    assert (rails.status, rails.sequence) == ("cancelled", 1)
    assert cancel_showing(showing=rails, by=owner).sequence == 1
    take_plan(plan_request=answered(venue, film, owner, ONE_DAY), index=0, by=owner)
    assert Showing.objects.standing().count() == 3


def test_cancelled_showing_cannot_be_moved(
    draft: Screening, venue: Venue, owner: User, screen: Screen
) -> None:
    rails = cancel_showing(showing=showing_of(draft, "Rails"), by=owner)
    with pytest.raises(Refused) as error:
        move_showing(showing=rails, starts_at=at(SATURDAY, "20:00", venue), by=owner)
    assert refused(error) == ["cancelled"]


def test_move_showing_is_refused_past_the_curfew(draft: Screening, venue: Venue, owner: User) -> None:
    Venue.objects.update(curfew=time(21, 30))
    rails = showing_of(draft, "Rails")
    with pytest.raises(Refused) as error:
        move_showing(showing=rails, starts_at=at(SATURDAY, "19:31", venue), by=owner)
    assert refused(error) == ["curfew"]
    moved = move_showing(showing=rails, starts_at=at(SATURDAY, "19:30", venue), by=owner)
    assert moved.ends_at == at(SATURDAY, "21:30", venue)


@pytest.mark.parametrize(("clock", "has_begun"), [("18:59", False), ("19:00", True), ("19:01", True)])
def test_showing_that_has_begun_is_not_moved(
    draft: Screening,
    venue: Venue,
    owner: User,
    monkeypatch: pytest.MonkeyPatch,
    *,
    clock: str,
    has_begun: bool,
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, clock, venue))
    rails = showing_of(draft, "Rails")
    later = at(SATURDAY, "20:00", venue)
    if not has_begun:
        assert move_showing(showing=rails, starts_at=later, by=owner).starts_at == later
        return
    with pytest.raises(Refused) as error:
        move_showing(showing=rails, starts_at=later, by=owner)
    assert refused(error) == ["past"]


@pytest.mark.parametrize(("clock", "is_past"), [("20:59", False), ("21:00", True)])
def test_showing_that_is_past_is_not_called_off(
    draft: Screening, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch, *, clock: str, is_past: bool
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, clock, venue))
    rails = showing_of(draft, "Rails")
    if not is_past:
        assert cancel_showing(showing=rails, by=owner).is_cancelled
        return
    with pytest.raises(Refused) as error:
        cancel_showing(showing=rails, by=owner)
    assert refused(error) == ["past"]
    rails.refresh_from_db()
    assert (rails.status, rails.sequence) == ("planned", 0)


def test_move_showing_lets_neighbours_go_and_take(draft: Screening, venue: Venue, owner: User) -> None:
    """A showing that follows at once shares its neighbour's set-up and turnaround; moved away, each has its own."""
    rails = showing_of(draft, "Rails")
    two = venue.screens.get(name="Two")
    move_showing(showing=rails, starts_at=rails.starts_at, screen=two, by=owner)
    remnants = showing_of(draft, "Remnants")
    assert remnants.occupied_until == at(SATURDAY, "18:50", venue)
    rails.refresh_from_db()
    assert rails.occupied_from == at(SATURDAY, "18:55", venue)
