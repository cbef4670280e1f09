"""Exchanges showings: two of them take each other's places, a little earlier or later if that is what fits.

What every two showings would cost in each other's places is looked up at once in the board's tables, so a step chooses among all
exchanges instead of trying them. What two films cost each other is counted there as if both stayed where they are; what an exchange really
costs is known once it is made, and one that turns out worse than allowed is taken back.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from screenings.planner.festival.search.board import Board, Placed
from screenings.planner.festival.search.space import FORBIDDEN, Space, Table

SHIFTS = (0, -1, 1, -2, 2)
"""Slots by which a showing may start later than the one whose place it takes; of equal ones the first is taken."""
AT_ONCE = 12
"""Exchanges made before the tables are looked up again, each on two screen-days of its own."""
FAR = 10_000_000


@dataclass(frozen=True)
class _Standing:
    """The showings that may be exchanged, as columns, and what each would cost in each other's place: the slot is `shifted`."""

    placed: list[Placed]
    day: Table
    screen: Table
    slot: Table
    cost: Table
    shifted: Table
    now: Table

    @property
    def gains(self) -> Table:
        """By how much the whole costs more after each exchange; symmetric."""
        table: Table = self.cost + self.cost.T - self.now[:, None] - self.now[None, :]
        return table


class Exchanger:
    """Makes exchanges on a board. Deterministic for a seed."""

    def __init__(self, board: Board, seed: int = 1) -> None:
        self.board = board
        self._random = np.random.default_rng(seed)
        self._between = _points_between(board.space)

    def sweep(self, heat: float) -> int:
        """Makes up to `AT_ONCE` exchanges that cost less, or more by some points as `heat` allows. Returns how many."""
        standing = self._look()
        count = len(standing.placed)
        allowed = (
            -heat * np.log(self._random.random((count, count))) if heat else np.full((count, count), -0.5)
        )
        gains = standing.gains - self._between_each(standing)
        first, second = np.nonzero(np.triu(gains <= allowed, 1))
        order = (
            self._random.permutation(len(first)) if heat else np.argsort(gains[first, second], kind="stable")
        )
        touched: set[tuple[int, int]] = set()
        made = 0
        for one, other in zip(first[order].tolist(), second[order].tolist(), strict=True):
            places = {(standing.placed[at].day, standing.placed[at].screen) for at in (one, other)}
            if places & touched:
                continue
            touched |= places
            made += self._exchange(standing, one, other, float(allowed[one, other]))
            if made == AT_ONCE:
                break
        return made

    def settle(self) -> None:
        """Exchanges for as long as something is gained."""
        while self.sweep(0):
            pass

    def _look(self) -> _Standing:
        space, board = self.board.space, self.board
        placed = [each for each in board.all() if each.item >= 0]
        rows = [(each.item, each.film, each.day, each.screen, each.slot(space)) for each in placed]
        item, film, day, screen, slot = np.array(rows, dtype=np.int64).reshape(-1, 5).T
        free_from, free_until = self._free(placed)
        ends = space.needed[film][:, screen]
        cost = np.full((len(placed), len(placed)), FAR, dtype=np.int64)
        shifted = np.zeros(cost.shape, dtype=np.int64)
        for shift in SHIFTS:
            there = np.clip(slot + shift, 0, space.slots - 1)
            starts = space.starts[there]
            here = board.costs_at(item, (day, screen, there))
            fits = (there == slot + shift) & (starts >= free_from) & (starts + ends <= free_until)
            here = np.where(fits & (here < FORBIDDEN), here, FAR)
            better = here < cost
            cost[better] = here[better]
            shifted[better] = shift
        cost[~self._allowed(placed)[:, day]] = FAR
        cost[(day[:, None] == day) & (screen[:, None] == screen)] = FAR
        cost[film[:, None] == film] = FAR
        now = np.array([board.base(each) + board.together(each) for each in placed], dtype=np.int64)
        return _Standing(placed, day, screen, slot, cost, shifted, now)

    def _free(self, placed: list[Placed]) -> tuple[Table, Table]:
        """For each showing: from when its screen is free before it, and until when after it, if it were not there."""
        space, places = self.board.space, {id(each): at for at, each in enumerate(placed)}
        free_from, free_until = np.full(len(placed), -FAR), np.full(len(placed), FAR)
        for (_day, screen), row in self.board.by_screen_day.items():
            in_order = sorted(row, key=lambda each: each.minute)
            for before, after in pairwise(in_order):
                if (at := places.get(id(before))) is not None:
                    free_until[at] = after.minute
                if (at := places.get(id(after))) is not None:
                    free_from[at] = before.minute + int(space.needed[before.film, screen])
        return free_from, free_until

    def _allowed(self, placed: list[Placed]) -> Table:
        """By showing and day: whether it may be on the day beside the others of its film."""
        allowed = np.ones((len(placed), self.board.space.days), dtype=bool)
        for at, each in enumerate(placed):
            if len(self.board.by_film[each.film]) > 1:
                allowed[at] = self.board.days_beside(each)
        return allowed

    def _between_each(self, standing: _Standing) -> Table:
        """What two films that cost each other something, on two days, were charged though they never meet."""
        films = np.array([each.film for each in standing.placed], dtype=np.int64)
        apart = standing.day[:, None] != standing.day
        table: Table = np.where(apart, 2 * self._between[films][:, films], 0)
        return table

    def _exchange(self, standing: _Standing, one: int, other: int, allowed: float) -> bool:
        board, before = self.board, self.board.price
        first, second = standing.placed[one], standing.placed[other]
        board.take(first)
        board.take(second)
        made: list[Placed] = []
        for each, place, shift in (
            (first, second, standing.shifted[one, other]),
            (second, first, standing.shifted[other, one]),
        ):
            slot = place.slot(board.space) + int(shift)
            price = int(board.costs_on(each.item, place.day, place.screen)[slot])
            if price >= FORBIDDEN:
                break
            made.append(board.put(each.item, (place.day, place.screen, slot), price))
        if len(made) == 2 and board.price - before <= allowed:
            return True
        for each in made:
            board.take(each)
        for each in (first, second):
            board.put_back(each)
        return False


def _points_between(space: Space) -> Table:
    """By film and film: what showing them at one time costs, where it may be done at all."""
    points = np.zeros((len(space.films), len(space.films)), dtype=np.int64)
    for film, (others, prices) in enumerate(space.rivals):
        points[film, others] = np.where(prices < FORBIDDEN, prices, 0)
    return points
