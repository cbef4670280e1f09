"""Soft rules about several days: the same hour, even spacing, and an early beginning."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from screenings.planner.answer import Finding, Plan
from screenings.planner.arranging import strands
from screenings.planner.rules.calendar.days import days_of
from screenings.planner.rules.comfort import Soft
from wording.say import Days, Minutes, Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model


class SameHour(Soft):
    """Sittings on several days begin at the same hour."""

    code = "same-hour"

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for chain in self.frame.chains:
            first, last = model.count(model.last_minute), model.count(model.last_minute)
            model.cp.add(first <= last)
            for i in chain:
                midnight = model.pick(i, lambda window: self.frame.midnight(window.day, window.screen.zone))
                opens = model.opens_day(i)
                model.cp.add(first <= model.start[i] - midnight).only_enforce_if(*opens)
                model.cp.add(last >= model.start[i] - midnight).only_enforce_if(*opens)
            model.pay(last - first, self.settings.costs.other_hour_minute, chain[0])

    def check(self, plan: Plan) -> Iterator[Finding]:
        for chain in strands(self.frame, plan.sittings):
            hours: dict[int, int] = {}
            for sitting in (plan.sittings[at] for at in chain):
                hour = self.frame.minute(sitting.starts_at) - self.frame.midnight(sitting.day, sitting.zone)
                hours.setdefault(sitting.day.toordinal(), hour)
            apart = max(hours.values()) - min(hours.values())
            if apart:
                template = gettext_noop("The days begin at different hours, up to {minutes} apart.")
                cost = apart * self.settings.costs.other_hour_minute
                yield self.finding(template, tuple(chain), cost, minutes=Minutes(apart))

    def say(self) -> Say:
        return self.sentence(gettext_noop("Every day begins at the same hour."))


class EvenRhythm(Soft):
    """The days of a series are evenly spaced."""

    code = "even-rhythm"

    def constrain(self, model: Model, give: Expr = 0) -> None:
        most = max(window.ordinal for window in self.frame.windows)
        for chain in self.frame.chains:
            least, widest = model.count(most), model.count(most)
            model.cp.add(least <= widest)
            for i in chain[1:]:
                model.cp.add(least <= model.days_later(i)).only_enforce_if(model.new_day[i])
                model.cp.add(widest >= model.days_later(i)).only_enforce_if(model.new_day[i])
            model.pay(widest - least, self.settings.costs.uneven_day, chain[0])

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, days in days_of(self.frame, plan):
            gaps = [(after - before).days for before, after in pairwise(days)]
            uneven = max(gaps, default=0) - min(gaps, default=0)
            if uneven:
                template = gettext_noop("The days are not evenly spaced; the gaps differ by {days}.")
                yield self.finding(template, at, uneven * self.settings.costs.uneven_day, days=Days(uneven))

    def say(self) -> Say:
        return self.sentence(gettext_noop("The days are evenly spaced."))


class Sooner(Soft):
    """Of two otherwise equal plans, the earlier one is better."""

    code = "sooner"

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for chain in self.frame.chains:
            later = model.pick(chain[0], lambda window: window.ordinal)
            model.pay(later, self.settings.costs.later_day, chain[0])

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, days in days_of(self.frame, plan):
            later = self.frame.ordinal(days[0])
            if later > 0:
                template = gettext_noop("It begins {days} after the first day asked for.")
                if self.frame.question.blocks[plan.sittings[at[0]].block].run > 1:
                    template = gettext_noop(
                        "What is shown again begins {days} after the first day asked for."
                    )
                yield self.finding(template, at, later * self.settings.costs.later_day, days=Days(later))

    def say(self) -> Say:
        return self.sentence(gettext_noop("Sooner is better than later."))
