"""Why there is no plan: the smallest sets of rules that clash, and the least change that would make one possible."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace
from typing import TYPE_CHECKING

from screenings.planner.answer import Change, Clash, Plan, Refusal
from screenings.planner.arranging import arrange
from screenings.planner.clashes import Clashes, Rules
from screenings.planner.frame import Frame, without_spare_screens
from screenings.planner.kinds import KINDS
from screenings.planner.question import Question
from screenings.planner.rules import hard_rules, soft_rules
from screenings.planner.rules.breaks import MealBreak, MinimumBreak
from screenings.planner.rules.calendar.days import DaysAsked
from screenings.planner.rules.endurance import keep_bearable, said_of
from screenings.planner.rules.rule import Rule
from screenings.planner.rules.venue.room import Bookings
from screenings.planner.solver.reading import sittings
from screenings.planner.solver.solving import (
    SHORTEST_SEARCH,
    Solved,
    begin,
    constrained,
    must_beat,
    solve,
    solve_cheapest,
)
from screenings.planner.wishes import Use
from wording.say import Say, gettext_noop, say

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from screenings.planner.solver.model import Expr, Model

MOST_CLASHES = 2
MOST_STEPS = 2
"""More concessions at once are no advice."""
EVERY_RULE = frozenset({DaysAsked.code, MinimumBreak.code, Bookings.code})
LONGEST_EXPLANATION = 1.2
"""OR-tools' deterministic seconds for each kind. What they do not suffice for is marked as unfinished."""


