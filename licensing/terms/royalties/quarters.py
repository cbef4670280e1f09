"""Quarters of the calendar. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """`number` from 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, (day.month + 2) // 3)

    @property
    def first_day(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_day(self) -> date:
        return self.next().first_day - timedelta(days=1)

    def next(self) -> Self:
        return type(self)(self.year + self.number // 4, self.number % 4 + 1)

    def previous(self) -> Self:
        return type(self).of(self.first_day - timedelta(days=1))

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"

    @classmethod
    def named(cls, text: str) -> Self:
        """Of “2027-Q1”. Raises ValueError."""
        year, _dash, number = text.partition("-Q")
        if number not in {"1", "2", "3", "4"} or not (year.isdecimal() and len(year) == 4):
            raise ValueError(text)
        return cls(int(year), int(number))
