"""Copies of one real row, written by SQL, so that very many of them take seconds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.models import Model

BASE = 10_000_000
"""Keys of copies begin here, below those of `script`."""
KEY = f"{BASE} + n"


@contextmanager
def without_triggers() -> Iterator[None]:
    """They write histories, and check what is right of a copy when it is right of the row. All tables are analysed afterwards."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SET session_replication_role = replica")
        yield
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("RESET statement_timeout")


def copy(row: Model, size: int, *, where: str = "true", **changed: str) -> None:
    """Copies a row so many times. `changed` has SQL for some columns; `n` in it is the number of the copy, from one."""
    from django.db import connection

    columns = _given_columns(row)
    if unknown := changed.keys() - {*columns}:
        raise ValueError(f"No such columns: {unknown}")
    table, names = row._meta.db_table, ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(changed.get(column, f'row."{column}"') for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(  # all of it is ours
            f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} row, generate_series(1, {size}) n "  # noqa: S608 - the names are of our models
            f"WHERE row.id = {row.pk} AND {where}"
        )


def _given_columns(row: Model) -> list[str]:
    """The columns of its table but those that the database works out (`attgenerated`), which refuse a value."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 "
            "AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
            [row._meta.db_table],
        )
        return [name for (name,) in cursor.fetchall()]
