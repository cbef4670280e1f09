"""Soft rules about the hour at which a sitting starts: working hours, the early morning, ragged minutes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.arranging import strands
from screenings.planner.rules.comfort import Soft
from wording.say import Clock, Day, Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model

QUARTER, HALF_HOUR = 15, 30


class TooEarly(Soft):
    """Base of rules: a start before some hour costs the more, the longer before it."""

    fault: ClassVar[str]

    @property
    @abstractmethod
    def each(self) -> int:
        """Points for each quarter of an hour begun."""

    @abstractmethod
    def free(self, day: date, zone: ZoneInfo) -> int:
        """The first minute on a day at which a start costs nothing; 0 for any."""

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i, start in enumerate(model.start):
            free = [self.free(window.day, window.screen.zone) for window in self.frame.windows]
            if not any(minute > self._opens(at) for at, minute in enumerate(free)):
                continue
            quarters = model.count(24 * 60 // QUARTER)
            bound = model.choose(i, free)
            model.cp.add(QUARTER * quarters >= bound - start).only_enforce_if(*model.begins(i))
            model.pay(quarters, self.each)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in enumerate(plan.sittings):
            early = self.free(sitting.day, sitting.zone) - self.frame.minute(sitting.starts_at)
            if early > 0:
                yield self._early(at, sitting, -(-early // QUARTER) * self.each)

    def _early(self, at: int, sitting: Sitting, cost: int) -> Finding:
        clock, day = Clock(sitting.starts_local.time()), Day(sitting.day)
        return self.finding(self.fault, (at,), cost, film=sitting.label, clock=clock, day=day)

    def _opens(self, window: int) -> int:
        """The first minute at which anything may start in a window when its hours are not kept."""
        return self.frame.day_span(self.frame.windows[window])[0]


class WorkingHours(TooEarly):
    """Most people work until the evening from Monday to Friday, public holidays apart."""

    code = "working-hours"
    fault = gettext_noop("'{film}' starts at {clock} on a working day, {day}.")

    @property
    def each(self) -> int:
        return self.settings.costs.working_hours

    def free(self, day: date, zone: ZoneInfo) -> int:
        is_working = self.frame.question.is_working_day(day)
        return self.frame.wall(day, self.settings.work_ends, zone) if is_working else 0

    def say(self) -> Say:
        ends = Clock(self.settings.work_ends)
        return self.sentence(gettext_noop("On working days most people come after {ends}."), ends=ends)


class EarlyMorning(TooEarly):
    """Few people come early in the morning, whatever the day."""

    code = "early-morning"
    fault = gettext_noop("'{film}' starts early, at {clock} on {day}.")

    @property
    def each(self) -> int:
        return self.settings.costs.early_morning

    def free(self, day: date, zone: ZoneInfo) -> int:
        return self.frame.wall(day, self.settings.early_until, zone)

    def say(self) -> Say:
        clock = Clock(self.settings.early_until)
        return self.sentence(gettext_noop("Few people come before {clock}."), clock=clock)


class RaggedStart(Soft):
    """A day begins on the hour or the half hour. Later sittings follow their breaks."""

    code = "ragged-start"

    def constrain(self, model: Model, give: Expr = 0) -> None:
        offsets = [self._offset(window.day, window.screen.zone) for window in self.frame.windows]
        for chain in self.frame.chains:
            for i in chain:
                ragged, halves = model.flag(), model.count(model.last_minute // HALF_HOUR)
                opens = [model.new_day[i]] if i in model.new_day else []
                offset = model.choose(i, offsets)
                model.cp.add(model.start[i] == HALF_HOUR * halves + offset).only_enforce_if(~ragged, *opens)
                model.pay(ragged, self.settings.costs.ragged_start)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for chain in strands(self.frame, plan.sittings):
            days = set()
            for at in chain:
                sitting = plan.sittings[at]
                is_ragged = (
                    self.frame.minute(sitting.starts_at) - self._offset(sitting.day, sitting.zone)
                ) % HALF_HOUR
                if sitting.day not in days and is_ragged:
                    template = gettext_noop("{day} begins at {clock}, not on the half hour.")
                    cost, clock = self.settings.costs.ragged_start, Clock(sitting.starts_local.time())
                    yield self.finding(template, (at,), cost, day=Day(sitting.day), clock=clock)
                days.add(sitting.day)

    def say(self) -> Say:
        return self.sentence(gettext_noop("Days begin on the hour or the half hour."))

    def _offset(self, day: date, zone: ZoneInfo) -> int:
        """Minutes past a half hour, from the frame's origin, at which the clock on the wall shows a half hour."""
        return self.frame.wall(day, time(12), zone) % HALF_HOUR
