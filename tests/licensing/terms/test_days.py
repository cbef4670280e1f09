from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from pytest_django import Settings

from licensing.terms.days import coming_starts, office_day, office_today
from licensing.terms.spans import last_day, last_day_after
from tests.licensing.conftest import NOW


@pytest.mark.parametrize(
    ("starts_on", "months", "ends_on"),
    [
        (date(2027, 9, 1), 36, date(2030, 8, 31)),
        (date(2027, 1, 1), 12, date(2027, 12, 31)),
        (date(2027, 3, 1), 12, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 28)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 12, 15), 1, date(2028, 1, 14)),
    ],
)
def test_last_day_is_inclusive_and_knows_leap_years(starts_on: date, months: int, ends_on: date) -> None:
    assert last_day(starts_on, months) == ends_on


def test_last_day_of_the_life_of_a_copy_is_none() -> None:
    assert last_day(date(2027, 9, 1), None) is None


def test_coming_starts_begin_with_the_soonest_and_count_today() -> None:
    assert coming_starts(date(2027, 6, 1)) == [date(2027, 6, 1), date(2027, 9, 1), date(2028, 1, 1)]
    assert coming_starts(date(2027, 11, 21)) == [date(2028, 1, 1), date(2028, 6, 1), date(2028, 9, 1)]


def test_office_day_is_the_offices_whoever_looks(settings: Settings) -> None:
    settings.TIME_ZONE = "America/New_York"
    just_after_midnight_utc = datetime(2026, 11, 21, 3, tzinfo=UTC)
    with timezone.override("Asia/Shanghai"):
        assert office_day(just_after_midnight_utc) == date(2026, 11, 20)


def test_office_today_is_the_offices_whoever_looks(settings: Settings) -> None:
    settings.TIME_ZONE = "Pacific/Auckland"
    with timezone.override("America/New_York"):
        assert (NOW.date(), office_today()) == (date(2027, 3, 1), date(2027, 3, 2))


def test_a_rental_counts_its_first_day() -> None:
    assert last_day_after(date(2027, 3, 1), 7) == date(2027, 3, 7)
    assert last_day_after(date(2027, 3, 1), 1) == date(2027, 3, 1)
