"""Rules about time: opening hours, curfew, earliest start, latest end, the licence's dates."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, ClassVar

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.frame import Window
from screenings.planner.question import DAY_TURNS_AT, Block, Opening, Question, Screen
from screenings.planner.rules.rule import Changed, Rule
from wording.say import Clock, Day, Days, Minutes, Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model


STAYS_OPEN = (
    gettext_noop("Stay open until {clock} instead of {usual} on {day}."),
    gettext_noop("Stay open until {clock} on {days}, from {day} to {last}."),
    gettext_noop("Stay open until {clock} instead of {usual} on {days}, from {day} to {last}."),
)
OPENS_EARLIER = (
    gettext_noop("Open at {clock} instead of {usual} on {day}."),
    gettext_noop("Open at {clock} on {days}, from {day} to {last}."),
    gettext_noop("Open at {clock} instead of {usual} on {days}, from {day} to {last}."),
)
"""For one day, for several with different hours, for several with the same."""


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


class OpeningHours(Rule):
    """Every showing is within one opening of its screen, which may run past midnight."""

    code = "opening-hours"
    effort = 1
    most_give = 24 * 60

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i, (start, end) in enumerate(zip(model.start, model.end, strict=True)):
            model.cp.add(start >= model.pick(i, lambda window: window.opens))
            model.cp.add(end <= model.pick(i, lambda window: window.closes) + give)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in enumerate(plan.sittings):
            film, screen = sitting.label, self.frame.screens[sitting.screen].name
            window = self.frame.window_of(sitting.screen, sitting.starts_at, sitting.ends_at)
            if window is None:
                shut = gettext_noop("{screen} is not open when '{film}' is shown.")
                yield self.finding(shut, (at,), film=film, screen=screen)
                continue
            early = window.opens - self.frame.minute(sitting.starts_at)
            late = self.frame.minute(sitting.ends_at) - window.closes
            if early > 0:
                before = gettext_noop("'{film}' starts {minutes} before {screen} opens.")
                yield self.finding(before, (at,), film=film, screen=screen, minutes=Minutes(early))
            if late > 0:
                after = gettext_noop("'{film}' ends {minutes} after {screen} closes.")
                yield self.finding(after, (at,), film=film, screen=screen, minutes=Minutes(late))

    def say(self) -> Say:
        asked = [window for window in self.frame.windows if window.ordinal <= self.frame.last_ordinal]
        longest = max((window.closes - window.opens for window in asked), default=0)
        hours = {(self._clock(window, window.opens), self._clock(window, window.closes)) for window in asked}
        if len(hours) == 1:
            opens, closes = hours.pop()
            every_day = gettext_noop("The screens are open from {opens} to {closes}.")
            return self.sentence(every_day, opens=Clock(opens), closes=Clock(closes))
        differing = gettext_noop("The screens are open for at most {longest} at a time.")
        return self.sentence(differing, longest=Minutes(longest))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        late = {
            window: sitting.ends_at
            for window, sitting in self._in_windows(plan)
            if self.frame.minute(sitting.ends_at) > window.closes
        }
        ends = {self.frame.instant(window.closes): end for window, end in late.items()}
        longer = _reopened(
            question,
            lambda opening: replace(opening, closes_at=ends.get(opening.closes_at, opening.closes_at)),
        )
        return self._changed(longer, late, STAYS_OPEN, at_end=True)

    def _in_windows(self, plan: Plan) -> Iterator[tuple[Window, Sitting]]:
        for sitting in plan.sittings:
            window = self.frame.nearest_window(sitting.screen, sitting.starts_at, sitting.ends_at)
            if window is not None:
                yield window, sitting

    def _changed(
        self,
        question: Question,
        needed: dict[Window, datetime],
        templates: tuple[str, str, str],
        *,
        at_end: bool,
    ) -> Changed:
        """The longer hours of the windows that need them, in one sentence with the day and the clock they come to."""
        if not needed:
            return Changed((), question)
        windows = sorted(needed, key=lambda window: window.day)
        usual = {self._clock(window, window.closes if at_end else window.opens) for window in windows}
        clocks = [
            moment.astimezone(window.screen.zone).time()
            for window, moment in sorted(needed.items(), key=lambda each: _past_turn(*each))
        ]
        clock, days = clocks[-1 if at_end else 0], {window.day for window in windows}
        template = templates[0] if len(days) == 1 else templates[2 if len(usual) == 1 else 1]
        step = self.sentence(
            template,
            clock=Clock(clock),
            usual=Clock(min(usual)),
            day=Day(windows[0].day),
            days=Days(len(days)),
            last=Day(windows[-1].day),
        )
        return Changed((step,), question)

    def _clock(self, window: Window, minute: int) -> time:
        return self.frame.instant(minute).astimezone(window.screen.zone).time()


class OpensEarlier(OpeningHours):
    """The opening hours again; this rule gives way at their beginning."""

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i, (start, end) in enumerate(zip(model.start, model.end, strict=True)):
            model.cp.add(start >= model.pick(i, lambda window: window.opens) - give)
            model.cp.add(end <= model.pick(i, lambda window: window.closes))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        early: dict[Window, datetime] = {}
        for window, sitting in self._in_windows(plan):
            if self.frame.minute(sitting.starts_at) < window.opens:
                early.setdefault(window, sitting.starts_at)
        starts = {self.frame.instant(window.opens): start for window, start in early.items()}
        longer = _reopened(
            question,
            lambda opening: replace(opening, opens_at=starts.get(opening.opens_at, opening.opens_at)),
        )
        return self._changed(longer, early, OPENS_EARLIER, at_end=False)


OpeningHours.other_ways = (OpensEarlier,)


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
    """The programmer's own earliest hour."""

    code = "earliest-start"
    optional = True
    fault = gettext_noop("'{film}' starts {minutes} before the earliest start.")
    effort = 1
    most_give = 24 * 60

    @property
    def wanted(self) -> bool:
        return self.settings.earliest_start is not None

    def bound(self, day: date, screen: Screen) -> int:
        return self.frame.wall(day, self.settings.earliest_start or time(), screen.zone)

    def say(self) -> Say:
        clock = Clock(self.settings.earliest_start or time())
        return self.sentence(gettext_noop("Nothing starts before {clock}."), clock=clock)

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
        clock = Clock(self.settings.latest_end or time())
        return self.sentence(gettext_noop("Everything is over by {clock}."), clock=clock)

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


def _reopened(question: Question, change: Callable[[Opening], Opening]) -> Question:
    """The question with other hours on every screen: a house opens its doors for all of them."""
    screens = tuple(
        replace(screen, openings=tuple(change(opening) for opening in screen.openings))
        for screen in question.screens
    )
    return replace(question, screens=screens)


def _past_turn(window: Window, moment: datetime) -> timedelta:
    """How long after the turn of its day an instant lies, by the clock."""
    return moment.astimezone(window.screen.zone).replace(tzinfo=None) - datetime.combine(
        window.day, DAY_TURNS_AT
    )
