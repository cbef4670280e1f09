"""Plans a festival: a first programme at once, then better ones and a bound, side by side, until the time is up.

1. `building` places the hardest first, each at the cheapest free place.
2. `annealing` makes that cheaper, in threads of its own, until the end.
3. `bounding` and `mastering` find a value below which no programme costs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from threading import Event

from screenings.planner.festival.answer import Finding, Programme, Showing
from screenings.planner.festival.question import Festival
from screenings.planner.festival.reviewing import price, programme_of, review
from screenings.planner.festival.search.annealing import Annealer
from screenings.planner.festival.search.board import Board
from screenings.planner.festival.search.bounding import Bounding
from screenings.planner.festival.search.building import build
from screenings.planner.festival.search.mastering import Master
from screenings.planner.festival.search.space import MINUTE, Space

SECONDS = 60.0
STEPS, ROWS = 160, 3000
"""Subgradient steps before the linear programme, and how many of the screen-days met it begins with."""
BOUNDED = 0.5
"""The share of the time by which the bound is as good as it gets."""
TELLING = 4.0
"""Seconds after which the best is told, if it is better."""
GLANCE = 0.1
"""Seconds after which it is looked whether everything has a place, or the end has come."""


class PinsClash(ValueError):  # noqa: N818 - it says what happened
    """What is fixed cannot all stand: `findings` says why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(" ".join(str(finding.say) for finding in findings))
        self.findings = findings


@dataclass(frozen=True)
class Progress:
    """What is known while it works; the programme may be taken at any time."""

    programme: Programme
    seconds: float


def plan(
    festival: Festival,
    *,
    seconds: float = SECONDS,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Programme:
    """The best programme that is found in some seconds, with its bound. `progress` hears of each better one and each better bound.

    Raises PinsClash. Ends early when `cancelled`, or when the programme is proved best.
    """
    return _Planning(festival, seconds, progress, cancelled).run()


def fixed_showings(festival: Festival) -> list[Showing]:
    """What is fixed, as showings."""
    lengths = {film.key: film.length for film in festival.films}
    return [
        Showing(pin.starts_at, pin.starts_at + lengths[pin.film] * MINUTE, pin.film, pin.nth, pin.screen)
        for pin in festival.pins
    ]


def price_of_fixed(festival: Festival) -> int:
    """What the fixed showings cost by themselves. Raises PinsClash when they cannot all stand."""
    found = review(fixed_showings(festival), festival)
    if hard := [finding for finding in found if finding.hard]:
        raise PinsClash(hard)
    return price(finding for finding in found if finding.rule != "unplaced")


class _Planning:
    def __init__(
        self,
        festival: Festival,
        seconds: float,
        progress: Callable[[Progress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._begin, self._seconds = time.monotonic(), seconds
        self._progress, self._cancelled = progress, cancelled
        self._festival, self._fixed = festival, price_of_fixed(festival)
        self._space = Space(festival)
        self._board = Board(self._space)
        self._annealer: Annealer | None = None
        self._bounding: Bounding | None = None
        self._best = programme_of(self._board.showings(), festival)
        self._told = 0.0

    @property
    def _spent(self) -> float:
        """The share of the time that is over."""
        return (time.monotonic() - self._begin) / self._seconds

    def _over(self) -> bool:
        return self._spent >= 1 or self._best.proven or bool(self._cancelled and self._cancelled())

    def run(self) -> Programme:
        build(self._board)
        self._take(self._board.price + self._board.unplaced * self._festival.prices.unplaced)
        self._tell()
        if self._space.items and not self._over():
            with self._annealing():
                self._bound()
                while not self._over():
                    time.sleep(min(GLANCE, self._seconds / 20))
                    self._look()
            self._look(at_last=True)
        return self._best

    @contextmanager
    def _annealing(self) -> Iterator[None]:
        """Makes the board's programme cheaper meanwhile. `cancelled` and `progress` are asked in this thread alone."""
        stop = Event()
        self._annealer = Annealer(self._space, [each for each in self._board.all() if each.item >= 0])
        with ThreadPoolExecutor(1) as pool:
            job = pool.submit(self._annealer.run, self._seconds, lambda: self._spent, stop.is_set)
            try:
                yield
            finally:
                stop.set()
            job.result()

    def _look(self, *, at_last: bool = False) -> None:
        """Tells of the best so far: at once when at last everything has its place, otherwise every few seconds."""
        assert self._annealer is not None  # noqa: S101 - it works meanwhile
        price, placed = self._annealer.best
        whole = len(placed) == self._space.wanted and bool(self._best.unplaced)
        if not (at_last or whole or time.monotonic() >= self._told + TELLING):
            return
        if price + self._fixed < self._best.price:
            self._board.restore(placed)
            self._take(price)
        self._tell()

    def _take(self, price: int) -> None:
        """Keeps the board's programme if it is better than the best so far."""
        if price + self._fixed < self._best.price or not self._best.showings:
            better = programme_of(self._board.showings(), self._festival)
            self._best = better if better.price <= self._best.price else self._best

    def _tell(self) -> None:
        bound = self._fixed if self._bounding is None else max(self._fixed, ceil(self._bounding.best - 0.05))
        self._best = Programme(self._best.showings, self._best.price, bound, self._best.unplaced)
        self._told = time.monotonic()
        if self._progress:
            self._progress(Progress(self._best, self._told - self._begin))

    def _bound(self) -> None:
        self._bounding = Bounding(self._space, self._fixed)
        target = float(self._best.price)
        while self._bounding.steps < STEPS and self._bounding_goes_on():
            if not self._bounding.step(target):
                break
        self._bounding.forget_oldest(ROWS)
        Master(self._bounding).run(self._bounding_goes_on)
        self._look(at_last=True)

    def _bounding_goes_on(self) -> bool:
        self._look()
        return self._spent < BOUNDED and not self._over()
