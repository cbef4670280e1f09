"""Processes that a killed demonstration left running: recorded by process number and start time, ended by the next one."""

from __future__ import annotations

import json
import os
import signal
from contextlib import suppress
from pathlib import Path

import psutil

NAME = "processes.json"


def remember(folder: Path, pids: list[int]) -> None:
    """Records the running processes, so that `end_strays` can find them after a crash."""
    births = [(pid, psutil.Process(pid).create_time()) for pid in pids if psutil.pid_exists(pid)]
    new = folder / f"{NAME}.new"
    new.write_text(json.dumps(births))
    # atomically: a process killed while writing would leave an unreadable file
    new.replace(folder / NAME)


def end_strays(folder: Path) -> int:
    """Ends the recorded processes that still run, and no others: a reused number has another start time. Returns how many."""
    if not (folder / NAME).exists():
        return 0
    ended = 0
    for pid, born in json.loads((folder / NAME).read_text()):
        with suppress(psutil.NoSuchProcess):
            process = psutil.Process(pid)
            if process.create_time() == born:
                os.killpg(pid, signal.SIGKILL)  # with its children: each has its own session
                process.wait(10)
                ended += 1
    (folder / NAME).unlink()
    return ended
