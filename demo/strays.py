"""Processes that a killed demonstration left running: remembered by number and time of birth, ended by the next one."""

from __future__ import annotations

import json
import os
import signal
from contextlib import suppress
from pathlib import Path

import psutil

NAME = "processes.json"


def remember(folder: Path, pids: list[int]) -> None:
    """Writes down who runs, so that `end_strays` can find them after a crash."""
    births = [(pid, psutil.Process(pid).create_time()) for pid in pids if psutil.pid_exists(pid)]
    new = folder / f"{NAME}.new"
    new.write_text(json.dumps(births))
    # whole or not at all: killed while it wrote, it would leave what cannot be read
    new.replace(folder / NAME)


def end_strays(folder: Path) -> int:
    """Ends those remembered that still run, and nothing else: a reused number has another birth. How many they were."""
    if not (folder / NAME).exists():
        return 0
    ended = 0
    for pid, born in json.loads((folder / NAME).read_text()):
        with suppress(psutil.NoSuchProcess):
            process = psutil.Process(pid)
            if process.create_time() == born:
                os.killpg(
                    pid, signal.SIGKILL
                )  # with the children that it started: each has a session of its own
                process.wait(10)
                ended += 1
    (folder / NAME).unlink()
    return ended
