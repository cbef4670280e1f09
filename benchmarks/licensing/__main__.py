"""`python -m benchmarks.licensing [SUBJECT...] [--size 1000000]`: the trade, all of it or some subjects; one database for all.

The subjects are the names in SUBJECTS; `--size` is how many orders and licences there are for `office` and `licences`.
Exit code 1 if a limit is exceeded.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from benchmarks.licensing import documents, licences, office, orders, prices
from benchmarks.licensing.house import House, running
from benchmarks.licensing.many import fill
from benchmarks.licensing.script import start_sequences_high
from benchmarks.measure import Measure
from benchmarks.table import AS_LINES, show

BEFORE = {"prices": prices, "documents": documents, "orders": orders}
AMONG_MANY = {"office": office, "licences": licences}
SUBJECTS = (*BEFORE, *AMONG_MANY)
SIZE = 100_000


def measures(subjects: list[str], size: int) -> Iterator[Measure]:
    """What needs few rows is measured before there are many."""
    with running() as database:
        start_sequences_high()
        house = House.build()
        for name in BEFORE.keys() & subjects:
            yield from BEFORE[name].measures(house, database)
        if AMONG_MANY.keys() & subjects:
            crowd = fill(house, size)
            for name in AMONG_MANY.keys() & subjects:
                yield from AMONG_MANY[name].measures(crowd)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.licensing", description=__doc__)
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(SUBJECTS))
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument(AS_LINES, action="store_true")
    given = parser.parse_args()
    if unknown := set(given.subjects) - set(SUBJECTS):
        parser.error(f"No such subject: {', '.join(sorted(unknown))}")
    return show(measures(given.subjects or list(SUBJECTS), given.size))


if __name__ == "__main__":
    sys.exit(main())
