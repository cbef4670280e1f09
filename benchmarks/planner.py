"""The planner: how long it takes to answer. Importing OR-tools is measured separately."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from benchmarks.measure import Measure, seconds
from benchmarks.table import show
from screenings.planner import (
    Answer,
    Block,
    Frame,
    Question,
    Screen,
    Settings,
    daily_openings,
    opinion,
    place,
    plan,
)
from screenings.planner.planning import best_of_kind
from screenings.planner.rules import hard_rules, soft_rules
from screenings.planner.solver.solving import begin, constrained

MONDAY, TENTH_DAY = date(2026, 3, 2), date(2026, 3, 11)
NINE_HOURS = (
    Block("rust", "Rust", 244, 1),
    Block("remnants", "Remnants", 178, 2),
    Block("rails", "Rails", 132, 3),
)
WITH_CHAPTERS = (
    Block("rust", "Rust", 244, 1, chapter_points=tuple(range(20, 240, 20))),
    Block("remnants", "Remnants", 178, 2, chapter_points=(60, 90, 120)),
    Block("rails", "Rails", 132, 3, chapter_points=(66,)),
)
# As the demo's programmer asks: two unlike screens, chapter points in every part.
AS_THE_DEMO = (
    Block("rust", "Rust", 244, 1, chapter_points=(62, 125, 186)),
    Block("remnants", "Remnants", 178, 2, chapter_points=(58, 117)),
    Block("rails", "Rails", 132, 3, chapter_points=(66,)),
)
TWICE = (*NINE_HOURS, *(replace(part, run=2) for part in NINE_HOURS))
FEW_KINDS = ("two-days", "evenings", "weekly")
FOURTEEN = tuple(Block(f"episode-{part}", f"Episode {part}", 60, part) for part in range(1, 15))


def measures() -> Iterator[Measure]:
    """First the questions with a promised time, then a film with cuts and a long series, which only have an upper bound."""
    yield Measure("planner: import without the solver", _import_of("screenings.planner"), 1.5, "s")
    yield Measure("planner: import of OR-tools", _import_of("ortools.sat.python.cp_model"), 6, "s")
    plan(_question(NINE_HOURS, closes=time(22)))  # the first solve of a process loads the solver
    yield _answering("nine hours, ten days, two screens", _question(NINE_HOURS), 1)
    yield _answering("the same, refusals explained", _question(NINE_HOURS, closes=time(20, 15)), 2)
    yield _answering("the demo's question, with chapter points", _unlike(AS_THE_DEMO), 1)
    yield _answering("the demo's question, one day refused", _unlike(AS_THE_DEMO, time(12), time(20)), 2)
    yield _answering(
        "nine hours in stretches of an hour, refused", _unlike(NINE_HOURS, longest_unbroken=60), 2
    )
    yield _answering("nine hours, cut at chapter points", _question(WITH_CHAPTERS, longest_unbroken=130), 10)
    yield _answering("fourteen episodes", _question(FOURTEEN), 5)
    yield _answering("nine hours, fourteen days, four screens", _house(NINE_HOURS, days=14), 1)
    yield _first_plan(_house(NINE_HOURS, days=14))
    yield from _proving("nine hours shown twice, fourteen days, four screens", _house(TWICE, days=14), 5)
    yield _opinion(_house(NINE_HOURS, days=14))
    yield _answering("fourteen episodes, 28 days, four screens", _house(FOURTEEN, days=28), 5)
    yield _beside_a_bare_model("nine hours", _house(NINE_HOURS, days=14))
    yield _beside_a_bare_model("the demo's question", _unlike(AS_THE_DEMO))
    yield _beside_a_bare_model("fourteen episodes", _house(FOURTEEN, days=28, kinds=FEW_KINDS))


def _answering(what: str, question: Question, limit: float) -> Measure:
    return Measure(f"planner: {what}", seconds(lambda: plan(question)), limit, "s")


def _proving(what: str, question: Question, limit: float) -> Iterator[Measure]:
    """The time for an answer, and how many of its plans are proved best."""
    answers: list[Answer] = []
    yield Measure(f"planner: {what}", seconds(lambda: answers.append(plan(question))), limit, "s")
    proven = sum(each.proven for answer in answers for each in answer.plans)
    yield Measure(f"planner: {what}, proved", proven, len(question.settings.kinds), "kinds", is_least=True)


def _first_plan(question: Question) -> Measure:
    took = 1000 * seconds(lambda: best_of_kind(question, question.settings.kinds[0]))
    return Measure("planner: the first plan of nine hours, fourteen days, four screens", took, 200, "ms")


def _beside_a_bare_model(what: str, question: Question) -> Measure:
    """Our time for kinds that are possible, as a share of that of one model with one objective and OR-tools' own settings."""
    ours, bare = seconds(lambda: plan(question)), seconds(lambda: _bare(question))
    return Measure(f"planner: {what}, our time beside a bare model's", 100 * ours / bare, 100, "%")


