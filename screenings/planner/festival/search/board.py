"""A programme in the making: which item is where, and what any further place would cost now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from screenings.planner.festival.answer import Showing
from screenings.planner.festival.search.space import FORBIDDEN, MINUTE, NEVER, Item, Space, Table

Place = tuple[int, int, int]
"""Day, screen and slot."""
FREE = 10_000
"""Minutes that are free after the last showing of a screen-day: more than any showing takes."""


@dataclass(frozen=True)
class Placed:
    """An item at a place; a fixed showing has no item (-1), and its minute may be off the grid."""

    item: int
    film: int
    rank: int
    day: int
    screen: int
    minute: int

    def slot(self, space: Space) -> int:
        return (self.minute - space.begin) // space.festival.start_step


class Board:
    """Places and takes away items, and keeps the prices of all places that depend on them up to date."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self.left = [item.count for item in space.items]
        self.by_film: list[list[Placed]] = [[] for _ in space.films]
        self.by_screen_day: dict[tuple[int, int], list[Placed]] = {}
        self._room = np.full((space.days, space.screens, space.slots), FREE, dtype=np.int32)
        self._together = np.zeros(
            (len(space.films), space.days, len(space.travel), space.slots), dtype=np.int32
        )
        self.price = 0
        """Of what is placed, without what is fixed."""
        for pin in space.festival.pins:
            self._pin(pin.film, pin.nth, pin.screen, pin.starts_at)

    def _pin(self, film: str, nth: int, screen: str, starts_at: object) -> None:
        space, festival = self.space, self.space.festival
        at = next(at for at, each in enumerate(space.films) if each.key == film)
        on = next(at for at, each in enumerate(festival.screens) if each.key == screen)
        day = (festival.day_of(starts_at) - festival.first_day).days  # type: ignore[arg-type] # a pin's instant
        self._put(Placed(-1, at, nth, day, on, space.minute(starts_at, day)))  # type: ignore[arg-type] # as above

    # What a place costs

    def costs(self, item: int) -> Table:
        """What each place of an item costs now, with the showings that stand: a table of days, screens and slots.

        NEVER where it is impossible, and at least FORBIDDEN where another film forbids it.
        """
        space, film = self.space, self.space.items[item].film
        table: Table = space.cost[item] + self._together[film][:, space.venue_of, :]
        table[self._room < space.needed[film][None, :, None]] = NEVER
        own = self.by_film[film]
        if own:
            rank, apart = space.items[item].rank, space.films[film].days_apart
            for day in range(space.days):
                if not all(_in_order(day, rank, each, apart) for each in own):
                    table[day] = NEVER
        return table

    def costs_on(self, item: int, day: int, screen: int) -> Table:
        """As `costs`, for one screen-day."""
        space, film = self.space, self.space.items[item].film
        table: Table = space.cost[item, day, screen] + self._together[film, day, space.venue_of[screen]]
        rank, apart = space.items[item].rank, space.films[film].days_apart
        if not all(_in_order(day, rank, each, apart) for each in self.by_film[film]):
            table[:] = NEVER
        table[self._room[day, screen] < space.needed[film, screen]] = NEVER
        return table

    def put_back(self, placed: Placed) -> Placed:
        """Places a showing again where it was before `take`."""
        price = self.base(placed) + self.together(placed)
        return self.put(placed.item, (placed.day, placed.screen, placed.slot(self.space)), price)

    def put(self, item: int, place: Place, price: int) -> Placed:
        """Places one showing of an item, at the price that `costs` says of it."""
        what = self.space.items[item]
        day, screen, slot = place
        placed = Placed(item, what.film, what.rank, day, screen, int(self.space.starts[slot]))
        self._put(placed)
        self.left[item] -= 1
        self.price += price
        return placed

    def _put(self, placed: Placed) -> None:
        self.by_film[placed.film].append(placed)
        self.by_screen_day.setdefault((placed.day, placed.screen), []).append(placed)
        self._refresh_room(placed.day, placed.screen)
        self._charge(placed, 1)

    def restore(self, placed: Iterable[Placed]) -> None:
        """Places these showings, and none but these and what is fixed."""
        for each in [each for each in self.all() if each.item >= 0]:
            self.take(each)
        for each in placed:
            self.put_back(each)

    def take(self, placed: Placed) -> None:
        """Takes a showing away again."""
        self.by_film[placed.film].remove(placed)
        self.by_screen_day[placed.day, placed.screen].remove(placed)
        self._refresh_room(placed.day, placed.screen)
        self._charge(placed, -1)
        self.left[placed.item] += 1
        self.price -= self.base(placed) + self.together(placed)

    def _refresh_room(self, day: int, screen: int) -> None:
        """Minutes from each start to the next showing of this screen-day; 0 while one runs or is cleared away."""
        space = self.space
        row, starts = self._room[day, screen], space.starts
        row[:] = FREE
        turnaround = int(space.turnaround[screen])
        for each in sorted(self.by_screen_day[day, screen], key=lambda each: -each.minute):
            before = starts < each.minute
            row[before] = each.minute - starts[before]
            until = each.minute + int(space.length[each.film]) + turnaround
            row[(starts >= each.minute) & (starts < until)] = 0

    def _charge(self, placed: Placed, sign: int) -> None:
        """Charges all films that should not be shown together with this one, or takes the charge back."""
        space = self.space
        films, points = space.rivals[placed.film]
        if not len(films):
            return
        begins, ends = placed.minute, placed.minute + int(space.length[placed.film])
        starts = space.starts[None, :]
        theirs = starts + space.length[films][:, None]
        at_once = (starts < ends) & (theirs > begins)
        way = space.travel[space.venue_of[placed.screen]][None, :, None]
        near = (starts[:, None, :] < ends + way) & (theirs[:, None, :] + way > begins)
        hurry = np.where(points >= FORBIDDEN, FORBIDDEN, space.festival.prices.hurry)
        charged = np.where(near, hurry[:, None, None], 0)
        charged = np.where(at_once[:, None, :], points[:, None, None], charged)
        self._together[films, placed.day] += sign * charged.astype(np.int32)

    def free_minutes(self) -> Table:
        """Minutes from each start to the next showing of its screen-day."""
        return self._room

    # The whole

    @property
    def unplaced(self) -> int:
        return sum(self.left)

    def all(self) -> Iterator[Placed]:
        for own in self.by_film:
            yield from own

    def base(self, placed: Placed) -> int:
        return int(self.space.cost[placed.item, placed.day, placed.screen, placed.slot(self.space)])

    def together(self, placed: Placed) -> int:
        """What a showing costs together with all others that stand."""
        space = self.space
        venue = space.venue_of[placed.screen]
        return int(self._together[placed.film, placed.day, venue, placed.slot(space)])

    def showings(self) -> list[Showing]:
        """All showings, numbered in order of time; a fixed one keeps its number."""
        made = []
        for film, own in enumerate(self.by_film):
            for nth, each in _numbered(own):
                made.append(self._showing(film, nth, each))
        return sorted(made)

    def _showing(self, film: int, nth: int, each: Placed) -> Showing:
        space = self.space
        if each.item >= 0:
            return space.showing(film, nth, (each.day, each.screen, each.slot(space)))
        pin = next(
            pin for pin in space.festival.pins if (pin.film, pin.nth) == (space.films[film].key, each.rank)
        )
        ends_at = pin.starts_at + int(space.length[film]) * MINUTE
        return Showing(pin.starts_at, ends_at, pin.film, pin.nth, pin.screen)


def _in_order(day: int, rank: int, other: Placed, apart: int) -> bool:
    """Whether a showing of a rank may be on a day beside another of its film."""
    if rank == other.rank:
        return abs(day - other.day) >= apart
    return (day - other.day) * (1 if rank > other.rank else -1) >= apart * abs(rank - other.rank)


def _numbered(own: Iterable[Placed]) -> Iterator[tuple[int, Placed]]:
    """Showings of one film with their numbers: a rank is the least number, and those that share it count on."""
    number = 0
    for each in sorted(own, key=lambda each: (each.day, each.minute)):
        number = max(number + 1, each.rank)
        yield number, each


def hardness(space: Space, item: Item, at: int) -> tuple[int, int]:
    """How few places an item has, and how long it is: the hardest first."""
    return int((space.cost[at] < NEVER).sum()) // max(1, item.count), -int(space.length[item.film])
