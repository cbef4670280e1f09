"""Statements whose SQL the ORM makes once in each process, because making it takes longer than asking it: of public pages and of orders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet


class Prepared[Row]:
    """A query about values that are given each time it is asked.

    `make` builds it, as rows or as `values_list`, with a placeholder where each value belongs: `placeholders` names
    those, each of its column's type and equal to no other parameter. `where` is SQL that limits what was found by its
    columns, with `%s` for each list of keys.
    """

    def __init__(
        self, make: Callable[[], QuerySet[Any, Row]], where: str = "", **placeholders: object
    ) -> None:
        self._make = make
        self._where = where
        self._placeholders = placeholders

    def columns(self, *keys: Sequence[object], **values: object) -> list[tuple[Any, ...]]:
        """The columns as the database gives them: JSON is text. One statement."""
        with connection.cursor() as cursor:
            cursor.execute(*self._asked(keys, values))
            return list(cursor.fetchall())

    def rows(self, *keys: Sequence[object], **values: object) -> list[Row]:
        """The rows of the query's model. One statement."""
        return list(self._manager.raw(*self._asked(keys, values)))

    def row(self, **values: object) -> Row | None:
        """The first row, if there is one. One statement."""
        return next(iter(self.rows(**values)), None)

    @cached_property
    def _manager(self) -> Any:
        return self._make().model._base_manager  # noqa: SLF001 - Django documents it

    @cached_property
    def _statement(self) -> tuple[str, list[tuple[str, Any]]]:
        """The SQL, and each parameter with the name of the value that it stands for, if it does."""
        sql, parameters = self._make().query.sql_with_params()
        limited = f"SELECT * FROM ({sql}) found WHERE {self._where}" if self._where else sql  # noqa: S608 - our own
        return limited, [(self._name(each), each) for each in parameters]

    def _name(self, parameter: Any) -> str:
        return next((name for name, each in self._placeholders.items() if each == parameter), "")

    def _asked(
        self, keys: tuple[Sequence[object], ...], values: Mapping[str, object]
    ) -> tuple[str, list[Any]]:
        sql, parameters = self._statement
        given = [values[name] if name else parameter for name, parameter in parameters]
        return sql, [*given, *map(list, keys)]


def fetched[Row: Model](rows: QuerySet[Row], found: list[Row]) -> QuerySet[Row]:
    """A queryset that has been evaluated, as `prefetch_related` leaves it in a row's `_prefetched_objects_cache`."""
    vars(rows).update(_result_cache=found, _prefetch_done=True)
    return rows
