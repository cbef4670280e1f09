"""The planner's verb: one plan for each kind that can be, a refusal for each that cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from screenings.planner.answer import Answer, Plan, Refusal, Sitting
from screenings.planner.arranging import arrange, place
from screenings.planner.explaining import Explanation, cannot_be_spread, nothing_open, out_of_time
from screenings.planner.frame import Frame, without_spare_screens
from screenings.planner.kinds import ANY, KINDS
from screenings.planner.question import Question
from screenings.planner.reviewing import priced
from screenings.planner.rules import hard_rules, soft_rules
from screenings.planner.solving import Cancelled, Solved, begin, constrained, solve


def plan(
    question: Question,
    *,
    progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Answer:
    """The best plan of each kind asked for, cheapest first, and why the other kinds cannot be.

    `progress(done, of, kind)` is told before each kind and once at the end; `cancelled()` is asked often, in the
    caller's own thread, and ends the work with what was found so far. The same question gets the same answer.
    When no kind can be, the days are tried in any way. Raises KeyError for a kind that does not exist.
    """
    kinds = [KINDS[code].code for code in question.settings.kinds]
    plans: list[Plan] = []
    refusals: list[Refusal] = []
    tell = progress or (lambda _done, _of, _kind: None)
    try:
        for done, kind in enumerate(kinds):
            tell(done, len(kinds), kind)
            _answer(question, kind, plans, refusals, cancelled)
        if not plans and ANY.code not in kinds:
            _answer(question, ANY.code, plans, refusals, cancelled)
    except Cancelled:
        return Answer(_cheapest_first(plans), tuple(refusals), cancelled=True)
    tell(len(kinds), len(kinds), "")
    return Answer(_cheapest_first(plans), tuple(refusals))


def _answer(
    question: Question,
    kind: str,
    plans: list[Plan],
    refusals: list[Refusal],
    cancelled: Callable[[], bool] | None,
) -> None:
    if cancelled is not None and cancelled():
        raise Cancelled
    found = best_of_kind(question, kind, cancelled)
    if isinstance(found, Refusal):
        refusals.append(found)
    elif all(found.sittings != other.sittings for other in plans):
        plans.append(found)


def best_of_kind(
    question: Question, kind: str, cancelled: Callable[[], bool] | None = None
) -> Plan | Refusal:
    """The cheapest plan of one kind, or the refusal that says why there is none."""
    frame = Frame(without_spare_screens(question))
    if not frame.windows:
        return nothing_open(kind)
    if KINDS[kind].least_days > 1 and any(len(chain) == 1 for chain in frame.chains):
        return cannot_be_spread(kind)
    solved = cheapest(frame, kind, cancelled)
    if solved.impossible:
        return Explanation(question, kind, cancelled).refusal()
    if not solved.found:
        return out_of_time(kind)
    return priced(frame, arrange(frame, _sittings(frame, solved), kind))


def cheapest(frame: Frame, kind: str, cancelled: Callable[[], bool] | None = None) -> Solved:
    """The solver's cheapest arrangement under every rule of one kind; of equal ones, the earliest."""
    rules = [*hard_rules(frame, kind), *soft_rules(frame)]
    model = constrained(begin(frame, rules), rules, {})
    # One point outweighs every minute by which a plan of the same price could start earlier.
    point = model.last_minute * len(model.start)
    return solve(model, model.price * point + sum(model.start), cancelled)


def _sittings(frame: Frame, solved: Solved) -> Iterator[Sitting]:
    """The solver's pieces, with those that run on uncut made one sitting."""
    model = solved.model
    for i, piece in enumerate(frame.pieces):
        if i in model.uncut and solved.value(model.uncut[i]):
            continue
        last = i
        while last + 1 in model.uncut and solved.value(model.uncut[last + 1]):
            last += 1
        window = next(window for window in frame.windows if solved.value(model.at[i][window.index]))
        sitting = place(
            frame,
            block=piece.block,
            screen=window.screen.key,
            starts_at=frame.instant(solved.value(model.start[i])),
            from_minute=piece.from_minute,
            to_minute=frame.pieces[last].to_minute,
        )
        yield replace(sitting, day=window.day)


def _cheapest_first(plans: list[Plan]) -> tuple[Plan, ...]:
    return tuple(sorted(plans, key=lambda found: found.cost))
