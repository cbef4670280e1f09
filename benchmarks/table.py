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
    """Prints what was measured: a table, or lines of JSON for the process that asks. 0 if all is as wanted, otherwise 1."""
    if AS_LINES in sys.argv:
        for measure in measures:
            print(json.dumps(asdict(measure)), flush=True)
        return 0
    found = []
    for each in measures:
        print(f"{each.what}: {each.measured}, wanted {each.wanted}", file=sys.stderr)
        found.append(each)
    table = Table("What", "Measured", "Wanted", "Kept")
    for each in found:
        table.add_row(each.what, each.measured, each.wanted, "yes" if each.is_kept else "NO")
    Console().print(table)
    return 0 if all(each.is_kept for each in found) else 1


def measured_apart(module: str, *options: str) -> Iterator[Measure]:
    """What `python -m module` measures. One that fails has a row that says so, and the others are measured all the same."""
    with _running(module, *options, AS_LINES) as process:
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        for line in process.stdout:
            yield Measure(**json.loads(line))
    if process.returncode:
        yield Measure(f"{module}: stopped by an error", 1, 0, "errors")


def held(module: str, *options: str) -> Measure:
    """Of a module that says itself what is promised: whether all of it was true. What it says goes to the terminal."""
    with _running(module, *options) as process:
        assert process.stdout is not None  # noqa: S101 - as above
        for line in process.stdout:
            print(line, end="", file=sys.stderr)
    return Measure(f"{module}: promises broken", float(process.returncode != 0), 0, "")


def _running(module: str, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", module, *options]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
