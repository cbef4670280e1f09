"""Why there is no plan: the smallest sets of rules that clash, and the least change that would open one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from screenings.planner.answer import Change, Clash, Refusal
from screenings.planner.frame import Frame, without_spare_screens
from screenings.planner.question import Question
from screenings.planner.rules import hard_rules
from screenings.planner.rules.rule import Rule
from screenings.planner.say import Say, gettext_noop
from screenings.planner.solving import begin, constrained, solve

MOST_CLASHES = 2


class Explanation:
    """Looks for clashes and changes among the hard rules of one kind. `cancelled` is passed to the solver."""

    def __init__(self, question: Question, kind: str, cancelled: Callable[[], bool] | None = None) -> None:
        self.kind = kind
        self.cancelled = cancelled
        self.frame = Frame(without_spare_screens(question), ahead=_days_ahead(question))
        rules = hard_rules(self.frame, kind)
        self.fixed = [rule for rule in rules if rule.fixed]
        self.free = [rule for rule in rules if not rule.fixed]
        self._known: dict[frozenset[int], bool] = {}

    def refusal(self) -> Refusal:
        """The refusal in sentences: clashes smallest first, changes easiest first."""
        sets = list(self._clashes())
        clashes = tuple(
            Clash(*zip(*((rule.code, rule.say()) for rule in self._rules(each)), strict=True))
            for each in sets
        )
        return Refusal(self.kind, self.fixed[0].say(), clashes, tuple(self._changes(sets)))

    def _possible(self, chosen: frozenset[int]) -> bool:
        """Can these of the free rules hold together? Unknown in time counts as yes: only a proof is a clash."""
        if chosen not in self._known:
            rules = [*self.fixed, *self._rules(chosen)]
            model = constrained(begin(self.frame, rules), rules, {})
            self._known[chosen] = not solve(model, cancelled=self.cancelled).impossible
        return self._known[chosen]

    def _rules(self, chosen: frozenset[int]) -> list[Rule]:
        return [self.free[at] for at in sorted(chosen)]

    def _clashes(self) -> Iterator[frozenset[int]]:
        """Smallest clashing sets first.

        A clash must hit every set of rules whose removal lets the rest hold. So: take the smallest set that hits
        all such sets known; if it clashes it is a smallest clash, else grow it while it can hold, and what had
        to stay out is one more set to hit (implicit hitting sets; Ignatiev et al., CP 2015).
        """
        everything = frozenset(range(len(self.free)))
        to_hit: list[frozenset[int]] = []
        found: list[frozenset[int]] = []
        while len(found) < MOST_CLASHES:
            chosen = _smallest_hitting(to_hit, found, len(self.free))
            if chosen is None:
                return
            if not self._possible(chosen):
                found.append(chosen)
                yield chosen
                continue
            for at in sorted(everything - chosen):
                if self._possible(chosen | {at}):
                    chosen |= {at}
            to_hit.append(everything - chosen)

    def _changes(self, clashes: list[frozenset[int]]) -> list[Change]:
        """Single changes that open a plan; if there are none, the least sum of changes."""
        shared = frozenset.intersection(*clashes) if clashes else frozenset[int]()
        single = [change for rule in self._rules(shared) if (change := self._alone(rule)) is not None]
        if not single and (together := self._together()) is not None:
            single = [together]
        return sorted(single, key=lambda change: change.effort)

    def _alone(self, rule: Rule) -> Change | None:
        """How far this rule alone must give way, or None when that does not help."""
        if rule.effort:
            return self._giving([rule])
        others = frozenset(range(len(self.free))) - {self.free.index(rule)}
        if rule.drop_effort and self._possible(others):
            return Change((rule.change(0),), rule.drop_effort)
        return None

    def _together(self) -> Change | None:
        return self._giving([rule for rule in self.free if rule.effort])

    def _giving(self, giving: list[Rule]) -> Change | None:
        rules = [*self.fixed, *self.free]
        model = begin(self.frame, rules)
        gives = {rule.code: model.count(rule.most_give) for rule in giving}
        constrained(model, rules, gives)
        effort = sum(gives[rule.code] * rule.effort for rule in giving)
        solved = solve(model, effort, self.cancelled)
        if not solved.found:
            return None
        steps = tuple(rule.change(give) for rule in giving if (give := solved.value(gives[rule.code])))
        return Change(steps, solved.value(effort))


def nothing_open(kind: str) -> Refusal:
    """The refusal when no screen opens at all on the days asked for."""
    template = gettext_noop("No screen is open on any of the days asked for.")
    return Refusal(kind, Say("nothing-open", template))


def cannot_be_spread(kind: str) -> Refusal:
    """The refusal of several days to what is one part without a chapter point."""
    template = gettext_noop("A single part without a chapter point cannot be spread over several days.")
    return Refusal(kind, Say("one-piece", template))


def out_of_time(kind: str) -> Refusal:
    """The refusal when the search ended without a plan and without a proof that there is none."""
    return Refusal(
        kind, Say("out-of-time", gettext_noop("No plan was found in the time allowed; there may be one."))
    )


def _days_ahead(question: Question) -> int:
    """Whole weeks looked past the last day: enough for every block to be a week from the one before."""
    return 7 * min(4, len(question.blocks) + 1)


def _smallest_hitting(
    to_hit: list[frozenset[int]], found: list[frozenset[int]], count: int
) -> frozenset[int] | None:
    for size in range(count + 1):
        for chosen in map(frozenset, combinations(range(count), size)):
            if all(chosen & each for each in to_hit) and not any(each <= chosen for each in found):
                return chosen
    return None
