"""The planner's main function: one plan for each possible kind, a refusal for each impossible one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from screenings.planner.answer import Answer, Plan, Refusal
from screenings.planner.arranging import arrange
from screenings.planner.explaining import (
    Explanation,
    cannot_be_spread,
    out_of_time,
)
from screenings.planner.frame import Frame, without_spare_screens
from screenings.planner.kinds import ANY, KINDS, REPLAN
from screenings.planner.question import Question
from screenings.planner.replanning import replanned
from screenings.planner.reviewing import priced
from screenings.planner.rules import cost_of_a_cut, hard_rules, soft_rules
from screenings.planner.rules.calendar.others import moved_parts
from screenings.planner.solver.reading import sittings
from screenings.planner.solver.solving import (
    LONGEST_SEARCH,
    SHORTEST_SEARCH,
    Cancelled,
    Solved,
    begin,
    constrained,
    must_beat,
    solve_cheapest,
)

MOST_SAID = 3
"""So many differences of a next best plan are said."""


def plan(
    question: Question,
    *,
    progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Answer:
    """The best plan of each kind asked for, cheapest first, and why the other kinds are impossible.

    `progress(done, of, kind)` is called before each kind and once at the end. `cancelled()` is called often, in the
    caller's own thread; when it returns True, the work ends with what was found so far. The same question gets the
    same answer. When showings stand already, the one plan moves as few of them as possible. When every kind is impossible, the days are tried in any way. Raises KeyError for an unknown kind.
    """
    if question.standing:
        return _replan(question, progress, cancelled)
    kinds = [KINDS[code].code for code in question.settings.kinds]
    found: list[Plan | Refusal] = []
    budget = Budget(len(kinds) * question.settings.plans_of_a_kind)
    report = progress or (lambda _done, _of, _kind: None)
    try:
        for done, kind in enumerate(kinds):
            report(done, len(kinds), kind)
            found.append(best_of_kind(question, kind, cancelled, budget))
            found += _next_best(question, found[-1], cancelled, budget)
        if not any(isinstance(each, Plan) for each in found) and ANY.code not in kinds:
            found.append(best_of_kind(question, ANY.code, cancelled))
    except Cancelled:
        return _answer(found, cancelled=True)
    report(len(kinds), len(kinds), "")
    return _answer(found)


def _next_best(
    question: Question, best: Plan | Refusal, cancelled: Callable[[], bool] | None, budget: Budget
) -> Iterator[Plan]:
    """The further plans of a kind that were asked for, as long as there is one that people would see as another."""
    plans: list[Plan] = []
    after: Plan | Refusal | None = best
    while isinstance(after, Plan):
        if after is not best:
            yield after
        plans.append(after)
        after = None
        if len(plans) < question.settings.plans_of_a_kind:
            after = another_of_kind(question, plans, cancelled, budget)


def another_of_kind(
    question: Question,
    plans: Sequence[Plan],
    cancelled: Callable[[], bool] | None = None,
    budget: Budget | None = None,
) -> Plan | None:
    """The cheapest plan of the same kind that people would see as another than these; None where there is none, or time ran out.

    Raises Cancelled.
    """
    kind = plans[0].kind
    frame = Frame(without_spare_screens(question), kind=kind)
    best = cheapest(frame, cancelled, budget, plans)
    if not best.solved.found:
        return None
    plan = priced(frame, arrange(frame, sittings(best.solved), kind))
    differs = tuple(islice(moved_parts(frame, plans[0], plan), MOST_SAID))
    return replace(plan, bound=min(best.bound, plan.cost), rank=len(plans) + 1, differs=differs)


def _replan(
    question: Question,
    progress: Callable[[int, int, str], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Answer:
    report = progress or (lambda _done, _of, _kind: None)
    report(0, 1, REPLAN.code)
    try:
        found = replanned(question, cancelled)
    except Cancelled:
        return Answer((), cancelled=True)
    report(1, 1, "")
    return _answer([found])


def _answer(found: list[Plan | Refusal], *, cancelled: bool = False) -> Answer:
    """Plans cheapest first. One plan may be the best of several kinds, and then answers for all of them."""
    plans: list[Plan] = []
    for plan in (each for each in found if isinstance(each, Plan)):
        same = next((at for at, other in enumerate(plans) if other.sittings == plan.sittings), None)
        if same is None:
            plans.append(plan)
        else:
            plans[same] = replace(plans[same], also=(*plans[same].also, plan.kind))
    refusals = tuple(each for each in found if isinstance(each, Refusal))
    return Answer(tuple(sorted(plans, key=lambda plan: plan.cost)), refusals, cancelled)


def best_of_kind(
    question: Question,
    kind: str,
    cancelled: Callable[[], bool] | None = None,
    budget: Budget | None = None,
) -> Plan | Refusal:
    """The cheapest plan of one kind, or the refusal that says why there is none. Raises Cancelled."""
    if cancelled is not None and cancelled():
        raise Cancelled
    frame = Frame(without_spare_screens(question), kind=kind)
    if not frame.windows:
        return Explanation(question, kind, cancelled).nothing_open()
    if KINDS[kind].least_days > 1 and any(
        len(chain) == 1 for chain in frame.chains if frame.block(chain[0]).run == 1
    ):
        return cannot_be_spread(kind)
    best = cheapest(frame, cancelled, budget)
    if best.solved.impossible:
        return Explanation(question, kind, cancelled).refusal()
    if not best.solved.found:
        return out_of_time(kind)
    plan = priced(frame, arrange(frame, sittings(best.solved), kind))
    return replace(plan, bound=min(best.bound, plan.cost))


class Budget:
    """The deterministic seconds for the plans of one question: each kind has its share, and what others have left."""

    def __init__(self, kinds: int) -> None:
        self.kinds = kinds
        self.left = LONGEST_SEARCH

    def share(self) -> Share:
        """The next kind's share."""
        share = Share(self, self.left / max(1, self.kinds))
        self.kinds -= 1
        return share