class Explanation:
    """Looks for clashes and changes among the hard rules of one kind. `cancelled` is passed to the solver.

    `longest` are deterministic seconds, half for the clashes and half for the changes. When they do not suffice, what is
    said is still true, but may name more rules than necessary, or a change that is not the least.
    """

    def __init__(
        self,
        question: Question,
        kind: str,
        cancelled: Callable[[], bool] | None = None,
        longest: float = LONGEST_EXPLANATION,
    ) -> None:
        self.kind = kind
        self.cancelled = cancelled
        self.question = question
        self.left = longest
        self.half = longest / 2
        self.longest = longest / 4
        self.is_unfinished = False
        self.with_meals = True
        self._frames: dict[tuple[bool, bool, bool], Frame] = {}
        self.free = [rule for rule in hard_rules(self._frame_for(EVERY_RULE), kind) if not rule.fixed]
        self.clashes = Clashes(len(self.free), self._places("minor"), self._solve_for, self._places("common"))

    def refusal(self) -> Refusal:
        """The refusal in sentences: clashes smallest first, changes easiest first."""
        sets = list(self.clashes.smallest(MOST_CLASHES, lambda: self.left <= self.half))
        clashing = ([self.free[at] for at in sorted(each)] for each in sets)
        clashes = tuple(
            Clash(*zip(*((rule.code, rule.say()) for rule in rules), strict=True)) for rules in clashing
        )
        because = hard_rules(self._frame_for(EVERY_RULE), self.kind)[0].say()
        changes = tuple(self._changes(sets))
        is_unfinished = self.is_unfinished or not self.clashes.finished
        return Refusal(self.kind, because, clashes, changes, is_unfinished)

    def _places(self, mark: str) -> Rules:
        return frozenset(at for at, rule in enumerate(self.free) if getattr(rule, mark))

    def _frame_for(self, kept: Container[str]) -> Frame:
        """The smallest frame for a search in which these rules are kept in full.

        Days after the last matter only where the days asked for may change, and another screen of the same sort only
        where a break may be so short that the first is not ready: both make the frame many times larger. Bookings count only where
        they are kept, those of screens that are left out too.
        """
        ahead, spare = DaysAsked.code not in kept, MinimumBreak.code not in kept
        free = self.question.settings.looks_beside and Bookings.code not in kept
        if (ahead, spare, free) not in self._frames:
            question = without_spare_screens(self.question, 0 if spare else None)
            question = replace(question, beside=self.question.beside) if free else question
            days = _days_ahead(question, self.kind) if ahead else 0
            self._frames[ahead, spare, free] = Frame(question, kind=self.kind, ahead=days)
        return self._frames[ahead, spare, free]

    def _solve_for(self, chosen: Rules) -> Rules | None:
        """The rules that hold together with these, or None. If time runs out they count as holding: a clash needs a
        proof."""
        codes = {self.free[at].code for at in chosen}
        frame = self._frame_for(codes)
        for each in dict.fromkeys((frame.whole, frame)):
            rules = [rule for rule in hard_rules(each, self.kind) if rule.fixed or rule.code in codes]
            solved = self._solve(constrained(begin(each, rules), rules, {}))
            if solved.found:
                return chosen | self._kept_by(solved, codes)
        return None if solved.impossible else chosen

    def _kept_by(self, solved: Solved, codes: set[str]) -> Rules:
        """The rules that the found arrangement satisfies; none if it violates one of the rules that it was made for."""
        frame = self._frame_for({*codes, Bookings.code})
        plan = arrange(frame, sittings(solved), self.kind)
        rules = hard_rules(frame, self.kind)
        kept = {rule.code for rule in rules if not rule.findings(plan)}
        if any(rule.code not in kept for rule in rules if rule.fixed or rule.code in codes):
            return frozenset()
        return frozenset(at for at, rule in enumerate(self.free) if rule.code in kept)

    def nothing_open(self) -> Refusal:
        """The refusal when no screen is open on any of the days asked for: only more days can help."""
        because = Say("nothing-open", gettext_noop("No screen is open on any of the days asked for."))
        if closed := self.question.closed_and_named():
            template = gettext_noop("No screen is open on any of the days asked for: closed on {closed}.")
            because = say("nothing-open", template, closed=closed)
        later = self._frame_for(EVERY_RULE - {DaysAsked.code})
        change = self._giving([DaysAsked(later)]) if later.windows else None
        changes = (change,) if change else ()
        return Refusal(self.kind, because, (), changes, self.is_unfinished)

    def _changes(self, clashes: list[Rules]) -> list[Change]:
        """Single changes that make a plan possible; if there are none, the smallest combination of changes."""
        shared = frozenset.intersection(*clashes) if clashes else frozenset[int]()
        single = self._single(shared)
        if not single and MealBreak(self._frame_for(EVERY_RULE)).use is Use.SOFT:
            self.with_meals = False
            single = self._single(shared)
        if not single and (together := self._giving([rule for rule in self.free if rule.effort])) is not None:
            single = [together]
        return sorted(single, key=lambda change: change.effort)

    def _single(self, shared: Rules) -> list[Change]:
        return [change for at in sorted(shared) for change in self._alone(self.free[at], at)]

    def _alone(self, rule: Rule, at: int) -> list[Change]:
        """How far this rule alone must give way, in each of its ways; empty when that does not help."""
        if not (rule.effort or rule.drop_effort):
            return []
        if self.left <= 0:
            self.is_unfinished = True
            return []
        if not rule.effort:
            return self._left_out(rule)
        if self.clashes.keep(self.clashes.everything - {at}) is None:
            return []
        ways = [rule, *(way(rule.frame) for way in rule.other_ways)]
        return [change for way in ways if (change := self._giving([way])) is not None]

    def _left_out(self, rule: Rule) -> list[Change]:
        """Leaving the rule out, if the question without it has a plan."""
        steps, question = rule.change(self.question, 0, Plan(self.kind, self.free[0].say(), (), ()))
        frame = Frame(without_spare_screens(question), kind=self.kind)
        for each in dict.fromkeys((frame.whole, frame)):
            rules = hard_rules(each, self.kind)
            solved = self._solve(self._bearable(constrained(begin(each, rules), rules, {})))
            if solved.found:
                plan = arrange(each, sittings(solved), self.kind)
                return [Change(steps, rule.drop_effort, means=self._meant(frame, plan))]
        return []

    def _giving(self, giving: list[Rule]) -> Change | None:
        """The least change of these rules: first searched without cuts, then with cuts if they make it smaller."""
        codes = {rule.code for rule in giving}
        frame = self._frame_for({rule.code for rule in self.free} - codes)
        if self.question.settings.looks_beside and Bookings.code in codes:
            # A booking of any screen may be in the way, also of one that is left out otherwise.
            frame = Frame(self.question, kind=self.kind, ahead=frame.ahead)
        change = None
        rival = None
        for each in dict.fromkeys((frame.whole, frame)):
            rules = {rule.code: rule for rule in hard_rules(each, self.kind)}
            rules |= {rule.code: type(rule)(each) for rule in giving}
            model = begin(each, list(rules.values()))
            gives = {rule.code: model.count(rules[rule.code].most_give) for rule in giving}
            self._bearable(constrained(model, list(rules.values()), gives))
            _few_at_once(model, gives)
            effort = sum(gives[rule.code] * rule.effort for rule in giving)
            if rival is not None:
                must_beat(model, effort, rival, change.effort if change else None)
            # Of changes that are equally easy, the one for the earliest day is said.
            rival = self._solve(model, effort * (model.last_minute + 1) + model.start[0])
            if rival.found:
                given = {rules[rule.code]: rival.value(gives[rule.code]) for rule in giving}
                change = self._proved(rival, given)
            elif change is not None:
                change = replace(change, least=rival.impossible)
        return change

    def _proved(self, solved: Solved, given: dict[Rule, int]) -> Change | None:
        """The change in words, if the question so changed accepts the plan that was found: otherwise it is no advice."""
        plan = arrange(solved.model.frame, sittings(solved), self.kind)
        steps, question, effort = list[Say](), self.question, 0
        for rule, give in given.items():
            if give:
                more, question = rule.change(question, give, plan)
                steps, effort = [*steps, *more], effort + give * rule.effort
        frame = Frame(question, kind=self.kind)
        again = arrange(frame, plan.sittings, self.kind)
        faults = (finding for rule in hard_rules(frame, self.kind) for finding in rule.findings(again))
        if len(steps) > MOST_STEPS or any(finding.hard for finding in faults):
            return None
        return Change(tuple(steps), effort, least=solved.best, means=self._meant(frame, again))

    def _bearable(self, model: Model) -> Model:
        """What stands already has been decided: it is not weighed anew."""
        if not self.question.standing:
            keep_bearable(model, with_meals=self.with_meals)
        return model

    def _meant(self, frame: Frame, plan: Plan) -> tuple[Say, ...]:
        """What is to be said of a change before it is made: what its best plan still asks of people, if this one asks much."""
        if not any(said_of(frame, plan)):
            return ()
        rules = [*hard_rules(frame, self.kind), *soft_rules(frame)]
        longest = max(min(self.left, self.longest), SHORTEST_SEARCH)
        best = solve_cheapest(constrained(begin(frame, rules), rules, {}), self.cancelled, longest=longest)
        self.left -= best.spent
        return tuple(said_of(frame, arrange(frame, sittings(best), self.kind) if best.found else plan))

    def _solve(self, model: Model, objective: Expr | None = None) -> Solved:
        longest = max(min(self.left, self.longest), SHORTEST_SEARCH)
        if objective is None:
            model.suggest_a_piece_a_day()
        solved = solve(model, objective, self.cancelled, longest=longest)
        self.left -= solved.spent
        self.is_unfinished |= not (solved.impossible or solved.best or (solved.found and objective is None))
        return solved


