"""Rules about pauses: the shortest break, the meal, the longest stretch without a break."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement, pairwise
from typing import TYPE_CHECKING

from screenings.planner.answer import Finding, Plan
from screenings.planner.arranging import following, strands
from screenings.planner.frame import MINUTE
from screenings.planner.question import SHORTEST_BREAK, SHORTEST_MEAL, Question
from screenings.planner.rules.rule import Changed, Rule
from wording.say import Minutes, Say, gettext_noop

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from screenings.planner.solver.model import Expr, Flag, Model


LONG = 300
"""Minutes that people sit at most where nothing is said about meals."""


class MinimumBreak(Rule):
    """There is at least the shortest break between two sittings of one strand."""

    code = "minimum-break"
    optional = True
    effort = 2

    @property
    def most_give(self) -> int:  # type: ignore[override]  # a class constant that here depends on the settings
        return max(0, self.settings.minimum_break - SHORTEST_BREAK)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for i in model.previous:
            break_ = model.cp.add(model.gap(i) >= self.settings.minimum_break - give)
            break_.only_enforce_if(*model.begins(i))

    @property
    def most_over(self) -> int:
        return self.settings.minimum_break

    def over(self, plan: Plan) -> int:
        """Minutes that the shortest break lacks."""
        pairs = following(self.frame, plan.sittings)
        gaps = [(plan.sittings[b].starts_at - plan.sittings[a].ends_at) // MINUTE for a, b in pairs]
        return max((self.settings.minimum_break - gap for gap in gaps if gap >= 0), default=0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for before, after in following(self.frame, plan.sittings):
            gap = (plan.sittings[after].starts_at - plan.sittings[before].ends_at) // MINUTE
            if 0 <= gap < self.settings.minimum_break:
                template = gettext_noop("Only {gap} between '{film}' and '{other}'.")
                film, other = plan.sittings[before].label, plan.sittings[after].label
                yield self.finding(template, (before, after), gap=Minutes(gap), film=film, other=other)

    def say(self) -> Say:
        shortest = Minutes(self.settings.minimum_break)
        return self.sentence(gettext_noop("Every break lasts at least {shortest}."), shortest=shortest)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        shortest = Minutes(self.settings.minimum_break - give)
        template = gettext_noop("Shorten the shortest break to {shortest}.")
        return self.setting(question, template, {"minimum_break": shortest.minutes}, shortest=shortest)


class MealBreak(Rule):
    """Nobody has to sit through more than so many minutes, including short breaks, without a meal.

    This rule does not forbid a single sitting that is longer. It refuses a sitting only when it follows another on the
    same day without a meal in between, and ends too long after the last meal or the start of the day.
    """

    code = "meal-break"
    optional = True
    effort = 1

    @property
    def most_give(self) -> int:  # type: ignore[override]  # a class constant that here depends on the settings
        least = max(SHORTEST_MEAL, self.settings.minimum_break + 1)
        return max(0, self.settings.meal_minutes - least)

    @property
    def wanted(self) -> bool:
        return self.settings.meal_after is not None

    def constrain(self, model: Model, give: Expr = 0) -> None:
        """Gives way by so many minutes of the meal."""
        self._constrain(model, give, 0)

    def soften(self, model: Model) -> Expr:
        """By how many minutes somebody goes longer without a meal than they should."""
        longer = model.count(model.last_minute)
        self._constrain(model, 0, longer)
        return longer

    def _constrain(self, model: Model, give: Expr, longer: Expr) -> None:
        since: dict[int, cp_model.IntVar] = {}
        fresh: dict[int, cp_model.IntVar] = {}
        for chain in self.frame.chains:
            since[chain[0]] = model.count(model.last_minute)
            model.cp.add(since[chain[0]] >= model.length[chain[0]])
            for before, i in pairwise(chain):
                served, since[i], fresh[i] = model.flag(), model.count(model.last_minute), model.flag()
                model.cp.add(model.gap(i) >= self.settings.meal_minutes - give).only_enforce_if(served)
                rests = [model.new_day[i], served]
                watched = since[before] + model.gap(i) + model.length[i]
                model.cp.add(since[i] >= model.length[i])
                model.cp.add(since[i] >= watched).only_enforce_if(*(~rest for rest in rests))
                model.cp.add_bool_or(~fresh[i], *rests, *_same_sitting(model, fresh, before, i))
                limit = (self.settings.meal_after or 0) + longer
                model.cp.add(since[i] <= limit).only_enforce_if(~fresh[i])

    def over(self, plan: Plan) -> int:
        """The most minutes by which somebody goes longer without a meal."""
        return max((since - (self.settings.meal_after or 0) for _, since in self._sat(plan)), default=0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, since in self._sat(plan):
            if since > (self.settings.meal_after or 0):
                template = gettext_noop(
                    "'{film}' ends {since} after the last meal break or the start of the day."
                )
                yield self.finding(template, (at,), film=plan.sittings[at].label, since=Minutes(since))

    def _sat(self, plan: Plan) -> Iterator[tuple[int, int]]:
        """For each sitting that follows another without a meal: its index, and the minutes since the last meal at its end."""
        for chain in strands(self.frame, plan.sittings):
            since = plan.sittings[chain[0]].minutes
            for before, after in pairwise(chain):
                first, second = plan.sittings[before], plan.sittings[after]
                gap = (second.starts_at - first.ends_at) // MINUTE
                if second.day != first.day or gap >= self.settings.meal_minutes:
                    since = second.minutes
                    continue
                since += gap + second.minutes
                yield after, since

    def say(self) -> Say:
        template = gettext_noop(
            "Nobody sits for longer than {after} after the last meal of {meal} or the start of the day."
        )
        after = Minutes(self.settings.meal_after or 0)
        return self.sentence(template, meal=Minutes(self.settings.meal_minutes), after=after)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        meal = Minutes(self.settings.meal_minutes - give)
        template = gettext_noop("Shorten the meal break to {meal}.")
        return self.setting(question, template, {"meal_minutes": meal.minutes}, meal=meal)


class LongestUnbroken(Rule):
    """No stretch of film runs longer than this without a break; a part may be cut only at its chapter points."""

    code = "longest-unbroken"
    optional = True
    effort = 2

    @property
    def most_give(self) -> int:  # type: ignore[override]  # a class constant that here depends on the question
        """Up to the longest stretch that cannot be cut, or as long as people go without a meal: no more is a proposal."""
        edges = (block.edges for block in self.frame.question.blocks)
        longest = max(end - begin for each in edges for begin, end in pairwise(each))
        return max(0, max(longest, self.settings.meal_after or LONG) - (self.settings.longest_unbroken or 0))

    @property
    def wanted(self) -> bool:
        return self.settings.longest_unbroken is not None

    def constrain(self, model: Model, give: Expr = 0) -> None:
        limit = self.settings.longest_unbroken or 0
        for stretch in self._stretches():
            length = sum(self.frame.pieces[i].minutes for i in stretch)
            if length > limit:
                whole = [model.uncut[i] for i in stretch[1:]]
                model.cp.add(limit + give >= length).only_enforce_if(*whole)

    @property
    def most_over(self) -> int:
        return max(block.minutes for block in self.frame.question.blocks)

    def over(self, plan: Plan) -> int:
        """Minutes by which the longest stretch is too long."""
        longest = max(sitting.film_minutes for sitting in plan.sittings)
        return max(0, longest - (self.settings.longest_unbroken or 0))

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, sitting in enumerate(plan.sittings):
            if sitting.film_minutes > (self.settings.longest_unbroken or 0):
                template = gettext_noop("'{film}' runs {length} without a break.")
                yield self.finding(template, (at,), film=sitting.label, length=Minutes(sitting.film_minutes))

    def say(self) -> Say:
        limit = Minutes(self.settings.longest_unbroken or 0)
        return self.sentence(
            gettext_noop("No stretch runs longer than {limit} without a break."), limit=limit
        )

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        limit = Minutes((self.settings.longest_unbroken or 0) + give)
        template = gettext_noop("Let a stretch run {limit} without a break.")
        return self.setting(question, template, {"longest_unbroken": limit.minutes}, limit=limit)

    def _stretches(self) -> Iterator[range]:
        pieces = self.frame.pieces
        for first, last in combinations_with_replacement(range(len(pieces)), 2):
            if pieces[first].block == pieces[last].block:
                yield range(first, last + 1)


def _same_sitting(model: Model, fresh: dict[int, cp_model.IntVar], before: int, i: int) -> list[Flag]:
    """Literals under which piece `i` continues a sitting that itself began after a rest."""
    if i not in model.uncut:
        return []
    if before not in fresh:
        return [model.uncut[i]]
    goes_on = model.flag()
    model.cp.add_implication(goes_on, model.uncut[i])
    model.cp.add_implication(goes_on, fresh[before])
    return [goes_on]
