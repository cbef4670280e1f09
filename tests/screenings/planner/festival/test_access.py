"""Films that ask for access: which showings may be without it, what the checker says, and the search against brute force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from screenings.access import Access
from screenings.planner.festival.access import may_lack
from screenings.planner.festival.answer import Showing
from screenings.planner.festival.planning import plan
from screenings.planner.festival.question import Festival, Pin
from screenings.planner.festival.replanning import replan
from screenings.planner.festival.reviewing import price, programme_of, review
from screenings.planner.question import wall_instant
from tests.screenings.planner.festival.asking import THURSDAY, ZONE, cheapest, festival, film, screen

LOOP = (Access.LOOP,)
DAY = timedelta(days=1)


def shown(nth: int, on: str, day: int = 0) -> Showing:
    begins = wall_instant(THURSDAY + day * DAY, time(18), ZoneInfo(ZONE))
    return Showing(begins, begins + timedelta(minutes=90), "a", nth, on)


def pinned(showing: Showing, *marks: Access) -> Pin:
    return Pin(showing.film, showing.nth, showing.screen, showing.starts_at, marks)


def two(showings: int = 1, accessible: int | None = None, days: int = 3, **more: object) -> Festival:
    """One film that asks for a hearing loop, which only the second and dearer screen has."""
    screens = (screen("1", days=days), screen("2", days=days, capacity=400, access=LOOP))
    wanted = film("a", 90, showings, access=LOOP, accessible=accessible, **more)
    return festival(wanted, days=days, screens=screens)


def faults(asked: Festival, *showings: Showing) -> list[tuple[str, tuple[tuple[str, int], ...]]]:
    return [(str(each.say), each.showings) for each in review(showings, asked) if each.rule == "access"]


def test_checker_counts_the_showings_that_lack_what_is_asked_for() -> None:
    said = "Too few showings of Film a have a hearing loop."
    assert faults(two(), shown(1, "1")) == [(said, (("a", 1),))]
    assert faults(two(), shown(1, "2")) == []
    one_of_two = two(2, 1)
    assert faults(one_of_two, shown(1, "1"), shown(2, "2", 1)) == []
    assert faults(one_of_two, shown(1, "2"), shown(2, "1", 1)) == []
    assert faults(one_of_two, shown(1, "1"), shown(2, "1", 1)) == [(said, (("a", 1), ("a", 2)))]


def test_captions_need_a_copy_that_carries_them_or_a_mark() -> None:
    asked = festival(film("a", access=(Access.CAPTIONS,)), screens=(screen("1", access=(Access.CAPTIONS,)),))
    assert len(faults(asked, shown(1, "1"))) == 1
    carried = replace(asked, films=(replace(asked.films[0], carries=(Access.CAPTIONS,)),))
    assert faults(carried, shown(1, "1")) == []
    marked = replace(asked, pins=(pinned(shown(1, "1"), Access.OPEN_CAPTIONS),))
    assert faults(marked, shown(1, "1")) == []


def test_first_showing_of_a_premiere_is_the_first_to_be_without() -> None:
    asked = two(3, 1, premiere=True)
    assert may_lack(asked, asked.films[0]) == (frozenset({1}), 1)
    assert len(faults(asked, shown(1, "2"), shown(2, "1", 1), shown(3, "1", 2))) == 1
    every = two(3, premiere=True)
    assert may_lack(every, every.films[0]) == (frozenset(), 0)


def test_fixed_showings_settle_which_may_be_without() -> None:
    asked = two(3, 1)
    for pins, lacking in (
        ((shown(1, "1"),), {1, 2}),
        ((shown(3, "1", 2),), {1, 3}),
        ((shown(2, "2", 1),), {1, 3}),
    ):
        fixed = replace(asked, pins=tuple(map(pinned, pins)))
        assert may_lack(fixed, fixed.films[0]) == (frozenset(lacking), 0)


@pytest.mark.parametrize(
    ("showings", "accessible", "guest", "pins"),
    [
        (2, 1, (), ()),
        (2, None, (), ()),
        (2, 1, (THURSDAY,), ()),
        (3, 2, (), (pinned(shown(1, "1")),)),
    ],
)
def test_search_is_as_cheap_as_the_cheapest_of_all(
    showings: int, accessible: int | None, guest: tuple[date, ...], pins: tuple[Pin, ...]
) -> None:
    """Beside another film that is for the second screen, whose evenings have room for one showing."""
    asked = two(showings, accessible, showings, guest=guest)
    screens = tuple(
        screen(each.key, days=showings, closes=time(20), capacity=each.capacity, access=each.access)
        for each in asked.screens
    )
    other = film("b", 90, 1, demand=400)
    asked = replace(asked, films=(*asked.films, other), screens=screens, pins=pins)
    least = cheapest(asked)
    found = plan(asked, seconds=0.5)
    findings = review(found.showings, asked)
    assert [str(each.say) for each in findings if each.hard] == []
    assert (found.price, price(findings), found.bound <= least) == (least, least, True)


@pytest.mark.parametrize(("second_on", "moves"), [("2", 1), ("3", 0)])
def test_a_loop_that_fails_moves_only_what_needs_one(second_on: str, moves: int) -> None:
    """Without its loop the second screen can keep one of the two showings; the other needs the third, if it is not there already."""
    asked = two(2, 1)
    third = screen("3", days=3, access=LOOP)
    first, second = asked.screens
    before = programme_of(
        (shown(1, "2"), shown(2, second_on, 1)), replace(asked, screens=(first, second, third))
    )
    broken = replace(asked, screens=(first, replace(second, access=()), third))
    moved = replan(before, broken)
    assert (len(moved.moved), moved.least) == (moves, moves)
    assert "3" in {each.screen for each in moved.programme.showings}
    assert not [each for each in review(moved.programme.showings, broken) if each.hard]
