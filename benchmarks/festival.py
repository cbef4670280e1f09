"""The planner of festivals: 200 films, 320 showings, 8 screens, 10 days, with audience flow and soft conflicts.

    python -m benchmarks.festival [--seeds 1] [--seconds 20]

Measures the first programme, the bound, the gap when the time is up, the memory, and a replan after a lost screen-day.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.festivals import made_up
from benchmarks.measure import Measure
from benchmarks.table import AS_LINES, show
from screenings.planner.festival import Festival, Programme, review
from screenings.planner.festival.planning import Progress, plan
from screenings.planner.festival.replanning import replan

FIRST_WITHIN, GAP, MEMORY, REPLAN_WITHIN = 1.0, 3.0, 300.0, 1.0


def measures(seeds: int, seconds: float) -> Iterator[Measure]:
    for seed in range(1, seeds + 1):
        asked, told = made_up(seed), list[Progress]()
        programme = plan(asked, seconds=seconds, progress=told.append)
        name = f"festival {seed}"
        first = next((each.seconds for each in told if not each.programme.unplaced), float("inf"))
        yield Measure(f"{name}: first whole programme", first, FIRST_WITHIN, "s")
        yield Measure(f"{name}: above the bound after {seconds:g} s", 100 * programme.gap, GAP, "%")
        wrong = sum(finding.hard for finding in review(programme.showings, asked)) + len(programme.unplaced)
        yield Measure(f"{name}: broken rules and showings without a place", wrong, 0, "")
        yield from _replanned(name, asked, programme)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Measure("festival: memory", most, MEMORY, "MB")


def _replanned(name: str, asked: Festival, programme: Programme) -> Iterator[Measure]:
    """The fourth screen is lost on the fifth day."""
    room = asked.screens[3]
    kept = tuple(hours for hours in room.hours if asked.day_of(hours.opens_at) != asked.days[4])
    screens = tuple(replace(each, hours=kept) if each is room else each for each in asked.screens)
    began = time.perf_counter()
    after = replan(programme, replace(asked, screens=screens))
    yield Measure(f"{name}: replan after a lost screen-day", time.perf_counter() - began, REPLAN_WITHIN, "s")
    yield Measure(f"{name}: moved, where {after.least} must", len(after.moved), after.least, "showings")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument(AS_LINES, action="store_true")
    given = parser.parse_args()
    sys.exit(show(measures(given.seeds, given.seconds)))
