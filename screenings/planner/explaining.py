"""Why there is no plan: the smallest sets of rules that clash, and the least change that would make one possible."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from screenings.planner.answer import Change, Clash, Refusal
from screenings.planner.arranging import arrange
from screenings.planner.clashes import Clashes, Rules
from screenings.planner.frame import Frame, without_spare_screens
from screenings.planner.kinds import KINDS
from screenings.planner.question import Question
from screenings.planner.rules import hard_rules
from screenings.planner.rules.days import DaysAsked
from screenings.planner.rules.rule import Rule
from screenings.planner.solver.reading import sittings
from screenings.planner.solver.solving import Solved, begin, constrained, must_beat, solve
from wording.say import Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model

MOST_CLASHES = 2
SHORTEST_SEARCH = 0.05


class Allowance:
    """OR-tools' deterministic seconds for all the explanations of one question.

    Each explanation takes at most half of what is left. One that needs more is still true, but may name more
    rules than necessary, or a change that is not the least.
    """

    left = 3.0


class Explanation:
    """Looks for clashes and changes among the hard rules of one kind. `cancelled` is passed to the solver."""

    def __init__(
        self,
        question: Question,
        kind: str,
        cancelled: Callable[[], bool] | None = None,
        allowance: Allowance | None = None,
    ) -> None:
        self.kind = kind
        self.cancelled = cancelled
        self.question = without_spare_screens(question)
        self.allowance = allowance or Allowance()
        self.until = self.allowance.left / 2
        self.longest = self.until / 4
        self.free = [rule for rule in hard_rules(self.frame, kind) if not rule.fixed]
        minor = frozenset(at for at, rule in enumerate(self.free) if rule.minor)
        self.clashes = Clashes(len(self.free), minor, self._solve_for)

    @property
    def left(self) -> float:
        return self.allowance.left - self.until

    @cached_property
    def frame(self) -> Frame:
        return Frame(self.question)

    @cached_property
    def frame_ahead(self) -> Frame:
        """The frame with days after the last, used when the days asked for may change; it is many times larger."""
        return Frame(self.question, ahead=_days_ahead(self.question, self.kind))

    def refusal(self) -> Refusal:
        """The refusal in sentences: clashes smallest first, changes easiest first."""
        half = self.left / 2
        sets = list(self.clashes.smallest(MOST_CLASHES, lambda: self.left <= half))
        clashing = ([self.free[at] for at in sorted(each)] for each in sets)
        clashes = tuple(
            Clash(*zip(*((rule.code, rule.say()) for rule in rules), strict=True)) for rules in clashing
        )
        because = hard_rules(self.frame, self.kind)[0].say()
        return Refusal(self.kind, because, clashes, tuple(self._changes(sets)))

    def _solve_for(self, chosen: Rules) -> Rules | None:
        """The rules that hold together with these, or None. If time runs out they count as holding: a clash needs a
        proof."""
        codes = {self.free[at].code for at in chosen}
        frame = self.frame if DaysAsked.code in codes else self.frame_ahead
        for each in dict.fromkeys((frame.whole, frame)):
            solved = self._search(each, codes)
            if solved.found:
                return chosen | self._kept_by(solved, codes)
        return None if solved.impossible else chosen

    def _search(self, frame: Frame, codes: set[str]) -> Solved:
        rules = [rule for rule in hard_rules(frame, self.kind) if rule.fixed or rule.code in codes]
        return self._solve(constrained(begin(frame, rules), rules, {}))

    def _kept_by(self, solved: Solved, codes: set[str]) -> Rules:
        """The rules that the found arrangement satisfies; none if it violates one of the rules that it was made for."""
        frame = solved.model.frame
        plan = arrange(frame, sittings(solved), self.kind)
        rules = hard_rules(frame, self.kind)
        kept = {rule.code for rule in rules if not any(rule.check(plan))}
        if any(rule.code not in kept for rule in rules if rule.fixed or rule.code in codes):
            return frozenset()
        return frozenset(at for at, rule in enumerate(self.free) if rule.code in kept)

    def _changes(self, clashes: list[Rules]) -> list[Change]:
        """Single changes that make a plan possible; if there are none, the smallest combination of changes."""
        shared = frozenset.intersection(*clashes) if clashes else frozenset[int]()
        single = [change for at in sorted(shared) for change in self._alone(at)]
        if not single and (together := self._giving([rule for rule in self.free if rule.effort])) is not None:
            single = [together]
        return sorted(single, key=lambda change: change.effort)

    def _alone(self, at: int) -> list[Change]:
        """How far this rule alone must give way, in each of its ways; empty when that does not help."""
        rule = self.free[at]
        if not (rule.effort or rule.drop_effort) or self.left <= 0:
            return []
        if self.clashes.keep(self.clashes.everything - {at}) is None:
            return []
        if not rule.effort:
            return [Change((rule.change(0),), rule.drop_effort)]
        ways = [rule, *(way(self.frame) for way in rule.other_ways)]
        return [change for way in ways if (change := self._giving([way])) is not None]

    def _giving(self, giving: list[Rule]) -> Change | None:
        """The least change of these rules: first searched without cuts, then with cuts if they make it smaller."""
        frame = self.frame_ahead if any(rule.code == DaysAsked.code for rule in giving) else self.frame
        change = None
        rival = None
        for each in dict.fromkeys((frame.whole, frame)):
            rules = {rule.code: rule for rule in hard_rules(each, self.kind)}
            rules |= {rule.code: type(rule)(each) for rule in giving}
            model = begin(each, list(rules.values()))
            gives = {rule.code: model.count(rule.most_give) for rule in giving}
            constrained(model, list(rules.values()), gives)
            effort = sum(gives[rule.code] * rule.effort for rule in giving)
            if rival is not None:
                must_beat(model, effort, rival, change.effort if change else None)
            rival = self._solve(model, effort)
            if rival.found:
                steps = ((rule, rival.value(gives[rule.code])) for rule in giving)
                change = Change(tuple(rule.change(give) for rule, give in steps if give), rival.value(effort))
        return change

    def _solve(self, model: Model, objective: Expr | None = None) -> Solved:
        longest = max(min(self.left, self.longest), SHORTEST_SEARCH)
        solved = solve(model, objective, self.cancelled, longest=longest, plain=True)
        self.allowance.left -= solved.spent
        return solved


def nothing_open(kind: str) -> Refusal:
    """The refusal when no screen is open on any of the days asked for."""
    template = gettext_noop("No screen is open on any of the days asked for.")
    return Refusal(kind, Say("nothing-open", template))


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
