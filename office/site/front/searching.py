"""One search box for the whole office: numbers, films, people, institutions. Each app's admin registers what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet

from office.permissions import may
from office.site.lines import Line, line_of, list_of, page_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from accounts.models import User

MOST_FOUND = 10
"""Rows of one kind on the page; a link leads to the rest."""
LONGEST_TEXT = 200


@dataclass(frozen=True)
class Searchable[Row: Model]:
    """One kind of row that the box finds. `find` returns the best first, with all that `note` reads.

    `exactly` returns the rows that a text names without doubt, such as the order of this number: a single one of all kinds is
    opened at once.
    """

    title: _StrPromise
    permission: str
    find: Callable[[str], QuerySet[Row]]
    exactly: Callable[[str], QuerySet[Row]] | None = None
    note: Callable[[Row], object] = lambda _row: ""


@dataclass(frozen=True)
class Found:
    title: _StrPromise
    lines: Sequence[Line]
    has_more: bool
    href: str
    """The address of the admin's own search for the same text."""


_searchable: list[Searchable[Any]] = []


def register(*kinds: Searchable[Any]) -> None:
    """Called once by each app's admin."""
    _searchable.extend(kinds)


def exact_page(text: str, person: User) -> str | None:
    """The address of the one row that the text names; None when there is none, or several."""
    seen = [kind for kind in _searchable if kind.exactly and may(person, kind.permission)]
    rows = [row for kind in seen if kind.exactly for row in kind.exactly(text)[:2]]
    return page_of(rows[0]) if len(rows) == 1 else None


def search(text: str, person: User, query: str) -> list[Found]:
    """What the person may see, by kind, the kind with the nearest name first; kinds without a row are left out.

    `query` is the text as in an address.
    """
    groups = []
    for kind in _searchable:
        if not may(person, kind.permission):
            continue
        rows = kind.find(text)
        first = list(rows[: MOST_FOUND + 1])
        if first:
            lines = [line_of(row, kind.note(row)) for row in first[:MOST_FOUND]]
            groups.append(Found(kind.title, lines, len(first) > MOST_FOUND, list_of(rows.model, query)))
    return sorted(groups, key=lambda group: min(_distance(text, line.text) for line in group.lines))


def _distance(text: str, name: str) -> int:
    """How far a name is from what was typed: the same, a word of it, the beginning of a word, or found by something else."""
    text, name = text.casefold(), name.casefold()
    words = re.split(r"\W+", name)
    if text == name:
        return 0
    if text in words:
        return 1
    return 2 if any(word.startswith(text) for word in words) else 3
