"""What a question refuses to be, and the days it makes."""

from datetime import UTC, date, datetime, time

import pytest

from screenings.planner import Block, Booking, Opening, Question, Screen, Settings, daily_openings
from tests.screenings.planner.asking import ask

DAY = date(2026, 3, 2)


@pytest.mark.parametrize("minutes", [0, -5])
def test_block_needs_a_running_time(minutes: int) -> None:
    with pytest.raises(
        ValueError, match=f"^The running time of 'Rust' must be more than zero minutes, not {minutes}\\.$"
    ):
        Block("rust", "Rust", minutes)


@pytest.mark.parametrize("point", [0, 100, 120])
def test_block_needs_chapter_points_inside_it(point: int) -> None:
    with pytest.raises(ValueError, match="Every chapter point of 'X' must lie inside its 100 minutes"):
        Block("x", "X", 100, chapter_points=(point,))


def test_block_orders_its_chapter_points() -> None:
    assert Block("x", "X", 100, chapter_points=(60, 30, 60)).edges == (0, 30, 60, 100)


def test_block_refuses_negative_talks() -> None:
    with pytest.raises(ValueError, match="cannot be shorter than zero minutes"):
        Block("x", "X", 100, qa_minutes=-1)


def test_opening_needs_a_zone_and_a_length() -> None:
    with pytest.raises(ValueError, match="must have a time zone"):
        Opening(datetime(2026, 3, 2, 10), datetime(2026, 3, 2, 12))  # noqa: DTZ001 - the point of the test
    with pytest.raises(ValueError, match="must end after they begin"):
        Opening(datetime(2026, 3, 2, 10, tzinfo=UTC), datetime(2026, 3, 2, 10, tzinfo=UTC))


def test_booking_holds_its_last_minute() -> None:
    begin, end = datetime(2026, 3, 2, 10, 0, 40, tzinfo=UTC), datetime(2026, 3, 2, 11, 0, 1, tzinfo=UTC)
    booking = Booking(begin, end)
    assert (booking.starts_at.minute, booking.ends_at) == (0, datetime(2026, 3, 2, 11, 1, tzinfo=UTC))


def test_daily_openings_run_past_midnight() -> None:
    first, second = daily_openings(DAY, date(2026, 3, 3), time(18), time(1), "Europe/Amsterdam")
    assert first == Opening(datetime(2026, 3, 2, 17, tzinfo=UTC), datetime(2026, 3, 3, 0, tzinfo=UTC))
    assert second.opens_at == datetime(2026, 3, 3, 17, tzinfo=UTC)


def test_question_refuses_what_cannot_be_asked() -> None:
    good = ask()
    with pytest.raises(ValueError, match="at least one film"):
        Question((), good.screens, DAY, DAY)
    with pytest.raises(ValueError, match="at least one screen"):
        Question(good.blocks, (), DAY, DAY)
    with pytest.raises(ValueError, match="must not come before the first"):
        Question(good.blocks, good.screens, DAY, date(2026, 3, 1))
    with pytest.raises(ValueError, match="a key of its own"):
        Question(good.blocks, (good.screens[0], good.screens[0]), DAY, DAY)


def test_settings_refuse_what_cannot_hold() -> None:
    with pytest.raises(ValueError, match="not every 7"):
        Settings(start_step=7)
    with pytest.raises(ValueError, match="longer than the shortest break"):
        Settings(minimum_break=45)


def test_screen_refuses_negative_turnaround() -> None:
    with pytest.raises(ValueError, match="The set-up and turnaround of Hall cannot be shorter"):
        Screen("1", "House", "UTC", (), label="Hall", turnaround_minutes=-1)
