"""Restores a backup into an empty database and empty folders. It never overwrites anything."""

from __future__ import annotations

import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.core.files.storage import storages
from django.db import connection

from operations.backup.making import DATABASE, STORAGES
from operations.backup.manifest import read
from operations.backup.programs import BackupError, run

type Hook = Callable[[], str]
_hooks: list[Hook] = []


def after_restoring(hook: Hook) -> None:
    """An app does what must be done before anything runs on restored rows, and says what it did; its `ready` calls this."""
    _hooks.append(hook)


@dataclass(frozen=True)
class Restored:
    made_at: str
    said: list[str]
    """What was done to the rows afterwards, in sentences."""


def restore_backup(folder: Path) -> Restored:
    """Checks the backup as a whole, then restores the database (all of it or nothing), then the files. BackupError otherwise."""
    manifest = read(folder)
    if tables := connection.introspection.table_names():
        raise BackupError(
            f"The database is not empty ({len(tables)} tables): name a new one in DATABASE_URL. Nothing was changed."
        )
    for storage in STORAGES.values():
        place = Path(storages[storage].path(""))
        if place.is_dir() and any(place.iterdir()):
            raise BackupError(
                f"The folder {place} is not empty: name another in LONGTAKE_FILES_DIR. Nothing was changed."
            )
    connection.close()
    run(
        "pg_restore",
        "--single-transaction",
        "--exit-on-error",
        "--no-owner",
        "--no-privileges",
        f"--dbname={connection.settings_dict['NAME']}",
        str(folder / DATABASE),
    )
    for name, storage in STORAGES.items():
        place = Path(storages[storage].path(""))
        place.mkdir(parents=True, exist_ok=True)
        with tarfile.open(folder / name) as tar:
            tar.extractall(place, filter="data")
    return Restored(manifest.made_at, [said for hook in _hooks if (said := hook())])
