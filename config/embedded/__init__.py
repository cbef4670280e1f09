"""PostgreSQL and Valkey for a machine that has none, under `.data/` (or LONGTAKE_DATA_DIR).

Each starts with the first process that uses it and stops with the last; the data stay. Nothing here runs in production.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from config.embedded.postgresql import PostgreSQL
from config.embedded.server import EmbeddedServer, EmbeddedServerError
from config.embedded.valkey import Valkey

__all__ = [
    "EmbeddedServer",
    "EmbeddedServerError",
    "PostgreSQL",
    "Valkey",
    "data_directory",
    "ensure_servers",
]

ROOT = Path(__file__).resolve().parents[2]


def data_directory(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of the embedded servers' data: LONGTAKE_DATA_DIR, else `.data` beside manage.py."""
    return Path(environment.get("LONGTAKE_DATA_DIR") or ROOT / ".data").expanduser().absolute()


def ensure_servers() -> list[EmbeddedServer]:
    """Start a server for each of DATABASE_URL and REDIS_URL that is unset, and set the variable. The servers run at least as
    long as this process.

    Child processes inherit both variables and so use the same servers. Does nothing in production, where a missing
    variable must remain an error in the settings. Ends the process with a sentence and exit code 1 when a server
    cannot be started. Returns the servers that this process now uses.
    """
    joined: list[EmbeddedServer] = []
    if os.environ.get("LONGTAKE_ENV") == "production":
        return joined
    kinds: dict[str, type[EmbeddedServer]] = {"DATABASE_URL": PostgreSQL, "REDIS_URL": Valkey}
    for variable, kind in kinds.items():
        if not os.environ.get(variable):
            server = kind(data_directory())
            try:
                os.environ[variable] = server.join()
            except EmbeddedServerError as error:
                sys.exit(f"{error}\nOr set {variable} to a server of your own.")
            joined.append(server)
            if isinstance(server, PostgreSQL):
                os.environ.setdefault("LONGTAKE_POSTGRES_PROGRAMS", str(server.programs))
    return joined
