"""Monthly files of MARC records: what was new or changed in a month, and what is to be deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import connection

from catalog.exports.marc.record import record_of, withdrawn
from catalog.exports.reading import described, identifier
from catalog.harvesting.dates import Cursor, Dated, changed_between, settled_until

FILMS_AT_ONCE = 100
COUNTED = """
    SELECT date_trunc('month', last, 'UTC') AS month, count(*) FILTER (WHERE is_public), count(*) FILTER (WHERE NOT is_public)
    FROM (
        SELECT (SELECT max(changed_at) FROM catalog_filmchange change WHERE change.whole = record.whole) AS last,
            COALESCE(film.is_published AND (film.part_of_id IS NULL OR whole.is_published), false) AS is_public
        FROM catalog_publishedrecord record
        LEFT JOIN catalog_film film ON film.id = record.film
        LEFT JOIN catalog_film whole ON whole.id = film.part_of_id
    ) dated WHERE last IS NOT NULL GROUP BY month ORDER BY month DESC LIMIT %s
"""
MOST_MONTHS = 36


@dataclass(frozen=True)
class Month:
    """How many records last changed in a month, and how many of them are to be deleted."""

    first: date
    changed: int
    deleted: int

    @property
    def name(self) -> str:
        return f"{self.first:%Y-%m}"


def months() -> list[Month]:
    """The newest first. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, [MOST_MONTHS])
        return [Month(month.date(), changed, deleted) for month, changed, deleted in cursor.fetchall()]


def changed_in(month: str) -> Iterator[bytes]:
    """MARC records of what was new or changed in a month such as 2026-11, as they are now.

    A record that has changed again stands in the file of the later month alone: whoever loads all files in order
    has each record once.
    """
    for dated in _pages(month):
        films = described([each.film for each in dated])
        yield from (record_of(films[each.film]).as_marc() for each in dated if each.film in films)


def deleted_in(month: str) -> Iterator[bytes]:
    """MARC records of status d, for what visitors cannot see any more."""
    for dated in _pages(month):
        yield from (
            withdrawn(identifier(each.film), each.changed_at).as_marc() for each in dated if each.is_deleted
        )


def _pages(month: str) -> Iterator[list[Dated]]:
    year, number = map(int, month.split("-"))
    begin = datetime(year, number, 1, tzinfo=UTC)
    end = datetime(year + number // 12, number % 12 + 1, 1, tzinfo=UTC)
    after = Cursor(begin, 0)
    while dated := changed_between(
        begin, end, settled=settled_until(), after=after, of_set="", most=FILMS_AT_ONCE
    ):
        yield dated
        after = dated[-1].cursor
