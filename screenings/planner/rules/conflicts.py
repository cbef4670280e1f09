"""What is shown elsewhere, for the same people, by the same maker, or from the same copy: the rule that nothing overlaps with it, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.question import Question, programme_day
from screenings.planner.rules.rule import Changed, Rule
from screenings.planner.wishes import Conflict, Why
from wording.say import Clock, Day, Minutes, Plural, Say, Value, Word, gettext_noop, ngettext_noop, say

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model

ANOTHER_SHOWING = gettext_noop("another showing")
OTHER_VENUE = gettext_noop("the other venue")


def named(conflict: Conflict) -> Value:
    return conflict.label or Word(ANOTHER_SHOWING)


def venue_named(conflict: Conflict) -> Value:
    return conflict.venue or Word(OTHER_VENUE)


def shown_elsewhere(question: Question) -> tuple[Say, ...]:
    """What is shown elsewhere on the days asked for, in order of time, each in a sentence with the way to it."""
    zone = question.screens[0].zone
    in_order = sorted(question.conflicts, key=lambda each: (each.starts_at, each.ends_at))
    days = ((programme_day(each.starts_at, zone), each) for each in in_order)
    asked = (pair for pair in days if question.first_day <= pair[0] <= question.last_day)
    return tuple(_elsewhere_said(each, day, zone) for day, each in asked)


def _elsewhere_said(conflict: Conflict, day: date, zone: ZoneInfo) -> Say:
    said: dict[str, Value] = {"day": Day(day), "other": named(conflict), **_hours(conflict, zone)}
    if not conflict.way:
        copied = gettext_noop("{day}, {begins} to {ends}: the copy of {other}")
        template = gettext_noop("{day}, {begins} to {ends}: {other}")
        return say("elsewhere", copied if conflict.why is Why.COPY else template, **said)
    copied = gettext_noop("{day}, {begins} to {ends}: the copy of {other}; {way} on the way to {venue}")
    template = gettext_noop("{day}, {begins} to {ends}: {other}; {way} on the way to {venue}")
    said |= {"way": Minutes(conflict.way), "venue": venue_named(conflict)}
    return say("elsewhere", copied if conflict.why is Why.COPY else template, **said)


def _hours(conflict: Conflict, zone: ZoneInfo) -> dict[str, Value]:
    begins, ends = (Clock(each.astimezone(zone).time()) for each in (conflict.starts_at, conflict.ends_at))
    return {"begins": begins, "ends": ends}


class Conflicts(Rule):
    """Nothing overlaps with the showings elsewhere that it must not overlap with."""

    code = "conflicts"
    optional = True
    effort = 60

    @property
    def wanted(self) -> bool:
        return bool(self.frame.question.conflicts)

    @property
    def most_give(self) -> int:  # type: ignore[override]  # a class constant that here depends on the question
        return len(self.frame.question.conflicts)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        broken = []
        for conflict in self.frame.question.conflicts:
            broken.append(model.flag())
            begin, end = self.frame.minute(conflict.starts_at), self.frame.minute(conflict.ends_at)
            for i, piece in enumerate(self.frame.pieces):
                if conflict.concerns(piece.block):
                    before, after = model.flag(), model.flag()
                    model.cp.add(model.end[i] <= begin).only_enforce_if(before)
                    model.cp.add(model.start[i] >= end).only_enforce_if(after)
                    model.cp.add_bool_or(before, after, broken[-1])
        model.cp.add(sum(broken) <= give)

    def over(self, plan: Plan) -> int:
        """With how many of the showings elsewhere a plan overlaps."""
        return len({conflict for _, _, conflict in self._met(plan)})

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting, conflict in self._met(plan):
            template = gettext_noop(
                "'{film}' is shown at the same time as another showing, from {begins} to {ends}."
            )
            if conflict.label:
                template = gettext_noop(
                    "'{film}' is shown at the same time as {other}, from {begins} to {ends}."
                )
            if conflict.why is Why.COPY:
                template = gettext_noop("The copy of '{film}' is shown elsewhere from {begins} to {ends}.")
            yield self.finding(template, (at,), 0, film=sitting.label, **self._said(conflict))

    def _met(self, plan: Plan) -> Iterator[tuple[int, Sitting, Conflict]]:
        for at, sitting in enumerate(plan.sittings):
            for conflict in self.frame.question.conflicts:
                overlaps = sitting.starts_at < conflict.ends_at and conflict.starts_at < sitting.ends_at
                if overlaps and conflict.concerns(sitting.block):
                    yield at, sitting, conflict

    def say(self) -> Say:
        template: Plural = ngettext_noop(
            "Nothing is shown at the same time as {count} showing elsewhere.",
            "Nothing is shown at the same time as {count} showings elsewhere.",
        )
        return self.sentence(template, count=len(self.frame.question.conflicts))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        met = list(dict.fromkeys(conflict for _, _, conflict in self._met(plan)))
        template = gettext_noop(
            "Let it overlap with the showing elsewhere on {day}, from {begins} to {ends}."
        )
        named = gettext_noop("Let it overlap with {other} on {day}, from {begins} to {ends}.")
        copied = gettext_noop(
            "Have another copy than the one shown elsewhere on {day}, from {begins} to {ends}."
        )
        steps = []
        for each in met:
            said = self._said(each) | {"day": Day(programme_day(each.starts_at, self._zone))}
            words = copied if each.why is Why.COPY else named if each.label else template
            steps.append(self.sentence(words, **said))
        left = tuple(each for each in question.conflicts if each not in met)
        return Changed(tuple(steps), replace(question, conflicts=left))

    def _said(self, conflict: Conflict) -> dict[str, Value]:
        said = _hours(conflict, self._zone)
        return said | ({"other": conflict.label} if conflict.label else {})

    @property
    def _zone(self) -> ZoneInfo:
        return self.frame.question.screens[0].zone
