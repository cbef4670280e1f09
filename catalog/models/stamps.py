"""SQL of the triggers that date the records of films, and remember which were public (catalog.models.derived.changes)."""

from __future__ import annotations

from textwrap import dedent, indent

import pghistory
import pgtrigger

PUBLISHED = """
INSERT INTO catalog_publishedrecord (film, whole, kind, published_at)
SELECT film.id, COALESCE(film.part_of_id, film.id), film.kind, clock_timestamp()
FROM catalog_film film LEFT JOIN catalog_film whole ON whole.id = film.part_of_id
WHERE film.is_published AND (film.part_of_id IS NULL OR whole.is_published) AND {films}
ON CONFLICT (film) DO UPDATE SET whole = EXCLUDED.whole, kind = EXCLUDED.kind
WHERE (catalog_publishedrecord.whole, catalog_publishedrecord.kind) IS DISTINCT FROM (EXCLUDED.whole, EXCLUDED.kind)
"""
CHANGED = "SELECT n.id FROM new_rows n JOIN old_rows o USING (id) WHERE (n.is_published, n.part_of_id, n.kind) IS DISTINCT FROM (o.is_published, o.part_of_id, o.kind)"  # fmt: skip


def stamping(films: str) -> str:
    """The body of a statement-level trigger. `films` selects keys of films, as `film`; the whole of each is dated.

    Once in a transaction is enough: nothing is harvested that is younger than the oldest open transaction.
    """
    return _body(f"""
        INSERT INTO catalog_filmchange (whole, changed_at, transaction)
        SELECT touched.whole, clock_timestamp(), pg_current_xact_id()::text::bigint
        FROM (
            SELECT DISTINCT COALESCE(own.part_of_id, changed.film) AS whole
            FROM ({films}) changed LEFT JOIN catalog_film own ON own.id = changed.film
        ) touched
        WHERE NOT EXISTS (
            SELECT 1 FROM catalog_filmchange known
            WHERE known.whole = touched.whole AND known.transaction = pg_current_xact_id()::text::bigint
        );
        RETURN NULL;
    """)  # noqa: S608 - of our own names


def dating(films: str) -> pgtrigger.Trigger:
    """For a table whose rows several films share: when rows change, the films that `films` selects are dated."""
    return pgtrigger.Trigger(
        name="dates_films",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        referencing=pgtrigger.Referencing(old="old_rows", new="new_rows"),
        func=stamping(
            f"{films} WHERE shared.id IN (SELECT n.id FROM new_rows n JOIN old_rows o USING (id) WHERE n IS DISTINCT FROM o)"  # noqa: S608
        ),
    )


def dating_of(films: str) -> list[pgtrigger.Trigger]:
    """For a table whose rows say something of rows that several films share: whatever is added, changed or removed.

    `films` selects keys of films by `changed`, the rows before and after.
    """
    rows = {
        "added": (pgtrigger.Insert, "new_rows", {"new": "new_rows"}),
        "removed": (pgtrigger.Delete, "old_rows", {"old": "old_rows"}),
        "changed": (
            pgtrigger.Update,
            "(SELECT * FROM old_rows UNION SELECT * FROM new_rows)",
            {"old": "old_rows", "new": "new_rows"},
        ),
    }
    return [
        pgtrigger.Trigger(
            name=f"dates_films_{name}",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=operation,
            referencing=pgtrigger.Referencing(**referencing),
            func=stamping(films.replace("JOIN changed", f"JOIN {source} changed")),
        )
        for name, (operation, source, referencing) in rows.items()
    ]


def in_few_statements() -> tuple[pghistory.RowEvent, ...]:
    """What is tracked of lists that an import fills with many rows: one statement writes the history of all that are new."""
    return pghistory.InsertEvent(level=pghistory.Statement), pghistory.UpdateEvent(), pghistory.DeleteEvent()


def remembering() -> list[pgtrigger.Trigger]:
    """Triggers of films: what has become public is remembered. A family counts as one, since a part is as public as its whole."""
    return [
        _remembering("remembers_new", pgtrigger.Insert, "SELECT id FROM new_rows", old=None),
        _remembering("remembers_changed", pgtrigger.Update, CHANGED, old="old_rows"),
    ]


def _remembering(
    name: str, operation: pgtrigger.Operation, films: str, *, old: str | None
) -> pgtrigger.Trigger:
    family = (
        f"film.id IN ({films} UNION SELECT part.id FROM catalog_film part WHERE part.part_of_id IN ({films}))"  # noqa: S608
    )
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(old=old, new="new_rows"),
        func=_body(f"{PUBLISHED.format(films=family).rstrip()};\nRETURN NULL;"),
    )


def _body(sql: str) -> str:
    """Indented as the function around it, which setup/triggers.py expects."""
    return indent(dedent(sql).strip(), " " * 20).lstrip()
