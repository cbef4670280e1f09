"""Replans a timetable that stands: as few showings as possible move, then as little as possible, then the best is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from screenings.planner.answer import Moves, Plan, Refusal
from screenings.planner.arranging import arrange
from screenings.planner.explaining import Explanation, out_of_time
from screenings.planner.frame import Frame
from screenings.planner.kinds import REPLAN
from screenings.planner.question import Question
from screenings.planner.reviewing import priced
from screenings.planner.rules import hard_rules, soft_rules
from screenings.planner.solver.reading import sittings
from screenings.planner.solver.solving import (
    LONGEST_SEARCH,
    Cancelled,
    Solved,
    begin,
    constrained,
    solve,
    solve_cheapest,
)

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Flag, Model

MOVED, MINUTES, PRICE = range(3)
"""What is made least, one after the other."""


class Moving:
    """Which standing showings move in the solver's model, and by how many minutes."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.flags: list[Flag] = []
        self.shifts: list[Expr] = []
        for i, standing in model.frame.standing.items():
            begins = model.frame.minute(standing.starts_at)
            moves, shift = model.flag(), model.count(model.last_minute)
            here = model.on_screen[i].get(standing.screen)
            model.cp.add(model.start[i] == begins).only_enforce_if(~moves)
            model.cp.add_bool_or(moves, *([] if here is None else [here]))
            model.cp.add(shift >= model.start[i] - begins)
            model.cp.add(shift >= begins - model.start[i])
            self.flags.append(moves)
            self.shifts.append(shift)

    def amount(self, which: int) -> Expr:
        """How many move, or by how many minutes together."""
        return sum(self.flags if which == MOVED else self.shifts)


@dataclass(frozen=True)
class Reached:
    """What was found of one sort, and the least that it could be as far as that was proved."""

    value: int
    bound: int


def replanned(question: Question, cancelled: Callable[[], bool] | None = None) -> Plan | Refusal:
    """The timetable that moves the fewest of the standing showings, and these the least; or why there is none.

    Raises Cancelled where none is found before.
    """
    frame = Frame(question)
    if not frame.windows:
        return Explanation(question, REPLAN.code, cancelled).nothing_open()
    reached: list[Reached] = []
    best: Solved | None = None
    for which in (MOVED, MINUTES, PRICE):
        try:
            solved, value = _least(frame, which, reached, cancelled)
        except Cancelled:
            if best is None:
                raise
            break
        if solved.impossible:
            return Explanation(question, REPLAN.code, cancelled).refusal()
        if not solved.found:
            break
        best = solved
        reached.append(Reached(value, solved.bound))
    if best is None:
        return out_of_time(REPLAN.code)
    plan = priced(frame, arrange(frame, sittings(best), REPLAN.code))
    bound = min(reached[PRICE].bound, plan.cost) if len(reached) > PRICE else 0
    return replace(plan, bound=bound, moves=_moves(frame, plan, reached))


def _least(
    frame: Frame, which: int, reached: list[Reached], cancelled: Callable[[], bool] | None
) -> tuple[Solved, int]:
    """The least of one sort, where nothing that was made least before it may grow."""
    rules = [*hard_rules(frame, REPLAN.code), *soft_rules(frame)]
    model = constrained(begin(frame, rules), rules, {})
    moving = Moving(model)
    for before, each in enumerate(reached):
        model.cp.add(moving.amount(before) <= each.value)
    longest = LONGEST_SEARCH / 3
    if which == PRICE:
        solved = solve_cheapest(model, cancelled, longest=longest)
        return solved, solved.value(model.price) if solved.found else 0
    solved = solve(model, moving.amount(which), cancelled, longest=longest, relaxed=True)
    return solved, solved.value(moving.amount(which)) if solved.found else 0


def _moves(frame: Frame, plan: Plan, reached: list[Reached]) -> Moves:
    """Counted in the plan itself; the proofs are the solver's."""
    there = {(sitting.block, sitting.from_minute): sitting for sitting in plan.sittings}
    moved, minutes = 0, 0
    for standing in frame.question.standing:
        sitting = there[standing.block, standing.from_minute]
        shift = abs(frame.minute(sitting.starts_at) - frame.minute(standing.starts_at))
        moved += bool(shift) or sitting.screen != standing.screen
        minutes += shift
    least = min(reached[MOVED].bound, moved)
    is_fewest = least == moved and len(reached) > MINUTES
    return Moves(
        of=len(frame.question.standing),
        moved=moved,
        least=least,
        minutes=minutes,
        least_minutes=min(reached[MINUTES].bound, minutes) if is_fewest else 0,
    )
