"""The day of the programme turns at six in the morning, on the venue's wall."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from screenings.planner.question import programme_day, wall_instant

PARIS, SHANGHAI = ZoneInfo("Europe/Paris"), ZoneInfo("Asia/Shanghai")
SATURDAY = date(2027, 3, 27)


@pytest.mark.parametrize(
    ("wall", "day"),
    [
        (datetime(2027, 3, 27, 6, 0, tzinfo=PARIS), SATURDAY),
        (datetime(2027, 3, 27, 19, 30, tzinfo=PARIS), SATURDAY),
        (datetime(2027, 3, 27, 23, 59, tzinfo=PARIS), SATURDAY),
        (datetime(2027, 3, 28, 0, 0, tzinfo=PARIS), SATURDAY),
        (datetime(2027, 3, 28, 1, 30, tzinfo=PARIS), SATURDAY),
        (datetime(2027, 3, 28, 5, 59, tzinfo=PARIS), SATURDAY),
        (datetime(2027, 3, 28, 6, 0, tzinfo=PARIS), date(2027, 3, 28)),
    ],
)
def test_the_small_hours_belong_to_the_day_before_also_in_the_night_when_clocks_change(
    wall: datetime, day: date
) -> None:
    assert programme_day(wall, PARIS) == day
    assert programme_day(wall.astimezone(UTC), PARIS) == day


def test_a_limit_at_six_is_of_the_same_day_and_one_before_it_of_the_night() -> None:
    clocks = (time(5, 59), time(6))
    days = [
        wall_instant(SATURDAY, clock, SHANGHAI, night=True).astimezone(SHANGHAI).date() for clock in clocks
    ]
    assert days == [date(2027, 3, 28), SATURDAY]


def test_the_day_is_that_of_the_venues_wall() -> None:
    moment = datetime(2027, 3, 27, 22, 30, tzinfo=UTC)
    assert (programme_day(moment, PARIS), programme_day(moment, SHANGHAI)) == (SATURDAY, date(2027, 3, 28))
