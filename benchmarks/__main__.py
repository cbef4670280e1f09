"""Measures everything and prints one table. Exit code 1 if a limit is exceeded."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Table

from benchmarks import demonstration, embedded, pages, planner, search
from benchmarks.measure import Measure


def main() -> int:
    """0 if every measured value is within its limit, otherwise 1."""
    measures: list[Measure] = [
        *embedded.measures(),
        *planner.measures(),
        *pages.measures(),
        *search.measures(),
        *demonstration.measures(),
    ]
    table = Table("What", "Measured", "Limit", "Within it")
    for measure in measures:
        promised = f"at most {measure.limit:g} {measure.unit}"
        table.add_row(
            measure.what, f"{measure.value:.3g} {measure.unit}", promised, "yes" if measure.is_kept else "NO"
        )
    Console().print(table)
    return 0 if all(measure.is_kept for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(main())
