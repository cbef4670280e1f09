"""Several things done at one moment, each in a thread and on a connection of its own."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations

from django.db import connection

PATIENCE = 30
"""Seconds; a thread that fails before the others are ready must not leave them waiting."""


def at_once[Answer](*calls: Callable[[], Answer]) -> list[Answer | Exception]:
    """What each call gives or raises. For tests with `django_db(transaction=True)`."""
    barrier = threading.Barrier(len(calls), timeout=PATIENCE)

    def run(call: Callable[[], Answer]) -> Answer | Exception:
        try:
            barrier.wait()  # before a connection is asked for: the pool may have fewer than there are calls
            return call()
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def wait_until_waiting_for_a_lock(sessions: int, *, seconds: float = 5) -> None:
    """Returns when exactly so many sessions of the test's database wait for a lock."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # kept for the whole transaction otherwise
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone() == (sessions,):
                return
        time.sleep(0.05)
    raise AssertionError("Nobody waited.")


class Crew:
    """Threads that keep their connections, for tests with many rounds. Use it as a context."""

    def __init__(self, size: int) -> None:
        self._pool = ThreadPoolExecutor(size, initializer=connection.ensure_connection)
        self._barrier = threading.Barrier(size, timeout=PATIENCE)
        self._size = size

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_error: object) -> None:
        closed = threading.Barrier(self._size, timeout=PATIENCE)
        for _ in range(self._size):
            self._pool.submit(self._leave, closed)
        self._pool.shutdown()

    @staticmethod
    def _leave(closed: threading.Barrier) -> None:
        """Once each thread has come here, so that every one of them closes its own connection."""
        closed.wait()
        connection.close()

    def do(self, *calls: Callable[[], object]) -> list[object]:
        """What each of as many calls as there are threads gives or raises, begun at one moment."""

        def run(call: Callable[[], object]) -> object:
            self._barrier.wait()
            try:
                return call()
            except Exception as error:  # noqa: BLE001 - the test looks at it
                return error

        return list(self._pool.map(run, calls))


TWICE = 2


def fours_of(names: Collection[str], *, setting: Collection[str] = ()) -> list[tuple[str, ...]]:
    """Names in fours, so that each meets each other twice, in different company, and itself as well.

    A round of four lets six pairs meet, and three and four at once besides. Whoever is `setting` finds rows that are not
    those of the rest: in such company the others are not counted as having met.
    """
    order = list(names)
    plain = [name for name in order if name not in setting]
    met: Counter[frozenset[str]] = Counter()

    def meetings(four: list[str]) -> list[frozenset[str]]:
        setters = set(four) & set(setting)
        return [frozenset(pair) for pair in combinations(four, 2) if setters <= set(pair)]

    def gain(four: list[str]) -> int:
        return sum(max(0, TWICE - met[pair]) for pair in meetings(four))

    doubled = [*order, order[0]] if len(order) % 2 else order
    fours: list[tuple[str, ...]] = [
        (one, one, two, two) for one, two in zip(doubled[::2], doubled[1::2], strict=True)
    ]
    while missing := [pair for pair in combinations(order, 2) if met[frozenset(pair)] < TWICE]:
        four = list(min(missing, key=lambda pair: met[frozenset(pair)]))
        while len(four) < 4:
            others = [name for name in plain if name not in four]
            four.append(max(others, key=lambda name: gain([*four, name])))
        met.update(meetings(four))
        fours.append(tuple(four))
    return fours
