"""The table of what was measured, and measuring in a process of its own, because Django is set up once in a process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from benchmarks.measure import Measure
from config.environment import ROOT

AS_LINES = "--lines"


def show(measures: Iterable[Measure]) -> int:
    """Prints what was measured: a table, or lines of JSON for the process that asks. 0 if every limit is kept, otherwise 1."""
    if AS_LINES in sys.argv:
        for measure in measures:
            print(json.dumps(asdict(measure)), flush=True)
        return 0
    found = list(measures)
    table = Table("What", "Measured", "Limit", "Within it")
    for each in found:
        promised = f"at most {each.limit:g} {each.unit}"
        table.add_row(each.what, f"{each.value:.3g} {each.unit}", promised, "yes" if each.is_kept else "NO")
    Console().print(table)
    return 0 if all(each.is_kept for each in found) else 1


def measured_apart(module: str) -> Iterator[Measure]:
    """What `python -m module` measures."""
    command = [sys.executable, "-m", module, AS_LINES]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    for line in done.stdout.splitlines():
        yield Measure(**json.loads(line))
