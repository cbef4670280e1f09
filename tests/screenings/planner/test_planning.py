"""The planner's verb: plans different in kind, deterministic, stoppable, right in the night when clocks change."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from screenings.planner import (
    Answer,
    Block,
    Booking,
    Costs,
    Day,
    IntervalKind,
    Refusal,
    answer_from_data,
    answer_to_data,
    plan,
    plan_from_data,
    plan_to_data,
    question_from_data,
    question_to_data,
    review,
)
from screenings.planner.planning import best_of_kind
from tests.screenings.planner.asking import MONDAY, ask


@pytest.fixture(scope="module")
def answer() -> Answer:
    return plan(ask())


def test_plan_gives_one_plan_of_each_kind_cheapest_first(answer: Answer) -> None:
    assert [(found.kind, found.cost) for found in answer.plans] == [
        ("evenings", 4),
        ("series", 4),
        ("two-days", 5),
        ("weekly", 64),
        ("one-day", 199),
    ]
    assert answer.refusals == ()
    assert not answer.cancelled


def test_plan_of_one_day_is_a_weekend_marathon_with_meals(answer: Answer) -> None:
    marathon = answer.plans[-1]
    assert [(s.label, f"{s.starts_local:%a %H:%M}", f"{s.ends_local:%H:%M}") for s in marathon.sittings] == [
        ("Rust", "Sat 10:00", "14:04"),
        ("Remnants", "Sat 14:50", "17:48"),
        ("Rails", "Sat 18:35", "20:47"),
    ]
    assert [interval.kind for interval in marathon.intervals] == [IntervalKind.MEAL, IntervalKind.MEAL]
    assert str(marathon.headline) == "All on one day: Saturday 7 March 2026, 10:00 to 20:47."
    assert [str(finding.say) for finding in marathon.price] == [
        "9 h 14 min on Saturday 7 March 2026, 3 h 14 min more than is comfortable.",
        "It begins 5 days after the first day asked for.",
    ]


def test_plan_holds_screen_for_setup_and_turnaround(answer: Answer) -> None:
    sitting = answer.plans[-1].sittings[0]
    assert f"{sitting.occupies_from.astimezone(sitting.zone):%H:%M}" == "09:55"
    assert f"{sitting.occupies_to.astimezone(sitting.zone):%H:%M}" == "14:14"


def test_plan_answers_the_same_twice(answer: Answer) -> None:
    assert plan(ask()) == answer


def test_plan_tells_progress_before_each_kind_and_at_the_end() -> None:
    steps: list[tuple[int, int, str]] = []
    plan(ask(kinds=("one-day", "weekly")), progress=lambda *step: steps.append(step))
    assert steps == [(0, 2, "one-day"), (1, 2, "weekly"), (2, 2, "")]


def test_plan_cancelled_keeps_what_was_found() -> None:
    done: list[int] = []
    stopped = plan(
        ask(kinds=("two-days", "one-day")),
        progress=lambda step, *_: done.append(step),
        cancelled=lambda: len(done) > 1,
    )
    assert stopped.cancelled
    assert [found.kind for found in stopped.plans] == ["two-days"]


def test_plan_cancelled_stops_a_long_search() -> None:
    episodes = tuple(Block(f"e{n}", f"Episode {n}", 61, n, chapter_points=(20, 40)) for n in range(1, 25))
    question = ask(blocks=episodes, last=date(2026, 4, 12), longest_unbroken=45, kinds=("weekly",))
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    assert plan(question, cancelled=cancelled).cancelled
    assert len(asked) == 4


def test_plan_keeps_clear_of_bookings() -> None:
    taken = Booking(datetime(2026, 3, 7, 11, tzinfo=UTC), datetime(2026, 3, 7, 19, tzinfo=UTC), "Matinee")
    question = ask(bookings=(taken,), kinds=("one-day",))
    (found,) = plan(question).plans
    assert found.days == (date(2026, 3, 8),)


def test_plan_moves_to_second_screen_when_first_is_taken() -> None:
    taken = Booking(datetime(2026, 3, 2, 16, tzinfo=UTC), datetime(2026, 3, 2, 22, tzinfo=UTC), "Concert")
    question = ask(last=MONDAY, kinds=("one-day",))
    first, second = question.screens
    question = replace(question, screens=(replace(first, bookings=(taken,)), second))
    (found,) = plan(question).plans
    assert {sitting.screen for sitting in found.sittings} == {"2"}


@pytest.mark.parametrize(
    ("zone", "day", "minutes"),
    [
        ("Europe/Amsterdam", date(2026, 3, 28), 5 * 60),
        ("Europe/Amsterdam", date(2026, 10, 24), 7 * 60),
        ("America/New_York", date(2026, 3, 7), 5 * 60),
        ("America/New_York", date(2026, 10, 31), 7 * 60),
    ],
)
def test_plan_uses_elapsed_time_in_night_when_clocks_change(zone: str, day: date, minutes: int) -> None:
    """From 22:00 to 04:00 by the wall are five hours in spring and seven in autumn."""
    night: dict[str, Any] = {
        "first": day,
        "last": day,
        "opens": time(22),
        "closes": time(4),
        "zone": zone,
        "kinds": ("one-day",),
    }
    (found,) = plan(ask(blocks=(Block("x", "X", minutes),), **night)).plans
    (sitting,) = found.sittings
    assert (f"{sitting.starts_local:%H:%M}", f"{sitting.ends_local:%H:%M}") == ("22:00", "04:00")
    assert (sitting.day, sitting.minutes) == (day, minutes)
    refused = plan(ask(blocks=(Block("x", "X", minutes + 1),), **night))
    assert refused.plans == ()
    assert [str(step) for step in refused.refusals[0].changes[0].steps] == [
        f"Stay open until 04:01 instead of 04:00 on {Day(day)}."
    ]


def test_plan_joins_stretches_that_need_no_break() -> None:
    block = Block("x", "X", 120, chapter_points=(30, 60, 90))
    (found,) = plan(ask(blocks=(block,), kinds=("one-day",))).plans
    assert [(sitting.from_minute, sitting.to_minute) for sitting in found.sittings] == [(0, 120)]


def test_plan_holds_room_inside_an_interrupted_part() -> None:
    block = Block("x", "X", 120, chapter_points=(60,))
    (found,) = plan(ask(blocks=(block,), longest_unbroken=60, kinds=("one-day",))).plans
    first, second = found.sittings
    assert first.occupies_to == second.starts_at == second.occupies_from


def test_plan_gives_talks_their_time() -> None:
    block = Block("x", "X", 100, intro_minutes=10, qa_minutes=30)
    (found,) = plan(ask(blocks=(block,), kinds=("one-day",))).plans
    assert found.sittings[0].minutes == 140


def test_plan_of_two_strands_keeps_them_apart_on_one_screen() -> None:
    blocks = (Block("a", "A", 100, strand="a"), Block("b", "B", 100, strand="b"))
    question = ask(blocks=blocks, screens=1, kinds=("one-day",), last=MONDAY)
    (found,) = plan(question).plans
    first, second = found.sittings
    assert first.occupies_to <= second.occupies_from
    assert [finding for finding in review(found, question) if finding.hard] == []


def test_plan_refuses_unknown_kind() -> None:
    with pytest.raises(KeyError):
        plan(ask(kinds=("fortnightly",)))


def test_answer_survives_json(answer: Answer) -> None:
    again = answer_from_data(json.loads(json.dumps(answer_to_data(answer))))
    assert again == answer
    assert str(again.plans[0].headline) == str(answer.plans[0].headline)
    assert plan_from_data(json.loads(json.dumps(plan_to_data(answer.plans[0])))) == answer.plans[0]


def test_refusal_survives_json() -> None:
    refused = plan(ask(closes=time(18), kinds=("one-day",)))
    assert answer_from_data(json.loads(json.dumps(answer_to_data(refused)))) == refused


def test_question_survives_json() -> None:
    taken = Booking(datetime(2026, 3, 2, 18, tzinfo=UTC), datetime(2026, 3, 2, 22, tzinfo=UTC), "Concert")
    question = ask(bookings=(taken,), curfew=time(1), licence_to=date(2026, 4, 1), latest_end=time(0, 30))
    assert question_from_data(json.loads(json.dumps(question_to_data(question)))) == question


def test_question_from_data_names_the_fault() -> None:
    data = question_to_data(ask())
    data["blocks"][0]["minutes"] = 0
    with pytest.raises(ValueError, match="running time of 'Rust' must be more than zero minutes"):
        question_from_data(data)


def test_import_brings_neither_solver_nor_framework() -> None:
    code = "import sys, screenings.planner as p; print([m for m in ('ortools', 'django', 'pandas') if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_best_of_kind_says_when_nothing_is_open() -> None:
    question = ask()
    shut = replace(question, first_day=date(2027, 1, 1), last_day=date(2027, 1, 3))
    refused = best_of_kind(shut, "one-day")
    assert isinstance(refused, Refusal)
    assert str(refused.because) == "No screen is open on any of the days asked for."


def test_plan_rather_cuts_a_part_within_an_evening_than_between_two() -> None:
    halves = (Block("a", "A", 120, 1, (60,)), Block("b", "B", 90, 2), Block("c", "C", 90, 3))
    (found,) = plan(ask(blocks=halves, longest_unbroken=100, kinds=("evenings",))).plans
    assert [(sitting.label, sitting.day.day) for sitting in found.sittings] == [
        ("A", 2),
        ("A", 2),
        ("B", 3),
        ("C", 4),
    ]


def test_plan_cuts_a_part_only_where_that_is_cheaper() -> None:
    """Whole, the part starts before the evening of a working day; cut in two it would cost more than it saves."""
    whole = Block("a", "A", 300, 1, (150,))
    dear = plan(ask(blocks=(whole,), last=MONDAY, kinds=("any",))).plans[0]
    assert [sitting.to_minute for sitting in dear.sittings] == [300]
    costs = Costs(interruption=1, interruption_overnight=2, working_hours=200)
    cheap = plan(ask(blocks=(whole,), last=date(2026, 3, 3), kinds=("any",), costs=costs)).plans[0]
    assert [(s.to_minute, s.day.day) for s in cheap.sittings] == [(150, 2), (300, 3)]
