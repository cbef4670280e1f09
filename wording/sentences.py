"""The planner's sentences in the reader's language: lengths, days and clocks as the reader's way has them."""

from __future__ import annotations

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext, ngettext

from wording.durations import duration_text
from wording.say import Clock, Day, Days, Minutes, Say, Value


def sentence(say: Say) -> str:
    """One of the planner's sentences, translated."""
    return say.text(gettext, _shown)


def _shown(value: Value) -> str:
    match value:
        case Minutes(minutes):
            return duration_text(minutes)
        case Days(days):
            return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
        case Day(day):
            return date_format(day, "DAY_FORMAT")
        case Clock(clock):
            return time_format(clock, "H:i")
        case _:
            return str(value)
