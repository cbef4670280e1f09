"""Which records changed when: exact, while others write.

A change is dated while its transaction runs, and seen when it ends, so that a date may become visible after a later one.
A harvest therefore ends at the beginning of the oldest open transaction that writes (`settled_until`): whatever is
younger is left for the next harvest, which begins where this one ended. docs/decisions/0041-records-and-harvesting.md
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection

from catalog.models import Film, PublishedRecord

SETTLED = """
    SELECT least(statement_timestamp(), min(xact_start)) FROM pg_stat_activity
    WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()
"""
FAMILIES = """
    SELECT change.whole, change.changed_at FROM catalog_filmchange change
    WHERE change.changed_at >= %(since)s AND change.changed_at < %(before)s
        AND (change.changed_at, change.whole) > (%(after)s, %(after_whole)s)
        AND NOT EXISTS (
            SELECT 1 FROM catalog_filmchange later WHERE later.whole = change.whole
                AND later.changed_at > change.changed_at AND later.changed_at < %(settled)s
        )
        AND EXISTS (
            SELECT 1 FROM catalog_publishedrecord record WHERE record.whole = change.whole AND {member}
        )
    ORDER BY change.changed_at, change.whole LIMIT %(most)s
"""
SETS = {
    "": "true",
    "whole": "record.film = record.whole",
    "kind": "true",
    "part": "record.film <> record.whole",
    **{f"kind:{kind}": f"record.kind = '{kind}'" for kind in Film.Kind.values},
}
"""Conditions by the names of sets; our own text alone."""


class Cursor(NamedTuple):
    """The last family that was sent: when it changed, and its key."""

    changed_at: datetime
    whole: int


@dataclass(frozen=True)
class Dated:
    """A record that is or was public. `film` is the key; the record is deleted if visitors cannot see the film any more."""

    film: int
    whole: int
    kind: str
    changed_at: datetime
    is_deleted: bool

    @property
    def sets(self) -> tuple[str, str]:
        return ("whole" if self.film == self.whole else "part", f"kind:{self.kind}")

    def is_of(self, spec: str) -> bool:
        """Whether it belongs to a set, or to one below it; everything belongs to the set without a name."""
        return not spec or any(each == spec or each.startswith(f"{spec}:") for each in self.sets)

    @property
    def cursor(self) -> Cursor:
        return Cursor(self.changed_at, self.whole)


def settled_until() -> datetime:
    """Everything dated before this can be seen, and nothing will be dated before it any more. Ask before reading."""
    with connection.cursor() as cursor:
        cursor.execute(SETTLED)
        (moment,) = cursor.fetchone()
    return moment  # type: ignore[no-any-return]  # the driver has no types for columns


def changed_between(
    since: datetime, before: datetime, *, settled: datetime, after: Cursor, of_set: str, most: int
) -> list[Dated]:
    """Records of at most `most` whole films with all their parts, the longest unchanged first. Three statements.

    A film that changes meanwhile moves to the end, so that no page misses one because of another.
    """
    parameters: dict[str, Any] = {
        "since": since,
        "before": min(before, settled),
        "settled": settled,
        "most": most,
    }
    parameters |= {"after": after.changed_at, "after_whole": after.whole}
    with connection.cursor() as cursor:
        cursor.execute(FAMILIES.format(member=SETS[of_set]), parameters)
        dates: dict[int, datetime] = dict(cursor.fetchall())
    return [each for each in records_of(dates) if each.is_of(of_set)]


def records_of(dates: dict[int, datetime]) -> list[Dated]:
    """The records of these whole films, in their order, the whole before its parts. Two statements."""
    rows = PublishedRecord.objects.filter(whole__in=list(dates)).order_by("film")
    found = {row.film: row for row in rows}
    public = set(Film.objects.public().filter(pk__in=list(found)).values_list("pk", flat=True))
    dated = [
        Dated(row.film, row.whole, row.kind, dates[row.whole], row.film not in public)
        for row in found.values()
    ]
    places: dict[int, int] = {whole: place for place, whole in enumerate(dates)}
    return sorted(dated, key=lambda each: (places[each.whole], each.film != each.whole, each.film))


def record_of(film: int, dates: dict[int, datetime]) -> Dated | None:
    return next((each for each in records_of(dates) if each.film == film), None)


def wholes_of(films: Sequence[int]) -> list[int]:
    """The keys of the wholes of these records."""
    return list(PublishedRecord.objects.filter(film__in=films).values_list("whole", flat=True))
