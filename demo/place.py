"""What a demonstration occupies on a machine: its folder, its lock, its ports, its environment."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import socket
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from psycopg.conninfo import make_conninfo

from demo.errors import DemoError
from demo.strays import end_strays

HOST = "127.0.0.1"


class DemoPlace:
    """Entered by one process at a time: a second demonstration in the same folder, or a port in use, is a DemoError."""

    def __init__(self, folder: Path, *, port: int) -> None:
        self.folder = folder
        self.port = port
        self.mail_port = 0
        self._lock: IO[str] | None = None

    @property
    def site_url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def mailbox(self) -> Path:
        return self.folder / "mailbox"

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = self._take_lock()
        end_strays(self.folder)
        self.open_door().close()  # to report it before anything is started
        self.mail_port = free_port()
        for name in ("mailbox", "logs", "files"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        (self.folder / "logs").mkdir()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock:
            self._lock.close()

    def set_environment(self) -> None:
        """The environment of this process and those that it starts; needs DATABASE_URL and REDIS_URL."""
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "LONGTAKE_ENV": "development",
            "LONGTAKE_DEMO": "1",
            "LONGTAKE_TIME_ZONE": "America/New_York",
            "LONGTAKE_SITE_URL": self.site_url,
            "LONGTAKE_EMAIL_URL": f"smtp://{HOST}:{self.mail_port}",
            "LONGTAKE_FILES_DIR": str(self.folder / "files"),
            "LONGTAKE_DEMO_BASE_DATABASE_URL": os.environ["DATABASE_URL"],
            "DATABASE_URL": beside(os.environ["DATABASE_URL"], "longtake_demo"),
            "REDIS_URL": numbered(os.environ["REDIS_URL"], 15),
        }

    def _take_lock(self) -> IO[str]:
        lock = (self.folder / "lock").open("a+")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            raise DemoError(
                f"A demonstration runs here already ({lock.read().strip()}). Stop it with Ctrl-C first."
            ) from error
        lock.truncate(0)
        lock.write(f"process {os.getpid()}, {self.site_url}/")
        lock.flush()
        return lock

    def open_door(self) -> socket.socket:
        """A socket that listens at the port, for the web processes; a DemoError if another program uses it."""
        door = socket.socket()
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, self.port))
        except OSError as error:
            door.close()
            raise DemoError(
                f"Port {self.port} is in use by another program. Choose another: make demo PORT={self.port + 1}"
            ) from error
        door.listen()
        return door


def beside(database_url: str, name: str) -> str:
    """The address of another database on the same server, as a libpq connection string."""
    return make_conninfo(database_url, dbname=name)


def numbered(redis_url: str, number: int) -> str:
    """The same Valkey, another of its numbered databases: the demonstration empties it."""
    return re.sub(r"/\d*$", "", redis_url) + f"/{number}"


def free_port() -> int:
    """A TCP port on the loopback that is free at this moment."""
    with suppress(OSError), socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
    raise DemoError("This machine has no free port left on 127.0.0.1.")
