"""The planner of festivals against brute force, and what it does with odd questions."""

from datetime import date, time, timedelta
from itertools import pairwise
from random import Random

import pytest

from screenings.planner.festival.planning import PinsClash, Progress, plan
from screenings.planner.festival.question import Festival, Pair, Pin, Together, Travel
from screenings.planner.festival.reviewing import price, review
from screenings.planner.question import Hours, wall_instant
from tests.screenings.planner.festival.asking import THURSDAY, cheapest, festival, film, screen


def small(seed: int) -> Festival:
    """A question with few enough programmes to try them all."""
    chance = Random(seed)  # noqa: S311 - chance, not secrets
    days, rooms = chance.choice(((1, 2), (2, 1), (2, 2)))
    films = [
        film(
            f"f{at}", chance.choice((60, 75, 110)), chance.choice((1, 1, 2)) if days == 2 and at == 0 else 1,
            demand=chance.choice((40, 120, 250)), strand=chance.choice(("", "one")), premiere=chance.random() < 0.3,
            guest=(THURSDAY + timedelta(days=days - 1),) if at == 1 and chance.random() < 0.5 else (),
        )
        for at in range(3)
    ]  # fmt: skip
    screens = tuple(
        screen(
            str(at),
            days=days,
            opens=time(18),
            closes=chance.choice((time(20), time(20, 30))),
            venue=f"venue {at}",
            capacity=80 + 80 * at,
        )
        for at in range(rooms)
    )
    pairs = [Pair("f0", "f1", chance.choice(list(Together)))] if chance.random() < 0.6 else []
    travel = (Travel("venue 0", "venue 1", 20),)
    liked = Hours(time(19), time(19, 30))
    return festival(*films, days=days, screens=screens, pairs=tuple(pairs), travel=travel, preferred=liked)


@pytest.mark.parametrize("seed", range(12))
def test_plan_is_as_cheap_as_the_cheapest_of_all_and_costs_what_the_checker_says(seed: int) -> None:
    asked = small(seed)
    least = cheapest(asked)
    found = plan(asked, seconds=0.8)
    if found.price != least:  # the machine was busy: time is all that the search is bounded by
        found = plan(asked, seconds=10)
    findings = review(found.showings, asked)
    assert [finding for finding in findings if finding.hard] == []
    assert (found.price, price(findings)) == (least, least)
    assert found.bound <= least


def test_plan_tells_of_its_first_programme_and_only_of_better_ones() -> None:
    told: list[Progress] = []
    asked = festival(*(film(str(at), 90, 2) for at in range(4)), days=4)
    found = plan(asked, seconds=60, progress=told.append)
    assert found.unplaced == ()
    assert told[0].seconds < 30  # at once, which a busy machine may make of it
    assert all(
        after.programme.price <= before.programme.price and after.programme.bound >= before.programme.bound
        for before, after in pairwise(told)
    )
    assert told[-1].programme == found


def test_plan_keeps_what_is_fixed_and_counts_it() -> None:
    pin = Pin(
        "a", 2, "1", wall_instant(THURSDAY + timedelta(days=1), time(19, 5), festival(film("a", 90, 2)).zone)
    )
    asked = festival(film("a", 90, 2), film("b"), pins=(pin,))
    found = plan(asked, seconds=1)
    assert [finding for finding in review(found.showings, asked) if finding.hard] == []
    assert [each.starts_at for each in found.showings if each.key == ("a", 2)] == [pin.starts_at]
    assert found.unplaced == ()


def test_plan_refuses_fixed_showings_that_cannot_all_stand() -> None:
    at = wall_instant(THURSDAY, time(19), festival(film("a")).zone)
    asked = festival(film("a"), film("b"), pins=(Pin("a", 1, "1", at), Pin("b", 1, "1", at)))
    with pytest.raises(PinsClash) as refused:
        plan(asked)
    assert [finding.rule for finding in refused.value.findings] == ["screen-taken"]


def test_film_longer_than_any_day_stays_without_a_place_and_the_rest_is_planned() -> None:
    found = plan(festival(film("long", 600), film("b")), seconds=1)
    assert found.unplaced == (("long", 1),)
    assert [each.film for each in found.showings] == ["b"]


def test_film_in_parts_is_shown_with_its_pauses() -> None:
    found = plan(festival(film("a", 180, parts=(90, 90), pause=45)), seconds=1)
    (shown,) = found.showings
    assert shown.ends_at - shown.starts_at == timedelta(minutes=225)


@pytest.mark.parametrize("first", [date(2026, 3, 28), date(2026, 10, 24)])
def test_plan_counts_elapsed_minutes_in_a_night_when_the_clocks_change(first: date) -> None:
    """From 23:00 to 05:00 are five hours in March and seven in October."""
    asked = festival(
        film("a", 360),
        days=1,
        first=first,
        screens=(screen(days=1, first=first, opens=time(23), closes=time(5)),),
    )
    assert len(plan(asked, seconds=1).showings) == (0 if first.month == 3 else 1)


def test_plan_of_nothing_is_empty_and_proved() -> None:
    found = plan(festival())
    assert (found.showings, found.price, found.proven) == ((), 0, True)


def test_plan_stops_when_it_is_cancelled_with_what_it_has() -> None:
    asked = festival(*(film(str(at), 90, 2) for at in range(4)), days=4)
    assert len(plan(asked, cancelled=lambda: True).showings) > 0
