"""Somebody who asks for the film page all the time, at a steady pace: how long it takes while something else happens."""

from __future__ import annotations

import statistics
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import count

PAUSE = 0.05
"""Seconds between two requests."""
ANEW = 5
"""Each so-manieth page has an address that nobody has asked for, so that it is made anew, of the database."""
GZIP = {"Accept-Encoding": "gzip"}


@dataclass
class Times:
    """Seconds of the pages as most visitors get them, and of those that are made anew."""

    kept: list[float] = field(default_factory=list)
    anew: list[float] = field(default_factory=list)


class Reader:
    """A thread that notes the time of each page under the name of what happens meanwhile, `phase`."""

    def __init__(self, port: int, path: str) -> None:
        self.path, self.phase = path, ""
        self.times: dict[str, Times] = defaultdict(Times)
        self.trouble: Exception | None = None
        self._caller = HTTPConnection("127.0.0.1", port, timeout=60)
        self._ended = threading.Event()

    @contextmanager
    def reading(self) -> Iterator[None]:
        thread = threading.Thread(target=self._run, name="reader")
        thread.start()
        try:
            yield
        finally:
            self._ended.set()
            thread.join()
            self._caller.close()
        if self.trouble:
            raise self.trouble

    def _run(self) -> None:
        try:
            for number in count():
                if self._ended.wait(PAUSE):
                    return
                self._read(number)
        except Exception as error:  # noqa: BLE001 - whoever waits for the thread raises it
            self.trouble = error

    def _read(self, number: int) -> None:
        is_anew, times = number % ANEW == 0, self.times[self.phase]
        began = time.perf_counter()
        self._caller.request("GET", f"{self.path}?n={number}" if is_anew else self.path, headers=GZIP)
        answer = self._caller.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{self.path} answered {answer.status}.")
        (times.anew if is_anew else times.kept).append(time.perf_counter() - began)


def median_and_95th(seconds: list[float]) -> tuple[float, float]:
    """In milliseconds."""
    return 1000 * statistics.median(seconds), 1000 * statistics.quantiles(seconds, n=20)[-1]
