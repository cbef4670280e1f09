"""Statements whose SQL the ORM makes once in each process, because making it takes longer than asking it: of public pages and of orders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import FETCH_ONE, Model, QuerySet
from django.db.models.query import get_related_populators


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
        """The rows of the query's model, with those that it joins (`select_related`) and what it adds to them. One statement."""
        found = self.columns(*keys, **values)
        return self._reader.rows(found)

    def row(self, **values: object) -> Row | None:
        """The first row, if there is one. One statement."""
        return next(iter(self.rows(**values)), None)

    @cached_property
    def _compiler(self) -> Any:
        return self._make().query.get_compiler(DEFAULT_DB_ALIAS)

    @cached_property
    def _reader(self) -> _Reader[Row]:
        """Made after the first asking, when the compiler knows its columns."""
        return _Reader(self._compiler)

    @cached_property
    def _statement(self) -> tuple[str, list[tuple[str, Any]]]:
        """The SQL, and each parameter with the name of the value that it stands for, if it does."""
        sql, parameters = self._compiler.as_sql()
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


class _Reader[Row]:
    """What makes rows of columns, worked out once: Django's own `query.ModelIterable` does so for each query that is asked.

    `compiler` has made the SQL of the query, so that it knows what its columns are.
    """

    def __init__(self, compiler: Any) -> None:
        known, columns = compiler.klass_info, compiler.select
        places = known["select_fields"]
        self._own = slice(places[0], places[-1] + 1)
        self._names = [column.target.attname for column, *_ in columns[self._own]]
        self._from_db = known["model"].from_db
        self._joined = get_related_populators(known, columns, DEFAULT_DB_ALIAS, FETCH_ONE)
        self._added = (compiler.annotation_col_map or {}).items()
        self._converters = compiler.get_converters([column for column, *_ in columns])
        self._convert = compiler.apply_converters

    def rows(self, found: list[tuple[Any, ...]]) -> list[Row]:
        converted = self._convert(found, self._converters) if self._converters else found
        return [self._row(columns) for columns in converted]

    def _row(self, columns: Sequence[Any]) -> Row:
        row: Any = self._from_db(DEFAULT_DB_ALIAS, self._names, columns[self._own], fetch_mode=FETCH_ONE)
        for each in self._joined:
            each.populate(columns, row)
        for name, place in self._added:
            setattr(row, name, columns[place])
        return row  # type: ignore[no-any-return]  # of the query's model


def fetched[Row: Model](rows: QuerySet[Row], found: list[Row]) -> QuerySet[Row]:
    """A queryset that has been evaluated, as `prefetch_related` leaves it in a row's `_prefetched_objects_cache`."""
    vars(rows).update(_result_cache=found, _prefetch_done=True)
    return rows
