"""Triggers that record in the ledger which subjects a statement has touched, wherever the statement comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pgtrigger

from revisions.subjects import EVERYTHING

INSERT = "INSERT INTO revisions_change (subject)"
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def touching(
    *subjects: str,
    name: str = "revisions",
    only: Iterable[str] = (),
    ignoring: Iterable[str] = (),
    on_insert: bool = True,
) -> list[pgtrigger.Trigger]:
    """Statement-level triggers for a table: each runs once, whatever the number of rows.

    A subject is a text in which `{column}` is replaced by a column of the row: `film:{film_id}`. It is never looked up in
    another table, where the changes of a concurrent transaction would not be visible and the wrong subject would be
    touched. If the column is NULL, nothing is touched. An update counts if it changes a column: one of `only` if given,
    otherwise any column not in `ignoring`. `on_insert=False` is for rows that no page shows until another row refers to
    them, whose own insertion touches a subject.
    """
    changed = _changed(tuple(only), tuple(ignoring))
    old, new = _values("o", subjects), _values("n", subjects)
    both = (
        f"old_rows o FULL JOIN new_rows n ON o.id = n.id CROSS JOIN LATERAL (VALUES {old}, {new}) t (subject)"
    )
    triggers = [
        _trigger(
            f"{name}_update", pgtrigger.Update, f"{both} WHERE {changed} AND", old="old_rows", new="new_rows"
        ),
        _trigger(f"{name}_delete", pgtrigger.Delete, f"{_each('old_rows o', old)} WHERE", old="old_rows"),
        pgtrigger.Trigger(
            name=f"{name}_truncate",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Truncate,
            func=f"{INSERT} VALUES ('{EVERYTHING}'); RETURN NULL;",
        ),
    ]
    if on_insert:
        triggers.append(
            _trigger(f"{name}_insert", pgtrigger.Insert, f"{_each('new_rows n', new)} WHERE", new="new_rows")
        )
    return triggers


def _trigger(
    name: str, operation: pgtrigger.Operation, rows: str, *, old: str | None = None, new: str | None = None
) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(old=old, new=new),
        func=f"{INSERT} SELECT DISTINCT t.subject FROM {rows} t.subject IS NOT NULL; RETURN NULL;",  # noqa: S608 - of our own names
    )


def _each(rows: str, values: str) -> str:
    return f"{rows} CROSS JOIN LATERAL (VALUES {values}) t (subject)"


def _values(row: str, subjects: Iterable[str]) -> str:
    """SQL for a list of one-column rows: `('film:' || n.film_id), ('catalogue')`."""
    return ", ".join(f"({_concatenated(row, subject)})" for subject in subjects)


def _concatenated(row: str, subject: str) -> str:
    text, *rest = PLACEHOLDER.split(subject)
    pieces = [f"'{text}'"]
    for column, after in zip(rest[::2], rest[1::2], strict=True):
        pieces += [f"{row}.{column}", *([f"'{after}'"] if after else [])]
    return " || ".join(pieces)


def _changed(only: tuple[str, ...], ignoring: tuple[str, ...]) -> str:
    if only:
        old, new = (", ".join(f"{row}.{column}" for column in ("id", *only)) for row in "on")
        return f"ROW({old}) IS DISTINCT FROM ROW({new})"
    if ignoring:
        names = ", ".join(f"'{column}'" for column in ignoring)
        return f"to_jsonb(o) - ARRAY[{names}] IS DISTINCT FROM to_jsonb(n) - ARRAY[{names}]"
    return "o IS DISTINCT FROM n"
