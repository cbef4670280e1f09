"""Soft rules about meals: at meal times, between parts, and no sitting so long that somebody goes hungry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from screenings.planner.answer import Finding, IntervalKind, Plan, Sitting
from screenings.planner.arranging import continues
from screenings.planner.question import DAY, Hours
from screenings.planner.rules.comfort import Soft
from wording.say import Clock, Minutes, Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Flag, Model


class MealTimes(Soft):
    """A meal break begins at a usual meal time. A few minutes more matter little: no day begins at a ragged minute for them."""

    code = "meal-times"

    @property
    def wanted(self) -> bool:
        return bool(self.settings.meal_times)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i, before in model.previous.items():
            off, beyond = model.flag(), model.count(self.settings.costs.meal_out_of_time)
            near = [self._served(model, before, hours, beyond) for hours in self._times]
            model.cp.add_bool_or(off, ~model.meal[i], *near)
            model.pay(off, self.settings.costs.meal_out_of_time, i)
            model.pay(beyond, 1, i)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for interval in plan.intervals:
            sitting = plan.sittings[interval.after]
            if interval.kind is IntervalKind.MEAL and (beyond := self._beyond(sitting)) > 0:
                template = gettext_noop(
                    "The meal break after '{film}' begins at {clock}, outside meal times."
                )
                clock = Clock(sitting.ends_local.time())
                cost = min(self.settings.costs.meal_out_of_time, beyond)
                yield self.finding(template, (interval.after,), cost, film=sitting.label, clock=clock)

    def say(self) -> Say:
        return self.sentence(gettext_noop("Meal breaks begin at meal times."))

    def _served(self, model: Model, before: int, hours: Hours, beyond: Expr) -> Flag:
        """A flag that may be true only when piece `before` ends within these hours, or so many minutes beyond."""
        flag = model.flag()
        begin = model.pick(before, lambda window: self._span(hours, window.day, window.screen.zone)[0])
        end = model.pick(before, lambda window: self._span(hours, window.day, window.screen.zone)[1])
        model.cp.add(model.end[before] >= begin - beyond).only_enforce_if(flag)
        model.cp.add(model.end[before] <= end + beyond).only_enforce_if(flag)
        return flag

    def _span(self, hours: Hours, day: date, zone: ZoneInfo) -> tuple[int, int]:
        begin = self.frame.wall(day, hours.begin, zone, night=True)
        end = self.frame.wall(day, hours.end, zone, night=True)
        return begin, end if end >= begin else end + DAY

    @property
    def _times(self) -> tuple[Hours, ...]:
        """With breakfast, where a plan lasts through the night."""
        usual = self.settings.meal_times
        return (*usual, self.settings.breakfast) if self.frame.kind.is_night else usual

    def _beyond(self, sitting: Sitting) -> int:
        """Minutes from the nearest meal time to the end of a sitting; 0 or less within one."""
        spans = (self._span(hours, sitting.day, sitting.zone) for hours in self._times)
        at = self.frame.minute(sitting.ends_at)
        return min(max(begin - at, at - end) for begin, end in spans)


class MealInside(Soft):
    """Meals come between parts. Inside a part there is only a short pause, unless the programmer asks for more."""

    code = "meal-inside"

    @property
    def wanted(self) -> bool:
        has_points = any(block.chapter_points for block in self.frame.question.blocks)
        return has_points and not self.settings.meals_inside

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i in model.uncut:
            model.pay(model.meal[i], self.settings.costs.meal_inside, i)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for interval in plan.intervals:
            first, second = plan.sittings[interval.after], plan.sittings[interval.before]
            if interval.kind is IntervalKind.MEAL and continues(first, second):
                template = gettext_noop("'{film}' is interrupted for a meal.")
                at = (interval.after, interval.before)
                yield self.finding(template, at, self.settings.costs.meal_inside, film=first.label)

    def say(self) -> Say:
        return self.sentence(gettext_noop("Meals come between parts, not inside one."))


class OnEnd(Soft):
    """No single sitting is longer than people go without a meal. Nothing forbids it where a part has no chapter point, so
    that a long part can be shown at all, but it is always said."""

    code = "on-end"

    @property
    def wanted(self) -> bool:
        return bool(self._blocks)

    @property
    def _blocks(self) -> set[int]:
        """The blocks that are longer than the limit."""
        limit = self.settings.meal_after
        lengths = (
            (at, block.minutes + block.intro_minutes + block.qa_minutes)
            for at, block in enumerate(self.frame.question.blocks)
        )
        return {at for at, length in lengths if limit is not None and length > limit}

    def constrain(self, model: Model, give: Expr = 0) -> None:
        lasting: dict[int, Expr] = {}
        limit, long = self.settings.meal_after or 0, self._blocks
        for i, piece in enumerate(self.frame.pieces):
            if piece.block not in long:
                continue
            lasting[i] = model.length[i]
            if i in model.uncut:
                lasting[i] = model.count(model.last_minute)
                model.cp.add(lasting[i] >= model.length[i])
                whole = lasting[model.previous[i]] + model.length[i]
                model.cp.add(lasting[i] >= whole).only_enforce_if(model.uncut[i])
            beyond = model.count(model.last_minute)
            model.cp.add(beyond >= lasting[i] - limit).only_enforce_if(*model.ends(i))
            model.pay(beyond, self.settings.costs.on_end_minute, i)

    def check(self, plan: Plan) -> Iterator[Finding]:
        after = Minutes(self.settings.meal_after or 0)
        for at, sitting in enumerate(plan.sittings):
            beyond = sitting.minutes - after.minutes
            if beyond > 0:
                template = gettext_noop("'{film}' lasts {length} on end, longer than {after} without a meal.")
                cost, length = beyond * self.settings.costs.on_end_minute, Minutes(sitting.minutes)
                yield self.finding(template, (at,), cost, film=sitting.label, length=length, after=after)

    def say(self) -> Say:
        after = Minutes(self.settings.meal_after or 0)
        return self.sentence(gettext_noop("No sitting lasts longer than {after} on end."), after=after)
