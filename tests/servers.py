"""The tests' own PostgreSQL and Valkey: started once for a run, in a folder of its own, and gone with it.

A pytest plugin, named in pyproject.toml, because pytest-django reads the settings before it reads any conftest.py.
The run's parallel processes (pytest-xdist) inherit the addresses; each has its own database and its own Valkey number.
PostgreSQL begins with a copy of the migrated database that is kept between runs (tests/kept.py).
LONGTAKE_TEST_DATABASE_URL and LONGTAKE_TEST_REDIS_URL name servers to use instead; DATABASE_URL, REDIS_URL and
`.data/` are never touched.
"""

from __future__ import annotations

import fcntl
import gc
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from config.embedded import EmbeddedServer, EmbeddedServerError, PostgreSQL, Valkey
from tests import kept

PREFIX = "longtake-tests-"
FOLDER = "LONGTAKE_TEST_FOLDER"
"""The variable by which a run's parallel processes know its folder."""
MIGRATED = "LONGTAKE_TEST_MIGRATED_DATABASE"
"""The variable that names the database to copy for each of them; unset on servers that are not ours."""
FEW = 3
"""So many files are tested sooner by one process than several have started."""
PROCESSES = 4


class Run:
    """One run of the tests and its servers, in a temporary folder that it holds locked while it lives."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.joined: list[EmbeddedServer] = []
        self._lock = _lock_file(folder).open("w")
        fcntl.flock(self._lock, fcntl.LOCK_EX)

    def lend(self, *, is_anew: bool) -> None:
        """The migrated database, for each process to copy: before the start, and on a server of our own."""
        if not os.environ.get("LONGTAKE_TEST_DATABASE_URL"):
            kept.lend(self.folder, is_anew=is_anew)
            os.environ[MIGRATED] = kept.DATABASE

    def start(self) -> None:
        """Set DATABASE_URL, REDIS_URL and the place of uploaded files for this process and its children."""
        os.environ[FOLDER] = str(self.folder)
        os.environ["LONGTAKE_ENV"] = "development"  # which no entry guesses but manage.py's
        os.environ["LONGTAKE_FILES_DIR"] = str(self.folder / "files")
        os.environ["DATABASE_URL"] = os.environ.get("LONGTAKE_TEST_DATABASE_URL") or self._join(
            PostgreSQL(self.folder, is_forgetful=True)
        )
        os.environ["REDIS_URL"] = os.environ.get("LONGTAKE_TEST_REDIS_URL") or self._join(Valkey(self.folder))

    def stop(self) -> None:
        """Stop what was started, and remove the folder."""
        for server in self.joined:
            server.leave()
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.close()

    def _join(self, server: EmbeddedServer) -> str:
        address = server.join()
        self.joined.append(server)
        return address


def new_folder(inside: Path) -> Path:
    """A temporary folder that PostgreSQL may enter when it runs as another user, which it does under root."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=inside))
    folder.chmod(0o711)
    return folder


def remove_abandoned(among: Path) -> None:
    """Stop the servers of runs that were killed, and remove their folders."""
    for folder in among.glob(f"{PREFIX}*"):
        if _is_ours(folder) and _is_abandoned(folder):
            for place in {users_file.parent for users_file in folder.rglob("*.users")}:
                PostgreSQL(place).stop()
                Valkey(place).stop()
            shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether it is this user's, and still there: another run may be removing it."""
    try:
        return folder.stat().st_uid == os.getuid()
    except FileNotFoundError:
        return False


def _is_abandoned(folder: Path) -> bool:
    """Whether its run is gone; one without a lock is just starting."""
    if not _lock_file(folder).exists():
        return False
    with _lock_file(folder).open("r+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _lock_file(folder: Path) -> Path:
    return folder / "run.lock"


def valkey_number_of(worker: str, address: str) -> str:
    """The Valkey address with the number of a parallel process: `gw0` has 1, since 0 is of the process above them."""
    return re.sub(r"/\d+$", f"/{int(worker.removeprefix('gw')) + 1}", address)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Have servers and their addresses before pytest-django reads the settings."""
    gc.disable()  # until tests/conftest.py: what is imported and collected is no garbage
    options = early_config.known_args_namespace
    if options.help or options.version:
        return
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        os.environ["REDIS_URL"] = valkey_number_of(worker, os.environ["REDIS_URL"])
        return
    for variable in [
        name for name in os.environ if name.startswith("LONGTAKE_") and not name.startswith("LONGTAKE_TEST_")
    ]:
        del os.environ[variable]  # the tests mean the settings' own defaults
    remove_abandoned(Path(tempfile.gettempdir()))
    run = Run(new_folder(Path(tempfile.gettempdir())))
    early_config.add_cleanup(run.stop)
    try:
        run.lend(is_anew=options.create_db)
        run.start()
    except (EmbeddedServerError, OSError, subprocess.CalledProcessError) as error:
        raise pytest.UsageError(str(error)) from error


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """`-n auto`: as many processes as `PROCESSES`, and none besides this one for a few files or single tests."""
    return 0 if are_few(config.args) else PROCESSES


def are_few(arguments: list[str]) -> bool:
    """Whether what is to be tested is named file by file, or test by test, and is little."""
    files = {argument.partition("::")[0] for argument in arguments}
    return len(files) <= FEW and all(file.endswith(".py") for file in files)


def pytest_configure(config: pytest.Config) -> None:
    """pytest 9.1 loses a folder's fixtures when others come between (https://github.com/pytest-dev/pytest/issues/14635)."""
    config.args.sort(key=by_folder)


def by_folder(argument: str) -> tuple[str, ...]:
    """Sorts what is named on the command line so that all of a folder stands together."""
    return Path(argument.partition("::")[0]).parts
