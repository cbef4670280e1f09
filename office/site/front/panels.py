"""The first page of the office: what waits to be done today. Each app's admin registers its panels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet

from office.permissions import may
from office.site.lines import Line, line_of, list_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from accounts.models import User

MOST_ROWS = 5
"""Rows that a panel shows; the rest stand in the list that it leads to."""


class Urgency(IntEnum):
    """What comes first on the page."""

    WRONG = 1
    """Something has gone wrong, and somebody may not know it yet."""
    WAITS = 2
    """Somebody waits for the office."""
    SOON = 3
    """To know in good time."""


@dataclass(frozen=True)
class Shown:
    """A panel with its rows."""

    title: _StrPromise
    count: int
    lines: Sequence[Line]
    href: str


@dataclass(frozen=True)
class Panel[Row: Model]:
    """Rows of one kind that wait. `rows` is asked at each view; `query` filters the admin's list to the same rows; `name` is
    what a row is called here, where that is not its own name.
    """

    title: _StrPromise
    permission: str
    rows: Callable[[], QuerySet[Row]]
    note: Callable[[Row], object]
    query: str = ""
    urgency: Urgency = Urgency.WAITS
    name: Callable[[Row], object] = lambda _row: ""

    def shown(self) -> Shown:
        """One statement, and another to count when there are more rows than are shown."""
        rows = self.rows()
        first = list(rows[: MOST_ROWS + 1])
        count = len(first) if len(first) <= MOST_ROWS else rows.count()
        lines = [line_of(row, self.note(row), text=self.name(row)) for row in first[:MOST_ROWS]]
        return Shown(self.title, count, lines, list_of(rows.model, self.query))


@dataclass(frozen=True)
class Day:
    """What waits, the most urgent first; and the titles of the panels where nothing does."""

    waiting: Sequence[Shown]
    empty: Sequence[Shown]


_panels: list[Panel[Any]] = []


def register(*panels: Panel[Any]) -> None:
    """Called once by each app's admin, which Django finds when it starts."""
    _panels.extend(panels)


def day_of(person: User) -> Day:
    """The panels whose rows the person may see: by urgency, then in the order in which they were registered."""
    seen = [panel for panel in _panels if may(person, panel.permission)]
    shown = [panel.shown() for panel in sorted(seen, key=lambda panel: panel.urgency)]
    return Day([each for each in shown if each.count], [each for each in shown if not each.count])