def _few_at_once(model: Model, gives: dict[str, cp_model.IntVar]) -> None:
    """No more rules give way than a person can weigh at once."""
    if len(gives) > MOST_STEPS:
        giving = []
        for give in gives.values():
            giving.append(model.flag())
            model.cp.add(give == 0).only_enforce_if(~giving[-1])
        model.cp.add(sum(giving) <= MOST_STEPS)


def cannot_be_spread(kind: str) -> Refusal:
    """The refusal of several days for a single part without a chapter point."""
    template = gettext_noop("A single part without a chapter point cannot be spread over several days.")
    return Refusal(kind, Say("one-piece", template))


def out_of_time(kind: str) -> Refusal:
    """The refusal when the search ended with neither a plan nor a proof that there is none."""
    return Refusal(
        kind, Say("out-of-time", gettext_noop("No plan was found in the time allowed; there may be one."))
    )


def _days_ahead(question: Question, kind: str) -> int:
    """How many days after the last to consider, in whole weeks, so that every weekday's hours occur: one week for one day,
    two for two days, otherwise enough for every block to come a week after the one before; plus the weeks until a
    licence begins."""
    begins = question.settings.licence_from or question.last_day
    weeks = KINDS[kind].most_days or len(question.blocks) + 1
    return 7 * min(4, weeks + max(0, (begins - question.last_day).days) // 7)
