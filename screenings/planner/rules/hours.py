"""Rules about time: opening hours, curfew, earliest start, latest end, the licence's dates."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, ClassVar

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.frame import Window
from screenings.planner.question import DAY_TURNS_AT, Block, Question, Screen
from screenings.planner.rules.rule import Changed, Rule
from wording.say import Clock, Day, Minutes, Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model


class NotBefore(Rule):
    """Base of rules: no showing on a day starts before a minute that depends on the day and the screen."""

    fault: ClassVar[str]

    @abstractmethod
    def bound(self, day: date, screen: Screen) -> int:
        """The first minute allowed for a start."""

    def concerns(self, _block: Block) -> bool:
        """Whether it holds for this block."""
        return True

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i, start in enumerate(model.start):
            if self.concerns(self.frame.block(i)):
                model.cp.add(
                    start >= model.pick(i, lambda window: self.bound(window.day, window.screen)) - give
                )

    def over(self, plan: Plan) -> int:
        """Minutes by which the earliest showing is too early."""
        return max(0, *(self._early(sitting) for sitting in plan.sittings))

    def _early(self, sitting: Sitting) -> int:
        if not self.concerns(self.frame.question.blocks[sitting.block]):
            return 0
        bound = self.bound(sitting.day, self.frame.screens[sitting.screen])
        return bound - self.frame.minute(sitting.starts_at)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in enumerate(plan.sittings):
            early = self._early(sitting)
            if early > 0:
                yield self.finding(self.fault, (at,), film=sitting.label, minutes=Minutes(early))


class NotAfter(Rule):
    """Base of rules: every showing on a day is over by a minute that depends on the day and the screen."""

    fault: ClassVar[str]
    most_give = 24 * 60

    @abstractmethod
    def bound(self, day: date, screen: Screen) -> int | None:
        """The last minute allowed for an end, or None for no limit."""

    def constrain(self, model: Model, give: Expr = 0) -> None:
        free = model.last_minute
        for i, end in enumerate(model.end):
            model.cp.add(end <= model.pick(i, lambda window: self._of(window, free)) + give)

    def over(self, plan: Plan) -> int:
        """Minutes by which the latest showing ends too late."""
        return max(0, *(self._late(sitting) for sitting in plan.sittings))

    def _late(self, sitting: Sitting) -> int:
        bound = self.bound(sitting.day, self.frame.screens[sitting.screen])
        return 0 if bound is None else self.frame.minute(sitting.ends_at) - bound

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in enumerate(plan.sittings):
            late = self._late(sitting)
            if late > 0:
                yield self.finding(self.fault, (at,), film=sitting.label, minutes=Minutes(late))

    def _of(self, window: Window, free: int) -> int:
        bound = self.bound(window.day, window.screen)
        return free if bound is None else bound


class Curfew(NotAfter):
    """A venue's curfew. It may be set by law, so it is hard, and difficult to move."""

    code = "curfew"
    fault = gettext_noop("'{film}' ends {minutes} after the curfew.")
    effort = 4

    @property
    def wanted(self) -> bool:
        return any(screen.curfew for screen in self.frame.question.screens)

    def bound(self, day: date, screen: Screen) -> int | None:
        return self.frame.wall(day, screen.curfew, screen.zone, night=True) if screen.curfew else None

    def say(self) -> Say:
        curfew = min(screen.curfew for screen in self.frame.question.screens if screen.curfew)
        return self.sentence(gettext_noop("The curfew is at {clock}."), clock=Clock(curfew))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        earliest = min(screen.curfew for screen in question.screens if screen.curfew)
        screens = tuple(
            replace(screen, curfew=moved(screen.curfew, give)) if screen.curfew else screen
            for screen in question.screens
        )
        template = gettext_noop("Have the curfew moved from {usual} to {clock}.")
        step = self.sentence(template, usual=Clock(earliest), clock=Clock(moved(earliest, give)))
        return Changed((step,), replace(question, screens=screens))


