"""The days of a screening that a licence is bought for. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from licensing.terms.rights import Grants


@dataclass(frozen=True, slots=True)
class Occasion:
    """The first and the last day on which the licence must be in force. Written as an interval of ISO 8601."""

    first_day: date
    last_day: date

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises ValueError for what is no interval of days."""
        first, slash, last = text.partition("/")
        made = cls(date.fromisoformat(first), date.fromisoformat(last))
        if not slash or made.last_day < made.first_day:
            raise ValueError(f"{text} is no interval.")
        return made

    def __str__(self) -> str:
        return f"{self.first_day.isoformat()}/{self.last_day.isoformat()}"

    def begins(self, today: date) -> date:
        """The day on which a licence for it begins, which is never in the past."""
        return max(self.first_day, today)

    def is_covered(self, grants: Grants, starts_on: date, today: date) -> bool:
        """Whether a licence that begins on a day lasts for all of it that is still to come."""
        ends_on = grants.last_day(starts_on)
        return starts_on <= self.begins(today) and (ends_on is None or ends_on >= self.last_day)
