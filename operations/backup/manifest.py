"""The list of what a backup holds: written last, read first."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.db.migrations.recorder import MigrationRecorder
from pydantic import BaseModel, ValidationError

from operations.backup.programs import BackupError

NAME = "manifest.json"
FORMAT = 1


class Piece(BaseModel):
    size: int
    """Bytes."""
    sha256: str


class Manifest(BaseModel):
    format: int = FORMAT
    made_at: str
    """ISO 8601, in UTC."""
    migrations: list[str]
    """Applied when the backup was made, as `app.name`."""
    pieces: dict[str, Piece]
    """Each file of the backup by its name."""


def piece_of(path: Path) -> Piece:
    with path.open("rb") as file:
        return Piece(size=path.stat().st_size, sha256=hashlib.file_digest(file, "sha256").hexdigest())


def read(folder: Path) -> Manifest:
    """Checks each file against the list. BackupError that names the one that is missing or damaged."""
    try:
        manifest = Manifest.model_validate_json((folder / NAME).read_text())
    except FileNotFoundError as error:
        raise BackupError(
            f"{folder} is no backup, or one that was not finished: it has no {NAME}."
        ) from error
    except (ValidationError, UnicodeDecodeError) as error:
        raise BackupError(f"{folder / NAME} is damaged.") from error
    if manifest.format != FORMAT:
        raise BackupError(f"{folder} was made by another version of Longtake (format {manifest.format}).")
    for name, piece in manifest.pieces.items():
        path = folder / name
        if not path.is_file():
            raise BackupError(f"{path} is missing.")
        if piece_of(path) != piece:
            raise BackupError(f"{path} is damaged: it is not what was backed up.")
    return manifest


def applied_migrations() -> list[str]:
    from django.db import connection

    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())
