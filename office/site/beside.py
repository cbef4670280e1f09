"""What stands beside a row on its page in the office: the papers and rows of other tables that belong to it.

Each app's admin registers what it has to show beside a row, also beside rows of the apps below it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet

from office.permissions import may
from office.site.lines import Line, line_of, list_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from accounts.models import User

MOST_BESIDE = 10
"""Rows of one kind that stand beside another; a link leads to the rest."""


@dataclass(frozen=True)
class ShownBeside:
    title: _StrPromise
    lines: Sequence[Line]
    rest: str
    """The address of the whole list, when it has more rows than are shown."""


@dataclass(frozen=True)
class Beside[Row: Model, Other: Model]:
    """Rows of one kind beside a row of `on`. `rows` is one statement, with all that `note` and `document` read.

    `document` returns the address of a row's PDF, or nothing; `query` filters the admin's list to the same rows; `name` is
    what a row is called here, where that is not its own name.
    """

    on: type[Row]
    title: _StrPromise
    permission: str
    rows: Callable[[Row], QuerySet[Other]]
    note: Callable[[Other], object] = lambda _other: ""
    document: Callable[[Other], str] = lambda _other: ""
    query: Callable[[Row], str] = lambda _row: ""
    name: Callable[[Other], object] = lambda _other: ""

    def shown(self, row: Row) -> ShownBeside:
        rows = self.rows(row)
        first = list(rows[: MOST_BESIDE + 1])
        lines = [
            line_of(other, self.note(other), self.document(other), self.name(other))
            for other in first[:MOST_BESIDE]
        ]
        return ShownBeside(
            self.title, lines, list_of(rows.model, self.query(row)) if len(first) > MOST_BESIDE else ""
        )


_beside: dict[type[Model], list[Beside[Any, Any]]] = {}


def register(*groups: Beside[Any, Any]) -> None:
    """Called once by each app's admin."""
    for group in groups:
        _beside.setdefault(group.on, []).append(group)


def beside(row: Model, person: User) -> list[ShownBeside]:
    """The groups with rows that the person may see: a statement each."""
    groups = [group for group in _beside.get(type(row), []) if may(person, group.permission)]
    return [shown for group in groups if (shown := group.shown(row)).lines]
