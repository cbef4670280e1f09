"""Days from a first to a last, both included: of a licence, a price, a right. None means no limit. Pure.

`licensing.models.spans` asks the database the same; a test checks that both agree.
"""

from __future__ import annotations

from datetime import date
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
