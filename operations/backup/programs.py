"""PostgreSQL's own programs, run with the addresses and passwords of the settings in their environment, never on their command lines."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from django.conf import settings
from django.db import connection
from psycopg.pq import Conninfo


class BackupError(Exception):
    """A backup cannot be made or restored; the message is a sentence for whoever runs the command."""


def run(program: str, *arguments: str) -> None:
    """Runs pg_dump or pg_restore on the database of the settings. BackupError with its own words when it fails."""
    done = subprocess.run(
        [path_of(program), *arguments], env=_environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BackupError(f"{program} failed: {done.stderr.strip() or done.returncode}")


def path_of(program: str) -> str:
    folder = settings.POSTGRES_PROGRAMS
    found = shutil.which(program, path=str(folder) if folder else None)
    if found is None:
        place = f"in {folder}" if folder else "on the PATH"
        raise BackupError(
            f"{program} is not {place}: install PostgreSQL's client programs of the server's version, "
            "or name their folder in LONGTAKE_POSTGRES_PROGRAMS."
        )
    return str(Path(found))


def _environment() -> dict[str, str]:
    """libpq's variable for each value that the settings have (https://www.postgresql.org/docs/current/libpq-envars.html)."""
    names = {
        option.keyword.decode(): option.envvar.decode()
        for option in Conninfo.get_defaults()
        if option.envvar is not None
    }
    values = connection.get_connection_params()
    ours = {
        names[key]: str(value) for key, value in values.items() if key in names and value not in {None, ""}
    }
    return os.environ | ours
