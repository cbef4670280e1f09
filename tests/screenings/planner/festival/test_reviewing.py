"""The checker by hand: each rule refuses what breaks it, each price is as the table says."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screenings.planner.festival.answer import Showing
from screenings.planner.festival.question import Festival, Film, Pair, Pin, Together, Travel
from screenings.planner.festival.reviewing import off_hours, price, programme_of, review
from screenings.planner.question import Hours, wall_instant
from tests.screenings.planner.festival.asking import THURSDAY, festival, film, screen

A, B = film("a"), film("b")


def shown(asked: Festival, key: str, clock: time, *, day: int = 0, nth: int = 1, on: str = "1") -> Showing:
    at = wall_instant(THURSDAY + timedelta(days=day), clock, asked.zone, night=True)
    length = next(each.length for each in asked.films if each.key == key)
    return Showing(at, at + timedelta(minutes=length), key, nth, on)


def hard(asked: Festival, *showings: Showing) -> list[str]:
    return [finding.rule for finding in review(showings, asked) if finding.hard]


def costs(asked: Festival, *showings: Showing) -> dict[str, int]:
    return {finding.rule: finding.points for finding in review(showings, asked) if finding.points}


def test_possible_programme_has_no_hard_findings() -> None:
    asked = festival(A, B)
    assert hard(asked, shown(asked, "a", time(18)), shown(asked, "b", time(19, 45))) == []


@pytest.mark.parametrize(
    ("clock", "quarters"),
    [
        (time(17, 44), 2),
        (time(17, 45), 1),
        (time(17, 59), 1),
        (time(20), 0),
        (time(20, 1), 1),
        (time(1), 20),
        (time(6), 48),
    ],
)
def test_each_quarter_of_an_hour_that_is_begun_counts(clock: time, quarters: int) -> None:
    asked = festival(A)
    moment = wall_instant(THURSDAY, clock, asked.zone, night=True)
    assert off_hours(moment, Hours(time(18), time(20)), asked) == quarters


def test_what_is_impossible_is_said_first_and_then_the_dearest() -> None:
    asked = festival(film("a", demand=500), film("b", demand=300))
    found = review((shown(asked, "a", time(18, 7)), shown(asked, "b", time(19, 30))), asked)
    order = [(not each.hard, -each.points) for each in found]
    assert order == sorted(order)
    assert len({each.hard for each in found}) == 2
    assert len({each.points for each in found}) > 2


def test_two_showings_on_one_screen_need_its_turnaround() -> None:
    asked = festival(A, B)
    assert hard(asked, shown(asked, "a", time(18)), shown(asked, "b", time(19, 30))) == ["screen-taken"]


@pytest.mark.parametrize(
    ("clock", "rules"),
    [(time(20, 30), []), (time(20, 45), ["hours"]), (time(17, 45), ["hours"]), (time(18, 7), ["step"])],
)
def test_showing_lies_within_hours_and_on_the_grid(clock: time, rules: list[str]) -> None:
    asked = festival(A)
    assert hard(asked, shown(asked, "a", clock)) == rules


def test_showing_outside_the_festival_is_refused() -> None:
    asked = festival(A, days=1, screens=(screen(days=2),))
    assert hard(asked, shown(asked, "a", time(18), day=1)) == ["hours"]


def test_showing_of_another_length_is_refused() -> None:
    asked = festival(A)
    whole = shown(asked, "a", time(18))
    for more in (-1, 1):
        assert hard(asked, replace(whole, ends_at=whole.ends_at + timedelta(minutes=more))) == ["length"]


def test_showing_of_an_unknown_film_is_refused() -> None:
    asked = festival(A)
    assert hard(asked, replace(shown(asked, "a", time(18)), film="x")) == ["unknown"]


def test_film_is_not_shown_more_often_than_wanted() -> None:
    asked = festival(A)
    assert hard(asked, shown(asked, "a", time(18)), shown(asked, "a", time(18), day=1, nth=2)) == ["count"]
    assert "count" in hard(asked, shown(asked, "a", time(18)), shown(asked, "a", time(18), day=1))


def test_showings_of_a_film_are_days_apart_and_in_order() -> None:
    asked = festival(film("a", 90, 2, days_apart=2), days=3)
    assert hard(asked, shown(asked, "a", time(18)), shown(asked, "a", time(18), day=2, nth=2)) == []
    assert "days-apart" in hard(asked, shown(asked, "a", time(18)), shown(asked, "a", time(18), day=1, nth=2))
    assert "days-apart" in hard(asked, shown(asked, "a", time(18), day=2), shown(asked, "a", time(18), nth=2))
    thrice = festival(film("a", 90, 3), days=3)
    third = shown(thrice, "a", time(18), day=2, nth=3)
    assert "days-apart" not in hard(thrice, shown(thrice, "a", time(18)), third)
    assert "days-apart" in hard(thrice, shown(thrice, "a", time(18), day=1), third), (
        "none is left for the second"
    )
    second = shown(asked, "a", time(18), day=1, nth=2)
    assert hard(asked, second) == ["guest"], "it leaves no day for the first"


def test_first_showing_is_on_a_day_of_its_guest_and_none_before() -> None:
    asked = festival(film("a", 90, 2, guest=(THURSDAY + timedelta(days=1),)), days=3)
    assert hard(asked, shown(asked, "a", time(18), day=1), shown(asked, "a", time(18), day=2, nth=2)) == []
    assert hard(asked, shown(asked, "a", time(18))) == ["guest"]
    assert hard(asked, shown(asked, "a", time(18), day=2)) == ["guest"]


def test_film_keeps_to_the_screens_that_can_show_it() -> None:
    asked = festival(film("a", screens=("2",)), screens=(screen("1"), screen("2")))
    assert hard(asked, shown(asked, "a", time(18))) == ["format"]


def test_fixed_showing_keeps_its_place() -> None:
    asked = festival(A)
    pinned = replace(asked, pins=(Pin("a", 1, "1", shown(asked, "a", time(18)).starts_at),))
    assert hard(pinned, shown(asked, "a", time(18))) == []
    assert hard(pinned, shown(asked, "a", time(18, 15))) == ["pin"]
    assert hard(pinned) == ["pin"]
    odd = replace(asked, pins=(Pin("a", 1, "1", shown(asked, "a", time(18, 7)).starts_at),))
    assert hard(odd, shown(asked, "a", time(18, 7))) == [], "a person set it so"
    two = replace(pinned, screens=(screen("1"), screen("2")))
    assert hard(two, shown(asked, "a", time(18), on="2")) == ["pin"]


def two_rooms(why: Together, travel: int = 20) -> Festival:
    rooms = (screen("1", venue="here"), screen("2", venue="there"))
    return festival(
        A, B, screens=rooms, pairs=(Pair("a", "b", why),), travel=(Travel("there", "here", travel),)
    )


def test_forbidden_pair_may_not_run_at_once_nor_too_near_for_the_way() -> None:
    asked = two_rooms(Together.FORBIDDEN)
    first = shown(asked, "a", time(18))
    assert hard(asked, first, shown(asked, "b", time(19, 15), on="2")) == ["forbidden"]
    assert hard(asked, first, shown(asked, "b", time(19, 45), on="2")) == ["forbidden"]
    assert hard(asked, first, shown(asked, "b", time(20), on="2")) == []


@pytest.mark.parametrize(("why", "points"), [(Together.MAKER, 30), (Together.AUDIENCE, 20)])
def test_pair_at_once_costs_its_price_and_a_short_way_costs_less(why: Together, points: int) -> None:
    asked = two_rooms(why)
    first = shown(asked, "a", time(18))
    assert costs(asked, first, shown(asked, "b", time(19), on="2")) == {"together": points}
    assert costs(asked, first, shown(asked, "b", time(19, 45), on="2")) == {"hurry": 3}
    for way in (20, 30):
        far = two_rooms(why, way)
        far = replace(
            far,
            screens=(*far.screens, screen("3", venue="hills")),
            travel=(*far.travel, Travel("here", "hills", 60)),
        )
        assert costs(far, first, shown(far, "b", time(20), on="2")) == {}, (
            "there is time for the way, to the minute"
        )


def test_films_of_one_strand_share_an_audience() -> None:
    asked = festival(film("a", strand="s"), film("b", strand="s"), screens=(screen("1"), screen("2")))
    at_once = shown(asked, "a", time(18)), shown(asked, "b", time(18), on="2")
    assert costs(asked, *at_once) == {"together": 6}
    for why, points in (((Together.AUDIENCE,), 20), ((Together.AUDIENCE, Together.MAKER), 30)):
        paired = replace(asked, pairs=tuple(Pair("a", "b", each) for each in why))
        assert costs(paired, *at_once) == {"together": points}, "the dearest reason counts"


def test_unplaced_showing_costs_its_price() -> None:
    asked = festival(film("a", 90, 2))
    assert costs(asked, shown(asked, "a", time(18))) == {"unplaced": 2000}
    assert programme_of([shown(asked, "a", time(18))], asked).unplaced == (("a", 2),)


def test_off_hours_cost_each_quarter_for_each_hundred_people_and_one_more() -> None:
    room = (screen(opens=time(10)),)
    many = festival(film("a", demand=250), screens=(replace(room[0], capacity=250),))
    assert costs(many, shown(many, "a", time(17, 15))) == {"off-hours": 3 * 3}
    premiere = festival(film("a", premiere=True), screens=room)
    assert costs(premiere, shown(premiere, "a", time(17, 15))) == {"off-hours": 3 * 2 * 2}
    again = festival(film("a", premiere=True, showings=2), screens=room)
    late = shown(again, "a", time(20, 45), day=1, nth=2)
    assert "off-hours" not in costs(again, late), "only the first is the premiere"


def test_a_film_may_have_hours_of_its_own() -> None:
    early = Hours(time(10), time(12))
    asked = festival(film("a", preferred=early), screens=(screen(opens=time(10)),))
    assert "off-hours" not in costs(asked, shown(asked, "a", time(11)))
    assert "off-hours" in costs(asked, shown(asked, "a", time(18)))


def test_small_hours_come_after_the_evening() -> None:
    asked = festival(A, screens=(screen(closes=time(3)),))
    assert costs(asked, shown(asked, "a", time(1))) == {"off-hours": 16 * 2}


def test_seats_cost_those_turned_away_and_those_left_empty() -> None:
    full = festival(film("a", demand=112))
    assert costs(full, shown(full, "a", time(18))) == {"seats": 3}
    empty = festival(film("a", demand=20))
    assert costs(empty, shown(empty, "a", time(18))) == {"empty": 2}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    places=st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.integers(1, 3),
            st.integers(0, 2),
            st.integers(0, 20),
            st.sampled_from("12"),
        ),
        max_size=6,
    )
)
def test_review_of_anything_is_the_same_in_any_order_and_prices_add_up(
    places: list[tuple[str, int, int, int, str]],
) -> None:
    films = (
        Film("a", "A", 60, 2, strand="s"),
        Film("b", "B", 95, 2, strand="s"),
        Film("c", "C", 130, guest=(THURSDAY,)),
    )
    asked = festival(
        *films, days=2, screens=(screen("1"), screen("2")), pairs=(Pair("a", "c", Together.FORBIDDEN),)
    )
    start = wall_instant(THURSDAY, time(17), asked.zone)
    showings = [
        Showing(
            start + timedelta(days=day, minutes=15 * quarter), start + timedelta(days=day, minutes=15 * quarter + 95), key, nth, on
        )
        for key, nth, day, quarter, on in places
    ]  # fmt: skip
    found = review(showings, asked)
    assert found == review(list(reversed(showings)), asked) or len(set(showings)) < len(showings)
    assert programme_of(showings, asked).price == price(found)
    assert all((finding.points == 0) == finding.hard for finding in found)
