"""How many films each choice of each filter would leave, counted by the database in one statement."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from catalog.models import FilmQuerySet
from catalog.search.filters import Filter, filters

MOST_COUNTED = 1_000
"""Films. Counts stop here and say so, so that a page of a very large catalogue takes no longer than one of a large catalogue."""
MOST_CHOICES = 100
"""A filter lists its most frequent values up to this number."""
COLUMNS = ("id", "year", "runtime", "countries", "added_at")
COUNT_FILMS = "SELECT 'films', '', count(*), '', NULL FROM of_films"
COUNT_PLAIN = """
    SELECT '{name}', {value}, count(DISTINCT films.id), '', NULL FROM {of} films {source}
    GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT {most}
"""
COUNT_NAMED = """
    SELECT '{name}', named.slug, counted.number, named.name, {words} FROM (
        SELECT link.{column} AS id, count(DISTINCT films.id) AS number FROM {of} films {source}
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {most}
    ) counted JOIN {table} named USING (id)
"""
NAME = "SELECT '{name}', slug, 0, name, {words} FROM {table} named WHERE slug = %s"
"""Names a value that is chosen, in case no film has it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A value of a filter, and how many films have it. `words` has a subject's name and its translations."""

    value: str
    count: int
    words: dict[str, object]


@dataclass(frozen=True, slots=True)
class Counts:
    """For each filter its values; the number of films, at most MOST_COUNTED; the filters whose counts may be too low."""

    values: dict[str, list[Counted]]
    films: int


def count(films: FilmQuerySet, without: Mapping[str, FilmQuerySet], chosen: Mapping[str, str]) -> Counts:
    """Counts the values among `films`, and those of a filter in use among the films `without` it. One statement."""
    sets, parameters = _sets({"films": films, **without})
    pieces, known_filters = [COUNT_FILMS], filters()
    for each in known_filters:
        pieces.append(_piece(each, f"of_{each.name}" if each.name in without else "of_films"))
        if each.named and each.name in chosen:
            pieces.append(NAME.format(name=each.name, words=each.named.words, table=each.named.table))
            parameters.append(chosen[each.name])
    statement = f"WITH {sets} " + " UNION ALL ".join(f"({piece})" for piece in pieces)
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows = cursor.fetchall()
    values: dict[str, dict[str, Counted]] = {
        name: {} for name in ("films", *(each.name for each in known_filters))
    }
    for name, value, number, label, translations in rows:
        known = values[name].get(value)
        if value is not None and (known is None or known.count < number):
            words = {"name": label, "translations": json.loads(translations) if translations else {}}
            values[name][value] = Counted(value, number, words)
    found = values.pop("films")[""].count
    return Counts({name: list(counted.values()) for name, counted in values.items()}, found)


def _sets(querysets: Mapping[str, FilmQuerySet]) -> tuple[str, list[Any]]:
    """The films of each set as a common table expression."""
    pieces: list[str] = []
    parameters: list[Any] = []
    for name, films in querysets.items():
        rows = films.order_by().values_list(*COLUMNS)[:MOST_COUNTED]
        statement, own = rows.query.sql_with_params()
        pieces.append(f"of_{name} ({', '.join(COLUMNS)}) AS MATERIALIZED ({statement})")
        parameters += own
    return ", ".join(pieces), parameters


def _piece(each: Filter, of: str) -> str:
    source = each.source if isinstance(each.source, str) else each.source()
    if named := each.named:
        return COUNT_NAMED.format(
            name=each.name,
            words=named.words,
            column=named.column,
            of=of,
            source=source,
            most=MOST_CHOICES,
            table=named.table,
        )
    return COUNT_PLAIN.format(name=each.name, value=each.value, of=of, source=source, most=MOST_CHOICES)
