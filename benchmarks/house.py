"""The whole house: how long `make demo` takes until it is ready and told, and how much memory all of it holds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from benchmarks.measure import Measure, megabytes_of
from config.environment import ROOT
from demo.place import free_port

MOST_SECONDS = 60
MOST_MEGABYTES = 1024


def measures() -> Iterator[Measure]:
    """First demonstration (its template is made), second one, and the resident memory of every process of it."""
    with tempfile.TemporaryDirectory(prefix="longtake-bench-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # under root, PostgreSQL runs as another user
        for title in ("first", "second"):
            seconds, megabytes = _run(Path(folder))
            yield Measure(f"demonstration: {title} run until ready", seconds, MOST_SECONDS, "s")
        yield Measure(
            "demonstration: resident memory, shared pages counted once", megabytes, MOST_MEGABYTES, "MB"
        )


def _run(folder: Path) -> tuple[float, float]:
    """Seconds until ready, megabytes of all processes then."""
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")
    }
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "demo", "--port", str(free_port())],
        cwd=ROOT,
        env=environment | {"LONGTAKE_DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None  # noqa: S101 - a pipe was asked for
    for line in process.stdout:
        if line.startswith("Ready:"):
            break
    else:
        raise RuntimeError(f"The demonstration ended with code {process.wait()} before it was ready.")
    seconds = time.monotonic() - began
    megabytes = sum(megabytes_of(one) for one in _house(process.pid, folder))
    process.terminate()
    process.wait(30)
    return seconds, megabytes


def _house(pid: int, folder: Path) -> list[psutil.Process]:
    """The demonstration with its children, and the servers that hold their data in its folder."""
    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    servers = [
        one for one in psutil.process_iter(["cmdline"]) if str(folder) in " ".join(one.info["cmdline"] or [])
    ]
    with_children = [child for one in servers for child in (one, *one.children(recursive=True))]
    return list({one.pid: one for one in (*family, *with_children)}.values())
