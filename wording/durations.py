"""Lengths of time and clocks as people read them."""

from __future__ import annotations

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
