"""The opening hours of screens, and how they may give way: a house stays open longer, or opens earlier."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.frame import MINUTE, Window
from screenings.planner.question import DAY_TURNS_AT, Opening, Question
from screenings.planner.rules.hours import moved
from screenings.planner.rules.rule import Changed, Rule
from wording.say import Clock, Day, Days, Minutes, Say, Value, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model


NIGHT_ENDS = timedelta(days=1, hours=DAY_TURNS_AT.hour)
"""After 00:00 of a day: until then people say that a house is open "on" it."""


class Words(NamedTuple):
    """How a change of hours is said: for one day, for several days with different hours, for several with the same."""

    one: str
    several: str
    alike: str


STAYS_OPEN = Words(
    gettext_noop("Stay open until {clock} instead of {usual} on {day}."),
    gettext_noop("Stay open until {clock} on {days}, from {day} to {last}."),
    gettext_noop("Stay open until {clock} instead of {usual} on {days}, from {day} to {last}."),
)
STAYS_OPEN_TO_THE_NEXT_DAY = Words(
    gettext_noop("Stay open until {clock} the next day instead of {usual} on {day}."),
    gettext_noop("Stay open until {clock} the next day on {days}, from {day} to {last}."),
    gettext_noop("Stay open until {clock} the next day instead of {usual} on {days}, from {day} to {last}."),
)
OPENS_EARLIER = Words(
    gettext_noop("Open at {clock} instead of {usual} on {day}."),
    gettext_noop("Open at {clock} on {days}, from {day} to {last}."),
    gettext_noop("Open at {clock} instead of {usual} on {days}, from {day} to {last}."),
)
OPENS_THE_DAY_BEFORE = Words(
    gettext_noop("Open at {clock} the day before instead of {usual} on {day}."),
    gettext_noop("Open at {clock} the day before on {days}, from {day} to {last}."),
    gettext_noop("Open at {clock} the day before instead of {usual} on {days}, from {day} to {last}."),
)


class Hours(NamedTuple):
    """How the hours of a question are said: alone, and where the venue is closed on days that have a name."""

    alone: str
    with_closed_days: str


OPEN_EVERY_DAY = Hours(
    gettext_noop("The screens are open from {opens} to {closes}."),
    gettext_noop("The screens are open from {opens} to {closes}; the venue is closed on {closed}."),
)
OPEN_FOR_AT_MOST = Hours(
    gettext_noop("The screens are open for at most {longest} at a time."),
    gettext_noop("The screens are open for at most {longest} at a time; the venue is closed on {closed}."),
)


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
                yield self._shut(at, sitting)
                continue
            early = window.opens - self.frame.minute(sitting.starts_at)
            late = self.frame.minute(sitting.ends_at) - window.closes
            if early > 0:
                before = gettext_noop("'{film}' starts {minutes} before {screen} opens.")
                yield self.finding(before, (at,), film=film, screen=screen, minutes=Minutes(early))
            if late > 0:
                after = gettext_noop("'{film}' ends {minutes} after {screen} closes.")
                yield self.finding(after, (at,), film=film, screen=screen, minutes=Minutes(late))

    def _shut(self, at: int, sitting: Sitting) -> Finding:
        question, day = self.frame.question, sitting.starts_local.date()
        film, screen = sitting.label, self.frame.screens[sitting.screen].name
        if question.is_closed(day):
            template = gettext_noop("The venue is closed on {day}, when '{film}' is shown.")
            return self.finding(template, (at,), film=film, day=question.called(day))
        template = gettext_noop("{screen} is not open when '{film}' is shown.")
        return self.finding(template, (at,), film=film, screen=screen)

    def say(self) -> Say:
        asked = [window for window in self.frame.windows if window.ordinal <= self.frame.last_ordinal]
        longest = max((window.closes - window.opens for window in asked), default=0)
        hours = {(self._clock(window, window.opens), self._clock(window, window.closes)) for window in asked}
        params: dict[str, Value] = {"longest": Minutes(longest)}
        said = OPEN_FOR_AT_MOST
        if len(hours) == 1:
            opens, closes = hours.pop()
            said, params = OPEN_EVERY_DAY, {"opens": Clock(opens), "closes": Clock(closes)}
        if closed := self.frame.question.closed_and_named():
            return self.sentence(said.with_closed_days, closed=closed, **params)
        return self.sentence(said.alone, **params)

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
        latest = max((self._since(window, end) for window, end in late.items()), default=timedelta())
        words = STAYS_OPEN_TO_THE_NEXT_DAY if latest > NIGHT_ENDS else STAYS_OPEN
        return self._changed(longer, late, latest, words)

    def _in_windows(self, plan: Plan) -> Iterator[tuple[Window, Sitting]]:
        for sitting in plan.sittings:
            window = self.frame.nearest_window(sitting.screen, sitting.starts_at, sitting.ends_at)
            if window is not None:
                yield window, sitting

    def _changed(
        self, question: Question, needed: dict[Window, datetime], clock: timedelta, words: Words
    ) -> Changed:
        """The hours of the windows that need others, in one sentence with the clock they come to. Their days are those of the
        calendar on which the doors open."""
        if not needed:
            return Changed((), question)
        opened = sorted(self._opened(window) for window in needed)
        usual = {self._clock(window, self._edge(window)) for window in needed}
        several = words.alike if len(usual) == 1 else words.several
        step = self.sentence(
            words.one if len(set(opened)) == 1 else several,
            clock=Clock(moved(time(), clock // MINUTE)),
            usual=Clock(min(usual)),
            day=Day(opened[0]),
            days=Days(len(set(opened))),
            last=Day(opened[-1]),
        )
        return Changed((step,), question)

    def _edge(self, window: Window) -> int:
        """The minute of a window at which the rule gives way."""
        return window.closes

    def _opened(self, window: Window) -> date:
        """The day of the calendar: doors that open at 01:00 do so on that day, though the programme's is the one before."""
        return self.frame.instant(window.opens).astimezone(window.screen.zone).date()

    def _since(self, window: Window, moment: datetime) -> timedelta:
        """How long after 00:00 of the day on which a window opens an instant lies, by the clock."""
        local = moment.astimezone(window.screen.zone).replace(tzinfo=None)
        return local - datetime.combine(self._opened(window), time())

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
        earliest = min((self._since(window, start) for window, start in early.items()), default=timedelta())
        words = OPENS_THE_DAY_BEFORE if earliest < timedelta() else OPENS_EARLIER
        return self._changed(longer, early, earliest, words)

    def _edge(self, window: Window) -> int:
        return window.opens


OpeningHours.other_ways = (OpensEarlier,)


def _reopened(question: Question, change: Callable[[Opening], Opening]) -> Question:
    """The question with other hours on every screen: a house opens its doors for all of them."""
    screens = tuple(
        replace(screen, openings=tuple(change(opening) for opening in screen.openings))
        for screen in question.screens
    )
    return replace(question, screens=screens)
