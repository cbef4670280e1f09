"""The mail server as the tests hold it: its process, its modes, and what it says."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from config.environment import ROOT
from demo.place import free_port
from tests.survival.sink import LOGIN

__all__ = ["LOGIN", "MailServer"]


class MailServer:
    """Started again by `keep_up` when it has ended, at the same port, and then takes every message."""

    def __init__(self, folder: Path, scheme: str) -> None:
        self.folder, self.scheme, self.port = folder, scheme, free_port()
        self.is_down = False
        """While true nobody starts it again."""

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def _start(self) -> None:
        self.said: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        command = [sys.executable, "-m", "tests.survival.sink", str(self.folder), str(self.port), self.scheme]
        with (self.folder / "sink.log").open("ab") as log:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                bufsize=1,
            )
        threading.Thread(target=self._listen, args=[self.process, self.said], daemon=True).start()
        self.wait_for("listening")

    @staticmethod
    def _listen(process: subprocess.Popen[str], said: queue.SimpleQueue[dict[str, Any]]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            said.put(json.loads(line))

    def obey(self, mode: str) -> None:
        """A line of `sink.py`'s. Returns when it holds; what was said before is forgotten."""
        assert self.process.stdin is not None
        with suppress(queue.Empty):
            while True:
                self.said.get_nowait()
        with suppress(OSError):  # it has ended, and begins anew with `accept`
            self.process.stdin.write(f"{mode}\n")
            self.process.stdin.flush()
            self.wait_for("mode", seconds=5)

    def wait_for(self, event: str, *, seconds: float = 30) -> dict[str, Any] | None:
        """The next such event; None when there was none."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            with suppress(queue.Empty):
                found = self.said.get(timeout=left)
                if found["event"] == event:
                    return found
        return None

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def keep_up(self) -> list[str]:
        if self.is_down or self.process.poll() is None:
            return []
        self._start()
        return ["mail server"]
