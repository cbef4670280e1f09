"""What the processes take meanwhile: resident memory of each, and connections to PostgreSQL, each second."""

from __future__ import annotations

import statistics
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import psutil
import psycopg

from benchmarks.measure import resident

EVERY = 1.0
SETTLED = 60
"""Samples after which a process has loaded all that it needs."""
CLIENTS = (
    "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
)


class Watch:
    def __init__(self, processes: Callable[[], dict[str, int]], address: str) -> None:
        self._processes, self._address = processes, address
        self.megabytes: dict[str, list[float]] = defaultdict(list)
        self.connections: list[int] = []
        self._ended = threading.Event()

    @contextmanager
    def watching(self) -> Iterator[None]:
        thread = threading.Thread(target=self._run, name="watch")
        thread.start()
        try:
            yield
        finally:
            self._ended.set()
            thread.join()

    def _run(self) -> None:
        with psycopg.connect(self._address, autocommit=True) as database:
            while not self._ended.wait(EVERY):
                for name, pid in self._processes().items():
                    with suppress(psutil.NoSuchProcess):
                        self.megabytes[name].append(resident(pid))
                row = database.execute(CLIENTS).fetchone()
                self.connections.append(row[0] if row else 0)


def growth(megabytes: list[float]) -> float:
    """How the last quarter of the time after the first minute compares to the second one, by their medians.

    What grows with each request goes on growing; what is kept up to a limit, and what the allocator does not give back, does not.
    """
    settled = megabytes[min(SETTLED, len(megabytes) // 3) :]
    quarter = max(1, len(settled) // 4)
    return statistics.median(settled[-quarter:]) / statistics.median(
        settled[quarter : 2 * quarter] or settled
    )
