"""Builds a programme greedily, and makes it cheaper: takes a few showings out and places them anew, again and again."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence

import numpy as np

from screenings.planner.festival.search.board import Board, Place, Placed, hardness
from screenings.planner.festival.search.space import FORBIDDEN

WARM, COLD = 12.0, 0.6
"""Points by which a programme may get worse in one step, at the beginning and at the end."""
FEWEST, MOST = 3, 9
"""Showings that are taken out at once."""
BY_ROWS = 0.6
"""How often whole screen-days are rebuilt, once the worth of showings is known."""
NOISE = (0.8, 1.5)
"""The factors between which a showing's worth is taken."""
BLINK = 0.02
"""How often the cheapest place is overlooked, so that two tries at one thing differ."""


def cheapest(board: Board, item: int) -> tuple[int, Place]:
    """The cheapest free place of an item. Its price is FORBIDDEN or more when there is none."""
    table = board.costs(item)
    at = int(table.argmin())
    day, screen, slot = np.unravel_index(at, table.shape)
    return int(table[day, screen, slot]), (int(day), int(screen), int(slot))


def build(board: Board) -> None:
    """Places everything that has no place yet: the hardest first, each at the cheapest free place."""
    space = board.space
    order = sorted(range(len(space.items)), key=lambda at: hardness(space, space.items[at], at))
    for item in order:
        while board.left[item] and _insert(board, item):
            pass


def _insert(board: Board, item: int) -> Placed | None:
    price, place = cheapest(board, item)
    return board.put(item, place, price) if price < FORBIDDEN else None


def best_row(board: Board, day: int, screen: int, worth: dict[int, float]) -> list[tuple[int, int]]:
    """The row of items with their slots that costs least, less what they are worth, found from the last slot to the first.

    An item may come twice; whoever places the row leaves the second out.
    """
    space = board.space
    offers: list[list[tuple[float, int, int]]] = [[] for _ in range(space.slots)]
    for item, value in worth.items():
        table = board.costs_on(item, day, screen)
        taken = int(space.taken[space.items[item].film, screen])
        for slot in np.flatnonzero(table < value).tolist():
            offers[slot].append((float(table[slot]) - value, item, taken))
    after = [0.0] * (space.slots + int(space.taken.max(initial=1)) + 1)
    picks: list[tuple[int, int] | None] = [None] * space.slots
    for slot in range(space.slots - 1, -1, -1):
        best, pick = after[slot + 1], None
        for price, item, taken in offers[slot]:
            if price + after[slot + taken] < best:
                best, pick = price + after[slot + taken], (item, taken)
        after[slot], picks[slot] = best, pick
    row, slot = [], 0
    while slot < space.slots:
        picked = picks[slot]
        if picked is None:
            slot += 1
            continue
        row.append((picked[0], slot))
        slot += picked[1]
    return row


