"""Checks any plan against the rules, however it was made: for a person who drags a showing, and for the price."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import islice

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.arranging import arrange
from screenings.planner.frame import MINUTE, Frame
from screenings.planner.kinds import BY_HAND
from screenings.planner.question import Question, programme_day
from screenings.planner.rules import hard_rules, soft_rules
from screenings.planner.wishes import Why
from wording.say import Clock, Day, Say, gettext_noop, say

MOST_TRIED = 8
"""Places that are tried for one showing, the nearest first: a person waits for the answer while dragging."""
MOST_MENDED = 3
STEP, NEAR = timedelta(minutes=5), timedelta(hours=1)


class Level(StrEnum):
    """An error keeps a timetable from being taken; a warning breaks a wish; a note has a price."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Mend:
    """Another place for one sitting of a plan (by its index), with which the finding is gone and no other has come."""

    sitting: int
    screen: str
    starts_at: datetime
    say: Say


@dataclass(frozen=True)
class Remark:
    level: Level
    finding: Finding
    mend: Mend | None = None


def review(plan: Plan, question: Question) -> list[Finding]:
    """Every finding on a plan, hard ones first. Without hard findings the plan is possible."""
    frame = Frame(question, kind=plan.kind)
    arranged = arrange(frame, plan.sittings, plan.kind)
    rules = [*hard_rules(frame, plan.kind), *soft_rules(frame)]
    findings = [finding for rule in rules for finding in rule.findings(arranged)]
    return sorted(findings, key=lambda finding: not finding.hard)


def by_hand(question: Question, sittings: Iterable[Sitting]) -> Plan:
    """A priced plan of sittings that a person arranged; `review` says whether it is possible."""
    frame = Frame(question)
    return priced(frame, arrange(frame, sittings, BY_HAND.code))


def priced(frame: Frame, plan: Plan) -> Plan:
    """The plan with its price: what each soft rule charges for it, most expensive first."""
    asked = [finding for rule in soft_rules(frame) for finding in rule.findings(plan)]
    return replace(plan, price=tuple(sorted(asked, key=lambda finding: -finding.cost)))


def opinion(
    question: Question,
    sittings: Iterable[Sitting],
    *,
    binding: Collection[str],
    stays: Collection[tuple[int, int]] = (),
) -> tuple[Plan, list[Remark]]:
    """What the rules say of sittings that a person arranges: errors by the rules whose codes are `binding`, then warnings, then
    notes, dearest first. Hard findings come with the nearest place that mends them, if one is near.

    `stays` has block and first minute of the sittings that cannot move. No solver: each place is checked like any other plan.
    """
    return _Reviewer(question, binding, stays).opinion(list(sittings))


