"""Several plans beside each other: which days of the calendar each of them uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from screenings.schedules.timetable import Day, Timetable

WEEK = 7


@dataclass(frozen=True, slots=True)
class Used:
    """What one plan shows on a day. `number` counts the plans from 1, as their headings do."""

    number: int
    day: Day

    @property
    def begins(self) -> str:
        return self.day.entries[0].shown.starts_clock

    @property
    def ends(self) -> str:
        return self.day.entries[-1].shown.ends_clock


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the calendar; `is_asked` says whether the planner was asked about it."""

    day: date
    is_asked: bool
    used: Sequence[Used]


def weeks_of(timetables: Sequence[Timetable], first: date, last: date) -> list[list[Cell]]:
    """Whole weeks, from Monday, around the days asked about, with what each plan shows on each day."""
    used: dict[date, list[Used]] = {}
    for number, timetable in enumerate(timetables, start=1):
        for day in timetable.days:
            used.setdefault(day.day, []).append(Used(number, day))
    begins = first - timedelta(days=first.weekday())
    days = [begins + timedelta(days=at) for at in range((last - begins).days + WEEK - last.weekday())]
    cells = [Cell(day, first <= day <= last, used.get(day, ())) for day in days]
    return [cells[at : at + WEEK] for at in range(0, len(cells), WEEK)]
