"""Rules about the film itself: shown whole, in order, interrupted only at chapter points, with its talks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.arranging import following
from screenings.planner.question import Question
from screenings.planner.rules.appointments import MustStart
from screenings.planner.rules.rule import Changed, Rule
from wording.say import Minutes, Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model


class ShownWhole(Rule):
    """Every block is shown once from beginning to end, at its real length, cut only at its chapter points."""

    code = "shown-whole"
    fixed = True

    def constrain(self, model: Model, give: Expr = 0) -> None:
        """Nothing to add: the pieces of the model are the stretches between chapter points, each shown once."""

    def check(self, plan: Plan) -> Iterator[Finding]:
        for index, block in enumerate(self.frame.question.blocks):
            shown = [(at, sitting) for at, sitting in enumerate(plan.sittings) if sitting.block == index]
            at = tuple(place for place, _ in shown)
            yield from self._lengths(shown)
            cuts = [(sitting.from_minute, sitting.to_minute) for _, sitting in shown]
            if not cuts:
                yield self.finding(gettext_noop("'{film}' is not shown."), at, film=block.label)
            elif not _covers(sorted(cuts), block.minutes):
                yield self.finding(
                    gettext_noop("'{film}' is not shown exactly once from beginning to end."),
                    at,
                    film=block.label,
                )
            elif any(edge not in block.edges for cut in cuts for edge in cut):
                template = gettext_noop("'{film}' is interrupted where it has no chapter point.")
                yield self.finding(template, at, film=block.label)

    def say(self) -> Say:
        blocks = self.frame.question.blocks
        total, longest = sum(block.minutes for block in blocks), max(block.minutes for block in blocks)
        template = gettext_noop("{total} must be shown; the longest part is {longest}.")
        return self.sentence(template, total=Minutes(total), longest=Minutes(longest))

    def _lengths(self, shown: list[tuple[int, Sitting]]) -> Iterator[Finding]:
        for at, sitting in shown:
            runs = sitting.film_minutes + sitting.intro_minutes + sitting.qa_minutes
            if sitting.minutes != runs:
                template = gettext_noop("'{film}' has {given} but needs {runs}.")
                given = Minutes(max(sitting.minutes, 0))
                yield self.finding(template, (at,), film=sitting.label, given=given, runs=Minutes(runs))


class InOrder(Rule):
    """The parts of one strand follow one another; none begins before the one before it has ended."""

    code = "in-order"
    fixed = True

    def constrain(self, model: Model, give: Expr = 0) -> None:
        """Nothing to add: a piece of the model never starts before the piece before it ends."""

    def check(self, plan: Plan) -> Iterator[Finding]:
        for before, after in following(self.frame, plan.sittings):
            first, second = plan.sittings[before], plan.sittings[after]
            if (second.block, second.from_minute) < (first.block, first.from_minute):
                template = gettext_noop("'{other}' is shown before '{film}', which it follows.")
                yield self.finding(template, (before, after), film=second.label, other=first.label)
            elif second.starts_at < first.ends_at:
                template = gettext_noop("'{other}' starts before '{film}' has ended.")
                yield self.finding(template, (before, after), film=first.label, other=second.label)

    def say(self) -> Say:
        return self.sentence(gettext_noop("The parts are shown in order."))


class Talks(Rule):
    """Introductions and Q&A take time before and after the film."""

    code = "talks"
    drop_effort = 30

    @property
    def wanted(self) -> bool:
        return any(piece.talk for piece in self.frame.pieces)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        """Nothing to add: a model made with talks includes them in its lengths."""

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in enumerate(plan.sittings):
            block = self.frame.question.blocks[sitting.block]
            intro = block.intro_minutes if sitting.from_minute == 0 else 0
            qa = block.qa_minutes if sitting.to_minute == block.minutes else 0
            if sitting.intro_minutes < intro or sitting.qa_minutes < qa:
                template = gettext_noop("'{film}' leaves no time for its introduction or Q&A.")
                yield self.finding(template, (at,), film=sitting.label)

    def say(self) -> Say:
        talk = Minutes(sum(piece.talk for piece in self.frame.pieces))
        return self.sentence(gettext_noop("Introductions and Q&A take {talk}."), talk=talk)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        bare = tuple(replace(block, intro_minutes=0, qa_minutes=0) for block in question.blocks)
        step = self.sentence(gettext_noop("Leave out the introductions and the Q&A."))
        return Changed((step,), replace(question, blocks=bare))


class StartGrid(Rule):
    """Showings start on round minutes. A person may choose any minute, so `check` only mentions it, without a cost. The planner
    leaves the round minutes only for the one at which a showing stands already, and the one at which it must start.
    """

    code = "start-grid"
    drop_effort = 5
    minor = True

    @property
    def wanted(self) -> bool:
        return self.settings.start_step > 1

    def constrain(self, model: Model, give: Expr = 0) -> None:
        step = self.settings.start_step
        for i, start in enumerate(model.start):
            tick, keeps = model.count(model.last_minute // step), model.begins(i)
            for minute in self._odd_minutes(model, i):
                keeps.append(model.flag())
                model.cp.add(start == minute).only_enforce_if(~keeps[-1])
            model.cp.add(start == tick * step).only_enforce_if(*keeps)

    def _odd_minutes(self, model: Model, i: int) -> Iterator[Expr]:
        """Those at which piece `i` may start, round or not."""
        if stands := self.frame.standing.get(i):
            yield self.frame.minute(stands.starts_at)
        if wanted := MustStart(self.frame).minutes(i):
            yield model.choose(i, wanted)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in enumerate(plan.sittings):
            if sitting.starts_local.minute % self.settings.start_step:
                say = self.sentence(
                    gettext_noop("'{film}' does not start on a round minute."), film=sitting.label
                )
                yield Finding(self.code, False, say, 0, (at,))

    def say(self) -> Say:
        step = Minutes(self.settings.start_step)
        return self.sentence(gettext_noop("Showings start every {step} on the clock."), step=step)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        return self.setting(question, gettext_noop("Let showings start on any minute."), {"start_step": 1})


def _covers(cuts: list[tuple[int, int]], minutes: int) -> bool:
    reached = 0
    for begin, end in cuts:
        if begin != reached or end <= begin:
            return False
        reached = end
    return reached == minutes
