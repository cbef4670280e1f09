"""The checking face of each rule, on plans made by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from screenings.planner import Block, Booking, Choice, Frame, Plan, Question, Use, by_hand, place, review
from tests.screenings.planner.asking import ask

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SATURDAY = date(2026, 3, 7)


def at(clock: str, day: date = SATURDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), AMSTERDAM)


def marathon(question: Question, *starts: datetime, screens: str = "111") -> Plan:
    frame = Frame(question)
    placed = [place(frame, block=n, screen=screens[n], starts_at=start) for n, start in enumerate(starts)]
    return by_hand(question, placed)


def faults(question: Question, plan: Plan) -> list[str]:
    return [finding.rule for finding in review(plan, question) if finding.hard]


GOOD = (at("10:00"), at("14:50"), at("18:35"))


def test_review_finds_no_fault_in_a_good_day() -> None:
    question = ask()
    assert faults(question, marathon(question, *GOOD)) == []


def test_review_knows_every_screen_however_alike() -> None:
    question = ask()
    assert faults(question, marathon(question, *GOOD, screens="212")) == []


@pytest.mark.parametrize(
    ("starts", "asked", "rules"),
    [
        ((at("09:30"), at("14:50"), at("18:35")), {}, ["opening-hours"]),
        ((at("10:00"), at("14:50"), at("21:00")), {}, ["opening-hours"]),
        (GOOD, {"curfew": time(20)}, ["curfew"]),
        (GOOD, {"earliest_start": time(11)}, ["earliest-start"]),
        (GOOD, {"latest_end": time(20, 30)}, ["latest-end"]),
        (GOOD, {"licence_from": date(2026, 3, 8)}, ["licence-from"] * 3),
        (GOOD, {"licence_to": date(2026, 3, 6)}, ["licence-to"] * 3),
        (GOOD, {"last": date(2026, 3, 6)}, ["days-asked"] * 3 + ["opening-hours"] * 3),
        (GOOD, {"longest_unbroken": 180}, ["longest-unbroken"]),
        (GOOD, {"most_minutes_a_day": 480}, ["most-a-day"]),
        (GOOD, {"least_days": 2}, ["least-days"]),
        (GOOD, {"turnaround": 60}, ["turnaround", "turnaround"]),
        ((at("10:00"), at("14:04"), at("18:35")), {"setup": 0, "turnaround": 0}, ["minimum-break", "meal-break"]),
        ((at("10:00"), at("14:50"), at("18:15")), {}, ["meal-break"]),
        ((at("10:00"), at("13:50"), at("18:35")), {}, ["in-order", "meal-break"]),
        ((at("10:00"), at("18:35"), at("14:50")), {}, ["in-order"]),
        ((at("10:00"), at("10:00", date(2026, 3, 8)), at("10:00", date(2026, 3, 9))), {"most_days": 2}, ["most-days"]),
        ((at("10:00"), at("10:00", date(2026, 3, 8)), at("10:00", date(2026, 3, 11))), {"most_gap_days": 2}, ["most-gap"]),
    ],
)  # fmt: skip
def test_review_names_the_rule_that_is_broken(
    starts: tuple[datetime, ...], asked: dict[str, Any], rules: list[str]
) -> None:
    question = ask(**asked)
    found = faults(question, marathon(question, *starts))
    assert found == rules


@pytest.mark.parametrize(
    ("code", "asked", "cost"),
    [
        ("minimum-break", {"minimum_break": 60, "meal_minutes": 70}, 2 * 14),
        ("most-a-day", {"most_minutes_a_day": 200}, 2 * 222),
        ("most-days", {"most_days": 1}, 60),
        ("most-gap", {"most_gap_days": 1}, 30 * 2),
    ],
)
def test_review_prices_a_soft_rule_by_how_much_a_plan_is_over_it(
    code: str, asked: dict[str, Any], cost: int
) -> None:
    question = ask(**asked, choices=(Choice(code, Use.SOFT),))
    plan = marathon(question, at("10:00"), at("14:50"), at("10:00", date(2026, 3, 10)))
    assert sum(finding.cost for finding in review(plan, question) if finding.rule == code) == cost


def test_what_begins_on_the_first_day_asked_for_is_not_said_to_begin_later() -> None:
    later = ask(first=SATURDAY - timedelta(days=1))
    for question, expected in (
        (later, ["It begins 1 day after the first day asked for."]),
        (ask(first=SATURDAY), []),
    ):
        findings = review(marathon(question, *GOOD), question)
        assert [str(each.say) for each in findings if each.rule == "sooner"] == expected


def test_review_finds_a_booking_in_the_way() -> None:
    taken = Booking(at("15:00"), at("16:00"), "Matinee")
    question = ask(bookings=(taken,))
    findings = review(marathon(question, *GOOD), question)
    assert str(findings[0].say) == "'Remnants' overlaps a booking of Screen 1: Matinee."
    in_turnaround, in_setup = (at("14:06"), at("14:40")), (at("14:20"), at("14:47"))
    for taken_beside in (in_turnaround, in_setup):
        beside = ask(bookings=(Booking(*taken_beside, "Talk"),))
        assert faults(beside, marathon(beside, *GOOD)) == ["turnaround"]


def test_review_says_a_booking_without_a_name_by_its_time() -> None:
    question = ask(bookings=(Booking(at("15:00"), at("16:00")),))
    findings = review(marathon(question, *GOOD), question)
    assert str(findings[0].say) == "'Remnants' overlaps a booking of Screen 1: booked from 15:00 to 16:00."
    beside = ask(bookings=(Booking(at("14:06"), at("14:40")),))
    said = [str(each.say) for each in review(marathon(beside, *GOOD), beside) if each.hard]
    assert len(said) == 1
    assert said[0].endswith("next to a booking, from 14:06 to 14:40.")


def test_review_finds_a_sitting_of_the_wrong_length() -> None:
    question = ask()
    good = marathon(question, *GOOD)
    short = replace(good.sittings[2], ends_at=good.sittings[2].ends_at - timedelta(minutes=10))
    findings = review(by_hand(question, (*good.sittings[:2], short)), question)
    assert str(findings[0].say) == "'Rails' has 2 h 02 min but needs 2 h 12 min."


def test_review_finds_what_is_not_shown() -> None:
    question = ask()
    assert faults(question, marathon(question, *GOOD[:2])) == ["shown-whole"]
    assert faults(question, by_hand(question, ())) == ["shown-whole"] * 3


def test_review_finds_a_cut_where_there_is_no_chapter_point() -> None:
    question = ask(blocks=(Block("x", "X", 120, chapter_points=(60,)),))
    frame = Frame(question)
    cut = [
        place(frame, block=0, screen="1", starts_at=at("12:00"), to_minute=50),
        place(frame, block=0, screen="1", starts_at=at("13:10"), from_minute=50),
    ]
    findings = review(by_hand(question, cut), question)
    assert str(findings[0].say) == "'X' is interrupted where it has no chapter point."


def test_review_finds_a_missing_talk() -> None:
    question = ask(blocks=(Block("x", "X", 100, qa_minutes=30),))
    whole = place(Frame(question), block=0, screen="1", starts_at=at("12:00"))
    bare = replace(whole, qa_minutes=0, ends_at=whole.ends_at - timedelta(minutes=30))
    assert faults(question, by_hand(question, (whole,))) == []
    assert faults(question, by_hand(question, (bare,))) == ["talks"]


def test_review_only_mentions_an_odd_minute() -> None:
    question = ask()
    findings = review(marathon(question, at("10:00"), at("14:51"), at("18:36")), question)
    assert [finding.rule for finding in findings if finding.hard] == []
    assert [finding.cost for finding in findings if finding.rule == "start-grid"] == [0, 0]


def test_review_holds_a_dragged_plan_to_its_kind() -> None:
    question = ask()
    moved = marathon(question, at("10:00"), at("14:50"), at("18:35", date(2026, 3, 8)))
    assert faults(question, moved) == []
    assert faults(question, replace(moved, kind="one-day")) == ["kind"]
    assert faults(question, replace(moved, kind="evenings")) == ["kind", "evening-start", "evening-start"]


def test_price_names_every_discomfort() -> None:
    question = ask(
        blocks=(Block("rust", "Rust", 244, chapter_points=(120,)), Block("rails", "Rails", 132, part=2))
    )
    frame = Frame(question)
    friday = date(2026, 3, 6)
    plan = by_hand(
        question,
        [
            place(frame, block=0, screen="1", starts_at=at("12:40", friday), to_minute=120),
            place(frame, block=0, screen="1", starts_at=at("15:30", friday), from_minute=120),
            place(frame, block=1, screen="2", starts_at=at("20:00", date(2026, 3, 10))),
        ],
    )
    assert [(finding.rule, finding.cost) for finding in plan.price] == [
        ("same-hour", 440),
        ("working-hours", 88),
        ("interruption", 40),
        ("meal-inside", 40),
        ("single-screen", 30),
        ("late-night", 12),
        ("meal-times", 10),
        ("ragged-start", 5),
        ("sooner", 4),
    ]


def test_day_past_midnight_belongs_to_the_evening_before() -> None:
    question = ask(opens=time(18), closes=time(4), latest_end=time(2), curfew=time(3))
    frame = Frame(question)
    late = place(frame, block=2, screen="1", starts_at=at("00:30", date(2026, 3, 8)))
    assert late.day == SATURDAY
    rules = [finding.rule for finding in review(by_hand(question, (late,)), question) if finding.hard]
    assert rules == ["shown-whole", "shown-whole", "latest-end"]


def test_place_keeps_elapsed_time_across_the_change_of_clocks() -> None:
    question = ask(first=date(2026, 3, 28), last=date(2026, 3, 28), opens=time(22), closes=time(6))
    sitting = place(Frame(question), block=0, screen="1", starts_at=at("23:30", date(2026, 3, 28)))
    assert sitting.minutes == 244
    assert f"{sitting.ends_local:%H:%M}" == "04:34"
    assert sitting.ends_at.tzinfo is UTC


def test_review_finds_a_missing_introduction() -> None:
    question = ask(blocks=(Block("x", "X", 100, intro_minutes=15, chapter_points=(50,)),))
    frame = Frame(question)
    whole = place(frame, block=0, screen="1", starts_at=at("12:00"))
    bare = replace(whole, intro_minutes=0, ends_at=whole.ends_at - timedelta(minutes=15))
    assert faults(question, by_hand(question, (whole,))) == []
    assert faults(question, by_hand(question, (bare,))) == ["talks"]
    cut = [
        place(frame, block=0, screen="1", starts_at=at("12:00"), to_minute=50),
        place(frame, block=0, screen="1", starts_at=at("13:30"), from_minute=50),
    ]
    assert "talks" not in faults(question, by_hand(question, cut))


def test_review_finds_a_stretch_that_is_shown_twice() -> None:
    question = ask(blocks=(Block("x", "X", 120, chapter_points=(50, 60)),))
    frame = Frame(question)
    cut = [
        place(frame, block=0, screen="1", starts_at=at("12:00"), to_minute=60),
        place(frame, block=0, screen="1", starts_at=at("13:30"), from_minute=50),
    ]
    assert "shown-whole" in faults(question, by_hand(question, cut))


def test_turnaround_may_end_when_a_booking_begins_and_begin_when_one_ends() -> None:
    good = marathon(ask(), *GOOD)
    first, second = good.sittings[:2]
    for taken in (
        Booking(first.occupies_to, second.occupies_from, "Talk"),
        Booking(first.occupies_from - timedelta(hours=1), first.occupies_from, "Talk"),
    ):
        question = ask(bookings=(taken,))
        assert faults(question, marathon(question, *GOOD)) == []


def test_a_sunday_has_no_working_hours() -> None:
    question = ask(blocks=(Block("x", "X", 100),), first=date(2026, 3, 6), last=date(2026, 3, 9))
    frame = Frame(question)
    costs = {
        day: [
            finding.cost
            for finding in by_hand(
                question, [place(frame, block=0, screen="1", starts_at=at("14:00", date(2026, 3, day)))]
            ).price
            if finding.rule == "working-hours"
        ]
        for day in (6, 7, 8)
    }
    assert costs == {6: [64], 7: [], 8: []}


def test_days_may_lie_as_far_apart_as_asked_and_no_further() -> None:
    question = ask(most_gap_days=2)
    days = [SATURDAY, date(2026, 3, 9), date(2026, 3, 11)]
    assert faults(question, marathon(question, *(at("10:00", day) for day in days))) == []
