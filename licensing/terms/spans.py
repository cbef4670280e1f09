"""Days from a first to a last, both included: of a licence, a price, a right. None means no limit. Pure.

`licensing.models.spans` asks the database the same; a test checks that both agree.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol


class Dated(Protocol):
    """Anything that begins on a day and ends on one: a row, or its counterpart in the rules."""

    @property
    def starts_on(self) -> date | None: ...

    @property
    def ends_on(self) -> date | None: ...


class Standing(StrEnum):
    """The state of a licence on a day."""

    NOT_YET = "not-yet"
    IN_FORCE = "in-force"
    ENDED = "ended"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"


FINAL = (Standing.REVOKED, Standing.SUPERSEDED)
"""A licence that was revoked or superseded has no other state on any day."""


def has_begun(what: Dated, on: date) -> bool:
    return what.starts_on is None or what.starts_on <= on


def has_ended(what: Dated, on: date) -> bool:
    """Whether its last day is before that day."""
    return what.ends_on is not None and what.ends_on < on


def holds(what: Dated, on: date) -> bool:
    """Whether the day is one of its days."""
    return has_begun(what, on) and not has_ended(what, on)


def meets(what: Dated, first_day: date, last_day: date) -> bool:
    """Whether one of these days is one of its days."""
    return has_begun(what, last_day) and not has_ended(what, first_day)


def standing(what: Dated, on: date, *, barred: Standing | None) -> Standing:
    """`barred`: suspended, revoked or superseded; None for a licence of which only the calendar decides.

    A suspension lasts no longer than the licence: after the last day it has ended, as any other has.
    """
    if barred in FINAL:
        return barred
    if has_ended(what, on):
        return Standing.ENDED
    if barred is not None:
        return barred
    return Standing.IN_FORCE if has_begun(what, on) else Standing.NOT_YET


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


def last_day_after(starts_on: date, term_days: int) -> date:
    """The last day of a rental of so many days, of which the first counts."""
    return starts_on + timedelta(days=term_days - 1)
