"""Keeps the dates of changes short: of each film only the last is ever asked for."""

from __future__ import annotations

from django.db import connection

FORGET = """
    DELETE FROM catalog_filmchange change USING catalog_filmchange later
    WHERE later.whole = change.whole AND later.changed_at > change.changed_at
        AND later.changed_at < clock_timestamp() - interval '1 day'
"""
# A whole and a part that are published by two transactions at once see nothing of each other.
REMEMBER = """
    INSERT INTO catalog_publishedrecord (film, whole, kind, published_at)
    SELECT part.id, part.part_of_id, part.kind, clock_timestamp()
    FROM catalog_film part JOIN catalog_film whole ON whole.id = part.part_of_id
    WHERE part.is_published AND whole.is_published
        AND NOT EXISTS (SELECT 1 FROM catalog_publishedrecord known WHERE known.film = part.id)
    ON CONFLICT DO NOTHING
"""


def forget_old_changes() -> int:
    """Deletes the dates that a later one has replaced for a day; returns how many."""
    with connection.cursor() as cursor:
        cursor.execute(REMEMBER)
        cursor.execute(FORGET)
        return int(cursor.rowcount)
