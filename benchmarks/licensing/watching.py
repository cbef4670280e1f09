"""What an action asks of the database, how long it takes, and which large tables it reads from one end to the other."""

from __future__ import annotations

import re
import statistics
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

import psutil

from benchmarks.measure import Measure, seconds

TIMES = 5
READ_WHOLE = re.compile(r"Seq Scan on (\w+)")
EXPLAINED = ("SELECT", "WITH")


@dataclass
class Watched:
    """One action: its statements, the median of its seconds, and the tables that a statement reads whole."""

    what: str
    seconds: float = 0
    statements: list[tuple[str, Any]] = field(default_factory=list)
    read_whole: set[str] = field(default_factory=set)
    plans: list[str] = field(default_factory=list)

    def measures(
        self, *, most_seconds: float, most_statements: int, large: Collection[str]
    ) -> Iterator[Measure]:
        """Its time, its statements, and how many of these tables it reads whole, of which none may be."""
        yield Measure(self.what, self.seconds, most_seconds, "s")
        yield Measure(f"{self.what}: statements", len(self.statements), most_statements, "")
        whole = self.read_whole & set(large)
        if whole:
            print(
                f"{self.what} reads whole: {', '.join(sorted(whole))}", *self.plans, sep="\n", file=sys.stderr
            )
        yield Measure(f"{self.what}: large tables read whole", len(whole), 0, "")


def watched(what: str, action: Callable[[], object], *, large: Collection[str]) -> Watched:
    """Done once to warm up, once to note statements, and some times more by the clock."""
    from django.db import connection

    found = Watched(what)

    def note(execute: Callable[..., object], sql: str, params: Any, many: bool, context: Any) -> object:
        found.statements.append((sql, params))
        return execute(sql, params, many, context)

    action()
    with connection.execute_wrapper(note):
        action()
    times = []
    for _ in range(TIMES):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    found.seconds = statistics.median(times)
    for sql, params in found.statements:
        plan = _plan(sql, params)
        whole = set(READ_WHOLE.findall(plan)) & set(large)
        found.read_whole |= whole
        if whole:
            found.plans.append(f"{sql[:200]} ...\n{plan}")
    return found


def _plan(sql: str, params: Any) -> str:
    from django.db import connection

    if not sql.lstrip("( ").startswith(EXPLAINED):
        return ""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}", params)
        return "\n".join(line for (line,) in cursor.fetchall())


def seconds_and_megabytes(action: Callable[[], object]) -> tuple[float, float]:
    """How long an action takes, and by how much the process's resident memory grows meanwhile, looked at 50 times a second."""
    process, is_over = psutil.Process(), threading.Event()
    before = process.memory_info().rss
    found = [before]

    def look() -> None:
        while not is_over.wait(0.02):
            found.append(process.memory_info().rss)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        taken = seconds(action)
    finally:
        is_over.set()
        watcher.join()
    return taken, (max(found) - before) / 1e6
