"""What a question of a festival refuses, and its JSON."""

from datetime import time, timedelta

import pytest

from screenings.planner.festival.exchange import (
    festival_from_data,
    festival_to_data,
    programme_from_data,
    programme_to_data,
)
from screenings.planner.festival.planning import plan
from screenings.planner.festival.question import Festival, Film, Pair, Pin, Prices, Screen, Travel
from screenings.planner.question import wall_instant
from tests.screenings.planner.festival.asking import THURSDAY, ZONE, festival, film, screen

AT = wall_instant(THURSDAY, time(19), festival().zone)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda: film("a", 0), "The running time of 'Film a' must be more than zero minutes."),
        (lambda: film("a", 90, parts=(60, 60)), "The parts of 'Film a' must add up to its 90 minutes."),
        (lambda: film("a", 90, 0), "'Film a' must have at least one showing, and at most one on a day."),
        (lambda: film("a", demand=-1), "Neither the audience of 'Film a' nor its pauses can be below zero."),
        (lambda: Pair("a", "a"), "A pair must be of two films."),
        (lambda: Travel("a", "b", -1), "The way between two venues cannot be shorter than zero minutes."),
        (lambda: Screen("1", "One", "house", 0, ()), "One must have a seat, and no turnaround below zero minutes."),
        (lambda: Prices(hurry=7), "To hurry from one showing to the next cannot cost more than to miss it."),
        (lambda: Festival((), (), THURSDAY, THURSDAY, ZONE), "A festival must have at least one screen."),
        (lambda: festival(days=0, screens=(screen(),)), "A festival must have between 1 and 62 days."),
        (lambda: festival(film("a"), film("a")), "Every film must have a key of its own."),
        (lambda: festival(screens=(screen(), screen())), "Every screen must have a key of its own."),
        (lambda: festival(film("a"), pairs=(Pair("a", "b"),)), "Pairs and fixed showings must be of the festival's films."),
        (lambda: festival(film("a"), pins=(Pin("a", 2, "1", AT),)), "A fixed showing must be one of its film's showings."),
        (lambda: festival(film("a"), pins=(Pin("a", 1, "1", AT),) * 2), "A showing can be fixed only once."),
        (lambda: festival(film("a"), pins=(Pin("a", 1, "x", AT),)), "Fixed showings and films must name the festival's screens."),
        (lambda: festival(start_step=7), "Showings may start every 5 or 15 minutes, not every 7 minutes."),
        (lambda: Pin("a", 1, "1", AT.replace(tzinfo=None)), "A fixed showing must have a time zone; 2026-09-10 17:00 has none."),
    ],
)  # fmt: skip
def test_question_refuses_what_is_impossible_with_a_sentence(wrong: object, sentence: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        wrong()  # type: ignore[operator] # each is a lambda
    assert str(refused.value) == sentence


def test_hours_beyond_the_turn_of_the_day_are_refused() -> None:
    room = screen(opens=time(20), closes=time(5, 59))
    late = [hours.__class__(hours.opens_at, hours.closes_at + timedelta(minutes=2)) for hours in room.hours]
    with pytest.raises(ValueError, match="must end before the festival's day does, at 06:00"):
        festival(screens=(Screen("1", "One", "house", 10, tuple(late)),))


def test_question_and_programme_are_the_same_after_json() -> None:
    asked = festival(
        film("a", 90, 2, guest=(THURSDAY,)), film("b"), pairs=(Pair("a", "b"),), travel=(Travel("x", "y", 5),)
    )
    found = plan(asked, seconds=1)
    assert festival_from_data(festival_to_data(asked)) == asked
    assert programme_from_data(programme_to_data(found)) == found


def test_film_without_pauses_is_as_long_as_it_runs() -> None:
    assert Film("a", "A", 90).length == 90
