"""Pages of the list, each named by the film before it: they neither shift nor take longer further on, however long the list is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from catalog.models import Film, FilmQuerySet
from catalog.search.browsing import ORDERS, Browsing

FILMS_PER_PAGE = 24


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: after a film, or before one; at the beginning if both are None."""

    after: int | None = None
    before: int | None = None

    @classmethod
    def asked(cls, parameters: Mapping[str, Any]) -> Place:
        return cls(_key(parameters.get("after")), _key(parameters.get("before")))

    @property
    def is_first(self) -> bool:
        return self.after is None and self.before is None


@dataclass(frozen=True, slots=True)
class ListPage:
    """The films of a page; with `before` and `after` for the pages around it, None if there is none."""

    keys: list[int]
    before: int | None
    after: int | None


def page_of(browsing: Browsing, place: Place) -> ListPage:
    """The page at a place, or the first one if there is no such place."""
    if browsing.query and not browsing.order:
        return _of_ranked(browsing.ranked_keys(), place)
    return _of_rows(browsing.films(), ORDERS[browsing.order or "title"][1], place)


def _of_ranked(keys: Sequence[int], place: Place) -> ListPage:
    start = 0
    if place.after in keys:
        start = keys.index(place.after) + 1
    elif place.before in keys:
        start = max(0, keys.index(place.before) - FILMS_PER_PAGE)
    shown = list(keys[start : start + FILMS_PER_PAGE])
    has_more = start + FILMS_PER_PAGE < len(keys)
    return ListPage(shown, shown[0] if shown and start else None, shown[-1] if has_more else None)


def _of_rows(films: FilmQuerySet, columns: Sequence[str], place: Place) -> ListPage:
    """The keyset: https://use-the-index-luke.com/no-offset."""
    edge = place.after if place.after is not None else place.before
    names = [column.removeprefix("-") for column in columns]
    row = Film.objects.filter(pk=edge).values(*names).first() if edge is not None else None
    is_back = row is not None and place.after is None
    if row is not None:
        films = films.filter(
            _beyond(columns, row, is_back=is_back) & _bound(columns[0], row, is_back=is_back)
        )
    ordered = films.order_by(*columns).reverse() if is_back else films.order_by(*columns)
    found = list(ordered.values_list("pk", flat=True)[: FILMS_PER_PAGE + 1])
    has_more, shown = len(found) > FILMS_PER_PAGE, found[:FILMS_PER_PAGE]
    if is_back:
        shown.reverse()
    if not shown:
        return ListPage([], None, None)
    has_before, has_after = (has_more, True) if is_back else (row is not None, has_more)
    return ListPage(shown, shown[0] if has_before else None, shown[-1] if has_after else None)


def _beyond(columns: Sequence[str], row: Mapping[str, Any], *, is_back: bool) -> Q:
    column, *rest = columns
    name = column.removeprefix("-")
    condition = Q(**{f"{name}__{_side(column, is_back=is_back)}": row[name]})
    return condition | (Q(**{name: row[name]}) & _beyond(rest, row, is_back=is_back)) if rest else condition


def _bound(column: str, row: Mapping[str, Any], *, is_back: bool) -> Q:
    """Says again of the first column what follows already: of an OR, the index would not know where to begin."""
    name = column.removeprefix("-")
    return Q(**{f"{name}__{_side(column, is_back=is_back)}e": row[name]})


def _side(column: str, *, is_back: bool) -> str:
    return "lt" if column.startswith("-") != is_back else "gt"


def _key(value: object) -> int | None:
    text = str(value or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
