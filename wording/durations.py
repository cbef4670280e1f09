"""Lengths of time, clocks and days as people read them."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

MINUTES_PER_HOUR = 60
MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR


def duration_text(minutes: int) -> str:
    """Whole minutes as “9 h 14 min”, “2 h” or “45 min”."""
    hours, rest = divmod(minutes, MINUTES_PER_HOUR)
    if not hours:
        return _("%(minutes)d min") % {"minutes": rest}
    if not rest:
        return _("%(hours)d h") % {"hours": hours}
    return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": rest}


def length_text(minutes: int | None) -> str:
    """As `duration_text`, of a film or part whose length may be known to nobody."""
    return _("length unknown") if minutes is None else duration_text(minutes)


def short_duration(minutes: int) -> str:
    """Whole minutes as “9:14”, for scales."""
    return "{}:{:02}".format(*divmod(minutes, MINUTES_PER_HOUR))


def clock_text(minutes: int) -> str:
    """Minutes after midnight as a clock shows them: 1500 is 01:00 of the next day."""
    return "{:02}:{:02}".format(*divmod(minutes % MINUTES_PER_DAY, MINUTES_PER_HOUR))


def days_text(first: date, last: date) -> str:
    """“19 March – 21 March 2027”, both included, or “19 March 2027” where they are one day."""
    if first == last:
        return date_format(first)
    return f"{date_format(first, 'FIRST_OF_DAYS_FORMAT')} – {date_format(last, 'LAST_OF_DAYS_FORMAT')}"
