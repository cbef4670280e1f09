"""For any question: a plan breaks no hard rule and costs what the solver thought; a refusal is true."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screenings.planner import Block, Booking, Frame, Plan, Question, Refusal, by_hand, place, plan, review
from screenings.planner.kinds import KINDS
from screenings.planner.planning import best_of_kind, cheapest
from tests.screenings.planner.asking import ask

# Days around which clocks change, there and elsewhere, and a quiet one.
FIRST_DAYS = [date(2026, 3, 27), date(2026, 10, 23), date(2026, 3, 6), date(2026, 10, 30), date(2026, 6, 1)]
optional_minutes = st.none() | st.integers(100, 500)


@st.composite
def blocks(draw: st.DrawFn) -> tuple[Block, ...]:
    made = []
    for part in range(1, draw(st.integers(1, 3)) + 1):
        minutes = draw(st.integers(20, 260))
        points = draw(st.sets(st.integers(1, minutes - 1), max_size=2))
        talks = draw(st.sampled_from([(0, 0), (10, 0), (0, 30)]))
        strand = draw(st.sampled_from(["", "", "", "other"]))
        made.append(Block(f"f{part}", f"Part {part}", minutes, part, tuple(points), *talks, strand=strand))
    return tuple(made)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    first = draw(st.sampled_from(FIRST_DAYS))
    start = datetime.combine(first, time(12), UTC) + timedelta(minutes=draw(st.integers(0, 3000)))
    taken = Booking(start, start + timedelta(minutes=draw(st.integers(1, 300))), "Taken")
    return ask(
        blocks=draw(blocks()),
        first=first,
        last=first + timedelta(days=draw(st.integers(0, 3))),
        opens=time(draw(st.integers(9, 19))),
        closes=draw(st.sampled_from([time(23), time(0), time(2, 30), time(4)])),
        zone=draw(st.sampled_from(["Europe/Amsterdam", "America/New_York", "Asia/Kathmandu"])),
        screens=draw(st.integers(1, 2)),
        setup=draw(st.sampled_from([0, 10])),
        turnaround=draw(st.sampled_from([0, 15])),
        bookings=draw(st.sampled_from([(), (taken,)])),
        curfew=draw(st.sampled_from([None, time(1)])),
        minimum_break=draw(st.sampled_from([0, 15, 20])),
        meal_after=draw(optional_minutes),
        longest_unbroken=draw(optional_minutes),
        most_minutes_a_day=draw(optional_minutes),
        latest_end=draw(st.sampled_from([None, time(22), time(0, 30)])),
        start_step=draw(st.sampled_from([1, 5, 15])),
    )


@settings(max_examples=40, deadline=None, derandomize=True)
@given(question=questions(), kind=st.sampled_from(["one-day", "two-days", "evenings", "series", "any"]))
def test_any_plan_passes_review_at_the_price_the_solver_found(question: Question, kind: str) -> None:
    found = best_of_kind(question, kind)
    if isinstance(found, Refusal):
        assert found.clashes or found.because.code in ("one-piece", "nothing-open")
        return
    assert [str(finding.say) for finding in review(found, question) if finding.hard] == []
    best = cheapest(Frame(question, kind=kind))
    assert best.solved.best or best.bound == found.cost
    assert found.proven
    assert found.cost == best.solved.value(best.solved.model.price)
    assert by_hand(question, found.sittings).cost == found.cost


def _every_plan(question: Question) -> list[Plan]:
    """Each way of starting two blocks on a quarter of an hour, without the planner's help."""
    frame = Frame(question)
    starts = [
        begin
        for opening in question.screens[0].openings[:2]
        for begin in (opening.opens_at + timedelta(minutes=15 * tick) for tick in range(16))
    ]
    return [
        by_hand(
            question, [place(frame, block=n, screen="1", starts_at=start) for n, start in enumerate(pair)]
        )
        for pair in product(starts, repeat=2)
    ]


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"meal_after": 150},
        {"meal_after": 150, "meal_minutes": 90},
        {"most_minutes_a_day": 120},
        {"most_days": 1, "meal_after": 100, "meal_minutes": 100},
        {"latest_end": time(20), "minimum_break": 30},
        {"turnaround": 40},
        {"bookings": (Booking(datetime(2026, 3, 7, 18, tzinfo=UTC), datetime(2026, 3, 7, 19, tzinfo=UTC)),)},
    ],
)
def test_planner_agrees_with_trying_everything(asked: dict[str, Any]) -> None:
    films = (Block("a", "A", 60, part=1), Block("b", "B", 90, part=2))
    day = date(2026, 3, 6)
    window: dict[str, Any] = {
        "first": day,
        "last": day + timedelta(days=1),
        "opens": time(18),
        "closes": time(22),
        "screens": 1,
    }
    question = ask(blocks=films, start_step=15, kinds=("any",), **window, **asked)
    allowed = [each for each in _every_plan(question) if not any(f.hard for f in review(each, question))]
    found = plan(question).plans
    assert [each.cost for each in found] == ([min(each.cost for each in allowed)] if allowed else [])


@pytest.mark.parametrize("kind", ["one-day", "two-days", "evenings", "series", "weekly"])
def test_kinds_have_headlines_that_format(kind: str) -> None:
    found = best_of_kind(ask(), kind)
    assert isinstance(found, Plan)
    assert str(found.headline)
    assert found.headline.template == KINDS[kind].headline
