"""The processes of a complete installation: web servers (two where there are two cores), worker, planning worker, beat. Each writes its own log."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.error import URLError

from config.embedded import EmbeddedServer, EmbeddedServerError
from demo.errors import DemoError
from demo.place import HOST, DemoPlace
from demo.strays import remember

BIN = Path(sys.executable).parent
PATIENCE = 60.0


MOST_ENDS = 5
WITHIN = 60.0
"""A process that ends more often than that within so many seconds is not started again."""


class Processes:
    """Started and stopped together; a process that ends is started again, as a supervisor does in production."""

    def __init__(
        self,
        place: DemoPlace,
        servers: Sequence[EmbeddedServer] = (),
        *,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """`servers`: those that the demonstration started, to be kept up as well. `environment`: this process's, unless given."""
        self.place = place
        self.servers = servers
        self.environment = environment
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.door: socket.socket | None = None
        """The socket that the web processes share: it stays open while one of them is started again."""
        self._ends: dict[str, list[float]] = defaultdict(list)

    def __enter__(self) -> Self:
        self.door = self.place.open_door()
        for name in self.commands:
            self._start(name)
        return self

    @property
    def commands(self) -> dict[str, list[str]]:
        celery = [str(BIN / "celery"), "-A", "config"]
        worker = [*celery, "worker", "--without-gossip", "--without-mingle", "--loglevel=INFO"]
        state = str(self.place.folder / "beat-schedule")
        web = [sys.executable, "-m", "config.serve", "--host", HOST, "--port", str(self.place.port)]
        if self.door is not None:
            web += ["--socket", str(self.door.fileno())]
        return {
            "web": web,
            **({"second web": web} if (os.cpu_count() or 1) >= 2 else {}),
            "worker": [*worker, "-Q", "celery", "-n", "mail@%h", "--pool", "threads", "-c", "2"],
            "planner": [*worker, "-Q", "planning", "-n", "planning@%h", "--pool", "solo"],
            "beat": [*celery, "beat", "-s", state, "--loglevel=INFO"],
        }

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self.running.values():
            process.send_signal(signal.SIGTERM)
        for process in self.running.values():
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if self.door:
            self.door.close()

    def wait_until_ready(self) -> None:
        """Returns when the web server answers; a DemoError with the end of the log if a process has died."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self.need_all()
            with (
                suppress(URLError, TimeoutError, ConnectionError),
                urllib.request.urlopen(f"{self.place.site_url}/health/ready", timeout=5) as answer,  # noqa: S310 - our own
            ):
                if answer.status == 200:
                    return
            time.sleep(0.1)
        raise DemoError(
            f"The web server did not answer within {PATIENCE:.0f} seconds. Its log: {self.log('web')}"
        )

    def keep_up(self) -> list[str]:
        """Restarts what has ended, servers first, and returns the names. DemoError for a process that keeps ending."""
        revived = []
        for server in self.servers:
            try:
                if server.revive():
                    revived.append(self._note_end(server.name, server.log))
            except EmbeddedServerError as error:
                raise DemoError(str(error)) from error
        for name, process in self.running.items():
            if process.poll() is not None:
                revived.append(self._note_end(name, self.log(name)))
                self._start(name)
        return revived

    def _note_end(self, name: str, log: Path) -> str:
        now = time.monotonic()
        self._ends[name] = [*(end for end in self._ends[name] if end > now - WITHIN), now]
        if len(self._ends[name]) > MOST_ENDS:
            raise DemoError(f"{name} ended {MOST_ENDS + 1} times within a minute:\n{_tail(log)}")
        return name

    def need_all(self) -> None:
        """Raises DemoError if a process has ended, for example because it cannot start."""
        for name, process in self.running.items():
            if process.poll() is not None:
                raise DemoError(
                    f"The {name} process ended with code {process.returncode}:\n{_tail(self.log(name))}"
                )

    def log(self, name: str) -> Path:
        return self.place.folder / "logs" / f"{name.replace(' ', '-')}.log"

    def _start(self, name: str) -> None:
        with self.log(name).open("ab") as log:
            self.running[name] = subprocess.Popen(
                self.commands[name],
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                env=self.environment,
                pass_fds=[self.door.fileno()] if self.door and "web" in name else [],
            )
        remember(self.place.folder, [process.pid for process in self.running.values()])


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-12:])
