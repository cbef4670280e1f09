"""A fresh demonstration database in a moment: a migrated and filled database is kept as a template to copy."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import cast

import psycopg
import redis
from django.conf import settings
from django.db import connection, connections
from django.db.backends.postgresql.base import DatabaseWrapper
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from demo.errors import DemoError

PREFIX = "longtake_sample_"
MIGRATED = "LONGTAKE_DEMO_MIGRATED_DATABASE"
"""The variable that names a database of the same server with every migration, from which a new template may begin."""
TOLD_BY = ("*/migrations/*.py", "demo/data/**/*", "records/*.py", "catalog/exchange/*.py", "demo/sample*.py")


def fingerprint(root: Path) -> str:
    """Changes if a migration or the sample data change."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in TOLD_BY for path in root.glob(pattern) if path.is_file()}):
        digest.update(path.as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def make_fresh(fill: Callable[[], None]) -> bool:
    """Recreates the demonstration's database: copied from its template, which `fill` fills if there is none yet.

    Also empties the demonstration's number of the broker. True when the template had to be made.
    """
    redis.Redis.from_url(settings.CELERY_BROKER_URL).flushdb()
    demo = str(settings.DATABASES["default"]["NAME"])
    template = PREFIX + fingerprint(settings.BASE_DIR)
    with psycopg.connect(os.environ["LONGTAKE_DEMO_BASE_DATABASE_URL"], autocommit=True) as server:
        _may_create(server)
        _drop(server, demo)
        is_new = template not in _names(server) or not _kept_files(template).is_dir()
        if is_new:
            for old in _names(server):
                _drop(server, old)
            begin = os.environ.get(MIGRATED, "template1")
            _copy(server, begin, to=demo)
            fill()
            _keep_files(template)
            connections.close_all()
            close_pool()
            server.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(*map(sql.Identifier, (demo, template)))
            )
        _copy(server, template, to=demo)
    shutil.copytree(_kept_files(template), _files(), dirs_exist_ok=True)
    return is_new


def _files() -> Path:
    """Uploaded files, those to download, and what the site serves."""
    return Path(settings.MEDIA_ROOT).parent


def _kept_files(template: str) -> Path:
    """Where the files that belong to the rows of a template are kept: the demonstration's own go with each run."""
    files = _files()
    return files.with_name(f"{files.name}-{template}")


def _keep_files(template: str) -> None:
    files = _files()
    for old in files.parent.glob(f"{files.name}-{PREFIX}*"):
        shutil.rmtree(old)
    files.mkdir(parents=True, exist_ok=True)
    shutil.copytree(files, _kept_files(template))


def close_pool() -> None:
    """Closes the pooled connections, since a database in use cannot be renamed or copied."""
    cast("DatabaseWrapper", connection).close_pool()


def _names(server: psycopg.Connection) -> list[str]:
    rows = server.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX]
    ).fetchall()
    return [row[0] for row in rows]


def _copy(server: psycopg.Connection, name: str, *, to: str) -> None:
    server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*map(sql.Identifier, (to, name))))


def _drop(server: psycopg.Connection, name: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _may_create(server: psycopg.Connection) -> None:
    row = server.execute(
        "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    if not row or not row[0]:
        user = conninfo_to_dict(os.environ["LONGTAKE_DEMO_BASE_DATABASE_URL"]).get("user", "this user")
        raise DemoError(
            f"The demonstration makes its own database, and {user} may not create one on that server."
        )
