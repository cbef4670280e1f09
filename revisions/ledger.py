"""Reading the ledger, and keeping it short."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db import connection

from revisions.subjects import EVERYTHING

type Revisions = dict[str, str]
"""The revision of each subject: equal texts mean that nothing about it has changed in between."""

FOLDED_FROM = 32
"""Rows of one subject from which they are added up into one."""

# Transactions do not commit in the order in which they take numbers, so that the newest number of a subject may stay
# the same while it changes. The sum of what is committed cannot: it grows with every commit. The newest transaction
# tells apart what has the same sum and yet another history, as after a backup was restored.
READ = """
    SELECT subject, sum(count) || '.' || max(transaction) FROM revisions_change WHERE subject = ANY(%s) GROUP BY subject
"""
FIND = """
    WITH found (key, subjects) AS MATERIALIZED ({query})
    SELECT key, subjects, (
        SELECT jsonb_object_agg(subject, revision) FROM (
            SELECT subject, sum(count) || '.' || max(transaction) AS revision
            FROM revisions_change WHERE subject = ANY(subjects || %s::text) GROUP BY subject
        ) read
    ) FROM found
"""
# One statement, so that nobody ever sees another sum.
FOLD = """
    WITH folded AS (
        DELETE FROM revisions_change WHERE subject IN (
            SELECT subject FROM revisions_change GROUP BY subject HAVING count(*) >= %s
        ) RETURNING subject, count
    )
    INSERT INTO revisions_change (subject, count) SELECT subject, sum(count) FROM folded GROUP BY subject
"""


def revisions_of(subjects: Iterable[str]) -> Revisions:
    """The revision of each of the subjects, and of everything; empty for what has never changed. One statement.

    Read it before the data: what is made of data that were read later is never older than the revision says.
    """
    names = [EVERYTHING, *subjects]
    with connection.cursor() as cursor:
        cursor.execute(READ, [names])
        return dict.fromkeys(names, "") | dict(cursor.fetchall())


def find_with_revisions(query: str, parameters: list[str]) -> tuple[int, Revisions] | None:
    """The key of a row and the revisions of its subjects, as both were at one instant; None without a row.

    `query` selects a key and an array of subjects: of what a page shows where that follows from the data.
    """
    with connection.cursor() as cursor:
        cursor.execute(FIND.format(query=query), [*parameters, EVERYTHING])
        row = cursor.fetchone()
    if row is None:
        return None
    key, subjects, revisions = row
    known = json.loads(revisions) if isinstance(revisions, str) else revisions or {}
    return key, dict.fromkeys([EVERYTHING, *filter(None, subjects)], "") | known


def fold() -> int:
    """Adds up the rows of subjects that have many; how many are left of those. Pages that show them are made anew."""
    with connection.cursor() as cursor:
        cursor.execute(FOLD, [FOLDED_FROM])
        return int(cursor.rowcount)
