"""The rule of a next best plan: it differs from those before it in a way that a programmer would see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.frame import Frame
from screenings.planner.rules.rule import Rule
from wording.say import Clock, Day, Say, Value, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Flag, Model

SEEN = 60
"""Minutes by which a part must begin earlier or later, so that people see another plan."""


class Differs(Rule):
    """Some part begins at least an hour earlier or later than in each of the plans before."""

    code = "differs"
    fixed = True

    def __init__(self, frame: Frame, others: Sequence[Plan]) -> None:
        super().__init__(frame)
        self.others = others

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for other in self.others:
            begins = {
                at: self.frame.minute(sitting.starts_at) for at, sitting in first_sittings(other).items()
            }
            moved: list[Flag] = []
            for i, piece in enumerate(self.frame.pieces):
                if piece.from_minute == 0:
                    earlier, later = model.flag(), model.flag()
                    model.cp.add(model.start[i] <= begins[piece.block] - SEEN).only_enforce_if(earlier)
                    model.cp.add(model.start[i] >= begins[piece.block] + SEEN).only_enforce_if(later)
                    moved += [earlier, later]
            model.cp.add_bool_or(moved)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for other in self.others:
            if not any(True for _ in moved_parts(self.frame, other, plan)):
                yield self.finding(gettext_noop("It hardly differs from a better plan."), ())

    def say(self) -> Say:
        return self.sentence(gettext_noop("It differs from the better plans by an hour or more."))


def first_sittings(plan: Plan) -> dict[int, Sitting]:
    """The sitting with which each block begins."""
    return {sitting.block: sitting for sitting in plan.sittings if sitting.from_minute == 0}


def moved_parts(frame: Frame, before: Plan, after: Plan) -> Iterator[Say]:
    """What begins at another time than in the plan before, by so much that people see it."""
    stood = first_sittings(before)
    for block, sitting in first_sittings(after).items():
        old = stood[block]
        if abs(frame.minute(sitting.starts_at) - frame.minute(old.starts_at)) >= SEEN:
            template = gettext_noop("“{film}” begins on {day} at {clock}, not on {usual_day} at {usual}.")
            if sitting.day == old.day:
                template = gettext_noop("“{film}” begins at {clock}, not at {usual}, on {day}.")
            said: dict[str, Value] = {"film": sitting.label, "day": Day(sitting.day), "clock": Clock(sitting.starts_local.time()),
                    "usual": Clock(old.starts_local.time())}  # fmt: skip
            more: dict[str, Value] = {} if sitting.day == old.day else {"usual_day": Day(old.day)}
            yield Say("differs", template, {**said, **more})
