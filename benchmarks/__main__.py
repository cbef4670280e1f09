"""Measures everything and prints one table: each value beside what is wanted.

    python -m benchmarks [--large] [SUBJECT...]

The sizes are small, so that all of it takes less than 20 minutes on two cores that do nothing else. With `--large` they are
those of a large distributor, which takes hours. Exit code 1 if something is not as wanted.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.measure import Measure
from benchmarks.table import held, measured_apart, show


@dataclass(frozen=True)
class Subject:
    """A module to be run, with its options for small and large sizes."""

    module: str
    small: tuple[str, ...] = ()
    large: tuple[str, ...] = ()
    has_promises: bool = False
    """It prints what is promised and whether it was true, instead of giving measures."""
    needs: str = ""
    """A program without which it is left out."""


SUBJECTS = {
    "servers": Subject("benchmarks.operations.embedded"),
    "planner": Subject("benchmarks.planner"),
    "festival": Subject("benchmarks.festival", ("--seconds", "20"), ("--seeds", "10", "--seconds", "60")),
    "audience": Subject("benchmarks.audience", (), ("--showings", "100000")),
    "pages": Subject("benchmarks.pages.speed"),
    "form": Subject("benchmarks.pages.form"),
    "growth": Subject("benchmarks.pages.growth", ("1000",), ("100000",), has_promises=True),
    "licensing": Subject("benchmarks.licensing", ("--size", "10000"), ("--size", "100000")),
    "outbox": Subject("benchmarks.outbox", ("--most", "100000"), ("--most", "1000000")),
    "burst": Subject(
        "benchmarks.outbox.burst", ("--licences", "10000", "--institutions", "200"), ("--licences", "50000")
    ),
    "imports": Subject("benchmarks.imports", ("2000",), ("100000",)),
    "search": Subject("benchmarks.search", ("10000",), ("1000000",)),
    "visitors": Subject(
        "benchmarks.visitors", ("--visitors", "50", "--seconds", "120"), ("--visitors", "200")
    ),
    "rush": Subject("benchmarks.operations.rush", has_promises=True),
    "publishing": Subject("benchmarks.operations.publishing", (), ("--days", "31", "--screens", "40")),
    "broker": Subject("benchmarks.operations.valkey_kills", ("6",), ("58",), has_promises=True),
    "proxy": Subject("benchmarks.operations.proxy", has_promises=True, needs="nginx"),
    "demonstration": Subject("benchmarks.operations.demonstration"),
}


def measures(names: list[str], *, is_large: bool) -> Iterator[Measure]:
    for name in names:
        subject = SUBJECTS[name]
        if subject.needs and not shutil.which(subject.needs):
            print(f"{name}: left out, since there is no {subject.needs} on the PATH", file=sys.stderr)
            continue
        options = subject.large if is_large else subject.small
        began = time.monotonic()
        if subject.has_promises:
            yield held(subject.module, *options)
        else:
            yield from measured_apart(subject.module, *options)
        print(f"{name}: measured in {time.monotonic() - began:.0f} s", file=sys.stderr)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(SUBJECTS))
    parser.add_argument("--large", action="store_true", help="with many more rows, for hours")
    given = parser.parse_args()
    if unknown := set(given.subjects) - SUBJECTS.keys():
        parser.error(f"No such subject: {', '.join(sorted(unknown))}")
    return show(measures(given.subjects or list(SUBJECTS), is_large=given.large))


if __name__ == "__main__":
    sys.exit(main())
