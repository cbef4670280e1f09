"""Days on one clock, intervals named, the run of show."""

from __future__ import annotations

from datetime import date, timedelta

from accounts.models import User
from catalog.models import Film
from screenings.models import MealPlace, Screening, Venue
from screenings.programme.booking import take_plan
from screenings.schedules.eating import where_to_eat
from screenings.schedules.run_of_show import sheets_of
from screenings.schedules.timetable import Timetable, timetable_of
from tests.screenings.conftest import SATURDAY, Sitting, answered


def listed(timetable: Timetable) -> list[tuple[str, str, str, str]]:
    return [
        (
            f"{day.day:%d}",
            entry.shown.film.title,
            entry.shown.starts_clock,
            entry.pause.kind if entry.pause else "",
        )
        for day in timetable.days
        for entry in day.entries
    ]


def fresh(screening: Screening) -> Screening:
    return Screening.objects.with_listing().get(pk=screening.pk)


def test_timetable_names_the_intervals(venue: Venue, film: Film, owner: User) -> None:
    sunday = SATURDAY + timedelta(days=1)
    days = {SATURDAY: [("Rust", "10:30"), ("Remnants", "15:00")], sunday: [("Rails", "19:00")]}
    screening = take_plan(plan_request=answered(venue, film, owner, days), index=0, by=owner)  # type: ignore[arg-type]  # dict is invariant
    assert listed(timetable_of(fresh(screening))) == [
        ("20", "Rust", "10:30", "short"),
        ("20", "Remnants", "15:00", "overnight"),
        ("21", "Rails", "19:00", ""),
    ]


def test_timetable_keeps_what_runs_past_midnight_in_its_day(venue: Venue, film: Film, owner: User) -> None:
    days = {SATURDAY: [("Rust", "14:00"), ("Remnants", "18:30"), ("Rails", "22:25")]}
    screening = take_plan(plan_request=answered(venue, film, owner, days), index=0, by=owner)  # type: ignore[arg-type]  # dict is invariant
    timetable = timetable_of(fresh(screening))
    (day,) = timetable.days
    rails = day.entries[-1].shown
    assert (day.day, rails.ends_clock, rails.ends_next_day) == (SATURDAY, "00:25", True)
    assert [mark.text for mark in timetable.marks] == ["14:00", "16:00", "18:00", "20:00", "22:00", "00:00"]
    assert [(bar.x, bar.width, bar.is_pause) for bar in day.bars] == [
        (0.0, 36.364, False),
        (36.364, 4.545, True),
        (40.909, 27.273, False),
        (68.182, 8.333, True),
        (76.515, 18.182, False),
    ]


def test_places_to_eat_are_named_where_there_is_time_to_eat(venue: Venue, film: Film, owner: User) -> None:
    """Nobody has a meal break in a night between two days."""
    MealPlace.objects.create(venue=venue, name="The Café", minutes=3)
    days: dict[date, list[Sitting]] = {
        SATURDAY: [("Rust", "10:30")],
        SATURDAY + timedelta(days=1): [("Remnants", "15:30")],
        SATURDAY + timedelta(days=2): [("Rails", "19:00")],
    }
    apart = take_plan(plan_request=answered(venue, film, owner, days), index=0, by=owner)
    assert where_to_eat(venue, timetable_of(fresh(apart))) == ""


def test_timetable_of_a_screening_without_showings_is_empty(draft: Screening) -> None:
    draft.showings.update(status="cancelled")
    assert timetable_of(fresh(draft)).days == ()


def test_run_of_show_has_every_moment_in_order(draft: Screening, venue: Venue) -> None:
    draft.showings.filter(film__title="Rails").update(intro_minutes=10, until_minute=100, qa_minutes=10)
    (sheet,) = sheets_of(timetable_of(fresh(draft)), doors_minutes=20)
    assert (sheet.day, sheet.screen) == (SATURDAY, "One")
    cues = [(cue.clock, cue.what) for cue in sheet.cues]
    assert cues == [
        ("10:10", "Doors open"),
        ("10:20", "Set-up begins: copy, sound, masking"),
        ("10:30", "Start"),
        ("14:30", "End of the film"),
        ("14:30", "Meal break, 1 h"),
        ("14:50", "Screen cleared"),
        ("15:10", "Doors open again"),
        ("15:20", "Set-up begins: copy, sound, masking"),
        ("15:30", "Start"),
        ("18:30", "End of the film"),
        ("18:30", "Interval, 30 min"),
        ("18:40", "Doors open again"),
        ("18:50", "Screen cleared"),
        ("18:50", "Set-up begins: copy, sound, masking"),
        ("19:00", "Introduction, 10 min"),
        ("19:10", "Start, from minute 0 to 100"),
        ("20:50", "End of the film"),
        ("20:50", "Questions and answers, 10 min"),
        ("21:20", "Screen cleared"),
    ]


def test_run_of_show_of_a_screen_has_what_happens_there_and_doors_open_no_sooner_than_people_have_left(
    draft: Screening, venue: Venue
) -> None:
    """Doors open forty minutes before, but Rails follows after thirty."""
    rails = draft.showings.filter(film__title="Rails")
    rails.update(screen=venue.screens.get(name="Two"), marks=["relaxed"])
    one, two = sheets_of(timetable_of(fresh(draft)), doors_minutes=40)
    assert ([one.screen, two.screen], {cue.film.title for cue in one.cues if cue.film}) == (
        ["One", "Two"],
        {"Rust", "Remnants"},
    )
    assert [(cue.clock, cue.what) for cue in two.cues][:2] == [
        ("18:30", "Doors open again"),
        ("18:30", "Access: relaxed showing"),
    ]
