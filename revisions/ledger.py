"""Reading the ledger, and keeping it short."""

from __future__ import annotations

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


def fold() -> int:
    """Adds up the rows of subjects that have many; how many are left of those. Pages that show them are made anew."""
    with connection.cursor() as cursor:
        cursor.execute(FOLD, [FOLDED_FROM])
        return int(cursor.rowcount)
