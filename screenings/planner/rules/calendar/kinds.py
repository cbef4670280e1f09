"""Rules of the kinds of plan: which days, how many, how far apart; evenings, nights with their breakfast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from screenings.planner.answer import Finding, IntervalKind, Plan
from screenings.planner.arranging import strands
from screenings.planner.frame import Frame
from screenings.planner.kinds import Kind
from screenings.planner.question import Block, Question, Screen
from screenings.planner.rules.calendar.days import days_of
from screenings.planner.rules.comfort import Soft
from screenings.planner.rules.hours import NotBefore, moved
from screenings.planner.rules.rule import Changed, Rule
from wording.say import Clock, Day, Minutes, Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Flag, Model


NIGHT_FALLS_BY = time(1)


class OfKind(Rule):
    """The plan fits its kind: so many days, so far apart."""

    code = "kind"
    common = True

    def __init__(self, frame: Frame, kind: Kind) -> None:
        super().__init__(frame)
        self.kind = kind

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for chain in self.frame.chains:
            if self.frame.is_of_kind(chain):
                self._constrain(model, chain)

    def _constrain(self, model: Model, chain: list[int]) -> None:
        days = 1 + sum(model.new_day[i] for i in chain[1:])
        model.cp.add(days >= self._least(self.frame.block(chain[0]).audience))
        if self.kind.most_days is not None:
            model.cp.add(days <= self.kind.most_days)
        for i in chain:
            self._keep_off(model, i, lambda day: not self.kind.allows(day))
        if self.kind.begins_on is not None:
            self._keep_off(model, chain[0], lambda day: day.weekday() != self.kind.begins_on)
        for i in chain[1:]:
            new_day = model.new_day[i]
            model.cp.add(model.days_later(i) >= self.kind.least_gap).only_enforce_if(new_day)
            if self.kind.most_gap is not None:
                model.cp.add(model.days_later(i) <= self.kind.most_gap)
            self._day_by_day(model, i)

    def _keep_off(self, model: Model, i: int, off: Callable[[date], bool]) -> None:
        pairs = zip(model.at[i], self.frame.windows, strict=True)
        model.cp.add_bool_and(~there for there, window in pairs if off(window.day))

    def _day_by_day(self, model: Model, i: int) -> None:
        """This follows from the gaps, but lets the solver see at once which days are left for the pieces beside one."""
        before, here = model.on_day[model.previous[i]], model.on_day[i]
        for day in here:
            model.cp.add_bool_or(
                ~before[day], *(here[later] for later in here if self._may_follow(later - day))
            )
            model.cp.add_bool_or(
                ~here[day], *(before[first] for first in here if self._may_follow(day - first))
            )

    def _may_follow(self, gap: int) -> bool:
        """Whether a piece may come so many days after the one before it."""
        if gap == 0 or self.kind.most_days == 1:
            return gap == 0
        return self.kind.least_gap <= gap <= (self.kind.most_gap or gap)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, days in days_of(self.frame, plan):
            if not self._concerns(plan, at):
                continue
            gaps = [(b - a).days for a, b in pairwise(days)]
            most_gap, most_days = self.kind.most_gap or max(gaps, default=0), self.kind.most_days or len(days)
            fits = all(self.kind.least_gap <= gap <= most_gap for gap in gaps)
            fits = fits and all(map(self.kind.allows, days))
            fits = fits and self.kind.begins_on in (None, days[0].weekday())
            if not fits or not self._least(self._audience(plan, at)) <= len(days) <= most_days:
                yield Finding(self.code, True, self.say(), 0, at)

    def say(self) -> Say:
        return Say(f"kind-{self.kind.code}", self.kind.rule)

    def _concerns(self, plan: Plan, at: tuple[int, ...]) -> bool:
        return self._audience(plan, at)[1] == 1 or self.settings.repeats_alike

    def _least(self, audience: tuple[str, int]) -> int:
        """Two evenings are enough for an audience that has no more than two pieces, and one for a repeat of a single piece."""
        blocks = [block for block in self.frame.question.blocks if block.audience == audience]
        is_first = audience[1] == 1
        return min(self.kind.least_days, max(1 + is_first, sum(len(block.edges) - 1 for block in blocks)))

    def _audience(self, plan: Plan, at: tuple[int, ...]) -> tuple[str, int]:
        return self.frame.question.blocks[plan.sittings[at[0]].block].audience


class EveningStart(NotBefore):
    """Evening sittings do not start before the evening begins."""

    code = "evening-start"
    fault = gettext_noop("'{film}' starts {minutes} before the evening begins.")
    effort = 1
    most_give = 12 * 60

    def bound(self, day: date, screen: Screen) -> int:
        return self.frame.wall(day, self.settings.evening_from, screen.zone)

    def concerns(self, block: Block) -> bool:
        return block.run == 1 or self.settings.repeats_alike

    def say(self) -> Say:
        clock = Clock(self.settings.evening_from)
        return self.sentence(gettext_noop("Evening sittings start no earlier than {clock}."), clock=clock)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        usual = self.settings.evening_from
        clock = moved(usual, -give)
        template = gettext_noop("Begin evenings at {clock} instead of {usual}.")
        return self.setting(
            question, template, {"evening_from": clock}, clock=Clock(clock), usual=Clock(usual)
        )


class NightFalls(Rule):
    """A night begins in the evening, not with the breakfast that ends it, and nobody is sent home before that."""

    code = "night-falls"

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for chain in self.frame.chains:
            if self.frame.is_of_kind(chain):
                last = model.pick(chain[0], lambda window: self._last(window.day, window.screen.zone))
                model.cp.add(model.start[chain[0]] <= last)
                for i in chain[1:]:
                    model.cp.add(model.gap(i) <= self._longest)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for chain in strands(self.frame, plan.sittings):
            first = plan.sittings[chain[0]]
            if self.frame.question.blocks[first.block].run > 1 and not self.settings.repeats_alike:
                continue
            late = self.frame.minute(first.starts_at) > self._last(first.day, first.zone)
            pauses = (each for each in plan.intervals if each.after in chain and each.minutes > self._longest)
            for at in [chain[0]] * late + [each.after for each in pauses]:
                yield Finding(self.code, True, self.say(), 0, (at,))

    @property
    def _longest(self) -> int:
        """Minutes of the longest pause, which may go on to the next round time."""
        return max(self.settings.meal_minutes, self.settings.longest_meal) + self.settings.start_step - 1

    def _last(self, day: date, zone: ZoneInfo) -> int:
        return self.frame.wall(day, NIGHT_FALLS_BY, zone, night=True)

    def say(self) -> Say:
        template = gettext_noop("A night begins by {clock} and has no pause longer than {longest}.")
        return self.sentence(template, clock=Clock(NIGHT_FALLS_BY), longest=Minutes(self._longest))


class Breakfast(Rule):
    """A night has its breakfast: a pause as long as a meal that begins at its hours, or its end."""

    code = "breakfast"

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for chain in self.frame.chains:
            if self.frame.is_of_kind(chain):
                model.cp.add_bool_or(self._served(model, i, is_last=i == chain[-1]) for i in chain)

    def _served(self, model: Model, i: int, *, is_last: bool) -> Flag:
        """A flag that may be true only when breakfast follows piece `i`."""
        served = model.flag()
        begin = model.pick(i, lambda window: self._span(window.day, window.screen.zone)[0])
        end = model.pick(i, lambda window: self._span(window.day, window.screen.zone)[1])
        model.cp.add(model.end[i] >= begin).only_enforce_if(served)
        model.cp.add(model.end[i] <= end).only_enforce_if(served)
        if not is_last:
            model.cp.add_implication(served, model.meal[i + 1])
        return served

    def check(self, plan: Plan) -> Iterator[Finding]:
        for chain in strands(self.frame, plan.sittings):
            block = self.frame.question.blocks[plan.sittings[chain[0]].block]
            is_concerned = block.run == 1 or self.settings.repeats_alike
            if is_concerned and not any(self._is_served(plan, at, chain) for at in chain):
                template = gettext_noop("There is no breakfast between {begin} and {end}.")
                hours = self.settings.breakfast
                yield self.finding(template, tuple(chain), begin=Clock(hours.begin), end=Clock(hours.end))

    def _is_served(self, plan: Plan, at: int, chain: list[int]) -> bool:
        sitting = plan.sittings[at]
        begin, end = self._span(sitting.day, sitting.zone)
        if not begin <= self.frame.minute(sitting.ends_at) <= end:
            return False
        pauses = {interval.after: interval.kind for interval in plan.intervals}
        return at == chain[-1] or pauses.get(at) is IntervalKind.MEAL

    def _span(self, day: date, zone: ZoneInfo) -> tuple[int, int]:
        hours = self.settings.breakfast
        return (
            self.frame.wall(day, hours.begin, zone, night=True),
            self.frame.wall(day, hours.end, zone, night=True),
        )

    def say(self) -> Say:
        hours = self.settings.breakfast
        template = gettext_noop("Breakfast begins between {begin} and {end}.")
        return self.sentence(template, begin=Clock(hours.begin), end=Clock(hours.end))


class FreeMorning(Soft):
    """After a night people sleep: the morning is better one on which they do not work."""

    code = "free-morning"

    @property
    def wanted(self) -> bool:
        return self.frame.kind.is_night

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for chain in self.frame.chains:
            works = model.pick(chain[-1], lambda window: int(self._works_after(window.day)))
            model.pay(works, self.settings.costs.working_morning, chain[-1])

    def check(self, plan: Plan) -> Iterator[Finding]:
        for chain in strands(self.frame, plan.sittings):
            if self._works_after(plan.sittings[chain[-1]].day):
                template = gettext_noop("Most people work on {day}, after the night.")
                day = Day(plan.sittings[chain[-1]].day + timedelta(days=1))
                yield self.finding(template, (chain[-1],), self.settings.costs.working_morning, day=day)

    def _works_after(self, day: date) -> bool:
        return self.frame.question.is_working_day(day + timedelta(days=1))

    def say(self) -> Say:
        return self.sentence(gettext_noop("The morning after a night is better a free one."))
