"""How many films each choice of each filter would leave, counted by the database in one statement."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from catalog.models import Credit, FilmQuerySet

MOST_COUNTED = 10_000
"""Films. Counts stop here, so that a page of a very large catalogue takes no longer than one of a large catalogue."""
MOST_CHOICES = 200
"""A filter lists its most frequent values up to this number."""
DECADE = 10


@dataclass(frozen=True, slots=True)
class Band:
    """Lengths from `least` to `most` minutes, inclusive."""

    key: str
    label: str | Promise
    least: int
    most: int


BANDS = (
    Band("short", gettext_lazy("Under an hour"), 1, 59),
    Band("feature", gettext_lazy("One to two and a half hours"), 60, 150),
    Band("long", gettext_lazy("Two and a half to five hours"), 151, 300),
    Band("longest", gettext_lazy("More than five hours"), 301, 100_000),
)
_BAND = "CASE " + " ".join(f"WHEN runtime <= {band.most} THEN '{band.key}'" for band in BANDS) + " END"
# For each filter: its value, and where the value comes from beside the films themselves.
_PLAIN = {
    "length": (_BAND, ""),
    "country": ("country", "CROSS JOIN unnest(countries) country"),
    "decade": (f"(year - mod(year, {DECADE}))::text", ""),
}
# For each filter whose values are rows: the table, the column that refers to it, and the rows that lead there.
_ROWS = {
    "subject": (
        "catalog_subject",
        "subject_id",
        "JOIN catalog_film_subjects link ON link.film_id = films.id",
    ),
    "maker": (
        "catalog_person",
        "person_id",
        f"JOIN catalog_credit link ON link.film_id = films.id AND link.role = '{Credit.Role.DIRECTOR.value}'",
    ),
}
_WORDS = {"subject": "named.translations::text", "maker": "NULL"}
FILTERS = (*_PLAIN, *_ROWS)
COUNT_FILMS = "SELECT 'films', '', count(*), '', NULL FROM of_films"
COUNT_PLAIN = """
    SELECT '{name}', {value}, count(*), '', NULL FROM {of} films {source} GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT {most}
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
    """For each filter its values; and the number of films, at most MOST_COUNTED."""

    values: dict[str, list[Counted]]
    films: int


def count(films: FilmQuerySet, without: Mapping[str, FilmQuerySet], chosen: Mapping[str, str]) -> Counts:
    """Counts the values among `films`, and those of a filter in use among the films `without` it. One statement."""
    sets, parameters = _sets({"films": films, **without})
    pieces = [COUNT_FILMS]
    for name in FILTERS:
        of = f"of_{name}" if name in without else "of_films"
        pieces.append(_plain(name, of) if name in _PLAIN else _named(name, of))
        if name in _ROWS and name in chosen:
            pieces.append(NAME.format(name=name, words=_WORDS[name], table=_ROWS[name][0]))
            parameters.append(chosen[name])
    statement = f"WITH {sets} " + " UNION ALL ".join(f"({piece})" for piece in pieces)
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows = cursor.fetchall()
    values: dict[str, dict[str, Counted]] = {name: {} for name in ("films", *FILTERS)}
    for name, value, number, label, translations in rows:
        known = values[name].get(value)
        if known is None or known.count < number:
            words = {"name": label, "translations": json.loads(translations) if translations else {}}
            values[name][value] = Counted(value, number, words)
    found = values.pop("films")[""].count
    return Counts({name: list(counted.values()) for name, counted in values.items()}, found)


def _sets(querysets: Mapping[str, FilmQuerySet]) -> tuple[str, list[Any]]:
    """The films of each set as a common table expression."""
    pieces: list[str] = []
    parameters: list[Any] = []
    for name, films in querysets.items():
        rows = films.order_by().values_list("id", "year", "runtime", "countries")[:MOST_COUNTED]
        statement, own = rows.query.sql_with_params()
        pieces.append(f"of_{name} (id, year, runtime, countries) AS MATERIALIZED ({statement})")
        parameters += own
    return ", ".join(pieces), parameters


def _plain(name: str, of: str) -> str:
    value, source = _PLAIN[name]
    return COUNT_PLAIN.format(name=name, value=value, of=of, source=source, most=MOST_CHOICES)


def _named(name: str, of: str) -> str:
    table, column, source = _ROWS[name]
    return COUNT_NAMED.format(
        name=name, words=_WORDS[name], column=column, of=of, source=source, most=MOST_CHOICES, table=table
    )
