"""What a proposed change may ask of people. A house or a programmer may decide otherwise; nobody is advised to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.arranging import strands
from screenings.planner.frame import MINUTE, Frame
from screenings.planner.question import SHORTEST_MEAL
from screenings.planner.rules.breaks import MealBreak
from screenings.planner.rules.meals import OnEnd
from screenings.planner.wishes import Use
from wording.say import Clock, Day, Minutes, Say, gettext_noop, say

if TYPE_CHECKING:
    from screenings.planner.solver.model import Flag, Model

MOST_WITHOUT_FOOD, LONGEST_DAY = 12 * 60, 16 * 60
"""Minutes without a pause that is long enough to eat, and from a day's beginning to its end: beyond these nothing is proposed."""
LONG_DAY = 12 * 60
"""Minutes from a day's beginning to its end that are said of a change."""


def keep_bearable(model: Model, *, with_meals: bool) -> None:
    """Nobody goes half a day without food or stays longer than people are awake. Where a question only wishes that nobody goes too
    long without a meal, that holds too; not `with_meals`, a pause is enough in which one can eat."""
    for chain in model.frame.chains:
        ate = {i: _pause(model, i) for i in chain[1:]}
        _within(model, chain, LONGEST_DAY, {i: [model.new_day[i]] for i in chain[1:]})
        _within(model, chain, MOST_WITHOUT_FOOD, {i: [model.new_day[i], ate[i]] for i in chain[1:]})
    meals = MealBreak(model.frame)
    if meals.wanted and meals.use is Use.SOFT:
        meals.constrain(model, 0 if with_meals else meals.most_give)


def said_of(frame: Frame, plan: Plan) -> Iterator[Say]:
    """What people should know of a plan before they make it possible: long sittings and days."""
    for rule in (OnEnd(frame), MealBreak(frame)):
        if rule.wanted and rule.use is not Use.OFF:
            yield from (finding.say for finding in sorted(rule.check(plan), key=_minutes)[-1:])
    for chain in strands(frame, plan.sittings):
        sittings = [plan.sittings[at] for at in chain]
        for day in sorted({sitting.day for sitting in sittings}):
            yield from _long_day([sitting for sitting in sittings if sitting.day == day])


def _minutes(finding: Finding) -> int:
    """How long what is said of it lasts."""
    return max(value.minutes for value in finding.say.params.values() if isinstance(value, Minutes))


def _long_day(sittings: list[Sitting]) -> Iterator[Say]:
    first, last = sittings[0], sittings[-1]
    length = (last.ends_at - first.starts_at) // MINUTE
    if length > LONG_DAY:
        template = gettext_noop("{day} then lasts {length}, from {begins} to {ends}.")
        begins, ends = Clock(first.starts_local.time()), Clock(last.ends_local.time())
        yield say("long-stay", template, day=Day(first.day), length=Minutes(length), begins=begins, ends=ends)


def _pause(model: Model, i: int) -> Flag:
    """A flag that may be true only when one can eat before piece `i`."""
    flag = model.flag()
    model.cp.add(model.gap(i) >= SHORTEST_MEAL).only_enforce_if(flag)
    return flag


def _within(model: Model, chain: list[int], most: int, rests: dict[int, list[Flag]]) -> None:
    """Every piece ends so many minutes at most after the last rest, or the beginning."""
    since = {i: model.count(most) for i in chain}
    for i in chain:
        model.cp.add(since[i] >= model.length[i])
    for before, i in pairwise(chain):
        more = since[before] + model.gap(i) + model.length[i]
        model.cp.add(since[i] >= more).only_enforce_if(*(~rest for rest in rests[i]))
