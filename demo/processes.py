"""The processes of a whole Longtake: web server, worker, planning worker, beat. Each writes a log of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.error import URLError

from demo.errors import DemoError
from demo.place import HOST, DemoPlace
from demo.strays import remember

BIN = Path(sys.executable).parent
PATIENCE = 60.0


class Processes:
    """Started together, stopped together."""

    def __init__(self, place: DemoPlace) -> None:
        self.place = place
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        celery = [str(BIN / "celery"), "-A", "config"]
        worker = [*celery, "worker", "--without-gossip", "--without-mingle", "--loglevel=INFO"]
        state = str(self.place.folder / "beat-schedule")
        self._start(
            "web",
            [
                str(BIN / "granian"),
                "--interface",
                "wsgi",
                "--host",
                HOST,
                "--port",
                str(self.place.port),
                "--workers",
                "1",
                "--blocking-threads",
                "6",
                "config.wsgi:application",
            ],
        )
        self._start("worker", [*worker, "-Q", "celery", "-n", "mail@%h", "--pool", "threads", "-c", "2"])
        self._start("planner", [*worker, "-Q", "planning", "-n", "planning@%h", "--pool", "solo"])
        self._start("beat", [*celery, "beat", "-s", state, "--loglevel=INFO"])
        return self

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

    def wait_until_ready(self) -> None:
        """Returns when the web server answers; a DemoError with the end of the log when a process has died."""
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

    def need_all(self) -> None:
        """Raises DemoError when a process has ended."""
        for name, process in self.running.items():
            if process.poll() is not None:
                tail = "\n".join(self.log(name).read_text(errors="replace").splitlines()[-12:])
                raise DemoError(f"The {name} process ended with code {process.returncode}:\n{tail}")

    def log(self, name: str) -> Path:
        return self.place.folder / "logs" / f"{name}.log"

    def _start(self, name: str, command: list[str]) -> None:
        with self.log(name).open("wb") as log:
            self.running[name] = subprocess.Popen(
                command,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        remember(self.place.folder, [process.pid for process in self.running.values()])