class _Reviewer:
    """The rules of one question, asked of many plans."""

    def __init__(
        self, question: Question, binding: Collection[str], stays: Collection[tuple[int, int]]
    ) -> None:
        self.frame = Frame(question)
        self.hard = hard_rules(self.frame, BY_HAND.code)
        self.binding, self.stays = binding, stays

    def opinion(self, sittings: list[Sitting]) -> tuple[Plan, list[Remark]]:
        plan = priced(self.frame, arrange(self.frame, sittings, BY_HAND.code))
        found = self._found(plan)
        errors = [each for each in found if each.rule in self.binding]
        warnings = [each for each in found if each.rule not in self.binding]
        mended = [*errors, *warnings][:MOST_MENDED]
        remarks = [
            Remark(level, each, self._mend(plan, each, found) if each in mended else None)
            for level, those in ((Level.ERROR, errors), (Level.WARNING, warnings))
            for each in those
        ]
        return plan, [*remarks, *(Remark(Level.NOTE, each) for each in plan.price)]

    def _found(self, plan: Plan) -> list[Finding]:
        return [finding for rule in self.hard for finding in rule.findings(plan)]

    def _mend(self, plan: Plan, finding: Finding, found: list[Finding]) -> Mend | None:
        before = len(found)
        for at in reversed(finding.sittings):
            sitting = plan.sittings[at]
            if (sitting.block, sitting.from_minute) in self.stays:
                continue
            for screen, starts_at in islice(self._places(plan, at), MOST_TRIED):
                moved = self._moved(plan, at, screen, starts_at)
                left = self._found(moved)
                if len(left) < before and not self._stands_ill(moved, sitting, left, finding):
                    return self._said(sitting, at, screen, starts_at)
        return None

    def _stands_ill(self, moved: Plan, sitting: Sitting, left: list[Finding], finding: Finding) -> bool:
        """Whether a place that was tried does not mend the finding, or could not be taken."""
        stretch = (sitting.block, sitting.from_minute)
        at = [(each.block, each.from_minute) for each in moved.sittings].index(stretch)
        return any(at in each.sittings for each in left if each.rule in {finding.rule, *self.binding})

    def _moved(self, plan: Plan, at: int, screen: str, starts_at: datetime) -> Plan:
        sittings = list(plan.sittings)
        sitting = sittings[at]
        room = self.frame.screens[screen]
        sittings[at] = replace(
            sitting,
            screen=screen,
            starts_at=starts_at,
            ends_at=starts_at + (sitting.ends_at - sitting.starts_at),
            day=programme_day(starts_at, room.zone),
        )
        return arrange(self.frame, sittings, BY_HAND.code)

    def _places(self, plan: Plan, at: int) -> Iterator[tuple[str, datetime]]:
        """Other places of a sitting that something speaks for, the nearest first: beside whatever stands in its way, within the
        hour; at the same hour on another screen; then farther away."""
        sitting = plan.sittings[at]
        hours = {hour for hour in self._hours(plan, at) if hour != sitting.starts_at}
        in_order = sorted(hours, key=lambda each: (abs(each - sitting.starts_at), each))
        near = [hour for hour in in_order if abs(hour - sitting.starts_at) <= NEAR]
        for hour in near:
            yield sitting.screen, hour
        for screen in self.frame.question.screens:
            if screen.key != sitting.screen:
                yield screen.key, sitting.starts_at
        for hour in in_order[len(near) :]:
            yield sitting.screen, hour

    def _hours(self, plan: Plan, at: int) -> Iterator[datetime]:
        sitting = plan.sittings[at]
        room, wishes = self.frame.screens[sitting.screen], self.frame.settings
        length = sitting.ends_at - sitting.starts_at
        near = timedelta(days=1)
        set_up, clear = room.setup_minutes * MINUTE, room.turnaround_minutes * MINUTE
        for opening in room.openings:
            if abs(opening.opens_at - sitting.starts_at) < near:
                yield _later(opening.opens_at)
                yield _earlier(opening.closes_at - length)
        for booking in room.bookings:
            if abs(booking.starts_at - sitting.starts_at) < near:
                yield _later(booking.ends_at + set_up)
                yield _earlier(booking.starts_at - clear - length)
        for number, other in enumerate(plan.sittings):
            if number != at and abs(other.starts_at - sitting.starts_at) < near:
                pauses = {wishes.minimum_break * MINUTE, wishes.meal_minutes * MINUTE, set_up + clear}
                for pause in pauses:
                    yield _later(other.ends_at + pause)
                    yield _earlier(other.starts_at - pause - length)
        yield from self._beside_others(plan, at, near)
        yield from self._clear_of_conflicts(sitting, near)

    def _clear_of_conflicts(self, sitting: Sitting, near: timedelta) -> Iterator[datetime]:
        """Before and after what is shown elsewhere, with the way, and of a print also set-up and turnaround."""
        room, length = self.frame.screens[sitting.screen], sitting.ends_at - sitting.starts_at
        for conflict in self.frame.question.conflicts:
            if conflict.concerns(sitting.block) and abs(conflict.starts_at - sitting.starts_at) < near:
                carried, way = conflict.why is Why.COPY, conflict.way * MINUTE
                yield _later(conflict.ends_at + way + carried * room.setup_minutes * MINUTE)
                yield _earlier(conflict.starts_at - way - carried * room.turnaround_minutes * MINUTE - length)

    def _beside_others(self, plan: Plan, at: int, near: timedelta) -> Iterator[datetime]:
        """Where the foyer is free before and after other beginnings."""
        apart = (self.frame.settings.stagger_minutes or 0) * MINUTE
        here = plan.sittings[at].starts_at
        running = self.frame.running_between(here - near, here + near) if apart else ()
        others = (other.starts_at for number, other in enumerate(plan.sittings) if apart and number != at)
        for begins in (*(booking.audience_at for booking in running), *others):
            yield _later(begins + apart)
            yield _earlier(begins - apart)

    def _said(self, sitting: Sitting, at: int, screen: str, starts_at: datetime) -> Mend:
        room = self.frame.screens[screen]
        if screen != sitting.screen:
            template = gettext_noop("Show “{film}” on {screen} instead.")
            return Mend(at, screen, starts_at, say("mend", template, film=sitting.label, screen=room.name))
        local = starts_at.astimezone(room.zone)
        film, clock = sitting.label, Clock(local.time())
        if local.date() == sitting.starts_at.astimezone(room.zone).date():
            template = gettext_noop("Start “{film}” at {clock} instead.")
            return Mend(at, screen, starts_at, say("mend", template, film=film, clock=clock))
        template = gettext_noop("Start “{film}” at {clock} on {day} instead.")
        return Mend(
            at, screen, starts_at, say("mend", template, film=film, clock=clock, day=Day(local.date()))
        )


def _later(moment: datetime) -> datetime:
    """At five minutes of the clock, not before."""
    return moment + (-(moment - datetime.min.replace(tzinfo=UTC))) % STEP


def _earlier(moment: datetime) -> datetime:
    return moment - (moment - datetime.min.replace(tzinfo=UTC)) % STEP
