"""The day of the programme turns at six in the morning, on the venue's wall."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from screenings.planner.question import programme_day

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


def test_the_day_is_that_of_the_venues_wall() -> None:
    moment = datetime(2027, 3, 27, 22, 30, tzinfo=UTC)
    assert (programme_day(moment, PARIS), programme_day(moment, SHANGHAI)) == (SATURDAY, date(2027, 3, 28))
