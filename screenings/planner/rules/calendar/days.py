"""Rules about the calendar: the days asked for, how many, how far apart, how much on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from screenings.planner.answer import Finding, Plan
from screenings.planner.arranging import strands
from screenings.planner.frame import Frame
from screenings.planner.question import Question
from screenings.planner.rules.rule import Changed, Rule
from wording.say import Day, Days, Minutes, Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model


class DaysAsked(Rule):
    """Nothing is shown before the first day or after the last."""

    code = "days-asked"
    effort = 45
    most_give = 60

    def constrain(self, model: Model, give: Expr = 0) -> None:
        last = self.frame.last_ordinal
        if any(window.ordinal > last for window in self.frame.windows):
            for i in range(len(model.at)):
                model.cp.add(model.pick(i, lambda window: max(0, window.ordinal - last)) <= give)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in enumerate(plan.sittings):
            if not self.frame.question.first_day <= sitting.day <= self.frame.question.last_day:
                template = gettext_noop("'{film}' falls on {day}, outside the days asked for.")
                yield self.finding(template, (at,), film=sitting.label, day=Day(sitting.day))

    def say(self) -> Say:
        question = self.frame.question
        template = gettext_noop("Everything is shown between {first} and {last}.")
        return self.sentence(template, first=Day(question.first_day), last=Day(question.last_day))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        last = self.frame.question.last_day + timedelta(days=give)
        template = gettext_noop("Allow {days} more, until {last}.")
        step = self.sentence(template, days=Days(give), last=Day(last))
        return Changed((step,), replace(question, last_day=last))


class OnWeekdays(Rule):
    """Everything falls on the weekdays that were chosen."""

    code = "weekdays"
    optional = True
    effort = 1

    @property
    def wanted(self) -> bool:
        return bool(self.settings.weekdays)

    @property
    def most_give(self) -> int:  # type: ignore[override]  # a class constant that here depends on the question
        return sum(block.minutes for block in self.frame.question.blocks)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for chain in self.frame.chains:
            minutes = [self._on_others(model, i) for i in chain]
            model.cp.add(sum(minutes) <= give)

    def _on_others(self, model: Model, i: int) -> Expr:
        minutes = self.frame.pieces[i].minutes
        return model.pick(i, lambda window: minutes * self._is_other(window.day))

    def _is_other(self, day: date) -> bool:
        return day.weekday() not in self.settings.weekdays

    def over(self, plan: Plan) -> int:
        """Minutes of film that an audience sees on other days, of the audience for which these are most."""
        shown = (
            sum(plan.sittings[at].film_minutes for at in chain if self._is_other(plan.sittings[at].day))
            for chain in strands(self.frame, plan.sittings)
        )
        return max(shown, default=0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in enumerate(plan.sittings):
            if self._is_other(sitting.day):
                template = gettext_noop("'{film}' falls on {day}, not on a weekday that was chosen.")
                yield self.finding(template, (at,), film=sitting.label, day=Day(sitting.day))

    def say(self) -> Say:
        return self.sentence(gettext_noop("Everything falls on the weekdays that were chosen."))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        others = sorted({each.day for each in plan.sittings if self._is_other(each.day)})
        more = tuple(sorted({*self.settings.weekdays, *(day.weekday() for day in others)}))
        template = gettext_noop("Allow the weekday of {day} as well.")
        settings = replace(question.settings, weekdays=more)
        steps = tuple(self.sentence(template, day=Day(day)) for day in others)
        return Changed(steps, replace(question, settings=settings))


class MostADay(Rule):
    """No day shows more than so many minutes to one audience, including talks but not breaks."""

    code = "most-a-day"
    optional = True
    effort = 2
    most_give = 24 * 60

    @property
    def wanted(self) -> bool:
        return self.settings.most_minutes_a_day is not None

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for chain in self.frame.chains:
            for shown in minutes_a_day(chain, model):
                model.cp.add(shown <= (self.settings.most_minutes_a_day or 0) + give)

    def over(self, plan: Plan) -> int:
        """Minutes of the longest day beyond the limit."""
        longest = max(shown for _, _, shown in shown_a_day(self.frame, plan))
        return max(0, longest - (self.settings.most_minutes_a_day or 0))

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, day, shown in shown_a_day(self.frame, plan):
            if shown > (self.settings.most_minutes_a_day or 0):
                template = gettext_noop("{shown} are shown on {day}.")
                yield self.finding(template, at, shown=Minutes(shown), day=Day(day))

    def say(self) -> Say:
        most = Minutes(self.settings.most_minutes_a_day or 0)
        return self.sentence(gettext_noop("No day shows more than {most}."), most=most)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        most = Minutes((self.settings.most_minutes_a_day or 0) + give)
        template = gettext_noop("Allow {most} on one day.")
        return self.setting(question, template, {"most_minutes_a_day": most.minutes}, most=most)


class MostDays(Rule):
    """The parts of a strand take no more than so many days."""

    code = "most-days"
    optional = True
    effort = 60
    most_give = 60

    @property
    def wanted(self) -> bool:
        return self.settings.most_days is not None

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for chain in self.frame.chains:
            days = 1 + sum(model.new_day[i] for i in chain[1:])
            model.cp.add(days <= (self.settings.most_days or 0) + give)

    def over(self, plan: Plan) -> int:
        """Days more than asked for."""
        return max(
            0, max(len(days) for _, days in days_of(self.frame, plan)) - (self.settings.most_days or 0)
        )

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, days in days_of(self.frame, plan):
            if len(days) > (self.settings.most_days or 0):
                yield self.finding(gettext_noop("It takes {days}."), at, days=Days(len(days)))

    def say(self) -> Say:
        return self.sentence(
            gettext_noop("It takes at most {days}."), days=Days(self.settings.most_days or 0)
        )

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        days = Days((self.settings.most_days or 0) + give)
        return self.setting(question, gettext_noop("Allow {days}."), {"most_days": days.days}, days=days)


class LeastDays(Rule):
    """The parts of a strand take at least so many days."""

    code = "least-days"
    optional = True
    effort = 60
    most_give = 60

    @property
    def wanted(self) -> bool:
        return self.settings.least_days is not None

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for chain in self.frame.chains:
            days = 1 + sum(model.new_day[i] for i in chain[1:])
            model.cp.add(days >= (self.settings.least_days or 0) - give)

    def over(self, plan: Plan) -> int:
        """Days fewer than asked for."""
        return max(
            0, (self.settings.least_days or 0) - min(len(days) for _, days in days_of(self.frame, plan))
        )

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, days in days_of(self.frame, plan):
            if len(days) < (self.settings.least_days or 0):
                yield self.finding(gettext_noop("It takes only {days}."), at, days=Days(len(days)))

    def say(self) -> Say:
        return self.sentence(
            gettext_noop("It takes at least {days}."), days=Days(self.settings.least_days or 0)
        )

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        days = Days((self.settings.least_days or 0) - give)
        return self.setting(question, gettext_noop("Accept {days}."), {"least_days": days.days}, days=days)


class MostGap(Rule):
    """There are no more than so many days from one day of a strand to the next."""

    code = "most-gap"
    optional = True
    effort = 30
    most_give = 60

    @property
    def wanted(self) -> bool:
        return self.settings.most_gap_days is not None

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i in model.previous:
            model.cp.add(model.days_later(i) <= (self.settings.most_gap_days or 0) + give)

    def over(self, plan: Plan) -> int:
        """Days by which the widest gap is too wide."""
        every = (pairwise(days) for _, days in days_of(self.frame, plan))
        widest = max(((b - a).days for gaps in every for a, b in gaps), default=0)
        return max(0, widest - (self.settings.most_gap_days or 0))

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, days in days_of(self.frame, plan):
            widest = max(((b - a).days for a, b in pairwise(days)), default=0)
            if widest > (self.settings.most_gap_days or 0):
                yield self.finding(gettext_noop("Two of its days are {days} apart."), at, days=Days(widest))

    def say(self) -> Say:
        days = Days(self.settings.most_gap_days or 0)
        return self.sentence(gettext_noop("The days are at most {days} apart."), days=days)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        days = Days((self.settings.most_gap_days or 0) + give)
        template = gettext_noop("Allow the days to be {days} apart.")
        return self.setting(question, template, {"most_gap_days": days.days}, days=days)


def minutes_a_day(chain: list[int], model: Model) -> Iterator[Expr]:
    """For each day, the minutes shown to the audience of these pieces, as expressions for the solver."""
    windows = model.frame.windows
    for ordinal in sorted({window.ordinal for window in windows}):
        there = [window.index for window in windows if window.ordinal == ordinal]
        yield sum(model.at[i][w] * model.length[i] for i in chain for w in there)


def shown_a_day(frame: Frame, plan: Plan) -> Iterator[tuple[tuple[int, ...], date, int]]:
    """For each strand and each day: the indexes of its sittings, the day, the minutes shown."""
    for chain in strands(frame, plan.sittings):
        for day in sorted({plan.sittings[at].day for at in chain}):
            at = tuple(at for at in chain if plan.sittings[at].day == day)
            yield at, day, sum(plan.sittings[index].minutes for index in at)


def days_of(frame: Frame, plan: Plan) -> Iterator[tuple[tuple[int, ...], list[date]]]:
    """For each strand: the indexes of its sittings, and their days in order."""
    for chain in strands(frame, plan.sittings):
        yield tuple(chain), sorted({plan.sittings[at].day for at in chain})
