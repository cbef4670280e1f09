"""Mixed visitors on a complete installation, as tests/survival starts it, and nothing that is broken.

    python -m benchmarks.visitors [--lines] [--visitors 200] [--seconds 300]

Guests read film, list, search, schedule and prices, and register; teachers order by purchase order and by card; a programmer moves
showings; the office opens lists and reports. Everybody rests up to 12 seconds between two pages.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Measure
from benchmarks.table import AS_LINES, show
from benchmarks.visitors.people import Visitors
from benchmarks.visitors.watching import Watch, growth
from config.environment import ROOT
from tests.survival.house import House

STAFF, BUYERS, SCREENINGS = 4, 24, 16
MOST_GROWTH = 1.05
MOST_SECONDS = 3.0
MOST_CONNECTIONS = 32
"""Two web processes of 6 threads with 2 connections more each, two workers with 2 threads each and a lease's, and beat; and some to spare."""


def measures(visitors: int, seconds: float) -> Iterator[Measure]:
    with (
        tempfile.TemporaryDirectory(prefix="longtake-bench-", ignore_cleanup_errors=True) as name,
        House(_open_to_all(Path(name)), 1, screenings=SCREENINGS, buyers=BUYERS) as house,
    ):
        crowd = _crowd(house)
        watch = Watch(lambda: _pids(house), house.own_address)
        with crowd.at(crowd.jobs(visitors)), watch.watching():
            time.sleep(seconds)
        yield from _of_pages(crowd)
        yield from _of_processes(watch)
        yield from _of_faults(house)


def _open_to_all(folder: Path) -> Path:
    folder.chmod(0o711)  # under root, PostgreSQL runs as another user
    return folder


def _crowd(house: House) -> Visitors:
    command = [sys.executable, "-m", "benchmarks.visitors.office", str(STAFF)]
    told = subprocess.run(
        command, cwd=ROOT, env=house.environment, check=True, stdout=subprocess.PIPE, text=True
    )
    chance = random.Random(1)  # noqa: S311 - chance, not a secret
    return Visitors(house.place.site_url, house.crowd.scene, house.ledger, chance, staff=told.stdout.split())


def _pids(house: House) -> dict[str, int]:
    return {name: process.pid for name, process in house.stack.running.items()}


def _of_pages(crowd: Visitors) -> Iterator[Measure]:
    for kind, times in sorted(crowd.book.times.items()):
        if len(times) > 1:
            said = f"{len(times)}, median {1000 * statistics.median(times):.0f} ms"
            last = statistics.quantiles(times, n=20)[-1]
            yield Measure(f"visitors: {kind} ({said}): 95th percentile", last, MOST_SECONDS, "s")


def _of_processes(watch: Watch) -> Iterator[Measure]:
    for name, megabytes in watch.megabytes.items():
        said = f"{megabytes[0]:.0f} MB at first, {max(megabytes):.0f} at most"
        yield Measure(
            f"visitors: memory of {name} ({said}): last to second quarter",
            growth(megabytes),
            MOST_GROWTH,
            "x",
        )
    yield Measure("visitors: connections to PostgreSQL at most", max(watch.connections), MOST_CONNECTIONS, "")


def _of_faults(house: House) -> Iterator[Measure]:
    statuses = house.ledger.statuses
    for sentence in house.ledger.complaints[:10]:
        print(f"visitors: {sentence}", file=sys.stderr)
    failed = sum(number for status, number in statuses.items() if status.startswith("5") or status == "lost")
    yield Measure(f"visitors: pages that failed, of {statuses.total()}", failed, 0, "")
    yield Measure("visitors: what must never happen", len(house.ledger.complaints), 0, "")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.visitors", description=__doc__)
    parser.add_argument("--visitors", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument(AS_LINES, action="store_true")
    given = parser.parse_args()
    return show(measures(given.visitors, given.seconds))


if __name__ == "__main__":
    sys.exit(main())
