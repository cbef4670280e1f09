"""The embedded servers: how long they take to start, and how much memory they use."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil

from benchmarks.measure import Measure, megabytes_of, seconds
from benchmarks.table import show
from config.embedded import EmbeddedServer, PostgreSQL, Valkey


def measures() -> Iterator[Measure]:
    """First start (with a new cluster), reuse by a second user, start of an existing cluster, resident memory."""
    with tempfile.TemporaryDirectory(prefix="longtake-bench-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # under root, PostgreSQL runs as another user
        for kind in (PostgreSQL, Valkey):
            yield from _measures_of(kind, Path(folder))


def _measures_of(kind: type[EmbeddedServer], folder: Path) -> Iterator[Measure]:
    first, second, third = kind(folder), kind(folder), kind(folder)
    yield Measure(f"{kind.name}: first start ever", seconds(first.join), 5, "s")
    yield Measure(f"{kind.name}: joined while it runs", seconds(second.join), 0.1, "s")
    yield Measure(f"{kind.name}: resident memory", _megabytes(kind.name), 100, "MB")
    second.leave()
    first.leave()
    yield Measure(f"{kind.name}: start with its data there", seconds(third.join), 3, "s")
    third.leave()


def _megabytes(name: str) -> float:
    """Of the servers that this process started, with all of their own processes; shared pages count once (PSS)."""
    word = {"PostgreSQL": "postgres", "Valkey": "valkey-server"}[name]
    family = [process for process in psutil.Process().children(recursive=True) if word in process.name()]
    return sum(megabytes_of(process) for process in family)


if __name__ == "__main__":
    sys.exit(show(measures()))