def _bare(question: Question) -> None:
    from ortools.sat.python import cp_model

    for kind in question.settings.kinds:
        frame = Frame(question, kind=kind)
        rules = [*hard_rules(frame, kind), *soft_rules(frame)]
        model = constrained(begin(frame, rules), rules, {})
        model.cp.minimize(model.price * model.last_minute * len(model.start) + sum(model.start))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = 60
        solver.solve(model.cp)


def _opinion(question: Question) -> Measure:
    """A timetable that breaks several rules, so that mends are looked for: what a person who drags a showing waits for."""
    frame = Frame(question)
    hours = (time(9), time(13), time(15, 30))
    sittings = [
        place(frame, block=at, screen="1", starts_at=datetime.combine(MONDAY, hour, frame.screens["1"].zone))
        for at, hour in enumerate(hours)
    ]
    binding = {"in-order", "opening-hours", "curfew", "bookings", "turnaround"}
    asked = seconds(lambda: opinion(question, sittings, binding=binding))
    return Measure(
        "planner: the rules' opinion of nine hours on four screens, with mends", 1000 * asked, 20, "ms"
    )


def _import_of(module: str) -> float:
    """Seconds that a new interpreter takes to start and import a module."""
    command = [sys.executable, "-c", f"import {module}"]
    return seconds(lambda: subprocess.run(command, check=True))


def _question(
    blocks: tuple[Block, ...], closes: time = time(23), longest_unbroken: int | None = None
) -> Question:
    openings = daily_openings(MONDAY, TENTH_DAY, time(10), closes, "Europe/Amsterdam")
    screens = tuple(
        Screen(key, "House", "Europe/Amsterdam", openings, setup_minutes=5, turnaround_minutes=10)
        for key in "12"
    )
    return Question(blocks, screens, MONDAY, TENTH_DAY, Settings(longest_unbroken=longest_unbroken))


def _house(blocks: tuple[Block, ...], *, days: int, kinds: tuple[str, ...] = Settings.kinds) -> Question:
    """Four equal screens, whose hours are known for five weeks more."""
    last = MONDAY + timedelta(days=days - 1)
    openings = daily_openings(MONDAY, last + timedelta(weeks=5), time(10), time(23), "Europe/Amsterdam")
    screens = tuple(
        Screen(key, "House", "Europe/Amsterdam", openings, setup_minutes=5, turnaround_minutes=10)
        for key in "1234"
    )
    return Question(blocks, screens, MONDAY, last, Settings(kinds=kinds))


def _unlike(
    blocks: tuple[Block, ...],
    opens: time = time(10),
    closes: time = time(23),
    longest_unbroken: int | None = None,
) -> Question:
    openings = daily_openings(MONDAY, TENTH_DAY, opens, closes, "America/New_York")
    screens = tuple(
        Screen(key, "House", "America/New_York", openings, key, setup, turnaround, curfew=time(23, 30))
        for key, setup, turnaround in (("1", 25, 20), ("2", 20, 15))
    )
    settings = Settings(earliest_start=time(10), latest_end=time(23), longest_unbroken=longest_unbroken)
    return Question(blocks, screens, MONDAY, TENTH_DAY, settings)


if __name__ == "__main__":
    sys.exit(show(measures()))
