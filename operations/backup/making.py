"""Makes a backup. The database comes first: files are never changed, so each that its rows name is there, unless it was deleted meanwhile."""

from __future__ import annotations

import os
import tarfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from django.core.files.storage import storages

from operations.backup.manifest import NAME, Manifest, applied_migrations, piece_of
from operations.backup.programs import run

DATABASE = "database.dump"
STORAGES = {"public.tar": "default", "private.tar": "private"}
"""The archive of each storage of uploaded files. The films are not among them: they are large, and their masters are elsewhere."""


def make_backup(into: Path) -> Path:
    """Returns the new folder, `longtake-<UTC time>` within `into`. Until it is complete its name ends in `.part`.

    Raises BackupError and OSError; what was begun then stays in the `.part` folder, which may be deleted.
    """
    moment = datetime.now(UTC)
    whole = into / f"longtake-{moment:%Y%m%dT%H%M%SZ}"
    part = whole.with_name(f"{whole.name}.part")
    part.mkdir(parents=True, mode=0o700)
    run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={part / DATABASE}")
    for name, storage in STORAGES.items():
        _pack(Path(storages[storage].path("")), part / name)
    names = [DATABASE, *STORAGES]
    manifest = Manifest(
        made_at=moment.isoformat(),
        migrations=applied_migrations(),
        pieces={name: piece_of(part / name) for name in names},
    )
    (part / NAME).write_text(manifest.model_dump_json(indent=2))
    for name in (*names, NAME):
        _to_disk(part / name)
    part.rename(whole)
    _to_disk(into)
    return whole


def _pack(folder: Path, archive: Path) -> None:
    """Everything below the folder, also where it or a part of it is a link to another disk. What is deleted meanwhile is left out."""
    with tarfile.open(archive, "w", dereference=True) as tar:
        for place, _folders, names in os.walk(folder, followlinks=True):
            for name in names:
                path = Path(place, name)
                with suppress(FileNotFoundError):
                    tar.add(path, arcname=str(path.relative_to(folder)), recursive=False)


def _to_disk(path: Path) -> None:
    """Returns when the operating system has written it, so that a backup that is named as complete is."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
