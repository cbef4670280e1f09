"""Rules about single parts: one that must start at an hour, one whose guest is there only for some hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.question import DAY, Block, Question, programme_day
from screenings.planner.rules.rule import Changed, Rule
from screenings.planner.wishes import Stay, Use
from wording.say import Clock, Day, Minutes, Plural, Say, gettext_noop, ngettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model


class MustStart(Rule):
    """A part starts at the hour that was asked for, on whichever day; a time before 06:00 is in the night."""

    code = "must-start"
    optional = True
    effort = 1
    most_give = DAY

    @property
    def wanted(self) -> bool:
        return any(block.must_start for block in self.frame.question.blocks)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i in range(len(self.frame.pieces)):
            if minutes := self.minutes(i):
                wanted = model.choose(i, minutes)
                model.cp.add(model.start[i] <= wanted + give)
                model.cp.add(model.start[i] >= wanted - give)

    def minutes(self, i: int) -> list[int]:
        """For each window the minute at which piece `i` must start; empty for one that may start at any."""
        hour = self.frame.block(i).must_start
        if self.use is Use.OFF or not hour or self.frame.pieces[i].from_minute:
            return []
        return [self._minute(window.day, hour, window.screen.zone) for window in self.frame.windows]

    def over(self, plan: Plan) -> int:
        """Minutes by which the hour is missed at most."""
        return max((abs(late) for _, _, late in self._missed(plan)), default=0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting, late in self._missed(plan):
            template = gettext_noop("'{film}' starts {minutes} after {clock}, when it must start.")
            if late < 0:
                template = gettext_noop("'{film}' starts {minutes} before {clock}, when it must start.")
            clock = Clock(self._block(sitting).must_start or time())
            yield self.finding(template, (at,), film=sitting.label, minutes=Minutes(abs(late)), clock=clock)

    def _missed(self, plan: Plan) -> Iterator[tuple[int, Sitting, int]]:
        """The sittings that begin a part at another hour: index, sitting, minutes late (before it: below zero)."""
        for at, sitting in enumerate(plan.sittings):
            hour = self._block(sitting).must_start
            if hour and sitting.from_minute == 0:
                late = self.frame.minute(sitting.starts_at) - self._minute(sitting.day, hour, sitting.zone)
                if late:
                    yield at, sitting, late

    def say(self) -> Say:
        blocks = [block for block in self.frame.question.blocks if block.must_start]
        template: Plural = ngettext_noop(
            "'{film}' starts at {clock}.", "{count} parts start at the hours that were asked for."
        )
        clock = Clock(blocks[0].must_start or time())
        return self.sentence(template, count=len(blocks), film=blocks[0].label, clock=clock)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        blocks, steps = list(question.blocks), []
        for _, sitting, _ in self._missed(plan):
            hour = sitting.starts_local.time()
            blocks[sitting.block] = replace(blocks[sitting.block], must_start=hour)
            template = gettext_noop("Let '{film}' start at {clock}.")
            steps.append(self.sentence(template, film=sitting.label, clock=Clock(hour)))
        return Changed(tuple(steps), replace(question, blocks=tuple(blocks)))

    def _block(self, sitting: Sitting) -> Block:
        return self.frame.question.blocks[sitting.block]

    def _minute(self, day: date, hour: time, zone: ZoneInfo) -> int:
        return self.frame.wall(day, hour, zone, night=True)


class GuestThere(Rule):
    """The introduction and the Q&A of a part fall within hours when its guest is there; without them, the part itself."""

    code = "guest-there"
    optional = True
    effort = 2
    most_give = 12 * 60

    @property
    def wanted(self) -> bool:
        return any(block.guest for block in self.frame.question.blocks)

    @property
    def most_over(self) -> int:
        return max(window.closes for window in self.frame.windows) + 2 * DAY

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for at, block in enumerate(self.frame.question.blocks):
            if not block.guest:
                continue
            chosen = [model.flag() for _ in block.guest]
            model.cp.add_bool_or(chosen)
            for i, begin, end in self._needed(model, at, block):
                for there, stay in zip(chosen, block.guest, strict=True):
                    first, last = self.frame.minute(stay.begins), self.frame.minute(stay.ends)
                    model.cp.add(model.start[i] + begin >= first - give).only_enforce_if(there)
                    model.cp.add(model.start[i] + end <= last + give).only_enforce_if(there)

    def _needed(self, model: Model, at: int, block: Block) -> Iterator[tuple[int, int, int]]:
        """The pieces for which the guest must be there, and from when until when in minutes from their start."""
        for i, piece in enumerate(self.frame.pieces):
            if piece.block == at:
                yield from (
                    (i, *span) for span in _spans(block, piece.from_minute, piece.to_minute, model.length[i])
                )

    def over(self, plan: Plan) -> int:
        """Minutes by which a guest would have to come earlier or stay longer."""
        return max((minutes for _, _, minutes, _ in self._missed(plan)), default=0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, label, minutes, _ in self._missed(plan):
            template = gettext_noop("The guest of '{film}' is not there: {minutes} are missing.")
            yield self.finding(template, (at,), film=label, minutes=Minutes(minutes))

    def _missed(self, plan: Plan) -> Iterator[tuple[int, str, int, Stay]]:
        """Of each part whose guest is not there long enough: a sitting's index, its name, the minutes that its best stay
        lacks, and that stay made long enough."""
        for index, block in enumerate(self.frame.question.blocks):
            spans = list(self._present(plan, index, block))
            if not block.guest or not spans:
                continue
            begins, ends = min(span[1] for span in spans), max(span[2] for span in spans)
            lacks = [
                (max(self.frame.minute(stay.begins) - begins, ends - self.frame.minute(stay.ends), 0), stay)
                for stay in block.guest
            ]
            minutes, stay = min(lacks, key=lambda each: each[0])
            if minutes:
                longer = Stay(
                    min(stay.begins, self.frame.instant(begins)), max(stay.ends, self.frame.instant(ends))
                )
                yield spans[-1][0], block.label, minutes, longer

    def _present(self, plan: Plan, index: int, block: Block) -> Iterator[tuple[int, int, int]]:
        for at, sitting in enumerate(plan.sittings):
            if sitting.block == index:
                start = self.frame.minute(sitting.starts_at)
                for begin, end in _spans(block, sitting.from_minute, sitting.to_minute, sitting.minutes):
                    yield at, start + begin, start + end

    def say(self) -> Say:
        blocks = [block for block in self.frame.question.blocks if block.guest]
        template: Plural = ngettext_noop(
            "The guest of '{film}' is there only at the hours that were given.",
            "The guests of {count} parts are there only at the hours that were given.",
        )
        return self.sentence(template, count=len(blocks), film=blocks[0].label)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        blocks, steps = list(question.blocks), []
        template = gettext_noop("Have the guest of '{film}' there on {day} from {begins} to {ends}.")
        for at, label, _, longer in self._missed(plan):
            sitting = plan.sittings[at]
            blocks[sitting.block] = replace(
                blocks[sitting.block], guest=(*blocks[sitting.block].guest, longer)
            )
            begins, ends = (
                Clock(each.astimezone(sitting.zone).time()) for each in (longer.begins, longer.ends)
            )
            day = Day(programme_day(longer.begins, sitting.zone))
            steps.append(self.sentence(template, film=label, day=day, begins=begins, ends=ends))
        return Changed(tuple(steps), replace(question, blocks=tuple(blocks)))


def _spans(block: Block, from_minute: int, to_minute: int, length: int) -> Iterator[tuple[int, int]]:
    """When a stretch of a part needs its guest, in minutes from its start: in its talks, or if it has none, throughout."""
    has_talk = bool(block.intro_minutes or block.qa_minutes)
    if not has_talk:
        yield 0, length
    if block.intro_minutes and from_minute == 0:
        yield 0, block.intro_minutes
    if block.qa_minutes and to_minute == block.minutes:
        yield length - block.qa_minutes, length
