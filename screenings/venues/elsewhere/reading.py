"""Reads an iCalendar (RFC 5545): the times that it takes, with what repeats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

import recurring_ical_events
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from wording.one_line import on_one_line
from wording.refusals import Refused

MOST = 5_000
"""Bookings of one calendar, as often as they repeat."""
MOST_EVENTS = 10_000
MOST_RULES = 200
FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
FINER = ("BYHOUR", "BYMINUTE", "BYSECOND")
FIRST_YEAR = 1970
"""A rule is followed from its beginning: the older and the finer, the longer it takes."""
DAY = timedelta(days=1)
LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True, order=True)
class Taken:
    """A time that is taken, aware, and what for."""

    starts_at: datetime
    ends_at: datetime
    what: str = ""


def read_calendar(
    content: bytes, zone: ZoneInfo, *, first: datetime, last: datetime, own_host: str
) -> list[Taken]:
    """What is taken between two instants, in order. A time without a zone is one of `zone`, and a day without a time is taken whole.

    What is cancelled or marked as free takes nothing, nor do showings of our own that come back to us (`own_host`).
    Raises Refused: `not-a-calendar`, `too-many`, `too-often`.
    """
    try:
        calendar = Calendar.from_ical(content)
        events = [each for each in calendar.walk("VEVENT") if isinstance(each, Event)]
    except Exception as error:  # whatever the parser stumbles over, the sentence for people is the same
        raise _not_a_calendar() from error
    refuse_endless(events)
    try:
        taken = set(_taken(_repeated(calendar, first - DAY, last + DAY), zone, own_host))
    except Refused:
        raise
    except Exception as error:
        raise _not_a_calendar() from error
    return sorted(each for each in taken if each.ends_at > first and each.starts_at < last)


def _repeated(calendar: Calendar, first: datetime, last: datetime) -> Iterator[Event]:
    """Its events as often as they repeat between two instants, one after the other: the many of a calendar that is refused are
    never there at once. Raises Refused (`too-many`)."""
    every = chain.from_iterable(
        series.between(first, last) for series in recurring_ical_events.of(calendar).series
    )
    for number, each in enumerate(every, start=1):
        if number > MOST:
            raise _too_many()
        event = each.as_component(keep_recurrence_attributes=False)
        if isinstance(event, Event):
            yield event


def _not_a_calendar() -> Refused:
    return Refused(_("What stands at this address cannot be read as an iCalendar."), "not-a-calendar")


def _too_many() -> Refused:
    return Refused(_("The calendar has more than %(count)d bookings."), "too-many", {"count": MOST})


def refuse_endless(events: list[Event]) -> None:
    """Refuses rules that would take minutes to follow: `too-many` events or rules, or repeated `too-often`."""
    rules = [(each, rule) for each in events for rule in _rules(each)]
    if len(events) > MOST_EVENTS or len(rules) > MOST_RULES:
        raise _too_many()
    for event, rule in rules:
        often = {str(each).upper() for each in rule.get("FREQ", [])}
        starts = getattr(event.get("DTSTART"), "dt", None)
        is_old = isinstance(starts, date) and starts.year < FIRST_YEAR
        if not often <= FREQUENCIES or any(len(rule.get(each, [])) > 1 for each in FINER) or is_old:
            raise Refused(
                _("The calendar repeats a booking more than once a day, or from before %(year)d on."),
                "too-often",
                {"year": FIRST_YEAR},
            )


def _rules(event: Event) -> list[dict[str, list[object]]]:
    rule = event.get("RRULE", [])
    return rule if isinstance(rule, list) else [rule]


def _taken(events: Iterable[Event], zone: ZoneInfo, own_host: str) -> Iterator[Taken]:
    for event in events:
        is_free = str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
        is_off = str(event.get("STATUS", "")).upper() == "CANCELLED"
        is_ours = str(event.get("UID", "")).endswith(f"@{own_host}")
        if is_free or is_off or is_ours:
            continue
        starts_at, ends_at = _instant(event.start, zone), _instant(event.end, zone)
        if ends_at > starts_at:
            yield Taken(starts_at, ends_at, on_one_line(str(event.get("SUMMARY", "")))[:LONGEST_TEXT])


def _instant(moment: date | datetime, zone: ZoneInfo) -> datetime:
    whole = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    return (whole if whole.tzinfo else whole.replace(tzinfo=zone)).astimezone(UTC)
