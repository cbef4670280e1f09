"""Makes a programme cheaper by simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983), in several searches side by side.

Each search tries millions of steps on a programme of its own. Now and then the dearest gives up its programme and goes on from the
cheapest, by another chance: so all end with what the luckiest has found. The loops need no global lock: each search has a processor.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from screenings.planner.festival.search.board import Placed
from screenings.planner.festival.search.rows import settle
from screenings.planner.festival.search.space import FORBIDDEN, Space
from screenings.planner.festival.search.steps import anneal
from screenings.planner.festival.search.tables import NONE, Asked, asked_of, placed_of, room_for, standing_of

SEARCHES = 2
HOT, WARM, COLD = 400.0, 1.5, 0.2
"""Points of heat at the beginning, after the beginning, and at the end."""
MILD, FULL = 1 / 6, 0.9
"""The share of their price that films cost together at first, and the share of the time after which they cost all of it."""
BEGINNING = 0.04
"""The share of the time in which nothing is too dear to be tried, so that no first programme binds the last."""
MEETINGS = 100
"""How often the searches meet. They do so by their shares of the time, and wait for each other."""
FEWEST, MOST = 2_000, 10_000_000
"""Steps between two meetings."""


class Annealer:
    """Makes the programme of a question cheaper. `best` may be read from any thread while it works: a price, and what stands."""

    def __init__(self, space: Space, placed: Sequence[Placed], seed: int = 1) -> None:
        self._space = space
        self._asked = asked_of(space)
        self._searches = [_Search(space, self._asked, placed, seed + at) for at in range(SEARCHES)]
        self._steps = FEWEST
        self.best = self._searches[0].price, list(placed)

    def run(self, seconds: float, spent: Callable[[], float], stop: Callable[[], bool]) -> None:
        """Works until `stop`, ever more cautiously; `spent` is the share of the `seconds` that is over."""
        with ThreadPoolExecutor(SEARCHES) as pool:
            while not stop():
                over, began = spent(), time.monotonic()
                asked = eased(self._asked, ease_at(over))
                jobs = [pool.submit(each.go_on, asked, heat_at(over), self._steps) for each in self._searches]
                for job in jobs:
                    job.result()
                self._meet()
                pace = seconds / MEETINGS / max(1e-4, time.monotonic() - began)
                self._steps = int(min(MOST, max(FEWEST, self._steps * min(4.0, pace))))

    def _meet(self) -> None:
        cheapest, *_others, dearest = sorted(self._searches, key=lambda each: each.price)
        if cheapest.price < self.best[0]:
            self.best = cheapest.price, cheapest.placed()
        dearest.follow(cheapest)


class _Search:
    """One search: its programme, and what that costs."""

    def __init__(self, space: Space, asked: Asked, placed: Sequence[Placed], seed: int) -> None:
        self._space, self._asked = space, asked
        self._standing = standing_of(space, asked, placed)
        self._room = room_for(asked, self._standing, seed)
        self._nowhere = int((self._standing.row == NONE).sum()) * space.festival.prices.unplaced
        self._showings = np.flatnonzero(self._standing.row != NONE).astype(np.int32)
        self.price = settle(asked, self._standing) + self._nowhere

    def go_on(self, asked: Asked, heat: float, steps: int) -> None:
        """Tries some steps at a heat (points), by the prices of a question that may be eased; `price` is by its own."""
        settle(asked, self._standing)
        anneal(asked, self._standing, self._room, self._showings, heat, steps)
        self.price = settle(self._asked, self._standing) + self._nowhere

    def follow(self, other: _Search) -> None:
        """Goes on from where another search is."""
        if other.price < self.price:
            for mine, theirs in zip(self._standing, other._standing, strict=True):
                np.copyto(mine, theirs)
            self.price = other.price

    def placed(self) -> list[Placed]:
        return placed_of(self._space, self._asked, self._standing)


def heat_at(spent: float) -> float:
    """The heat (points) when a share of the time is over."""
    if spent < BEGINNING:
        return HOT * float((WARM / HOT) ** (spent / BEGINNING))
    over = (min(1.0, spent) - BEGINNING) / (1 - BEGINNING)
    return WARM * float((COLD / WARM) ** over)


def ease_at(spent: float) -> float:
    """The share of their price that films cost together when a share of the time is over."""
    return min(1.0, MILD + (1 - MILD) * spent / FULL)


def eased(asked: Asked, share: float) -> Asked:
    """The question with this share of what films cost together; what is forbidden stays so."""
    points = np.where(asked.points >= FORBIDDEN, asked.points, np.rint(asked.points * share)).astype(np.int32)
    return asked._replace(points=points, hurry=round(asked.hurry * share))  # noqa: SLF001 - public, so that no field is called replace
