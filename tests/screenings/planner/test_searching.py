"""How the solver is asked: one search begins with what another found, and several audiences are bounded one by one."""

from dataclasses import replace
from datetime import date

from screenings.planner import Frame, Plan, Refusal
from screenings.planner.planning import best_of_kind
from screenings.planner.rules import hard_rules
from screenings.planner.solver.solving import begin, constrained, solve
from tests.screenings.planner.asking import PARTS, ask
from tests.screenings.planner.oracle import question_of


def test_a_search_begins_with_what_the_one_before_it_found() -> None:
    """The latest arrangement is suggested, which nobody else would find first."""
    frame = Frame(ask(), kind="series")
    rules = hard_rules(frame, "series")
    model = constrained(begin(frame, rules), rules, {})
    starts = sum(model.start)
    latest = solve(model, -starts)
    latest.suggest()
    model.cp.clear_objective()  # type: ignore[no-untyped-call]  # OR-tools leaves this one untyped
    assert solve(model).value(starts) == latest.value(starts)


def test_the_plans_of_two_audiences_are_proved_best_together() -> None:
    """One price for both was bounded by nothing: the best that five seconds found cost 167 points."""
    others = (replace(part, strand="other") for part in PARTS)
    best = best_of_kind(ask(blocks=(*PARTS, *others), last=date(2026, 3, 15)), "series")
    assert isinstance(best, Plan)
    assert (best.cost, best.proven) == (8, True)


def test_a_model_that_or_tools_falls_over_is_solved_all_the_same() -> None:
    """Its search for symmetries raised IndexError for a model of this question's refusal."""
    assert isinstance(best_of_kind(question_of(66), "one-day"), Refusal)
