"""Lengths of time and times of day in words and figures."""

from __future__ import annotations

from datetime import date

import pytest

from wording.durations import clock_text, days_text, duration_text, short_duration
from wording.enumeration import all_of


@pytest.mark.parametrize(
    ("minutes", "text", "figures"),
    [
        (45, "45 min", "0:45"),
        (120, "2 h", "2:00"),
        (554, "9 h 14 min", "9:14"),
        (1505, "25 h 5 min", "25:05"),
    ],
)
def test_length_of_a_film(minutes: int, text: str, figures: str) -> None:
    assert (duration_text(minutes), short_duration(minutes)) == (text, figures)


@pytest.mark.parametrize(
    ("minutes", "clock"), [(0, "00:00"), (605, "10:05"), (1439, "23:59"), (1440, "00:00"), (1500, "01:00")]
)
def test_clock_begins_again_at_midnight(minutes: int, clock: str) -> None:
    assert clock_text(minutes) == clock


def test_english_has_no_comma_before_and() -> None:
    assert all_of(["Rust", "Remnants", "Rails"]) == "Rust, Remnants and Rails"


def test_a_single_day_is_no_span() -> None:
    first, last = date(2027, 3, 20), date(2027, 3, 22)
    assert [days_text(first, last), days_text(first, first)] == ["20 March – 22 March 2027", "20 March 2027"]
