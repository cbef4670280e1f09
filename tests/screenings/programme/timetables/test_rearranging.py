"""A timetable changed by hand: moved, cut, joined, undone, merged; who is told; and that nothing is half changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution
from reminders.models import Reminder
from screenings.models import Place as Seat
from screenings.models import Screening, Showing, TimetableChange, Venue
from screenings.planning.by_hand.merging import merged
from screenings.planning.by_hand.places import Place, cut, join, places_of
from screenings.planning.works import Work
from screenings.programme.booking import cancel_showing, move_showing
from screenings.programme.timetables.changes import last_to_undo, places_at, version_of
from screenings.programme.timetables.rearranging import rearrange
from screenings.programme.timetables.trying import try_out
from tests.screenings.audience.test_waiting import offers, waits
from tests.screenings.conftest import SATURDAY, at, make_venue, registered, signed_in
from tests.screenings.programme.test_booking import refused, showing_of
from wording.refusals import Refused

SUNDAY = SATURDAY + timedelta(days=1)
type Stands = list[tuple[str, datetime, str, int, int]]


def stands(screening: Screening) -> Stands:
    rows = screening.showings.standing().select_related("film", "screen").order_by("starts_at")
    return [
        (row.film.title, row.starts_at, row.screen.name, row.from_minute, row.until_minute) for row in rows
    ]


def places(screening: Screening) -> list[Place]:
    return places_of(screening.showings.standing().order_by("starts_at"))


def moved(screening: Screening, title: str, starts_at: datetime, screen: int | None = None) -> list[Place]:
    """Its places with one film or part elsewhere."""
    key = showing_of(screening, title).pk
    return [
        replace(each, starts_at=starts_at, screen=screen or each.screen) if each.showing == key else each
        for each in places(screening)
    ]


def cut_in_two(screening: Screening, by: User) -> None:
    """Rust goes on at 13:00 instead of 12:30, on the same screen."""
    halves = cut(places(screening), f"{showing_of(screening, 'Rust').pk}", 120)
    later = at(SATURDAY, "12:45", screening.venue)
    halves = [replace(each, starts_at=later) if each.is_new else each for each in halves]
    rearrange(screening=screening, places=halves, version=version_of(screening), by=by)


def change(screening: Screening, wanted: list[Place], by: User, version: int = 0) -> TimetableChange | None:
    return rearrange(screening=screening, places=wanted, version=version, by=by)


def test_showings_move_together_and_may_change_places(draft: Screening, venue: Venue, owner: User) -> None:
    rails, remnants = showing_of(draft, "Rails"), showing_of(draft, "Remnants")
    other = venue.screens.get(name="Two")
    wanted = [
        replace(each, starts_at=at(SUNDAY, "12:00", venue), screen=other.pk)
        if each.showing == rails.pk
        else replace(each, starts_at=at(SATURDAY, "16:00", venue))
        if each.showing == remnants.pk
        else each
        for each in places(draft)
    ]
    change(draft, wanted, owner)
    assert stands(draft) == [
        ("Rust", at(SATURDAY, "10:30", venue), "One", 0, 240),
        ("Remnants", at(SATURDAY, "16:00", venue), "One", 0, 180),
        ("Rails", at(SUNDAY, "12:00", venue), "Two", 0, 120),
    ]
    row = showing_of(draft, "Rails")
    assert (row.capacity, row.sequence, row.occupied_from) == (12, 1, at(SUNDAY, "11:55", venue))
    assert (version_of(draft), showing_of(draft, "Rust").sequence) == (1, 0)


def test_nothing_changed_is_no_change(draft: Screening, owner: User) -> None:
    assert change(draft, places(draft), owner) is None
    assert version_of(draft) == 0


def test_part_is_cut_at_a_chapter_point_with_its_people(
    published: Screening, venue: Venue, owner: User
) -> None:
    ada = registered(published)
    cut_in_two(published, owner)
    assert stands(published)[:2] == [
        ("Rust", at(SATURDAY, "10:30", venue), "One", 0, 120),
        ("Rust", at(SATURDAY, "12:45", venue), "One", 120, 240),
    ]
    halves = list(published.showings.filter(film__title="Rust").order_by("from_minute"))
    assert [(each.booked, each.capacity) for each in halves] == [(1, 40), (1, 40)]
    assert ada.places.count() == 4
    # Between the stretches of one part the room stays occupied.
    assert halves[0].occupied_until == halves[1].occupied_from


def test_those_who_hold_a_place_at_what_changed_are_told_once(
    published: Screening, venue: Venue, owner: User
) -> None:
    registered(published)
    registered(published, "Bo", showings=[showing_of(published, "Rails")])
    cut_in_two(published, owner)
    told = Reminder.objects.filter(kind="screenings.showings-moved")
    assert [each.recipient for each in told] == ["ada@reader.example"]


def test_joining_again_seats_everyone_once(published: Screening, venue: Venue, owner: User) -> None:
    ada = registered(published)
    cut_in_two(published, owner)
    second = published.showings.get(film__title="Rust", from_minute=120)
    bo = registered(published, "Bo", showings=[second])
    works = {each.pk: Work.of(each) for each in published.showings.all()}
    first = published.showings.get(film__title="Rust", from_minute=0)
    change(published, join(places(published), f"{first.pk}", works), owner, version=1)
    assert stands(published)[0] == ("Rust", at(SATURDAY, "10:30", venue), "One", 0, 240)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.booked, second.booked, second.status) == (2, 0, Showing.Status.CANCELLED)
    assert list(bo.places.values_list("showing", flat=True)) == [first.pk]
    assert Seat.objects.filter(showing=second).count() == 0
    assert ada.places.count() == 3
    page = signed_in(None).get(published.get_absolute_url()).content.decode()
    assert ("EventCancelled" in page, "Called off" in page) == (False, False)


def test_last_change_is_undone_and_then_the_one_before(draft: Screening, venue: Venue, owner: User) -> None:
    stood = stands(draft)
    move_showing(showing=showing_of(draft, "Rails"), starts_at=at(SATURDAY, "20:00", venue), by=owner)
    cut_in_two(draft, owner)
    for number in (2, 1):
        found = last_to_undo(draft)
        assert found is not None
        undone, back = found
        assert undone.number == number
        rearrange(screening=draft, places=back, version=version_of(draft), by=owner, undoes=undone)
    assert stands(draft) == stood
    assert last_to_undo(draft) is None
    assert version_of(draft) == 4


def test_undoing_a_join_cuts_again(draft: Screening, owner: User) -> None:
    cut_in_two(draft, owner)
    stood = stands(draft)
    works = {each.pk: Work.of(each) for each in draft.showings.all()}
    first = draft.showings.get(film__title="Rust", from_minute=0)
    joined = change(draft, join(places(draft), f"{first.pk}", works), owner, version=1)
    found = last_to_undo(draft)
    assert found is not None
    assert found[0] == joined
    rearrange(screening=draft, places=found[1], version=2, by=owner, undoes=found[0])
    assert stands(draft) == stood


def test_calling_off_counts_as_a_change_that_cannot_be_undone(draft: Screening, owner: User) -> None:
    cancel_showing(showing=showing_of(draft, "Rails"), by=owner)
    assert version_of(draft) == 1
    assert last_to_undo(draft) is None


def test_second_person_is_told_that_another_was_first(
    draft: Screening, venue: Venue, owner: User, colleague: User
) -> None:
    mine = moved(draft, "Rails", at(SATURDAY, "20:00", venue))
    change(draft, moved(draft, "Remnants", at(SATURDAY, "15:15", venue)), colleague)
    with pytest.raises(Refused) as error:
        change(draft, mine, owner)
    assert refused(error) == ["changed-since"]
    was, works = places_at(draft, 0), {each.pk: Work.of(each) for each in draft.showings.all()}
    assert was is not None
    both = merged(was, places(draft), mine, works)
    assert not both.is_disputed
    change(draft, both.places, owner, version=1)
    assert [(title, f"{hour.astimezone(venue.zone):%H:%M}") for title, hour, *_ in stands(draft)] == [
        ("Rust", "10:30"), ("Remnants", "15:15"), ("Rails", "20:00"),
    ]  # fmt: skip


def test_what_two_people_changed_otherwise_is_disputed(draft: Screening, venue: Venue) -> None:
    was = places(draft)
    theirs = moved(draft, "Rails", at(SATURDAY, "20:00", venue))
    mine = moved(draft, "Rails", at(SATURDAY, "21:00", venue))
    works = {each.pk: Work.of(each) for each in draft.showings.all()}
    both = merged(was, theirs, mine, works)
    assert (both.is_disputed, both.places) == (True, theirs)
    assert [each.key for each in both.differences] == [f"{showing_of(draft, 'Rails').pk}"]


def test_merging_never_loses_a_minute_of_film(draft: Screening, venue: Venue) -> None:
    was, key = places(draft), f"{showing_of(draft, 'Rust').pk}"
    theirs = cut(was, key, 120)
    mine = moved(draft, "Rust", at(SATURDAY, "10:00", venue))
    works = {each.pk: Work.of(each) for each in draft.showings.all()}
    both = merged(was, theirs, mine, works)
    assert (both.places, both.is_disputed) == (theirs, True)


@pytest.mark.parametrize(
    ("title", "clock", "code"),
    [("Rails", "09:00", "in-order"), ("Rust", "09:30", "opening-hours"), ("Remnants", "14:40", "turnaround")],
)
def test_what_binds_is_refused_in_the_rules_words(
    title: str, clock: str, code: str, draft: Screening, venue: Venue, owner: User
) -> None:
    with pytest.raises(Refused) as error:
        change(draft, moved(draft, title, at(SATURDAY, clock, venue)), owner)
    assert code in refused(error)
    assert version_of(draft) == 0


def test_what_a_person_let_stand_hinders_no_other_change(draft: Screening, venue: Venue, owner: User) -> None:
    venue.opening_hours.update(closes=time(20))  # Rails ends at 21:00
    move_showing(showing=showing_of(draft, "Remnants"), starts_at=at(SATURDAY, "15:25", venue), by=owner)
    assert change(draft, moved(draft, "Remnants", at(SATURDAY, "15:20", venue)), owner, version=1)


def test_film_is_neither_lost_nor_cut_elsewhere(
    draft: Screening, cinema: Institution, owner: User, outsider: User
) -> None:
    every, key = places(draft), f"{showing_of(draft, 'Rust').pk}"
    elsewhere = make_venue(cinema, "Europe/Paris", "FR", "elsewhere").screens.first()
    assert elsewhere is not None
    for wanted, by, code in (
        (every[1:], owner, "incomplete"),
        ([*every, every[0]], owner, "incomplete"),
        ([replace(each, until_minute=100) for each in every], owner, "incomplete"),
        (cut(every, key, 100), owner, "no-chapter-point"),
        ([replace(each, showing=0) for each in every], owner, "incomplete"),
        ([replace(each, screen=elsewhere.pk) for each in every], owner, "other-venue"),
        ([replace(each, screen=0) for each in every], owner, "other-venue"),
        ([replace(each, starts_at=each.starts_at - timedelta(days=30)) for each in every], owner, "past"),
        (
            [replace(each, starts_at=each.starts_at + timedelta(days=3000)) for each in every],
            owner,
            "too-far",
        ),
        (every, outsider, "not-yours"),
    ):
        with pytest.raises(Refused) as error:
            change(draft, wanted, by)
        assert refused(error) == [code]


def test_screen_must_seat_those_who_come(published: Screening, venue: Venue, owner: User) -> None:
    showing_of(published, "Rails")
    published.showings.filter(film__title="Rails").update(booked=13)
    small = venue.screens.get(name="Two").pk
    with pytest.raises(Refused) as error:
        change(published, moved(published, "Rails", at(SATURDAY, "19:00", venue), small), owner)
    assert refused(error) == ["too-small"]
    Screening.objects.filter(pk=published.pk).update(audience=5)
    published.showings.filter(film__title="Rails").update(booked=1, capacity=5)
    waits(published, "Class", showing_of(published, "Rails"), people=5)
    assert offers() == {"Class": False}
    Screening.objects.filter(pk=published.pk).update(audience=6)
    change(published, moved(published, "Rails", at(SATURDAY, "19:00", venue), small), owner)
    assert (showing_of(published, "Rails").capacity, offers()) == (6, {"Class": True}), "as many as expected"


def test_published_screening_stays_covered(published: Screening, venue: Venue, owner: User) -> None:
    """The licence ends on 29 February 2028."""
    late = [replace(each, starts_at=each.starts_at + timedelta(days=364)) for each in places(published)]
    with pytest.raises(Refused) as error:
        change(published, late, owner)
    assert refused(error) == ["not-covered"]
    assert version_of(published) == 0


def test_trying_says_who_would_be_told_and_changes_nothing(
    published: Screening, venue: Venue, owner: User
) -> None:
    ada = registered(published)
    stood, owed = stands(published), Reminder.objects.count()
    wanted = moved(published, "Rails", at(SATURDAY, "20:00", venue))
    outcome = try_out(screening=published, places=wanted, version=0, by=owner)
    assert (list(outcome.told), outcome.subject) == (["Ada"], "New times: The Works")
    assert "It now begins Sat 20 March 2027, 20:00, One." in outcome.text
    assert ada.token not in outcome.text
    assert (stands(published), Reminder.objects.count(), version_of(published)) == (stood, owed, 0)
    change(published, wanted, owner)
    registered(published, "Bo", showings=[showing_of(published, "Rust")])
    sooner = moved(published, "Rust", at(SATURDAY, "10:15", venue))
    assert try_out(screening=published, places=sooner, version=1, by=owner).told == ["Ada", "Bo"]
    ada.places.filter(showing__film__title="Rust").delete()
    assert try_out(screening=published, places=sooner, version=1, by=owner).told == ["Bo"], "not of before"


def test_showing_that_is_cut_keeps_intro_and_talk_at_its_ends(
    draft: Screening, film: Film, venue: Venue, owner: User
) -> None:
    rust = showing_of(draft, "Rust")
    Showing.objects.filter(pk=rust.pk).update(
        intro_minutes=10, qa_minutes=15, ends_at=rust.ends_at + timedelta(minutes=25),
        occupied_until=rust.occupied_until + timedelta(minutes=25),
    )  # fmt: skip
    halves = [
        replace(each, starts_at=at(SATURDAY, "12:45", venue)) if each.is_new else each
        for each in cut(places(draft), f"{rust.pk}", 120)
    ]
    change(draft, halves, owner)
    rows = draft.showings.filter(film__title="Rust").order_by("from_minute")
    ends = [(row.intro_minutes, row.qa_minutes, row.ends_at.astimezone(venue.zone)) for row in rows]
    assert [(intro, talk, f"{end:%H:%M}") for intro, talk, end in ends] == [
        (10, 0, "12:40"),
        (0, 15, "15:00"),
    ]
