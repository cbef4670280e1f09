"""Measures everything and prints one table. Exit code 1 if a limit is exceeded."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks import planner, search
from benchmarks.measure import Measure
from benchmarks.operations import demonstration, embedded
from benchmarks.pages import speed
from benchmarks.table import measured_apart, show


def measures() -> Iterator[Measure]:
    yield from embedded.measures()
    yield from planner.measures()
    yield from speed.measures()
    yield from measured_apart("benchmarks.licensing")
    yield from measured_apart("benchmarks.outbox")
    yield from search.measures()
    yield from demonstration.measures()


if __name__ == "__main__":
    sys.exit(show(measures()))