class EarliestStart(NotBefore):
    """The programmer's own earliest hour; before 06:00 it is after midnight."""

    code = "earliest-start"
    optional = True
    fault = gettext_noop("'{film}' starts {minutes} before the earliest start.")
    effort = 1
    most_give = 24 * 60

    @property
    def wanted(self) -> bool:
        return self.settings.earliest_start is not None

    def bound(self, day: date, screen: Screen) -> int:
        # Days of a night turn later; then what is before that hour, but no longer night, is the morning before it.
        clock = self.settings.earliest_start or time()
        return self.frame.wall(day, clock, screen.zone, night=clock < DAY_TURNS_AT)

    def say(self) -> Say:
        clock = self.settings.earliest_start or time()
        template = gettext_noop("Nothing starts before {clock}.")
        if clock < DAY_TURNS_AT:
            template = gettext_noop("Nothing starts before {clock}, after midnight.")
        return self.sentence(template, clock=Clock(clock))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        usual = self.settings.earliest_start or time()
        clock = moved(usual, -give)
        template = gettext_noop("Let showings start from {clock} on instead of {usual}.")
        return self.setting(
            question, template, {"earliest_start": clock}, clock=Clock(clock), usual=Clock(usual)
        )


class LatestEnd(NotAfter):
    """The programmer's own latest hour; before 06:00 it is after midnight."""

    code = "latest-end"
    optional = True
    fault = gettext_noop("'{film}' ends {minutes} after the latest end.")
    effort = 1

    @property
    def wanted(self) -> bool:
        return self.settings.latest_end is not None

    def bound(self, day: date, screen: Screen) -> int | None:
        return self.frame.wall(day, self.settings.latest_end or time(), screen.zone, night=True)

    def say(self) -> Say:
        clock = self.settings.latest_end or time()
        template = gettext_noop("Everything is over by {clock}.")
        if clock < DAY_TURNS_AT:
            template = gettext_noop("Everything is over by {clock}, after midnight.")
        return self.sentence(template, clock=Clock(clock))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        usual = self.settings.latest_end or time()
        clock = moved(usual, give)
        template = gettext_noop("Let showings last until {clock} instead of {usual}.")
        return self.setting(question, template, {"latest_end": clock}, clock=Clock(clock), usual=Clock(usual))


class LicenceFrom(NotBefore):
    """No showing before the programme of the licence's first day begins at the venue (`programme_day`)."""

    code = "licence-from"
    fault = gettext_noop("'{film}' is shown before the licence begins.")
    effort = 60
    most_give = 60

    @property
    def wanted(self) -> bool:
        return self.settings.licence_from is not None

    def bound(self, day: date, screen: Screen) -> int:
        return self.frame.wall(self.settings.licence_from or date.min, DAY_TURNS_AT, screen.zone)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        super().constrain(model, give * (24 * 60))

    def say(self) -> Say:
        day = Day(self.settings.licence_from or date.min)
        return self.sentence(gettext_noop("The licence begins on {day}."), day=day)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        begins = (self.settings.licence_from or date.min) - timedelta(days=give)
        template = gettext_noop("Have the licence begin on {day}.")
        return self.setting(question, template, {"licence_from": begins}, day=Day(begins))


class LicenceTo(Rule):
    """Every showing begins in the programme of the licence's last day at the latest, and may last into the night."""

    code = "licence-to"
    fault = gettext_noop("'{film}' begins after the licence's last night.")
    effort = 60
    most_give = 60

    @property
    def wanted(self) -> bool:
        return self.settings.licence_to is not None

    def bound(self, screen: Screen) -> int:
        """The first minute at which it is too late to begin."""
        last = self.settings.licence_to or date.min
        return self.frame.wall(last + timedelta(days=1), DAY_TURNS_AT, screen.zone)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i, start in enumerate(model.start):
            model.cp.add(start < model.pick(i, lambda window: self.bound(window.screen)) + give * (24 * 60))

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in enumerate(plan.sittings):
            if self.frame.minute(sitting.starts_at) >= self.bound(self.frame.screens[sitting.screen]):
                yield self.finding(self.fault, (at,), film=sitting.label)

    def say(self) -> Say:
        day = Day(self.settings.licence_to or date.min)
        return self.sentence(gettext_noop("The last day of the licence is {day}."), day=day)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        ends = (self.settings.licence_to or date.min) + timedelta(days=give)
        template = gettext_noop("Extend the licence to {day}.")
        return self.setting(question, template, {"licence_to": ends}, day=Day(ends))


def moved(clock: time, minutes: int) -> time:
    """A clock so many minutes later, or earlier if negative."""
    return (datetime.combine(date(2000, 1, 1), clock) + timedelta(minutes=minutes)).time()
