"""Rules about the working day of those who show films: how long it lasts, and how long they rest before the next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from screenings.planner.answer import Finding, Plan
from screenings.planner.frame import MINUTE
from screenings.planner.question import DAY, Question
from screenings.planner.rules.rule import Changed, Rule
from wording.say import Clock, Day, Minutes, Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model


class Shift(NamedTuple):
    """The work of one day of the programme, from its first set-up to the end of its last turnaround, on whichever screens; `at`
    are its sittings."""

    day: date
    begins: datetime
    ends: datetime
    at: tuple[int, ...]

    @property
    def minutes(self) -> int:
        return (self.ends - self.begins) // MINUTE


class Shifts(Rule):
    """Base of rules about working days."""

    optional = True
    effort = 1

    @property
    def most_over(self) -> int:
        """A showing that begins at the end of a day may last beyond the next."""
        screens, blocks = self.frame.question.screens, self.frame.question.blocks
        around = max(screen.setup_minutes + screen.turnaround_minutes for screen in screens)
        return (
            2 * DAY + around + sum(block.minutes + block.intro_minutes + block.qa_minutes for block in blocks)
        )

    def shifts(self, plan: Plan) -> list[Shift]:
        """In order of time."""
        days: dict[date, list[int]] = {}
        for at, sitting in enumerate(plan.sittings):
            days.setdefault(sitting.day, []).append(at)
        return [
            Shift(
                day,
                min(plan.sittings[each].occupies_from for each in at),
                max(plan.sittings[each].occupies_to for each in at),
                tuple(at),
            )
            for day, at in sorted(days.items())
        ]

    def clock(self, moment: datetime) -> Clock:
        """On the wall of the venue."""
        return Clock(moment.astimezone(self.frame.question.screens[0].zone).time())


class LongestShift(Shifts):
    """From the first set-up of a day to the end of its last turnaround it is no longer than a shift."""

    code = "longest-shift"

    @property
    def most_give(self) -> int:  # type: ignore[override]  # a class constant that here depends on the settings
        return max(0, DAY - self._longest)

    @property
    def wanted(self) -> bool:
        return self.settings.longest_shift is not None

    @property
    def _longest(self) -> int:
        return self.settings.longest_shift or 0

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for begins, ends in model.work.values():
            model.cp.add(ends - begins <= self._longest + give)

    def over(self, plan: Plan) -> int:
        """Minutes by which the longest shift is too long."""
        return max(0, max(shift.minutes for shift in self.shifts(plan)) - self._longest)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for shift in self.shifts(plan):
            if shift.minutes > self._longest:
                template = gettext_noop(
                    "The work on {day} lasts {length}, from {begins} to {ends}, longer than a shift."
                )
                yield self.finding(
                    template,
                    shift.at,
                    length=Minutes(shift.minutes),
                    day=Day(shift.day),
                    begins=self.clock(shift.begins),
                    ends=self.clock(shift.ends),
                )

    def say(self) -> Say:
        template = gettext_noop("No shift is longer than {longest}, with set-up and turnaround.")
        return self.sentence(template, longest=Minutes(self._longest))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        longest = max(self.shifts(plan), key=lambda shift: shift.minutes)
        template = gettext_noop("Allow a shift of {length}, on {day} from {begins} to {ends}.")
        return self.setting(
            question,
            template,
            {"longest_shift": self._longest + give},
            length=Minutes(longest.minutes),
            day=Day(longest.day),
            begins=self.clock(longest.begins),
            ends=self.clock(longest.ends),
        )


class Rest(Shifts):
    """Between the end of one day's work and the beginning of the next there is time to rest."""

    code = "rest"

    @property
    def most_give(self) -> int:  # type: ignore[override]  # a class constant that here depends on the settings
        return self._least

    @property
    def wanted(self) -> bool:
        return self.settings.least_rest is not None

    @property
    def _least(self) -> int:
        return self.settings.least_rest or 0

    def constrain(self, model: Model, give: Expr = 0) -> None:
        """Days that lie further apart than the longest shift and a rest leave time enough anyway."""
        reach = 1 + (self.most_over + self._least) // DAY
        for first, second in combinations(sorted(model.work), 2):
            if second - first <= reach:
                model.cp.add(model.work[second][0] - model.work[first][1] >= self._least - give)

    def over(self, plan: Plan) -> int:
        """Minutes that the shortest rest lacks."""
        return max((self._least - rest for rest, *_ in self._short(plan)), default=0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for rest, before, after in self._short(plan):
            template = gettext_noop(
                "Work ends on {day} at {ends} and begins again on {next} at {begins}: a rest of {rest}."
            )
            if rest < 0:
                template = gettext_noop(
                    "Work on {next} begins at {begins}, before that of {day} has ended at {ends}."
                )
            at = (before.at[-1], after.at[0])
            yield self.finding(template, at, 0, rest=Minutes(max(0, rest)), **self._between(before, after))

    def _short(self, plan: Plan) -> Iterator[tuple[int, Shift, Shift]]:
        """Every rest that is too short, in minutes, with the shifts before it and after it."""
        for before, after in combinations(self.shifts(plan), 2):
            rest = (after.begins - before.ends) // MINUTE
            if rest < self._least:
                yield rest, before, after

    def say(self) -> Say:
        template = gettext_noop("Between two shifts lies a rest of at least {rest}.")
        return self.sentence(template, rest=Minutes(self._least))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        rest, before, after = min(self._short(plan))
        template = gettext_noop("Accept a rest of {rest}, from {ends} on {day} to {begins} on {next}.")
        changed = {"least_rest": self._least - give}
        return self.setting(question, template, changed, rest=Minutes(rest), **self._between(before, after))

    def _between(self, before: Shift, after: Shift) -> dict[str, Clock | Day]:
        return {
            "day": Day(before.day),
            "ends": self.clock(before.ends),
            "next": Day(after.day),
            "begins": self.clock(after.begins),
        }
