"""Rules of a replan: each showing stays a showing of its own, and some stay where they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.question import Question, programme_day
from screenings.planner.rules.rule import Changed, Rule
from screenings.planner.wishes import Standing
from wording.say import Clock, Day, Plural, Say, gettext_noop, ngettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Flag, Model


class OneEach(Rule):
    """People hold places at each showing, so none is cut in two, and no two become one."""

    code = "one-each"
    fixed = True

    @property
    def wanted(self) -> bool:
        return bool(self.frame.standing)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for uncut in model.uncut.values():
            model.cp.add(uncut == 0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        shown = {(sitting.block, sitting.from_minute, sitting.to_minute) for sitting in plan.sittings}
        for i, standing in self.frame.standing.items():
            if (standing.block, standing.from_minute, self.frame.pieces[i].to_minute) not in shown:
                template = gettext_noop("'{film}' is no longer a showing of its own.")
                yield self.finding(template, (), film=self.frame.block(i).label)

    def say(self) -> Say:
        return self.sentence(gettext_noop("Each showing stays a showing of its own."))


class Fits(Rule):
    """A showing moves only to a screen that has a seat for everyone who holds a place, and can show its copy."""

    code = "fits"
    common = True

    @property
    def wanted(self) -> bool:
        return any(each.fits for each in self.frame.standing.values())

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i, standing in self.frame.standing.items():
            for key, on in model.on_screen[i].items():
                if standing.fits and key not in standing.fits:
                    model.cp.add(on == 0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        fits = {(each.block, each.from_minute): each.fits for each in self.frame.standing.values()}
        for at, sitting in enumerate(plan.sittings):
            allowed = fits.get((sitting.block, sitting.from_minute))
            if allowed and sitting.screen not in allowed:
                template = gettext_noop("'{film}' does not fit {screen}: too few seats, or not its format.")
                screen = self.frame.screens[sitting.screen].name
                yield self.finding(template, (at,), film=sitting.label, screen=screen)

    def say(self) -> Say:
        return self.sentence(gettext_noop("Each showing goes where there are seats enough, and its format."))


class MovesWithin(Rule):
    """What moves keeps to the days that were asked for; what stands on another day may stay there."""

    code = "moves-within"
    common = True

    @property
    def wanted(self) -> bool:
        question = self.frame.question
        return bool(question.standing) and (question.moves_from or question.moves_to) is not None

    @property
    def _days(self) -> tuple[date, date]:
        question = self.frame.question
        return question.moves_from or question.first_day, question.moves_to or question.last_day

    def _is_other(self, day: date) -> bool:
        question = self.frame.question
        return day < (question.moves_from or date.min) or day > (question.moves_to or date.max)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        others = [window.index for window in self.frame.windows if self._is_other(window.day)]
        for i, standing in self.frame.standing.items():
            stays, here = model.flag(), model.on_screen[i].get(standing.screen)
            model.cp.add(model.start[i] == self.frame.minute(standing.starts_at)).only_enforce_if(stays)
            model.cp.add_bool_or(~stays, *([] if here is None else [here]))
            for other in others:
                model.cp.add_implication(model.at[i][other], stays)

    def check(self, plan: Plan) -> Iterator[Finding]:
        stands = {(each.block, each.from_minute): each for each in self.frame.question.standing}
        for at, sitting in enumerate(plan.sittings):
            old = stands.get((sitting.block, sitting.from_minute))
            is_there = old and (old.starts_at, old.screen) == (sitting.starts_at, sitting.screen)
            if not is_there and self._is_other(sitting.day):
                template = gettext_noop("'{film}' falls on {day}, outside the days asked for.")
                yield self.finding(template, (at,), film=sitting.label, day=Day(sitting.day))

    def say(self) -> Say:
        first, last = self._days
        template = gettext_noop("What moves is shown between {first} and {last}.")
        return self.sentence(template, first=Day(first), last=Day(last))


class Stays(Rule):
    """Showings that are sold or fixed stay where they are."""

    code = "stays"
    effort = 90
    most_give = 60

    @property
    def wanted(self) -> bool:
        return bool(self._fixed)

    @property
    def _fixed(self) -> dict[int, Standing]:
        return {i: each for i, each in self.frame.standing.items() if each.stays}

    def constrain(self, model: Model, give: Expr = 0) -> None:
        moved = []
        for i, standing in self._fixed.items():
            moved.append(model.flag())
            model.cp.add(model.start[i] == self.frame.minute(standing.starts_at)).only_enforce_if(~moved[-1])
            model.cp.add_bool_or(moved[-1], *self._there(model, i, standing))
        model.cp.add(sum(moved) <= give)

    def _there(self, model: Model, i: int, standing: Standing) -> list[Flag]:
        on = model.on_screen[i].get(standing.screen)
        return [] if on is None else [on]

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting, standing in self._moved(plan):
            template = gettext_noop("'{film}' was to stay where it is, on {day} at {clock}.")
            day, clock = self._when(standing)
            yield self.finding(template, (at,), film=sitting.label, day=day, clock=clock)

    def _moved(self, plan: Plan) -> Iterator[tuple[int, Sitting, Standing]]:
        fixed = {(each.block, each.from_minute): each for each in self._fixed.values()}
        for at, sitting in enumerate(plan.sittings):
            standing = fixed.get((sitting.block, sitting.from_minute))
            if standing and (sitting.starts_at, sitting.screen) != (standing.starts_at, standing.screen):
                yield at, sitting, standing

    def say(self) -> Say:
        template: Plural = ngettext_noop(
            "{count} showing stays where it is.", "{count} showings stay where they are."
        )
        return self.sentence(template, count=len(self._fixed))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        moved = [(sitting, standing) for _, sitting, standing in self._moved(plan)]
        freed = {standing.key for _, standing in moved}
        standing = tuple(
            replace(each, stays=each.stays and each.key not in freed) for each in question.standing
        )
        template = gettext_noop("Let '{film}' move as well, which stands on {day} at {clock}.")
        steps = []
        for sitting, each in moved:
            day, clock = self._when(each)
            steps.append(self.sentence(template, film=sitting.label, day=day, clock=clock))
        return Changed(tuple(steps), replace(question, standing=standing))

    def _when(self, standing: Standing) -> tuple[Day, Clock]:
        zone = self.frame.question.screens[0].zone
        clock = Clock(standing.starts_at.astimezone(zone).time())
        return Day(programme_day(standing.starts_at, zone)), clock
