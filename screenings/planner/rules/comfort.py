"""Soft rules about comfort on one day: what costs points, and how many. Each price is calculated from the plan alone, so
a plan made by hand is priced like the solver's own; the tests check that the two prices are equal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING

from screenings.planner.answer import Finding, Interval, IntervalKind, Plan
from screenings.planner.arranging import continues, following
from screenings.planner.frame import MINUTE, Window
from screenings.planner.rules.calendar.days import minutes_a_day, shown_a_day
from screenings.planner.rules.rule import Rule
from screenings.planner.wishes import Use
from wording.say import Clock, Day, Minutes, Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Flag, Model


class Soft(Rule):
    """A rule that adds to the price instead of restricting."""

    usual = Use.SOFT
    optional = True


class SingleScreen(Soft):
    """An audience prefers to stay in one room."""

    code = "single-screen"

    @property
    def wanted(self) -> bool:
        return len(self.frame.question.screens) > 1

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i, before in model.previous.items():
            moved = model.flag()
            for key in self.frame.screens:
                model.cp.add_bool_or(moved, ~model.on_screen[i][key], model.on_screen[before][key])
            model.pay(moved, self.settings.costs.screen_change, i)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for before, after in following(self.frame, plan.sittings):
            first, second = plan.sittings[before], plan.sittings[after]
            if first.screen != second.screen:
                cost, name = self.settings.costs.screen_change, self.frame.screens[second.screen].name
                template = gettext_noop("The audience moves to {screen} for '{film}'.")
                yield self.finding(template, (before, after), cost, film=second.label, screen=name)

    def say(self) -> Say:
        return self.sentence(gettext_noop("It is better to use one screen for everything."))


class Interruptions(Soft):
    """A part should not be interrupted, least of all to continue on another day."""

    code = "interruption"

    @property
    def wanted(self) -> bool:
        return any(block.chapter_points for block in self.frame.question.blocks)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        costs = self.settings.costs
        for i, uncut in model.uncut.items():
            model.pay(1 - uncut, costs.interruption, i)
            model.pay(model.new_day[i], costs.interruption_overnight - costs.interruption, i)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for before, after in following(self.frame, plan.sittings):
            first, second = plan.sittings[before], plan.sittings[after]
            if continues(first, second):
                template, cost = (
                    gettext_noop("'{film}' is interrupted after {minutes}."),
                    self.settings.costs.interruption,
                )
                if second.day != first.day:
                    template = gettext_noop(
                        "'{film}' is interrupted after {minutes} and continues on another day."
                    )
                    cost = self.settings.costs.interruption_overnight
                cut = Minutes(first.to_minute)
                yield self.finding(template, (before, after), cost, film=first.label, minutes=cut)

    def say(self) -> Say:
        return self.sentence(gettext_noop("It is better not to interrupt a part."))


class Waiting(Soft):
    """Time beyond the necessary break is waiting; in a pause as long as a meal, time beyond a long meal is. Soon after a meal
    nobody needs another, so such a pause is no meal.

    The minutes until the next round starting time do not count, because no earlier start is possible.
    """

    code = "waiting"

    @property
    def _meal(self) -> int:
        return max(self.settings.meal_minutes, self.settings.longest_meal)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        rounding = self.settings.start_step - 1
        short, meal = self.settings.minimum_break + rounding, self._meal + rounding
        for i in model.previous:
            idle = model.count(24 * 60)
            model.cp.add(idle >= model.gap(i) - meal).only_enforce_if(model.meal[i])
            model.cp.add(idle >= model.gap(i) - short).only_enforce_if(~model.meal[i], ~model.new_day[i])
            for second in self._second_meals(model, i):
                model.cp.add(idle >= model.gap(i) - short).only_enforce_if(*second)
            model.pay(idle, self.settings.costs.waiting_minute, i)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for interval, is_second in self._after_meals(plan):
            idle = (
                interval.minutes
                - self._needed(interval, is_second=is_second)
                - (self.settings.start_step - 1)
            )
            if idle > 0:
                template = gettext_noop("The break after '{film}' is {minutes} longer than necessary.")
                if is_second:
                    template = gettext_noop(
                        "The break after '{film}' is {minutes} longer than necessary so soon after a meal."
                    )
                film, cost = plan.sittings[interval.after].label, idle * self.settings.costs.waiting_minute
                yield self.finding(template, (interval.after,), cost, film=film, minutes=Minutes(idle))

    def say(self) -> Say:
        return self.sentence(gettext_noop("No break is longer than necessary."))

    def _needed(self, interval: Interval, *, is_second: bool) -> int:
        if interval.kind is IntervalKind.MEAL:
            return self.settings.minimum_break if is_second else self._meal
        return self.settings.minimum_break if interval.kind is IntervalKind.SHORT else interval.minutes

    def _after_meals(self, plan: Plan) -> Iterator[tuple[Interval, bool]]:
        """Each pause, and whether it is as long as a meal though its audience had one shortly before."""
        eaten: dict[tuple[str, int], datetime] = {}
        for interval in plan.intervals:
            before, after = plan.sittings[interval.after], plan.sittings[interval.before]
            audience = self.frame.question.blocks[after.block].audience
            is_meal = interval.kind is IntervalKind.MEAL
            last = eaten.get(audience)
            yield (
                interval,
                is_meal and last is not None and before.ends_at - last < self.settings.meals_apart * MINUTE,
            )
            if is_meal:
                eaten[audience] = after.starts_at

    def _second_meals(self, model: Model, i: int) -> Iterator[list[Flag]]:
        """For each pause shortly before the one before piece `i`: literals that all hold when both are as long as a meal, and the
        second begins too soon after the first."""
        first, between = model.previous[i], 0
        while first in model.previous:
            between += model.length[first]
            if between >= self.settings.meals_apart:
                return
            apart = model.flag()
            since = model.end[model.previous[i]] - model.start[first]
            model.cp.add(since >= self.settings.meals_apart).only_enforce_if(apart)
            yield [model.meal[first], model.meal[i], ~apart]
            first = model.previous[first]


class LateNight(Soft):
    """A sitting should not end late, because people want to get home: after a night, when breakfast is over."""

    code = "late-night"

    @property
    def _after(self) -> time:
        return self.settings.breakfast.end if self.frame.kind.is_night else self.settings.late_after

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i, end in enumerate(model.end):
            late = model.count(model.last_minute)
            hour = model.pick(i, self._late)
            model.cp.add(late >= end - hour).only_enforce_if(*model.ends(i))
            model.pay(late, self.settings.costs.late_minute, i)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in enumerate(plan.sittings):
            hour = self.frame.wall(sitting.day, self._after, sitting.zone, night=True)
            late = self.frame.minute(sitting.ends_at) - hour
            if late > 0:
                template = gettext_noop("'{film}' ends at {clock}, {minutes} after {late}.")
                cost = late * self.settings.costs.late_minute
                clock, few = Clock(sitting.ends_local.time()), Clock(self._after)
                film, minutes = sitting.label, Minutes(late)
                yield self.finding(template, (at,), cost, film=film, clock=clock, minutes=minutes, late=few)

    def say(self) -> Say:
        return self.sentence(gettext_noop("Few people stay after {late}."), late=Clock(self._after))

    def _late(self, window: Window) -> int:
        return self.frame.wall(window.day, self._after, window.screen.zone, night=True)


class LongDay(Soft):
    """A long day of film is tiring."""

    code = "long-day"

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for chain in self.frame.chains:
            total, days = sum(model.length[i] for i in chain), 1 + sum(model.new_day[i] for i in chain[1:])
            tiring = []
            for shown in minutes_a_day(chain, model):
                tiring.append(model.count(total))
                model.cp.add(tiring[-1] >= shown - self.settings.long_day_after)
                model.pay(tiring[-1], self.settings.costs.long_day_minute, chain[0])
            # This follows from the above, but lets the solver know the least cost of few days before it chooses any.
            model.cp.add(sum(tiring) >= total - self.settings.long_day_after * days)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, day, shown in shown_a_day(self.frame, plan):
            beyond = shown - self.settings.long_day_after
            if beyond > 0:
                template = gettext_noop("{shown} on {day}, {minutes} more than is comfortable.")
                cost = beyond * self.settings.costs.long_day_minute
                yield self.finding(
                    template, at, cost, shown=Minutes(shown), day=Day(day), minutes=Minutes(beyond)
                )

    def say(self) -> Say:
        most = Minutes(self.settings.long_day_after)
        return self.sentence(gettext_noop("More than {most} on one day is tiring."), most=most)
