"""One run of the solver: deterministic, limited in time, and cancellable."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from screenings.planner.frame import Frame
from screenings.planner.rules.film import Talks
from screenings.planner.rules.rule import Rule
from screenings.planner.solver.model import Model

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from screenings.planner.solver.model import Expr

# In OR-tools' own deterministic seconds, so that the same question gets the same answer on fast and slow machines. The
# plans of one question share them: what one kind leaves, the next ones may use.
LONGEST_SEARCH = 5.0
# A deterministic second may last far longer than one of the clock. Then the clock ends the search, and its plan is
# marked as not proved best.
CLOCK_FOR_EACH, SHORTEST_CLOCK = 4.0, 2.0
SHORTEST_SEARCH = 0.05
QUICK_SEARCH = 0.1
SHORTEST_POLL = 0.05


class Cancelled(Exception):  # noqa: N818 - it is a decision, not an error
    """The person who asked no longer wants the answer."""


class Solved:
    """The solver's result: an arrangement (perhaps the best), a proof that there is none, or neither in the given time.

    `bound` is a value below which the objective cannot go.
    """

    def __init__(self, model: Model, solver: cp_model.CpSolver, status: cp_model.CpSolverStatus) -> None:
        from ortools.sat.python import cp_model as cp

        self.model = model
        self._solver = solver
        self.found = status in (cp.OPTIMAL, cp.FEASIBLE)
        self.impossible = status == cp.INFEASIBLE
        self.best = status == cp.OPTIMAL
        self.bound = max(0, round(solver.best_objective_bound)) if model.cp.has_objective() else 0
        self.spent: float = solver.response_proto.deterministic_time

    def value(self, expr: Expr) -> int:
        """The value of an expression in the found arrangement."""
        return int(self._solver.value(expr))

    def suggest(self) -> None:
        """Let the next search of the same model begin with the found arrangement."""
        self.model.cp.clear_hints()  # type: ignore[no-untyped-call]  # OR-tools leaves this one untyped
        # Not before: one from before that is filled in is no longer the model's, and is ignored.
        found, hint = self._solver.response_proto.solution, self.model.cp.proto.solution_hint
        hint.vars.extend(range(len(found)))
        hint.values.extend(found)


def begin(frame: Frame, rules: Sequence[Rule]) -> Model:
    """A model without requirements, for these rules: its lengths include talks only if the rule `Talks` is among them."""
    return Model(frame, talks=any(isinstance(rule, Talks) for rule in rules))


def constrained(model: Model, rules: Sequence[Rule], gives: Mapping[str, Expr]) -> Model:
    """Adds every rule's requirements to the model. `gives` maps a rule's code to how far it gives way."""
    for rule in rules:
        rule.apply(model, gives.get(rule.code, 0))
    model.close()
    return model


def must_beat(model: Model, amount: Expr, rival: Solved, reached: int | None) -> None:
    """Exclude what a search without cuts has already settled: uncut arrangements, and any `amount` that is not lower."""
    if rival.best or rival.impossible:
        model.cp.add_bool_or(~uncut for uncut in model.uncut.values())
    if reached is not None:
        model.cp.add(amount <= reached - 1)


def solve(
    model: Model,
    objective: Expr | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    longest: float = LONGEST_SEARCH,
    relaxed: bool = False,
) -> Solved:
    """Solve, minimizing `objective` if one is given, for at most `longest` deterministic seconds.

    A search also ends after CLOCK_FOR_EACH seconds of the clock for each of them, though not before SHORTEST_CLOCK.

    Only where `relaxed` it uses linear relaxations, which are worth their time for some questions. It never probes the model
    beforehand: that takes longer than what it saves, for prices as for yes or no.

    `cancelled` is called in the caller's own thread. When it returns True the search ends with what it has found;
    raises Cancelled if that is nothing.
    """
    from ortools.sat.python import cp_model as cp

    if objective is not None:
        model.cp.minimize(objective)
    solver = cp.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 20031
    solver.parameters.max_deterministic_time = longest
    solver.parameters.max_time_in_seconds = max(longest * CLOCK_FOR_EACH, SHORTEST_CLOCK)
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.linearization_level = int(relaxed)
    if cancelled is None:
        return Solved(model, solver, _run(model, solver))
    return Solved(model, solver, _watched(model, solver, cancelled))


def solve_cheapest(
    model: Model, cancelled: Callable[[], bool] | None = None, *, longest: float, relaxed: bool = False
) -> Solved:
    """The arrangement of the least price, and among these the one whose pieces start earliest: its `bound` is the price's.

    One after the other, because a sum in which a point counts more than all minutes together takes many times as long. Where
    the time does not suffice for the price, the starts are as they were found. It is `relaxed` for several audiences anyway,
    and where parts may be cut, after a short search without. Raises Cancelled if nothing was found.
    """
    relaxed = relaxed or len(model.frame.chains) > 1
    if model.uncut and not relaxed:
        cheapest = _soon_relaxed(model, cancelled, longest)
    else:
        cheapest = _least(model, model.prices, cancelled, longest, relaxed)
    if not cheapest.best:
        return cheapest
    model.cp.add(model.price <= cheapest.value(model.price))
    cheapest.suggest()
    left = max(longest - cheapest.spent, SHORTEST_SEARCH)
    relaxed = relaxed or bool(model.uncut)
    earliest = _further(cheapest, lambda: _least(model, model.starts, cancelled, left, relaxed))
    earliest.best, earliest.bound = True, cheapest.bound
    return earliest


def _soon_relaxed(model: Model, cancelled: Callable[[], bool] | None, longest: float) -> Solved:
    """The least price: of a few cuts it is found at once without relaxations, of many they prove it sooner."""
    quick = solve(model, model.price, cancelled, longest=min(longest, QUICK_SEARCH))
    left = longest - quick.spent
    if quick.best or quick.impossible or left <= 0:
        return quick
    if quick.found:
        quick.suggest()
    return _further(quick, lambda: solve(model, model.price, cancelled, longest=left, relaxed=True))


def _least(
    model: Model,
    amounts: Sequence[Expr],
    cancelled: Callable[[], bool] | None,
    longest: float,
    relaxed: bool,
) -> Solved:
    """The least sum of what several audiences have. Each has its own made least first, in half of the time, while the others have
    any: the sum of these is a far better bound than what the solver sees in all at once."""
    if len(amounts) == 1:
        return solve(model, amounts[0], cancelled, longest=longest, relaxed=relaxed)
    own = [model.named(amount) for amount in amounts]
    spent, bound = 0.0, 0
    for amount in own:
        alone = solve(model, amount, cancelled, longest=longest / (2 * len(own)), relaxed=relaxed)
        if alone.impossible:
            return alone
        if alone.found:
            alone.suggest()
        model.cp.add(amount >= alone.bound)
        spent, bound = spent + alone.spent, bound + alone.bound
    alone.best, alone.bound, alone.spent = False, bound, spent
    left = max(longest - spent, SHORTEST_SEARCH)
    return _further(alone, lambda: solve(model, sum(own), cancelled, longest=left, relaxed=relaxed))


def _further(before: Solved, search: Callable[[], Solved]) -> Solved:
    """What a further search finds; what was found before it, where it is stopped or finds nothing. Raises Cancelled if both did not."""
    try:
        after = search()
    except Cancelled:
        if not before.found:
            raise
        return before
    after.spent += before.spent
    if before.found and not after.found:
        before.spent = after.spent
        return before
    return after


def _run(model: Model, solver: cp_model.CpSolver) -> cp_model.CpSolverStatus:
    """OR-tools 9.15 falls over its own search for symmetries in a few models; without it, it solves them."""
    try:
        return solver.solve(model.cp)
    except IndexError:
        solver.parameters.symmetry_level = 0
        return solver.solve(model.cp)


def _watched(
    model: Model, solver: cp_model.CpSolver, cancelled: Callable[[], bool]
) -> cp_model.CpSolverStatus:
    """Solve in a second thread, so that the caller's thread (with its database connection) can check for cancellation."""
    from ortools.sat.python import cp_model as cp

    statuses: list[cp_model.CpSolverStatus] = []
    search = threading.Thread(target=lambda: statuses.append(_run(model, solver)), daemon=True)
    search.start()
    stopped = False
    while search.is_alive():
        search.join(SHORTEST_POLL)
        if search.is_alive() and (stopped or cancelled()):
            stopped = True
            solver.stop_search()
    if stopped and statuses[0] not in (cp.OPTIMAL, cp.FEASIBLE, cp.INFEASIBLE):
        raise Cancelled
    return statuses[0]