class Mender:
    """Ruin and recreate, accepting a little worse now and then. Keeps the best that it has met."""

    def __init__(self, board: Board, seed: int = 1) -> None:
        self.board, self._random = board, random.Random(seed)  # noqa: S311 - chance, not secrets
        self.unplaced_price = board.space.festival.prices.unplaced
        self.best_price, self.best = self.price, self.state()
        self.rounds = 0
        self.worth: list[float] | None = None
        """What a showing of each item is worth, as the bound found out; rows of screen-days are rebuilt by it."""

    @property
    def price(self) -> int:
        return self.board.price + self.board.unplaced * self.unplaced_price

    def state(self) -> list[Placed]:
        return [each for each in self.board.all() if each.item >= 0]

    def restore(self, state: Sequence[Placed]) -> None:
        """Puts a state back that was the board's before."""
        for each in self.state():
            self.board.take(each)
        for each in state:
            self.board.put_back(each)

    def renew(self) -> None:
        """What stands now is the best, whatever was."""
        self.best_price, self.best = self.price, self.state()

    def run(
        self, seconds: float, stop: Callable[[], bool], *, warm: float = WARM, until_placed: bool = False
    ) -> None:
        """Works for some seconds, or until `stop`; with `until_placed`, only until everything has a place."""
        begin = time.monotonic()
        while not stop() and not (until_placed and not self.board.unplaced):
            spent = (time.monotonic() - begin) / seconds
            if spent >= 1:
                break
            self.round(warm * (COLD / warm) ** spent)
        self.restore(self.best)

    def keep_best(self) -> None:
        if self.price < self.best_price:
            self.best_price, self.best = self.price, self.state()

    def round(self, heat: float) -> None:
        """Takes a few out and places them anew; what costs more is kept now and then, by the points of heat."""
        board, before = self.board, self.price
        by_rows = self.worth is not None and self._random.random() < BY_ROWS
        days = self._some_screen_days() if by_rows else []
        out = self.standing_on(days) if by_rows else self._ruin()
        for each in out:
            board.take(each)
        made = self._rebuild(days) if by_rows else []
        made += self.recreate()
        self.rounds += 1
        self.keep_best()
        if self.price > before - heat * math.log(max(1e-9, self._random.random())):
            for each in made:
                board.take(each)
            for each in out:
                board.put_back(each)

    def _ruin(self) -> list[Placed]:
        board, chance = self.board, self._random
        standing = self.state()
        if not standing:
            return []
        count = min(len(standing), chance.randint(FEWEST, MOST))
        seed = chance.choice(standing)
        how = chance.random()
        if how < 0.4:  # near in time, on any screen
            near = [each for each in standing if each.day == seed.day]
            near.sort(key=lambda each: abs(each.minute - seed.minute) + 60 * chance.random())
            return near[:count]
        if how < 0.7:  # whole screen-days
            days = [board.by_screen_day[seed.day, seed.screen]]
            other = chance.choice(standing)
            days.append(board.by_screen_day[other.day, other.screen])
            return list(dict.fromkeys(each for day in days for each in day if each.item >= 0))
        if how < 0.85:  # what costs most
            sample = chance.sample(standing, min(len(standing), 8 * count))
            sample.sort(key=lambda each: -board.base(each) - board.together(each))
            return sample[:count]
        alike = sorted(
            standing,
            key=lambda each: (
                abs(int(board.space.length[each.film]) - int(board.space.length[seed.film]))
                + 30 * chance.random()
            ),
        )
        return alike[:count]

    def _some_screen_days(self) -> list[tuple[int, int]]:
        """Two to five screen-days: of one day, of one screen, or any."""
        chance, space = self._random, self.board.space
        day, screen = chance.randrange(space.days), chance.randrange(space.screens)
        every = [(each, on) for each in range(space.days) for on in range(space.screens)]
        how = chance.random()
        if how < 0.4:
            every = [(each, on) for each, on in every if each == day]
        elif how < 0.7:
            every = [(each, on) for each, on in every if on == screen]
        return chance.sample(every, min(len(every), chance.randint(2, 5)))

    def standing_on(self, days: Sequence[tuple[int, int]]) -> list[Placed]:
        board = self.board
        return [each for key in days for each in board.by_screen_day.get(key, ()) if each.item >= 0]

    def _rebuild(self, days: Sequence[tuple[int, int]]) -> list[Placed]:
        """Fills each screen-day with its best row of what waits: a showing is worth what the bound says, a little more or less."""
        board, chance = self.board, self._random
        assert self.worth is not None  # noqa: S101 - `_round` asks before
        made = []
        for day, screen in days:
            waiting = [item for item, left in enumerate(board.left) if left]
            worth = {
                item: self.worth[item] * chance.uniform(*NOISE) + chance.uniform(0, 6) for item in waiting
            }
            for item, slot in best_row(board, day, screen, worth):
                price = int(board.costs_on(item, day, screen)[slot])
                if board.left[item] and price < FORBIDDEN:
                    made.append(board.put(item, (day, screen, slot), price))
        return made

    def recreate(self) -> list[Placed]:
        board, chance, space = self.board, self._random, self.board.space
        waiting = [item for item, left in enumerate(board.left) for _ in range(left)]
        how = chance.random()
        if how < 0.4:
            chance.shuffle(waiting)
        elif how < 0.7:
            waiting.sort(key=lambda item: -int(space.length[space.items[item].film]) - 40 * chance.random())
        else:
            waiting.sort(key=lambda item: -space.films[space.items[item].film].demand - 80 * chance.random())
        made = []
        for item in waiting:
            table = board.costs(item)
            if chance.random() < BLINK:
                table[chance.randrange(table.shape[0])] += FORBIDDEN
            at = int(table.argmin())
            price = int(table.flat[at])
            if price < FORBIDDEN:
                day, screen, slot = (int(axis) for axis in np.unravel_index(at, table.shape))
                made.append(board.put(item, (day, screen, slot), price))
        return made
