"""What is shown again, for others: when it may come, what its kind is, and how it is refused."""

from dataclasses import replace
from datetime import date, time

from screenings.planner import Plan, plan, review
from screenings.planner.planning import best_of_kind
from tests.screenings.planner.asking import MONDAY, PARTS, ask

AGAIN = tuple(replace(part, run=2) for part in PARTS)


def days(found: Plan) -> list[tuple[str, int]]:
    return [(each.label, (each.day - MONDAY).days) for each in found.sittings]


def test_a_part_twice_in_a_week() -> None:
    """The kind is that of the first run; the part comes again on another day, for people who come for it alone."""
    question = ask(blocks=(*PARTS, AGAIN[2]), repeat_most_days=7)
    found = best_of_kind(question, "two-days")
    assert isinstance(found, Plan)
    assert days(found) == [("Rust", 5), ("Remnants", 6), ("Rails", 6), ("Rails", 7)]
    assert str(found.headline) == "Two consecutive days: Saturday 7 March 2026 and Sunday 8 March 2026."
    assert [each for each in review(found, question) if each.hard] == []


def test_the_whole_again_in_the_same_kind_of_days() -> None:
    question = ask(blocks=(*PARTS, *AGAIN), repeats_alike=True, repeat_least_days=7, last=date(2026, 3, 15))
    found = best_of_kind(question, "one-day")
    assert isinstance(found, Plan)
    (first, again) = found.days
    assert ((again - first).days, [each.block for each in found.sittings]) == (7, [0, 1, 2, 3, 4, 5])


def test_repeats_that_do_not_fit_are_refused_with_the_mend() -> None:
    question = ask(blocks=(*PARTS, *AGAIN), last=date(2026, 3, 4), kinds=("evenings",), opens=time(17))
    refusal = plan(question).refusals[0]
    assert [set(clash.codes) for clash in refusal.clashes] == [{"days-asked", "repeats-apart", "kind"}]
    assert [str(step) for change in refusal.changes for step in change.steps] == [
        "Let repeats come on the same day.",
        "Allow 1 day more, until Thursday 5 March 2026.",
    ]


def test_a_repeat_moved_before_its_showing_is_found() -> None:
    question = ask(blocks=(*PARTS, AGAIN[2]), repeat_most_days=3)
    found = best_of_kind(question, "two-days")
    assert isinstance(found, Plan)
    *shown, repeat = found.sittings
    rust = shown[0]
    earlier = replace(
        repeat,
        starts_at=rust.starts_at,
        ends_at=rust.starts_at + (repeat.ends_at - repeat.starts_at),
        day=rust.day,
    )
    broken = {each.rule for each in review(replace(found, sittings=(*shown, earlier)), question) if each.hard}
    assert {"repeats-follow", "repeats-apart"} <= broken
