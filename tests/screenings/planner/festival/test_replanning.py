"""After a lost screen-day as few showings move as possible, with the number that must as proof."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from screenings.planner.festival.answer import Programme
from screenings.planner.festival.planning import PinsClash, plan
from screenings.planner.festival.question import Festival, Pin
from screenings.planner.festival.replanning import replan
from screenings.planner.festival.reviewing import review
from tests.screenings.planner.festival.asking import THURSDAY, festival, film, screen


def without(asked: Festival, key: str, day: int) -> Festival:
    lost = THURSDAY + timedelta(days=day)
    rooms = tuple(
        replace(room, hours=tuple(hours for hours in room.hours if asked.day_of(hours.opens_at) != lost))
        if room.key == key
        else room
        for room in asked.screens
    )
    return replace(asked, screens=rooms)


def stands(programme: Programme, asked: Festival) -> bool:
    return not any(finding.hard for finding in review(programme.showings, asked))


def test_only_what_was_on_the_lost_screen_day_moves_when_there_is_room() -> None:
    asked = festival(*(film(str(at)) for at in range(4)), days=2, screens=(screen("1"), screen("2")))
    before = plan(asked, seconds=1)
    changed = without(
        asked, before.showings[0].screen, (asked.day_of(before.showings[0].starts_at) - THURSDAY).days
    )
    lost = {each.key for each in before.showings if not any(
        hours.opens_at <= each.starts_at < hours.closes_at
        for room in changed.screens if room.key == each.screen for hours in room.hours
    )}  # fmt: skip
    after = replan(before, changed)
    assert stands(after.programme, changed)
    assert set(after.moved) == lost
    assert after.proven
    assert str(after.say()) == f"{len(lost)} of 4 showings move; with fewer there is no programme."


def test_tight_programme_moves_one_more_and_proves_that_fewer_are_not_enough() -> None:
    """Day two has one gap, too short for the long film until the short one moves to day one's rest."""
    rooms = (screen("1", days=3, closes=time(21)),)
    asked = festival(film("long", 180), film("short", 60), film("mid", 105), days=3, screens=rooms)
    at = {day: rooms[0].hours[day].opens_at for day in range(3)}
    pins = (
        Pin("long", 1, "1", at[0]),
        Pin("short", 1, "1", at[1] + timedelta(minutes=45)),
        Pin("mid", 1, "1", at[2]),
    )
    before = plan(replace(asked, pins=pins), seconds=1)
    changed = without(asked, "1", 0)
    after = replan(before, changed)
    assert stands(after.programme, changed)
    assert after.moved == (("long", 1), ("short", 1))
    assert (after.least, after.proven, after.programme.unplaced) == (2, True, ())


def test_nothing_moves_when_nothing_is_lost() -> None:
    asked = festival(film("a"), film("b", 90, 2))
    before = plan(asked, seconds=1)
    after = replan(before, asked)
    assert (after.programme.showings, after.moved, str(after.say())) == (
        before.showings,
        (),
        "Nothing has to move.",
    )


def test_showing_without_any_place_left_is_said_to_be_unplaced() -> None:
    asked = festival(film("a", 240), film("b", 240))
    before = plan(asked, seconds=1)
    after = replan(before, without(asked, "1", 0))
    assert len(after.programme.showings) == 1
    assert len(after.programme.unplaced) == 1


def test_fixed_showing_whose_place_is_lost_is_refused() -> None:
    asked = festival(film("a"))
    before = plan(asked, seconds=1)
    pinned = replace(asked, pins=(Pin("a", 1, "1", before.showings[0].starts_at),))
    day = (asked.day_of(before.showings[0].starts_at) - THURSDAY).days
    with pytest.raises(PinsClash):
        replan(before, without(pinned, "1", day))
