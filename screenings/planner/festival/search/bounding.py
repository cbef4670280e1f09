"""A value below which no programme can cost: a Lagrangian bound, with a small dynamic programme for each screen-day.

Each wanted showing gets a value (`worth`), and each film on each day a toll, so that it is not shown too often within its days apart.
For given values every screen-day is on its own: the best row of showings for it is found exactly, from the last slot to the
first. The sum is a lower bound, because what films cost together and the order of a film's showings are left out. The values are
improved by subgradient steps; the screen-days met on the way are what the linear programme of `mastering` begins with.
"""

from __future__ import annotations

import numpy as np

from screenings.planner.festival.search.board import Board
from screenings.planner.festival.search.space import NEVER, Space, Table

Row = tuple[tuple[int, int], ...]
"""What a screen-day shows: items with their slots, in order of time."""
NOTHING = -1
"""What begins where nothing more is shown."""
PATIENCE, CALMER = 20, 0.8
"""After so many steps without a better bound the steps become smaller, by this factor."""
MOST_ROWS = 12_000
"""Screen-days kept for the linear programme."""


class Bounding:
    """Steps towards the best bound of a question. `best` only grows; `rows` are the screen-days met, by day and screen."""

    def __init__(self, space: Space, fixed_price: int = 0) -> None:
        self.space, self.fixed_price = space, fixed_price
        self.unplaced_price = float(space.festival.prices.unplaced)
        self.best = 0.0
        self.rows: dict[tuple[int, int], dict[Row, int]] = {
            (day, screen): {} for day in range(space.days) for screen in range(space.screens)
        }
        self.steps = 0
        self._scale, self._since = 1.0, 0
        self.costs = self._without_fixed()
        self._by_slot = np.ascontiguousarray(self.costs.transpose(3, 0, 2, 1))
        self._taken = np.array([space.taken[item.film] for item in space.items], dtype=np.int64)
        self._film = np.array([item.film for item in space.items], dtype=np.int64)
        self._count = np.array([item.count for item in space.items], dtype=np.float32)
        self._apart = np.array([film.days_apart for film in space.films])
        self.free_days = self._windows()
        self.worth = np.zeros(len(space.items), dtype=np.float32)
        self.tolls = np.zeros((len(space.films), space.days), dtype=np.float32)

    def _without_fixed(self) -> Table:
        """The costs, impossible where a fixed showing takes the screen."""
        costs = self.space.cost.astype(np.float32)
        costs[costs >= NEVER] = np.inf
        board = Board(self.space)
        free = board.free_minutes()
        for at, item in enumerate(self.space.items):
            costs[at][free < self.space.needed[item.film][None, :, None]] = np.inf
        return costs

    def _windows(self) -> Table:
        """By film and day: 1 where at most one showing may be in the days from this one on, as many as lie apart."""
        space = self.space
        counts = np.zeros(len(space.films))
        np.add.at(counts, self._film, self._count)
        windows: Table = (counts > 1)[:, None] & (
            (np.arange(space.days)[None, :] + self._apart[:, None] <= space.days)
            | (np.arange(space.days) == 0)[None, :]
        )
        return windows

    def look(self) -> tuple[float, Table, Table]:
        """The bound for the present values; how often the best rows use each item, and each film by day."""
        rows, value = self._solve(self._charged())
        used = np.zeros(len(self.space.items), dtype=np.float32)
        by_day = np.zeros((len(self.space.films), self.space.days), dtype=np.float32)
        for day, screen, row in rows:
            self.keep(day, screen, row)
            for item, _slot in row:
                used[item] += 1
                by_day[self.space.items[item].film, day] += 1
        bound = value + float(self._count @ self.worth) - float((self.tolls * self.free_days).sum())
        self._note(bound)
        return bound, used, by_day

    def step(self, target: float) -> bool:
        """One step: the bound for the present values, then better values. False when these need none."""
        bound, used, by_day = self.look()
        short = self._count - used
        over = np.where(self.free_days, self._in_window(by_day) - 1.0, 0.0)
        over[(over < 0) & (self.tolls <= 0)] = 0
        norm = float((short**2).sum() + (over**2).sum())
        if norm == 0:
            return False
        size = self._scale * max(1.0, target - self.fixed_price - bound) / norm
        self.worth = np.clip(self.worth + size * short, 0, self.unplaced_price).astype(np.float32)
        self.tolls = np.maximum(0, self.tolls + size * over).astype(np.float32)
        self.steps += 1
        return True

    def _note(self, bound: float) -> None:
        if bound + self.fixed_price > self.best + 1e-4:
            self.best, self._since = bound + self.fixed_price, 0
            return
        self._since += 1
        if self._since >= PATIENCE:
            self._scale, self._since = self._scale * CALMER, 0

    def _in_window(self, by_day: Table) -> Table:
        """From showings by film and day: how many are in the days from each on."""
        summed = by_day.copy()
        for apart in range(1, int(self._apart.max(initial=1))):
            wide = self._apart > apart
            summed[wide, : self.space.days - apart] += by_day[wide, apart:]
        return summed

    def _charged(self) -> Table:
        """What a showing of an item on a day pays, less what it is worth."""
        tolls = self.tolls * self.free_days
        summed = tolls.copy()
        for apart in range(1, int(self._apart.max(initial=1))):
            wide = self._apart > apart
            summed[wide, apart:] += tolls[wide, : self.space.days - apart]
        charged: Table = summed[self._film] - self.worth[:, None]
        return charged

    def _solve(self, charged: Table) -> tuple[list[tuple[int, int, Row]], float]:
        """The best row of each screen-day, and what all rows cost together.

        From the last slot to the first, each slot knows the best that can follow, and the best that begins with another item: so no
        item follows itself, which would be worth as much as two showings and make the bound weak.
        """
        space = self.space
        ends = space.slots + int(space.taken.max(initial=1)) + 1
        shape = (2, ends, space.screens, space.days)
        price = np.zeros(shape, dtype=np.float32)
        price[1] = np.inf
        first = np.full(shape, NOTHING, dtype=np.int16)
        at = np.zeros(shape, dtype=np.int16)
        first[1] -= 1
        every = np.arange(len(space.items), dtype=np.int16)[:, None, None]
        on, tolls = np.arange(space.screens), charged[:, None, :]
        for slot in range(space.slots - 1, -1, -1):
            then = slot + self._taken
            offers = np.where(first[0, then, on] == every, price[1, then, on], price[0, then, on])
            offers += self._by_slot[slot]
            offers += tolls
            self._merge(slot, offers, price, first, at)
        return self._rows(first, at), float(price[0, 0].sum())

    def _merge(self, slot: int, offers: Table, price: Table, first: Table, at: Table) -> None:
        """The best of what begins at a slot and later, and the best of these that begins with another item."""
        candidates, items = [], []
        for _ in range(min(2, len(offers))):
            best = offers.argmin(axis=0)
            candidates.append(np.take_along_axis(offers, best[None], axis=0)[0])
            items.append(best.astype(np.int16))
            np.put_along_axis(offers, best[None], np.inf, axis=0)
        prices = np.stack([*candidates, price[0, slot + 1], price[1, slot + 1]])
        firsts = np.stack([*items, first[0, slot + 1], first[1, slot + 1]])
        here = np.full_like(at[0, slot], slot)
        ats = np.stack([*([here] * len(items)), at[0, slot + 1], at[1, slot + 1]])
        for rank in range(2):
            best = prices.argmin(axis=0)[None]
            price[rank, slot] = np.take_along_axis(prices, best, axis=0)[0]
            first[rank, slot] = np.take_along_axis(firsts, best, axis=0)[0]
            at[rank, slot] = np.take_along_axis(ats, best, axis=0)[0]
            prices[firsts == first[rank, slot][None]] = np.inf

    def _rows(self, first: Table, at: Table) -> list[tuple[int, int, Row]]:
        items, slots, taken = first.tolist(), at.tolist(), self._taken.tolist()
        rows = []
        for day in range(self.space.days):
            for screen in range(self.space.screens):
                row: list[tuple[int, int]] = []
                slot, before = 0, NOTHING - 1
                while True:
                    rank = int(items[0][slot][screen][day] == before)
                    item, slot = items[rank][slot][screen][day], slots[rank][slot][screen][day]
                    if item < 0:
                        break
                    row.append((item, slot))
                    before, slot = item, slot + taken[item][screen]
                rows.append((day, screen, tuple(row)))
        return rows

    def keep(self, day: int, screen: int, row: Row) -> None:
        """Remembers a screen-day, with the step at which it was met last."""
        if row:
            self.rows[day, screen][row] = self.steps

    def forget_oldest(self, most: int = MOST_ROWS) -> None:
        """Keeps the screen-days that were met last."""
        every = sorted(step for rows in self.rows.values() for step in rows.values())
        if len(every) > most:
            oldest = every[-most]
            for key, rows in self.rows.items():
                self.rows[key] = {row: step for row, step in rows.items() if step >= oldest}

    def price_of(self, day: int, screen: int, row: Row) -> float:
        """What a screen-day costs."""
        return float(sum(self.costs[item, day, screen, slot] for item, slot in row))
