"""The demonstration as a whole: how long `make demo` takes to be ready, its memory, and the size of its pages."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.measure import Measure, megabytes_of
from benchmarks.pages import weight
from benchmarks.table import show
from config.environment import ROOT
from demo.place import free_port

MOST_SECONDS = 60
MOST_MEGABYTES = 1024


def measures() -> Iterator[Measure]:
    """The first start (which creates the template database), the second, the memory of all processes, and first visits."""
    with tempfile.TemporaryDirectory(prefix="longtake-bench-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # under root, PostgreSQL runs as another user
        with _running(Path(folder)) as (_, seconds):
            yield Measure("demonstration: first run until ready", seconds, MOST_SECONDS, "s")
        with _running(Path(folder)) as (running, seconds):
            yield Measure("demonstration: second run until ready", seconds, MOST_SECONDS, "s")
            megabytes = sum(megabytes_of(one) for one in _processes(running.pid, Path(folder)))
            yield Measure(
                "demonstration: resident memory, shared pages counted once", megabytes, MOST_MEGABYTES, "MB"
            )
            yield from weight.measures(running.url)


@dataclass(frozen=True)
class Running:
    """A demonstration that is ready."""

    url: str
    pid: int


@contextmanager
def _running(folder: Path) -> Iterator[tuple[Running, float]]:
    """Starts a demonstration, gives the seconds until it was ready, and stops it afterwards."""
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")
    }
    began = time.monotonic()
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "demo", "--port", str(port)],
        cwd=ROOT,
        env=environment | {"LONGTAKE_DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        if not any(line.startswith("Ready:") for line in process.stdout):
            raise RuntimeError(f"The demonstration ended with code {process.wait()} before it was ready.")
        yield Running(f"http://127.0.0.1:{port}", process.pid), time.monotonic() - began
    finally:
        process.terminate()
        process.wait(30)


def _processes(pid: int, folder: Path) -> list[psutil.Process]:
    """The demonstration with its child processes, and the servers whose data are in its folder."""
    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    servers = [
        one for one in psutil.process_iter(["cmdline"]) if str(folder) in " ".join(one.info["cmdline"] or [])
    ]
    with_children = [child for one in servers for child in (one, *one.children(recursive=True))]
    return list({one.pid: one for one in (*family, *with_children)}.values())


if __name__ == "__main__":
    sys.exit(show(measures()))
