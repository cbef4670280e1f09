"""Where each showing could be, and what it would cost there, as tables of numbers for the search.

An *item* is what has to be placed: one showing of a film, or several that are alike (`count`). A *place* of an item is a screen-day
and a slot, one start on the grid. Tables have the axes item, day, screen, slot. `reviewing` knows nothing of any of this.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screenings.planner.festival.access import answers, may_lack
from screenings.planner.festival.answer import Showing
from screenings.planner.festival.question import Festival, Film, Pin, Screen, Together
from screenings.planner.festival.reviewing import off_hours
from screenings.planner.question import DAY_TURNS_AT, Hours, wall_instant

Table = NDArray[Any]
NEVER = 1_000_000
"""The price of a place that is impossible."""
FORBIDDEN = 100_000
"""Added for two films that must not be shown at the same time; more than any price, and summed below NEVER."""
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Item:
    """`rank` orders the items of a film: showings of a lower rank come on earlier days, and those of one rank in any order. `days` are
    indexes. `needs_access`: only on screens that offer what the film asks for."""

    film: int
    rank: int
    count: int
    days: tuple[int, ...]
    needs_access: bool


class Space:
    """The tables of one question. `pins` are placed already; their places are free for nobody else."""

    def __init__(self, festival: Festival) -> None:
        self.festival = festival
        self.films = festival.films
        self.days, self.screens = len(festival.days), len(festival.screens)
        self._bases = [wall_instant(day, DAY_TURNS_AT, festival.zone) for day in festival.days]
        self._hours = self._hours_by_day()
        self.begin, self.slots = self._grid()
        self.starts = self.begin + np.arange(self.slots) * festival.start_step
        self.length = np.array([film.length for film in self.films], dtype=np.int32)
        self.turnaround = np.array([screen.turnaround for screen in festival.screens], dtype=np.int32)
        self.needed = self.length[:, None] + self.turnaround[None, :]
        # Slots that a showing keeps to itself: its length and the turnaround, rounded up to the grid.
        self.taken = -(-self.needed // festival.start_step)
        self.items = sorted(
            self._items(), key=lambda item: (tuple(self.taken[item.film]), item.film, item.rank)
        )
        self._open = self._open_slots()
        self.cost = (
            np.stack([self._costs(item) for item in self.items])
            if self.items
            else np.zeros((0, self.days, self.screens, self.slots), dtype=np.int32)
        )
        venues = sorted({screen.venue for screen in festival.screens})
        self.venue_of = np.array([venues.index(screen.venue) for screen in festival.screens])
        self.travel = np.array(
            [[festival.travel_minutes(a, b) for b in venues] for a in venues], dtype=np.int32
        )
        self.rivals = self._rivals()

    @property
    def wanted(self) -> int:
        """Showings that need a place, without those that are fixed."""
        return sum(item.count for item in self.items)

    def _hours_by_day(self) -> list[list[list[tuple[int, int]]]]:
        """For each day and screen the hours, as minutes since the day turned."""
        hours: list[list[list[tuple[int, int]]]] = [
            [[] for _ in range(self.screens)] for _ in range(self.days)
        ]
        for at, screen in enumerate(self.festival.screens):
            for opening in screen.hours:
                day = (self.festival.day_of(opening.opens_at) - self.festival.first_day).days
                if 0 <= day < self.days:
                    hours[day][at].append(
                        (self.minute(opening.opens_at, day), self.minute(opening.closes_at, day))
                    )
        return hours

    def _grid(self) -> tuple[int, int]:
        step = self.festival.start_step
        spans = [span for day in self._hours for screen in day for span in screen]
        begin = -(-min((opens for opens, _ in spans), default=0) // step) * step
        return begin, max(1, (max((closes for _, closes in spans), default=step) - begin) // step)

    def minute(self, moment: datetime, day: int) -> int:
        """Elapsed minutes since the day turned: a night in which clocks change is shorter or longer."""
        return (moment - self._bases[day]) // MINUTE

    def instant(self, day: int, slot: int) -> datetime:
        return self._bases[day] + (self.begin + slot * self.festival.start_step) * MINUTE

    def showing(self, film: int, nth: int, place: tuple[int, int, int]) -> Showing:
        """The showing of a film at a place (day, screen, slot)."""
        day, screen, slot = place
        starts_at = self.instant(day, slot)
        ends_at = starts_at + int(self.length[film]) * MINUTE
        return Showing(starts_at, ends_at, self.films[film].key, nth, self.festival.screens[screen].key)

    def _items(self) -> list[Item]:
        pins: dict[str, list[Pin]] = {}
        for pin in self.festival.pins:
            pins.setdefault(pin.film, []).append(pin)
        return [
            item
            for at, film in enumerate(self.films)
            for item in self._items_of(at, film, pins.get(film.key, []))
        ]

    def _items_of(self, at: int, film: Film, pins: list[Pin]) -> list[Item]:
        lacking, more = may_lack(self.festival, film)
        if pins:
            fixed = {
                pin.nth: (self.festival.day_of(pin.starts_at) - self.festival.first_day).days for pin in pins
            }
            free = [nth for nth in range(1, film.showings + 1) if nth not in fixed]
            return [
                Item(at, nth, 1, self._days_between(film, nth, fixed), nth not in lacking) for nth in free
            ]
        if not film.has_first:
            return _alike(at, 1, film.showings, tuple(range(self.days)), more)
        first = Item(at, 1, 1, self._days_between(film, 1, {}), 1 not in lacking)
        return [first, *_alike(at, 2, film.showings - 1, self._days_between(film, 2, {}), more)]

    def _days_between(self, film: Film, nth: int, fixed: dict[int, int]) -> tuple[int, ...]:
        """The days on which the nth showing can be: after the guest has come, and in order with those that are fixed."""
        guest = {(day - self.festival.first_day).days for day in film.guest}
        earliest = (min(guest) if guest else 0) + film.days_apart * (nth - 1)
        return tuple(
            day
            for day in range(self.days)
            if day >= earliest
            and not (nth == 1 and guest and day not in guest)
            and all(
                (day - there) * (1 if nth > other else -1) >= film.days_apart * abs(nth - other)
                for other, there in fixed.items()
            )
        )

    def _open_slots(self) -> Table:
        """For each day, screen and slot: minutes from a start there to the end of the hours; 0 where it is closed."""
        left = np.zeros((self.days, self.screens, self.slots), dtype=np.int32)
        for day, screens in enumerate(self._hours):
            for screen, spans in enumerate(screens):
                for opens, closes in spans:
                    here = (self.starts >= opens) & (self.starts < closes)
                    left[day, screen][here] = (closes - self.starts)[here]
        return left

    def _costs(self, item: Item) -> Table:
        film, prices = self.films[item.film], self.festival.prices
        is_premiere = film.premiere and item.rank == 1
        liked = self.festival.premiere if is_premiere else film.preferred or self.festival.preferred
        each = (1 + film.demand // prices.heads) * (
            prices.premiere_off_hours if is_premiere else prices.off_hours
        )
        costs = self._quarters(liked)[:, None, :] * each + self._seats(film)[None, :, None]
        possible = self._open >= self.length[item.film]
        possible &= np.isin(np.arange(self.days), item.days)[:, None, None]
        possible &= np.array([self._suits(item, each) for each in self.festival.screens])[None, :, None]
        return np.where(possible, costs, NEVER).astype(np.int32)

    def _suits(self, item: Item, screen: Screen) -> bool:
        film = self.films[item.film]
        can_show = not film.screens or screen.key in film.screens
        return can_show and (not item.needs_access or answers(film, screen.access))

    def _quarters(self, liked: Hours) -> Table:
        """For each day and slot: how many quarters of an hour it is outside these hours."""
        known = self.__dict__.setdefault("_quarters_of", {})
        if liked not in known:
            known[liked] = np.array(
                [
                    [off_hours(self.instant(day, slot), liked, self.festival) for slot in range(self.slots)]
                    for day in range(self.days)
                ],
                dtype=np.int32,
            )
        table: Table = known[liked]
        return table

    def _seats(self, film: Film) -> Table:
        prices = self.festival.prices
        seats = np.array([screen.capacity for screen in self.festival.screens])
        short, spare = np.maximum(0, film.demand - seats), np.maximum(0, seats - film.demand)
        table: Table = -(-short // 5) * prices.turned_away + -(-spare // 50) * prices.empty_seats
        return table

    def _rivals(self) -> list[tuple[Table, Table]]:
        """For each film, which others should not be shown with it, and what that costs."""
        prices = self.festival.prices
        points = {
            Together.MAKER: prices.maker,
            Together.AUDIENCE: prices.audience,
            Together.FORBIDDEN: FORBIDDEN,
        }
        index = {film.key: at for at, film in enumerate(self.films)}
        weights: list[dict[int, int]] = [{} for _ in self.films]
        strands: dict[str, list[int]] = {}
        for at, film in enumerate(self.films):
            if film.strand:
                strands.setdefault(film.strand, []).append(at)
        told = [(index[pair.film], index[pair.other], points[pair.why]) for pair in self.festival.pairs]
        inside = [(a, b, prices.strand) for own in strands.values() for a in own for b in own if a < b]
        for one, other, weight in (*told, *inside):
            dearest = max(weight, weights[one].get(other, 0))
            weights[one][other] = weights[other][one] = dearest
        return [
            (np.array(list(own), dtype=np.int64), np.array(list(own.values()), dtype=np.int32))
            for own in weights
        ]


def _alike(film: int, rank: int, count: int, days: tuple[int, ...], without_access: int) -> list[Item]:
    """Showings of one rank: those that need access, and those that may do without."""
    needing = Item(film, rank, count - without_access, days, needs_access=True)
    others = Item(film, rank, without_access, days, needs_access=False)
    return [item for item in (needing, others) if item.count]
