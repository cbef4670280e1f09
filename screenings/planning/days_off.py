"""When people do not work: the public holidays of a country, and its weekend."""

from __future__ import annotations

from datetime import date

import holidays

from wording.say import NamedDay
from wording.values.holidays import holiday_name

USUAL_WEEKEND = (5, 6)


def days_off(country: str, first: date, last: date) -> tuple[tuple[date, ...], tuple[int, ...]]:
    """The public holidays of the whole country (ISO 3166-1 alpha-2) between two days, and its weekend's weekdays, Monday
    being 0. A country that nobody has listed has none, and Saturday and Sunday."""
    try:
        listed = holidays.country_holidays(country, years=range(first.year, last.year + 1))
    except NotImplementedError:
        return (), USUAL_WEEKEND
    return tuple(sorted(day for day in listed if first <= day <= last)), tuple(sorted(listed.weekend))


def called(country: str, day: date, why: str = "") -> NamedDay:
    """A day with the public holiday that it is there, or else with why nobody comes."""
    return NamedDay(day, held_in=country) if holiday_name(country, day) else NamedDay(day, why=why)
