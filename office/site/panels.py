"""The first page of the office: what waits to be done today. Each app's admin registers its panels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet
from django.urls import reverse

from office.permissions import may

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from accounts.models import User

MOST_ROWS = 5
"""Rows that a panel shows; the rest stand in the list that it leads to."""


@dataclass(frozen=True)
class Line:
    """One row to look at: `text` is its name, `note` says why it waits."""

    text: str
    note: str
    href: str


@dataclass(frozen=True)
class Shown:
    """A panel with its rows."""

    title: _StrPromise
    count: int
    lines: Sequence[Line]
    href: str


@dataclass(frozen=True)
class Panel[Row: Model]:
    """Rows of one kind that wait. `rows` is asked at each view; `query` filters the admin's list to the same rows."""

    title: _StrPromise
    permission: str
    rows: Callable[[], QuerySet[Row]]
    note: Callable[[Row], object]
    query: str = ""

    def shown(self) -> Shown:
        """Two statements: the count, and the first rows in the order of `rows`."""
        rows = self.rows()
        meta = rows.model._meta
        lines = [
            Line(
                str(row),
                str(self.note(row)),
                reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk]),
            )
            for row in rows[:MOST_ROWS]
        ]
        address = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
        return Shown(self.title, rows.count(), lines, f"{address}?{self.query}" if self.query else address)


_panels: list[Panel[Any]] = []


def register(*panels: Panel[Any]) -> None:
    """Called once by each app's admin, which Django finds when it starts."""
    _panels.extend(panels)


def panels_for(person: User) -> Iterator[Shown]:
    """The panels whose rows the person may see, in the order in which they were registered."""
    return (panel.shown() for panel in _panels if may(person, panel.permission))
