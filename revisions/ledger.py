"""Reads the ledger, and keeps it short."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db import connection

from revisions.subjects import EVERYTHING

type Revisions = dict[str, str]
"""The revision of each subject. Equal texts mean that nothing about the subject has changed in between."""

FOLDED_FROM = 32
"""A subject with this many rows or more has them added up into one."""

# Transactions do not commit in the order of their numbers, so the newest number of a subject can stay the same while the
# subject changes. The sum of committed rows cannot: it grows with every commit. The newest transaction distinguishes
# histories with the same sum, for example after a backup was restored.
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
# In one statement, so that nobody sees a different sum in between.
FOLD = """
    WITH folded AS (
        DELETE FROM revisions_change WHERE subject IN (
            SELECT subject FROM revisions_change GROUP BY subject HAVING count(*) >= %s
        ) RETURNING subject, count
    )
    INSERT INTO revisions_change (subject, count) SELECT subject, sum(count) FROM folded GROUP BY subject
"""


def revisions_of(subjects: Iterable[str]) -> Revisions:
    """The revisions of these subjects and of EVERYTHING; empty for a subject that has never changed. One statement.

    Read them before the data: then the data are never older than the revisions say.
    """
    names = [EVERYTHING, *subjects]
    with connection.cursor() as cursor:
        cursor.execute(READ, [names])
        return dict.fromkeys(names, "") | dict(cursor.fetchall())


def find_with_revisions(query: str, parameters: list[str]) -> tuple[int, Revisions] | None:
    """The key of a row and the revisions of its subjects at the same instant; None if there is no row.

    `query` selects a key and an array of subjects. It is for pages whose subjects depend on the data.
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
    """Adds up the rows of each subject that has many; returns how many subjects. Pages that show them are rendered again."""
    with connection.cursor() as cursor:
        cursor.execute(FOLD, [FOLDED_FROM])
        return int(cursor.rowcount)
