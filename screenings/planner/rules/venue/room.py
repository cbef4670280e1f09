"""Rules about the room: existing bookings, set-up and turnaround."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from screenings.planner.answer import Finding, Plan
from screenings.planner.arranging import continues, following
from screenings.planner.frame import Frame
from screenings.planner.question import programme_day
from screenings.planner.rules.rule import Changed, Rule
from screenings.planner.rules.venue.foyer import Staggered
from screenings.planner.rules.venue.projectionists import Projectionists
from wording.say import Clock, Day, Minutes, Say, Value, gettext_noop

if TYPE_CHECKING:
    from datetime import datetime

    from screenings.planner.answer import Sitting
    from screenings.planner.question import Booking, Question, Screen
    from screenings.planner.solver.model import Expr, Model


class Bookings(Rule):
    """A screen cannot be used while it is booked. To move more than two bookings is no advice."""

    code = "bookings"
    effort = 90
    most_give = 2

    @property
    def wanted(self) -> bool:
        return any(screen.bookings for screen in self.frame.question.screens)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        can_move = not isinstance(give, int) or give > 0
        moved: list[Expr] = []
        for screen in self.frame.question.screens:
            for booking in screen.bookings:
                stays = model.flag() if can_move and not booking.fixed else True
                model.booked.setdefault(screen.key, []).append((booking, stays))
                moved.append(1 - stays)
        model.cp.add(sum(moved) <= give)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in enumerate(plan.sittings):
            for booking in self.frame.screens[sitting.screen].bookings:
                if sitting.starts_at < booking.ends_at and booking.starts_at < sitting.ends_at:
                    screen = self.frame.screens[sitting.screen]
                    yield self._overlap(at, sitting, screen, booking)

    def _overlap(self, at: int, sitting: Sitting, screen: Screen, booking: Booking) -> Finding:
        """Without a label, which is not for everybody, the booking is said by its time."""
        if booking.label:
            template = gettext_noop("'{film}' overlaps a booking of {screen}: {booking}.")
            return self.finding(
                template, (at,), film=sitting.label, screen=screen.name, booking=booking.label
            )
        template = gettext_noop("'{film}' overlaps a booking of {screen}: booked from {begins} to {ends}.")
        return self.finding(
            template,
            (at,),
            film=sitting.label,
            screen=screen.name,
            begins=_clock(screen, booking.starts_at),
            ends=_clock(screen, booking.ends_at),
        )

    def say(self) -> Say:
        return self.sentence(gettext_noop("The screens keep their existing bookings."))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        """The bookings that the plan takes the place of, each in a sentence, and the screens without them. Where it needs that more of
        them move, these stand in the way of its audience or its projectionist."""
        every = [(screen, booking) for screen in question.screens for booking in screen.bookings]
        met = [each for each in every if any(_meets(sitting, *each) for sitting in plan.sittings)]
        rest = [each for each in every if each not in met and not each[1].fixed]
        tried = ([*met, *more] for more in combinations(rest, max(0, give - len(met))))
        gone = next((each for each in tried if not self._in_the_way(_without(question, each), plan)), met)
        steps = tuple(self._move(*each) for each in every if each in gone)
        return Changed(steps, _without(question, gone))

    def _in_the_way(self, question: Question, plan: Plan) -> bool:
        """Whether what is on at the venue is in the way of a plan outside its rooms."""
        frame = Frame(question, kind=plan.kind)
        rules = (rule(frame) for rule in (Projectionists, Staggered))
        return any(rule.hard and rule.wanted and rule.findings(plan) for rule in rules)

    def _move(self, screen: Screen, booking: Booking) -> Say:
        template = gettext_noop("Move a booking away, which takes {screen} from {begins} to {ends} on {day}.")
        if booking.label:
            template = gettext_noop(
                "Move “{booking}” away, which takes {screen} from {begins} to {ends} on {day}."
            )
        if booking.label and booking.begins_at:
            template = gettext_noop(
                "Move “{booking}” away, which begins at {audience} on {day} and takes {screen} from {begins} to {ends}."
            )
        said: dict[str, Value] = {
            "booking": booking.label,
            "screen": screen.name,
            "day": Day(programme_day(booking.starts_at, screen.zone)),
            "audience": _clock(screen, booking.audience_at),
            "begins": _clock(screen, booking.starts_at),
            "ends": _clock(screen, booking.ends_at),
        }
        return self.sentence(template, **said)


class Turnaround(Rule):
    """Each showing occupies its screen from set-up to the end of turnaround; between stretches of one part it stays occupied."""

    code = "turnaround"
    minor = True

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for screen in self.frame.question.screens:
            model.occupying[screen.key] = (screen.setup_minutes, screen.turnaround_minutes)

    def check(self, plan: Plan) -> Iterator[Finding]:
        yield from self._against_each_other(plan)
        for at, sitting in enumerate(plan.sittings):
            for booking in self.frame.screens[sitting.screen].bookings:
                shown = sitting.starts_at < booking.ends_at and booking.starts_at < sitting.ends_at
                held = sitting.occupies_from < booking.ends_at and booking.starts_at < sitting.occupies_to
                if held and not shown:
                    yield self._too_close(at, sitting, self.frame.screens[sitting.screen], booking)

    def _too_close(self, at: int, sitting: Sitting, screen: Screen, booking: Booking) -> Finding:
        if booking.label:
            template = gettext_noop(
                "'{film}' leaves no time for set-up or turnaround next to a booking: {booking}."
            )
            return self.finding(template, (at,), film=sitting.label, booking=booking.label)
        template = gettext_noop(
            "'{film}' leaves no time for set-up or turnaround next to a booking, from {begins} to {ends}."
        )
        return self.finding(
            template,
            (at,),
            film=sitting.label,
            begins=_clock(screen, booking.starts_at),
            ends=_clock(screen, booking.ends_at),
        )

    def say(self) -> Say:
        setup = max(screen.setup_minutes for screen in self.frame.question.screens)
        turnaround = max(screen.turnaround_minutes for screen in self.frame.question.screens)
        template = gettext_noop("A screen needs up to {setup} of set-up and {turnaround} of turnaround.")
        return self.sentence(template, setup=Minutes(setup), turnaround=Minutes(turnaround))

    def _against_each_other(self, plan: Plan) -> Iterator[Finding]:
        """What overlaps for one audience is said once, by `InOrder`."""
        told = {
            (one, two)
            for one, two in following(self.frame, plan.sittings)
            if plan.sittings[two].starts_at < plan.sittings[one].ends_at
        }
        for (one, first), (two, second) in combinations(enumerate(plan.sittings), 2):
            apart = first.occupies_to <= second.occupies_from or second.occupies_to <= first.occupies_from
            is_told = (one, two) in told or continues(first, second)
            if first.screen == second.screen and not apart and not is_told:
                template = gettext_noop("'{film}' and '{other}' are too close together on {screen}.")
                screen = self.frame.screens[first.screen].name
                yield self.finding(template, (one, two), film=first.label, other=second.label, screen=screen)


def _without(question: Question, gone: Sequence[tuple[Screen, Booking]]) -> Question:
    screens = tuple(
        replace(screen, bookings=tuple(each for each in screen.bookings if (screen, each) not in gone))
        for screen in question.screens
    )
    return replace(question, screens=screens)


def _meets(sitting: Sitting, screen: Screen, booking: Booking) -> bool:
    """Whether a booking's time is needed for a sitting, its set-up or its turnaround."""
    overlaps = sitting.occupies_from < booking.ends_at and booking.starts_at < sitting.occupies_to
    return sitting.screen == screen.key and overlaps


def _clock(screen: Screen, instant: datetime) -> Clock:
    """The time on the wall of the venue."""
    return Clock(instant.astimezone(ZoneInfo(screen.time_zone)).time())
