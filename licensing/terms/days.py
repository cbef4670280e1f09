"""Days of business: the office's today, and the days on which licences like to begin."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone

BATCH_STARTS = ((9, 1), (1, 1), (6, 1))
"""Month and day on which libraries like their licences to begin."""

LATEST_START = timedelta(days=548)
"""A licence can begin at most eighteen months after it is ordered."""


def office_today() -> date:
    """The calendar day in the office's time zone, whoever is looking."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


def office_day(moment: datetime) -> date:
    """The day on which something happened, in the office's time zone."""
    return timezone.localdate(moment, timezone=timezone.get_default_timezone())


def coming_starts(today: date) -> list[date]:
    """The next of each batch start, soonest first."""
    coming = (date(today.year, month, day) for month, day in BATCH_STARTS)
    return sorted(day if day >= today else day.replace(year=day.year + 1) for day in coming)
