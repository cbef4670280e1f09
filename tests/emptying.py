"""A database without rows again, after a test that committed.

Django truncates all tables, which makes new files for each table and index, and writes every permission anew: with more than
a hundred tables this takes longer than most tests. Here only tables that hold rows are emptied, without triggers and foreign keys.
"""

from __future__ import annotations

from django.db import connection, transaction

KEPT = frozenset({"auth_permission", "django_content_type", "django_migrations"})
"""What a migration writes and no test changes."""


def empty_database() -> None:
    """Deletes the rows of every table. Needs a superuser, as the tests' own servers have.

    The ledger is empty then, as in a new database: a test counts the same queries, whichever tests were before it.
    """
    names = sorted(set(connection.introspection.django_table_names(include_views=False)) - KEPT)
    asked = " UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT FROM \"{name}\")" for name in names)  # noqa: S608 - Django's own names
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(asked)
        filled = [name for (name,) in cursor.fetchall()]
        cursor.execute("SET LOCAL session_replication_role = replica")
        for name in filled:
            cursor.execute(f'DELETE FROM "{name}"')  # noqa: S608 - Django's own names
        cursor.execute("SET LOCAL session_replication_role = origin")
