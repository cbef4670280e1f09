"""Refusals: the smallest clashes in sentences, and the least change that would open a plan."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from screenings.planner import Block, Booking, Refusal, plan
from screenings.planner.explaining import Explanation
from screenings.planner.planning import best_of_kind
from tests.screenings.planner.asking import MONDAY, PARTS, ask


def refusal(kind: str, **asked: Any) -> Refusal:
    refused = best_of_kind(ask(**asked), kind)
    assert isinstance(refused, Refusal)
    return refused


def sentences(refused: Refusal) -> tuple[list[tuple[str, ...]], list[tuple[list[str], int]]]:
    """The codes of each clash, and each change as its sentences with its effort."""
    changes = [([str(step) for step in change.steps], change.effort) for change in refused.changes]
    return [clash.codes for clash in refused.clashes], changes


def test_refusal_names_the_three_rules_that_clash() -> None:
    refused = refusal("one-day", closes=time(20, 15))
    assert str(refused.because) == "9 h 14 min must be shown; the longest part is 4 h 04 min."
    assert [str(rule) for rule in refused.clashes[0].rules] == [
        "The screens are open from 10:00 to 20:15.",
        "Nobody sits for longer than 5 h after the last meal of 45 min or the start of the day.",
        "Everything is shown on one day.",
    ]


def test_refusal_offers_easiest_change_first() -> None:
    clashes, changes = sentences(refusal("one-day", closes=time(20, 15)))
    assert clashes == [("opening-hours", "meal-break", "kind")]
    assert changes == [
        (["Shorten the meal break to 27 min."], 18),
        (["Stay open until 20:47 instead of 20:15 on Monday 2 March 2026."], 32),
        (["Open at 09:25 instead of 10:00 on Monday 2 March 2026."], 35),
    ]


@pytest.mark.parametrize(
    ("kind", "asked", "clash", "least"),
    [
        ("evenings", {"closes": time(20, 15)}, ("opening-hours", "evening-start"), "Stay open until 21:04 instead of 20:15 on Monday 2 March 2026."),
        ("weekly", {"last": date(2026, 3, 3)}, ("days-asked", "kind"), "Allow 6 days more, until Monday 9 March 2026."),
        ("evenings", {"last": date(2026, 3, 3)}, ("days-asked", "kind"), "Allow 1 day more, until Wednesday 4 March 2026."),
        ("weekly", {"licence_to": date(2026, 3, 4)}, ("licence-to", "kind"), "Extend the licence to Monday 9 March 2026."),
        ("series", {"licence_from": date(2026, 3, 11)}, ("days-asked", "licence-from", "kind"), "Allow 2 days more, until Friday 13 March 2026."),
        ("one-day", {"latest_end": time(20, 30)}, ("opening-hours", "latest-end", "meal-break", "kind"), "Shorten the meal break to 36 min."),
        ("one-day", {"earliest_start": time(13)}, ("opening-hours", "earliest-start", "meal-break", "kind"), "Shorten the meal break to 21 min."),
        ("one-day", {"curfew": time(20)}, ("opening-hours", "curfew", "meal-break", "kind"), "Shorten the meal break to 21 min."),
        ("any", {"most_minutes_a_day": 240}, ("most-a-day",), "Allow 4 h 04 min on one day."),
        ("any", {"longest_unbroken": 200}, ("longest-unbroken",), "Let a stretch run 4 h 04 min without a break."),
        ("two-days", {"most_days": 1}, ("most-days", "kind"), "Allow 2 days."),
        ("one-day", {"least_days": 2}, ("least-days", "kind"), "Accept 1 day."),
        ("weekly", {"most_gap_days": 3}, ("most-gap", "kind"), "Allow the days to be 7 days apart."),
    ],
)  # fmt: skip
def test_refusal_of_each_rule(kind: str, asked: dict[str, Any], clash: tuple[str, ...], least: str) -> None:
    clashes, changes = sentences(refusal(kind, **asked))
    assert clashes[0] == clash
    assert changes[0][0] == [least]


def test_refusal_offers_to_show_until_later_in_the_night() -> None:
    night = {"opens": time(22), "closes": time(5), "latest_end": time(0, 10)}
    refused = refusal("any", blocks=PARTS[2:], **night)
    assert str(refused.clashes[0].rules[1]) == "Everything is over by 00:10, after midnight."
    assert sentences(refused)[1] == [
        (["Let showings last until 00:12 instead of 00:10."], 2),
        (["Open at 21:55 instead of 22:00 on Monday 2 March 2026."], 5),
    ]


def test_refusal_offers_to_have_the_licence_begin_sooner() -> None:
    tuesday = date(2026, 3, 3)
    _, changes = sentences(refusal("two-days", blocks=PARTS[1:], last=tuesday, licence_from=tuesday))
    assert changes == [
        (["Allow 1 day more, until Wednesday 4 March 2026."], 45),
        (["Have the licence begin on Monday 2 March 2026."], 60),
    ]


def test_refusal_offers_to_move_a_booking() -> None:
    taken = Booking(datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 2, 22, tzinfo=UTC), "Fair")
    _, changes = sentences(refusal("one-day", last=MONDAY, screens=1, bookings=(taken,)))
    assert (
        ["Move “Fair” away, which takes Screen 1 from 10:00 to 23:00 on Monday 2 March 2026."],
        90,
    ) in changes


def test_refusal_offers_to_leave_out_talks() -> None:
    block = Block("x", "X", 180, qa_minutes=45)
    clashes, changes = sentences(refusal("one-day", blocks=(block,), opens=time(18), closes=time(21)))
    assert clashes == [("opening-hours", "talks")]
    assert changes == [
        (["Leave out the introductions and the Q&A."], 30),
        (["Stay open until 21:45 instead of 21:00 on Monday 2 March 2026."], 45),
        (["Open at 17:15 instead of 18:00 on Monday 2 March 2026."], 45),
    ]


def test_refusal_offers_any_minute_where_round_ones_do_not_fit() -> None:
    """Two films of 58 minutes and a break of 15 fill 131 minutes, if the second may start at 11:13."""
    blocks = (Block("a", "A", 58, part=1), Block("b", "B", 58, part=2))
    asked: dict[str, Any] = {"blocks": blocks, "opens": time(10), "closes": time(12, 11), "last": MONDAY}
    _, changes = sentences(refusal("one-day", **asked))
    assert changes == [
        (["Stay open until 12:13 instead of 12:11 on Monday 2 March 2026."], 2),
        (["Open at 09:55 instead of 10:00 on Monday 2 March 2026."], 5),
        (["Let showings start on any minute."], 5),
        (["Shorten the shortest break to 12 min."], 6),
    ]


def test_refusal_adds_changes_up_where_one_is_not_enough() -> None:
    clashes, changes = sentences(refusal("any", most_minutes_a_day=240, longest_unbroken=200))
    assert clashes == [("longest-unbroken",), ("most-a-day",)]
    assert changes == [
        (["Let a stretch run 4 h 04 min without a break.", "Allow 4 h 04 min on one day."], 96),
    ]


def test_refusal_of_spreading_a_single_piece() -> None:
    refused = refusal("weekly", blocks=(Block("x", "X", 100),))
    assert str(refused.because) == "A single part without a chapter point cannot be spread over several days."


def test_change_opens_a_plan_and_less_does_not() -> None:
    """The least change is exact: with it there is a plan, with a minute less there is none."""
    assert plan(ask(closes=time(20, 47), kinds=("one-day",))).plans != ()
    assert isinstance(best_of_kind(ask(closes=time(20, 46)), "one-day"), Refusal)
    assert plan(ask(closes=time(20, 15), meal_minutes=27, kinds=("one-day",))).plans != ()
    assert isinstance(best_of_kind(ask(closes=time(20, 15), meal_minutes=28), "one-day"), Refusal)


def test_plan_falls_back_to_any_days_when_no_kind_can_be() -> None:
    answer = plan(ask(closes=time(18), kinds=("one-day",)))
    assert [found.kind for found in answer.plans] == ["any"]
    assert [refused.kind for refused in answer.refusals] == ["one-day"]


def test_refusal_without_time_is_true_if_not_smallest_and_says_so() -> None:
    refused = Explanation(ask(closes=time(20, 15)), "one-day", longest=0).refusal()
    (clash,) = refused.clashes
    assert {"opening-hours", "meal-break", "kind"} <= set(clash.codes)
    assert refused.unfinished


def test_refusal_with_enough_time_is_finished() -> None:
    assert not refusal("one-day", closes=time(20, 15)).unfinished
