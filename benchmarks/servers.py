"""PostgreSQL and Valkey of a benchmark's own, in a folder that is removed afterwards."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.embedded import PostgreSQL, Valkey


@contextmanager
def servers(*, is_forgetful: bool) -> Iterator[PostgreSQL]:
    """Both, empty; the environment names them meanwhile. PostgreSQL's folder lies in that of all data.

    Forgetful ones do not wait for the disk when they commit, so that they are filled fast. Whoever has set Django up in this
    process closes its connections before the end.
    """
    with tempfile.TemporaryDirectory(prefix="longtake-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o711)  # under root, PostgreSQL runs as another user
        database, valkey = PostgreSQL(folder, is_forgetful=is_forgetful), Valkey(folder)
        before = dict(os.environ)
        os.environ |= {
            "DATABASE_URL": database.join(),
            "REDIS_URL": valkey.join(),
            "LONGTAKE_ENV": "development",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "LONGTAKE_DATA_DIR": str(folder),
            "LONGTAKE_FILES_DIR": str(folder / "files"),
        }
        try:
            yield database
        finally:
            database.leave()
            valkey.leave()
            os.environ.clear()
            os.environ |= before