class Share:
    """What one kind may spend. Arrangements without cuts are searched first, and leave at least half for those with."""

    def __init__(self, budget: Budget, left: float) -> None:
        self.budget = budget
        self.left = left

    def spend(self, search: Callable[[float], Solved], part: float = 1) -> Solved:
        """Search for at most that part of what is left of the share."""
        solved = search(max(self.left * part, SHORTEST_SEARCH))
        self.left -= solved.spent
        self.budget.left -= solved.spent
        return solved


@dataclass(frozen=True)
class Cheapest:
    """The cheapest arrangement found, and a price below which there is none."""

    solved: Solved
    bound: int


def cheapest(
    frame: Frame,
    cancelled: Callable[[], bool] | None = None,
    budget: Budget | None = None,
    beside: Sequence[Plan] = (),
) -> Cheapest:
    """The cheapest arrangement under all rules of the frame's kind; among equal ones an uncut one, then the earliest.

    Most plans cut nothing, and a model without chapter points is many times smaller, so it is solved first. Cuts are
    tried only when they could be cheaper than its result. It differs from the plans `beside` it.
    """
    share = (budget or Budget(1)).share()
    whole = _cheapest_in(frame.whole, beside, cancelled, share)
    if frame.whole is frame:
        return Cheapest(whole, whole.bound)
    if whole.best and whole.value(whole.model.price) <= cost_of_a_cut(frame):
        return Cheapest(whole, whole.bound)
    try:
        cut = _cheapest_in(frame, beside, cancelled, share, whole)
    except Cancelled:
        if not whole.found:
            raise
        return Cheapest(whole, 0)
    if whole.found and not cut.found:
        return Cheapest(whole, whole.value(whole.model.price) if cut.impossible else cut.bound)
    return Cheapest(cut, cut.bound)


def _cheapest_in(
    frame: Frame,
    beside: Sequence[Plan],
    cancelled: Callable[[], bool] | None,
    share: Share,
    rival: Solved | None = None,
) -> Solved:
    """The cheapest arrangement of the pieces of one frame; only one that is cheaper than a `rival` without cuts."""
    rules = [*hard_rules(frame, frame.kind.code, beside), *soft_rules(frame)]
    model = constrained(begin(frame, rules), rules, {})
    if rival is not None:
        must_beat(model, model.price, rival, rival.value(rival.model.price) if rival.found else None)
    part = (
        0.5
        if rival is None and len(frame.pieces) < sum(len(b.edges) - 1 for b in frame.question.blocks)
        else 1
    )
    # To prove that no cut is worth its price, relaxations take a third of the time; to find a plan without one, three times as long.
    relaxed = rival is not None and rival.found
    return share.spend(
        lambda longest: solve_cheapest(model, cancelled, longest=longest, relaxed=relaxed), part
    )
