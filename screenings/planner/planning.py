"""The planner's main function: one plan for each possible kind, a refusal for each impossible one."""

from __future__ import annotations

from collections.abc import Callable

from screenings.planner.answer import Answer, Plan, Refusal
from screenings.planner.arranging import arrange
from screenings.planner.explaining import (
    Allowance,
    Explanation,
    cannot_be_spread,
    nothing_open,
    out_of_time,
)
from screenings.planner.frame import Frame, without_spare_screens
from screenings.planner.kinds import ANY, KINDS
from screenings.planner.question import Question
from screenings.planner.reviewing import priced
from screenings.planner.rules import hard_rules, soft_rules
from screenings.planner.solver.reading import sittings
from screenings.planner.solver.solving import Cancelled, Solved, begin, constrained, must_beat, solve


def plan(
    question: Question,
    *,
    progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Answer:
    """The best plan of each kind asked for, cheapest first, and why the other kinds are impossible.

    `progress(done, of, kind)` is called before each kind and once at the end. `cancelled()` is called often, in the
    caller's own thread; when it returns True, the work ends with what was found so far. The same question gets the
    same answer. When every kind is impossible, the days are tried in any way. Raises KeyError for an unknown kind.
    """
    kinds = [KINDS[code].code for code in question.settings.kinds]
    plans: list[Plan] = []
    refusals: list[Refusal] = []
    allowance = Allowance()
    report = progress or (lambda _done, _of, _kind: None)
    try:
        for done, kind in enumerate(kinds):
            report(done, len(kinds), kind)
            _file(best_of_kind(question, kind, cancelled, allowance), plans, refusals)
        if not plans and ANY.code not in kinds:
            _file(best_of_kind(question, ANY.code, cancelled, allowance), plans, refusals)
    except Cancelled:
        return Answer(_cheapest_first(plans), tuple(refusals), cancelled=True)
    report(len(kinds), len(kinds), "")
    return Answer(_cheapest_first(plans), tuple(refusals))


def _file(found: Plan | Refusal, plans: list[Plan], refusals: list[Refusal]) -> None:
    if isinstance(found, Refusal):
        refusals.append(found)
    elif all(found.sittings != other.sittings for other in plans):
        plans.append(found)


def best_of_kind(
    question: Question,
    kind: str,
    cancelled: Callable[[], bool] | None = None,
    allowance: Allowance | None = None,
) -> Plan | Refusal:
    """The cheapest plan of one kind, or the refusal that says why there is none. Raises Cancelled."""
    if cancelled is not None and cancelled():
        raise Cancelled
    frame = Frame(without_spare_screens(question))
    if not frame.windows:
        return nothing_open(kind)
    if KINDS[kind].least_days > 1 and any(len(chain) == 1 for chain in frame.chains):
        return cannot_be_spread(kind)
    solved = cheapest(frame, kind, cancelled)
    if solved.impossible:
        return Explanation(question, kind, cancelled, allowance).refusal()
    if not solved.found:
        return out_of_time(kind)
    return priced(frame, arrange(frame, sittings(solved), kind))


def cheapest(frame: Frame, kind: str, cancelled: Callable[[], bool] | None = None) -> Solved:
    """The cheapest arrangement under all rules of one kind; among equal ones an uncut one, then the earliest.

    Most plans cut nothing, and a model without chapter points is many times smaller, so it is solved first. Cuts are
    tried only when they could be cheaper than its result.
    """
    costs = frame.settings.costs
    whole = _cheapest_in(frame.whole, kind, cancelled)
    if frame.whole is frame:
        return whole
    if whole.best and whole.value(whole.model.price) <= min(costs.interruption, costs.interruption_overnight):
        return whole
    cut = _cheapest_in(frame, kind, cancelled, whole)
    return whole if whole.found and not cut.found else cut


def _cheapest_in(
    frame: Frame, kind: str, cancelled: Callable[[], bool] | None, rival: Solved | None = None
) -> Solved:
    """The cheapest arrangement of the pieces of one frame; only one that is cheaper than a `rival` without cuts."""
    rules = [*hard_rules(frame, kind), *soft_rules(frame)]
    model = constrained(begin(frame, rules), rules, {})
    if rival is not None:
        must_beat(model, model.price, rival, rival.value(rival.model.price) if rival.found else None)
    # One point counts more than all the minutes by which a plan of the same price could start earlier.
    point = model.last_minute * len(model.start)
    return solve(model, model.price * point + sum(model.start), cancelled)


def _cheapest_first(plans: list[Plan]) -> tuple[Plan, ...]:
    return tuple(sorted(plans, key=lambda found: found.cost))
