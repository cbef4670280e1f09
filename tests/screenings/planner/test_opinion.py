"""What the rules say of a timetable that a person arranges, and what would mend it: each mend is a plan that was checked."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from screenings import planner
from screenings.planner import Level

BINDING = frozenset({"in-order", "opening-hours", "curfew", "bookings", "turnaround"})
DAY = date(2027, 3, 20)


def question(*bookings: planner.Booking, screens: int = 2) -> planner.Question:
    """Three parts of 244, 178 and 132 minutes; the screens are open from 10:00 to 00:30, 10 minutes before and 20 after each."""
    hours = planner.daily_openings(
        DAY - timedelta(days=1), DAY + timedelta(days=2), time(10), time(0, 30), "UTC"
    )
    return planner.Question(
        blocks=tuple(
            planner.Block(film=f"{part}", label=f"Part {part}", minutes=minutes, part=part)
            for part, minutes in enumerate((244, 178, 132), start=1)
        ),
        screens=tuple(
            planner.Screen(
                key=f"{number}", venue="The Room", time_zone="UTC", openings=hours, label=f"Screen {number}",
                setup_minutes=10, turnaround_minutes=20, bookings=bookings if number == 1 else (),
            )
            for number in range(1, screens + 1)
        ),
        first_day=DAY,
        last_day=DAY,
        settings=planner.Settings(meal_after=None),
    )  # fmt: skip


def at(clock: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(clock), UTC)


def sittings(asked: planner.Question, *clocks: str) -> list[planner.Sitting]:
    frame = planner.Frame(asked)
    return [planner.place(frame, block=i, screen="1", starts_at=at(clock)) for i, clock in enumerate(clocks)]


def said(asked: planner.Question, *clocks: str) -> list[tuple[str, str, str]]:
    _plan, remarks = planner.opinion(asked, sittings(asked, *clocks), binding=BINDING)
    return [
        (each.level.value, str(each.finding.say), str(each.mend.say) if each.mend else "")
        for each in remarks
        if each.level is not Level.NOTE
    ]


def test_mend_on_another_day_of_the_calendar_names_it() -> None:
    """After midnight it is still the programme of Saturday; whoever typed Sunday is told that the evening before is meant."""
    asked = question()
    late = planner.place(
        planner.Frame(asked), block=2, screen="1", starts_at=at("23:00") + timedelta(hours=3, minutes=30)
    )
    _plan, remarks = planner.opinion(asked, [*sittings(asked, "10:00", "15:00"), late], binding=BINDING)
    mends = {str(each.mend.say) for each in remarks if each.mend}
    assert mends == {"Start “Part 3” at 22:15 on Saturday 20 March 2027 instead."}


def test_nothing_is_said_of_a_timetable_that_keeps_every_rule() -> None:
    assert said(question(), "10:00", "15:00", "19:00") == []


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [
        (
            ("10:00", "14:20", "19:00"),
            [("error", "'Part 1' and 'Part 2' are too close together on Screen 1.", "Start “Part 2” at 14:35 instead.")],
        ),
        (
            ("09:30", "15:00", "19:00"),
            [("error", "'Part 1' starts 30 min before Screen 1 opens.", "Start “Part 1” at 10:00 instead.")],
        ),
        (
            ("10:00", "15:00", "22:45"),
            [("error", "'Part 3' ends 27 min after Screen 1 closes.", "Start “Part 3” at 22:15 instead.")],
        ),
    ],
)  # fmt: skip
def test_error_comes_with_the_nearest_place_that_mends_it(
    clocks: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert said(question(), *clocks) == expected


def test_where_no_hour_is_near_another_screen_mends() -> None:
    booked = planner.Booking(at("18:30"), at("23:55"), "a concert")
    found = said(question(booked), "10:00", "15:00", "19:00")
    assert found == [
        ("error", "'Part 3' overlaps a booking of Screen 1: a concert.", "Show “Part 3” on Screen 2 instead.")
    ]


def test_what_stays_is_not_the_one_that_is_moved() -> None:
    asked = question()
    moved = sittings(asked, "10:00", "14:20", "19:00")
    _plan, remarks = planner.opinion(asked, moved, binding=BINDING, stays={(1, 0)})
    mends = [each.mend for each in remarks if each.mend]
    assert [each.sitting for each in mends] == [0]


def test_every_mend_is_a_plan_with_fewer_findings() -> None:
    asked = question(planner.Booking(at("12:00"), at("13:00"), "a class"), screens=1)
    placed = sittings(asked, "09:00", "13:00", "15:30")
    plan, remarks = planner.opinion(asked, placed, binding=BINDING)
    before = len([each for each in planner.review(plan, asked) if each.hard])
    for mend in (each.mend for each in remarks if each.mend):
        sitting = plan.sittings[mend.sitting]
        frame = planner.Frame(asked)
        others = [each for at, each in enumerate(plan.sittings) if at != mend.sitting]
        moved = planner.place(frame, block=sitting.block, screen=mend.screen, starts_at=mend.starts_at)
        after = planner.review(planner.by_hand(asked, [*others, moved]), asked)
        assert len([each for each in after if each.hard]) < before
