"""What the embedded servers have in common: they count their users, and never start and stop at the same time."""

from __future__ import annotations

import atexit
import errno
import fcntl
import importlib.util
import os
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, ClassVar

START_SECONDS = 60
STOP_SECONDS = 30
DISK_IS_FULL = (errno.ENOSPC, errno.EDQUOT)
DISK_IS_FULL_WORDS = ("No space left on device", "Disk quota exceeded")
LOG_LINES_SHOWN = 8


class EmbeddedServerError(Exception):
    """A server cannot be started. The message consists of full sentences for the person at the terminal."""


class EmbeddedServer(ABC):
    """A server that runs while any process uses it.

    The operating system counts the users: each holds a shared lock on one file, and a killed process always releases
    its lock. A process that can get the lock exclusively is the last user.
    """

    name: ClassVar[str]
    folder: ClassVar[str]

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.home = data_dir / self.folder
        self.log = data_dir / f"{self.folder}.log"
        self._users: IO[str] | None = None

    @abstractmethod
    def address(self) -> str | None:
        """The URL of the server if it answers now, else None. Takes a few milliseconds."""

    @abstractmethod
    def start(self) -> None:
        """Start the server, which must not be up, and return when it answers. EmbeddedServerError if it cannot."""

    @abstractmethod
    def stop(self) -> None:
        """Stop the server and return when it is gone; nothing to do when it is not up."""

    @abstractmethod
    def is_gone(self) -> bool:
        """Whether its process has ended. A server that hangs is not gone: starting another one would not help."""

    def revive(self) -> bool:
        """Start it again at its old address if its process has ended. Returns whether it did. EmbeddedServerError if it cannot."""
        if not self.is_gone():
            return False
        with self._alone():
            if not self.is_gone():
                return False  # another user was quicker
            try:
                self.start()
            except OSError as error:
                raise self._explained(error) from error
        return True

    def join(self) -> str:
        """Become a user until this process exits; start the server for the first user. Returns its URL."""
        try:
            return self._join()
        except OSError as error:
            raise self._explained(error) from error

    def leave(self) -> None:
        """Stop being a user; stop the server if nobody else uses it."""
        if self._users is None:
            return
        with self._users as users:
            self._users = None
            if not self.data_dir.exists():
                self.stop()  # the folder has been deleted: nobody else can be using what was in it
                return
            with self._alone():
                if _is_only_holder(users):
                    self.stop()
                fcntl.flock(users, fcntl.LOCK_UN)

    def _join(self) -> str:
        self.data_dir.mkdir(parents=True, exist_ok=True)
        with self._alone():
            address = self.address()
            if address is None:
                self.start()
                address = self.address()
            if address is None:
                raise EmbeddedServerError(
                    f"{self.name} stopped as soon as it had started.{self._end_of_log()}"
                )
            self._users = self.users_file.open("w")
            fcntl.flock(self._users, fcntl.LOCK_SH)
        atexit.register(self._leave_at_exit, os.getpid())
        return address

    @property
    def users_file(self) -> Path:
        return self.data_dir / f"{self.folder}.users"

    def _leave_at_exit(self, joined_as: int) -> None:
        # A forked child (Celery has many) inherits its parent's exit handlers, but has never joined.
        if os.getpid() == joined_as:
            self.leave()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Only one process at a time checks, starts or stops the server."""
        with (self.data_dir / f"{self.folder}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _explained(self, error: OSError) -> EmbeddedServerError:
        if error.errno in DISK_IS_FULL:
            return self._no_room()
        if isinstance(error, PermissionError):
            return EmbeddedServerError(
                f"{self.name} needs {error.filename or self.data_dir}, which belongs to another user. "
                "Run Longtake as that user, or set LONGTAKE_DATA_DIR to a folder of your own."
            )
        return EmbeddedServerError(f"{self.name} could not be started: {error}.")

    def _no_room(self) -> EmbeddedServerError:
        return EmbeddedServerError(
            f"There is no room left in {self.data_dir} for {self.name}: it needs about 100 MB. "
            "Free some, or set LONGTAKE_DATA_DIR to a folder on another disk."
        )

    def _failure(self, output: str) -> EmbeddedServerError:
        """The error for a server program that exited with this output."""
        if any(words in output for words in DISK_IS_FULL_WORDS):
            return self._no_room()
        return EmbeddedServerError(f"{self.name} did not start.{_last_lines(output)}")

    def _end_of_log(self) -> str:
        return _last_lines(self.log.read_text(errors="replace"))


def package_folder(package: str, server: str) -> Path:
    """The folder of an installed package, found without importing it. EmbeddedServerError when it is missing."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedServerError(
            f"This machine has no {server} for Longtake: the Python package {package.replace('_', '-')} is not installed "
            "(it exists for Linux and macOS on x86-64 and ARM64)."
        )
    return Path(spec.submodule_search_locations[0])


def wait_until(is_done: Callable[[], bool], *, seconds: float) -> bool:
    """Whether `is_done` became true within so many seconds; asks a hundred times per second."""
    deadline = time.monotonic() + seconds
    while not is_done():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def _is_only_holder(users: IO[str]) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def _last_lines(text: str) -> str:
    lines = text.strip().splitlines()[-LOG_LINES_SHOWN:]
    return "\nIts last words were:\n" + "\n".join(f"  {line}" for line in lines) if lines else ""
