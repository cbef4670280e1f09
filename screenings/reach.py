"""Limits for programmers: days ahead, days of a request, and people at a showing."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from wording.refusals import Refused

MOST_PEOPLE = 100_000
"""At one showing and on one screen: no cinema has more seats."""
MOST_TOGETHER = 60
"""For whom one registration takes places: a class and those who come with it."""
DAYS_AHEAD = 5 * 365
MOST_DAYS = 62
"""From the first day of a request to the planner to its last."""
FIRST_YEAR = 2000


def last_day_within_reach() -> date:
    return timezone.now().date() + timedelta(days=DAYS_AHEAD)


def refuse_beyond_reach(day: date) -> None:
    """Raises Refused (codes `too-far`, `past`) for a day more than five years ahead, or before this century."""
    if day > last_day_within_reach():
        raise Refused(_("Choose a day within the next five years."), "too-far")
    if day.year < FIRST_YEAR:
        raise Refused(_("This day is past."), "past")
