"""Days of business: the office's today, and the last day of a term."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta

from django.utils import timezone

BATCH_STARTS = ((9, 1), (1, 1), (6, 1))
"""Month and day on which libraries like their licences to begin."""


def office_today() -> date:
    """The calendar day in the office's time zone, whoever is looking."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


def office_day(moment: datetime) -> date:
    """The day on which something happened, in the office's time zone."""
    return timezone.localdate(moment, timezone=timezone.get_default_timezone())


def last_day(starts_on: date, term_months: int | None) -> date | None:
    """The last day of a term, itself included; None for a term without end.

    A term of whole years from 29 February ends on 28 February, and of a month from 31 January on the last of February:
    where the day of the anniversary does not exist, the month's last day ends the term.
    """
    if term_months is None:
        return None
    years, month = divmod(starts_on.month - 1 + term_months, 12)
    year = starts_on.year + years
    days_in_month = calendar.monthrange(year, month + 1)[1]
    if starts_on.day > days_in_month:
        return date(year, month + 1, days_in_month)
    return date(year, month + 1, starts_on.day) - timedelta(days=1)


def coming_starts(today: date) -> list[date]:
    """The next of each batch start, soonest first."""
    coming = (date(today.year, month, day) for month, day in BATCH_STARTS)
    return sorted(day if day >= today else day.replace(year=day.year + 1) for day in coming)
