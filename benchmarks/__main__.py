"""Measure everything and print one table; exit code 1 if a promise is not kept."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Table

from benchmarks import embedded, house, pages, planner
from benchmarks.measure import Measure


def main() -> int:
    """0 when every measured value keeps its promise, else 1."""
    measures: list[Measure] = [
        *embedded.measures(),
        *planner.measures(),
        *pages.measures(),
        *house.measures(),
    ]
    table = Table("What", "Measured", "Promised", "Kept")
    for measure in measures:
        promised = f"at most {measure.limit:g} {measure.unit}"
        table.add_row(
            measure.what, f"{measure.value:.3g} {measure.unit}", promised, "yes" if measure.is_kept else "NO"
        )
    Console().print(table)
    return 0 if all(measure.is_kept for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(main())
