"""Soft rules about the hour at which a day begins: when people are free to come, and ragged minutes.

Whoever comes to a day's first sitting is there for those that follow, so only the first has a price.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.arranging import strands
from screenings.planner.frame import Frame, Window
from screenings.planner.rules.comfort import Soft
from wording.say import Clock, Day, NamedDay, Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model

QUARTER, HALF_HOUR = 15, 30


class WorkingHours(Soft):
    """Most people work until the evening from Monday to Friday, public holidays apart, and few come early on a free day.

    The longer before that hour a day begins, the more it costs.
    """

    code = "working-hours"

    def constrain(self, model: Model, give: Expr = 0) -> None:
        free = [self._free(window.day, window.screen.zone) for window in self.frame.windows]
        most = max(-(-(early - self._first(at)) // QUARTER) for at, early in enumerate(free))
        if most <= 0:
            return
        for i, start in enumerate(model.start):
            quarters = model.count(most)
            model.cp.add(QUARTER * quarters >= model.choose(i, free) - start).only_enforce_if(
                *model.opens_day(i)
            )
            model.pay(quarters, self.settings.costs.working_hours, i)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in first_of_days(self.frame, plan):
            early = self._free(sitting.day, sitting.zone) - self.frame.minute(sitting.starts_at)
            if early > 0:
                cost = -(-early // QUARTER) * self.settings.costs.working_hours
                clock = Clock(sitting.starts_local.time())
                template, named = (
                    gettext_noop("{day} begins early, at {clock}."),
                    self.frame.question.called(sitting.day),
                )
                if isinstance(named, NamedDay) and named.held_in:
                    template = gettext_noop("{day}, a public holiday, begins early, at {clock}.")
                elif self.frame.question.is_working_day(sitting.day):
                    template = gettext_noop("{day} is a working day and begins at {clock}.")
                yield self.finding(template, (at,), cost, clock=clock, day=named)

    def say(self) -> Say:
        ends, early = Clock(self.settings.work_ends), Clock(self.settings.early_until)
        template = gettext_noop("On working days most people come after {ends}, on other days after {early}.")
        return self.sentence(template, ends=ends, early=early)

    def _free(self, day: date, zone: ZoneInfo) -> int:
        """The first minute at which a start on this day costs nothing."""
        is_working = self.frame.question.is_working_day(day)
        hour = self.settings.work_ends if is_working else self.settings.early_until
        return self.frame.wall(day, hour, zone)

    def _first(self, window: int) -> int:
        """The first minute at which anything may begin in a window."""
        return max(self.frame.windows[window].opens, self.frame.day_span(self.frame.windows[window])[0])


class RaggedStart(Soft):
    """A day begins on the hour or the half hour. Later sittings follow their breaks."""

    code = "ragged-start"

    def constrain(self, model: Model, give: Expr = 0) -> None:
        offsets = [self._offset(window) for window in self.frame.windows]
        for i, start in enumerate(model.start):
            ragged, halves = model.flag(), model.count(model.last_minute // HALF_HOUR)
            round_ = HALF_HOUR * halves + model.choose(i, offsets)
            model.cp.add(start == round_).only_enforce_if(~ragged, *model.opens_day(i))
            model.pay(ragged, self.settings.costs.ragged_start, i)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in first_of_days(self.frame, plan):
            past = (sitting.starts_local.hour * 60 + sitting.starts_local.minute) % HALF_HOUR
            if past:
                template = gettext_noop("{day} begins at {clock}, not on the half hour.")
                cost, clock = self.settings.costs.ragged_start, Clock(sitting.starts_local.time())
                yield self.finding(template, (at,), cost, day=Day(sitting.day), clock=clock)

    def say(self) -> Say:
        return self.sentence(gettext_noop("Days begin on the hour or the half hour."))

    def _offset(self, window: Window) -> int:
        """Minutes past a half hour, counted from the frame's origin, at which the clock on the wall shows one."""
        return self.frame.wall(window.day, time(12), window.screen.zone) % HALF_HOUR


class UsualStarts(Soft):
    """A day begins at one of the hours at which the house usually begins."""

    code = "usual-starts"

    @property
    def wanted(self) -> bool:
        return bool(self.settings.usual_starts)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i, start in enumerate(model.start):
            unusual = model.flag()
            at_one = []
            for hour in self.settings.usual_starts:
                at_one.append(model.flag())
                there = model.choose(
                    i, [self._minute(w.day, hour, w.screen.zone) for w in self.frame.windows]
                )
                model.cp.add(start == there).only_enforce_if(at_one[-1])
            model.cp.add_bool_or(unusual, *at_one, *(~opens for opens in model.opens_day(i)))
            model.pay(unusual, self.settings.costs.unusual_start, i)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in first_of_days(self.frame, plan):
            usual = {self._minute(sitting.day, hour, sitting.zone) for hour in self.settings.usual_starts}
            if self.frame.minute(sitting.starts_at) not in usual:
                template = gettext_noop("{day} begins at {clock}, not at a usual hour of the house.")
                cost, clock = self.settings.costs.unusual_start, Clock(sitting.starts_local.time())
                yield self.finding(template, (at,), cost, day=Day(sitting.day), clock=clock)

    def say(self) -> Say:
        return self.sentence(gettext_noop("Days begin at the usual hours of the house."))

    def _minute(self, day: date, hour: time, zone: ZoneInfo) -> int:
        return self.frame.wall(day, hour, zone, night=True)


def first_of_days(frame: Frame, plan: Plan) -> Iterator[tuple[int, Sitting]]:
    """For each strand the first sitting of each of its days, with its index."""
    for chain in strands(frame, plan.sittings):
        days = set[date]()
        for at in chain:
            sitting = plan.sittings[at]
            if sitting.day not in days:
                yield at, sitting
            days.add(sitting.day)
