"""Replans a festival after something has changed, such as a screen lost for a day: as few showings move as possible.

What breaks a rule where it stands must move, and that is the first lower bound. Whether so few are enough is searched for
completely, as far as the time allows: first with everything else in its place, then with one further showing moved, then two.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from screenings.planner.festival.answer import Moved, Programme, Showing
from screenings.planner.festival.planning import PinsClash, fixed_showings
from screenings.planner.festival.question import Festival
from screenings.planner.festival.reviewing import programme_of, review
from screenings.planner.festival.search.board import Board, Place, Placed
from screenings.planner.festival.search.space import FORBIDDEN, NEVER, Space

SECONDS = 0.8
MOST_MORE = 2
"""How many further showings are moved at most, before everything that has a place keeps it and the rest stays without one."""


def replan(programme: Programme, festival: Festival, *, seconds: float = SECONDS) -> Moved:
    """The programme for the question as it is now. `least` showings must move, proved by complete search.

    A showing counts as moved when it has another screen or another start, or no place any more. Fixed showings stay: raises
    PinsClash when they cannot.
    """
    return _Replanning(programme, festival, seconds).run()


class _OutOfTime(Exception):  # noqa: N818 - it ends a search, and is no error
    """The search was not complete."""


class _Replanning:
    def __init__(self, programme: Programme, festival: Festival, seconds: float) -> None:
        self._ends = time.monotonic() + seconds
        self._festival, self._space = festival, Space(festival)
        if hard := [finding for finding in review(fixed_showings(festival), festival) if finding.hard]:
            raise PinsClash(hard)
        self._before = {each.key: each for each in programme.showings}
        self._pins = {(pin.film, pin.nth) for pin in festival.pins}
        self._board = Board(self._space)
        self._waiting: list[int] = []
        self._stand()

    def _stand(self) -> None:
        """Puts what can stay where it was; the rest waits. A showing that nobody has placed before waits too."""
        space = self._space
        screens = {screen.key: at for at, screen in enumerate(self._festival.screens)}
        films = {film.key: at for at, film in enumerate(space.films)}
        for item, where in self._items(films):
            if (
                where is None
                or where.screen not in screens
                or not self._put(item, where, screens[where.screen])
            ):
                self._waiting.append(item)

    def _items(self, films: dict[str, int]) -> Iterator[tuple[int, Showing | None]]:
        """Each item with the showings that stood for it; None for one that had no place."""
        of_film: dict[int, list[Showing]] = {}
        for key, showing in sorted(self._before.items()):
            if key not in self._pins and key[0] in films:
                of_film.setdefault(films[key[0]], []).append(showing)
        for item, what in enumerate(self._space.items):
            mine = self._stood_for(item, of_film.get(what.film, []))
            for at in range(what.count):
                yield item, mine[at] if at < len(mine) else None

    def _stood_for(self, item: int, left: list[Showing]) -> list[Showing]:
        """The showings of a film that stood for an item, of those that are left: best those that could stay. They are left no longer."""
        what = self._space.items[item]
        film = self._space.films[what.film]
        if film.key in {pin.film for pin in self._festival.pins}:
            mine = [each for each in left if each.nth == what.rank]
        elif film.has_first:
            mine = [each for each in left if (each.nth > 1) == (what.rank > 1)]
        else:
            mine = list(left)
        mine = sorted(mine, key=lambda each: not self._could_stay(item, each))[: what.count]
        left[:] = [each for each in left if each not in mine]
        return mine

    def _could_stay(self, item: int, where: Showing) -> bool:
        """Whether nothing but other showings could be in its way where it was."""
        at, screens = self._slot_of(where), [screen.key for screen in self._festival.screens]
        if at is None or where.screen not in screens:
            return False
        return int(self._space.cost[item, at[0], screens.index(where.screen), at[1]]) < NEVER

    def _slot_of(self, where: Showing) -> tuple[int, int] | None:
        """Day and slot of a showing, if it begins on the grid within the festival."""
        space = self._space
        day = (self._festival.day_of(where.starts_at) - self._festival.first_day).days
        if not 0 <= day < space.days:
            return None
        slot, off = divmod(space.minute(where.starts_at, day) - space.begin, self._festival.start_step)
        return None if off or not 0 <= slot < space.slots else (day, slot)

    def _put(self, item: int, where: Showing, screen: int) -> bool:
        at = self._slot_of(where)
        price = NEVER if at is None else int(self._board.costs_on(item, at[0], screen)[at[1]])
        if at is None or price >= FORBIDDEN:
            return False
        self._board.put(item, (at[0], screen, at[1]), price)
        return True

    def run(self) -> Moved:
        must, proved = len(self._waiting), self._must_for_certain()
        stood = self._standing()
        try:
            for more in range(MOST_MORE + 1):
                if self._with(more):
                    break
            else:
                more = MOST_MORE + 1
                self._leave_out()
        except _OutOfTime:
            self._restore(stood)
            self._leave_out()
        return self._moved(proved + min(more, self._levels()) if proved == must else proved)

    def _levels(self) -> int:
        """How many further moves the search proves to be needed: it never makes another showing of a film its first, nor another of
        them the accessible one, so it proves nothing where that might help."""
        space = self._space
        pinned = {pin.film for pin in self._festival.pins}
        films = [
            at
            for at, film in enumerate(space.films)
            if film.showings > 1 and (film.has_first or film.key in pinned or film.without_access)
        ]
        if {space.items[item].film for item in self._waiting} & set(films):
            return 0
        return 1 if films else MOST_MORE + 1

    def _must_for_certain(self) -> int:
        """How many of those that wait could not stand where they were even if nothing else stood."""
        space, alone = self._space, Board(self._space)
        films = {film.key: at for at, film in enumerate(space.films)}
        screens = {screen.key: at for at, screen in enumerate(self._festival.screens)}
        lost = 0
        for item, where in self._items(films):
            if where is None or where.screen not in screens:
                lost += 1
                continue
            slot = self._slot_of(where)
            lost += (
                slot is None
                or int(alone.costs_on(item, slot[0], screens[where.screen])[slot[1]]) >= FORBIDDEN
            )
        return lost

    def _standing(self) -> list[Placed]:
        return [each for each in self._board.all() if each.item >= 0]

    def _restore(self, stood: Sequence[Placed]) -> None:
        for each in self._standing():
            self._board.take(each)
        for each in stood:
            self._back(each)

    def _with(self, more: int) -> bool:
        """Places all that waits, with so many further showings moved; False when there is no way."""
        for others in combinations(self._standing() if more else [], more):
            for each in others:
                self._board.take(each)
            waiting = [*self._waiting, *(each.item for each in others)]
            if self._place(waiting):
                return True
            for each in others:
                self._back(each)
        return False

    def _back(self, each: Placed) -> None:
        self._board.put(
            each.item,
            (each.day, each.screen, each.slot(self._space)),
            self._board.base(each) + self._board.together(each),
        )

    def _place(self, waiting: Sequence[int]) -> bool:
        """Complete search: the item with the fewest free places first, its cheapest place first."""
        if not waiting:
            return True
        if time.monotonic() > self._ends:
            raise _OutOfTime
        tables = {item: self._board.costs(item) for item in set(waiting)}
        hardest = min(tables, key=lambda item: int((tables[item] < FORBIDDEN).sum()))
        rest = list(waiting)
        rest.remove(hardest)
        for place, price in _cheapest_first(tables[hardest]):
            placed = self._board.put(hardest, place, price)
            if self._place(rest):
                return True
            self._board.take(placed)
        return False

    def _leave_out(self) -> None:
        """Everything that stands keeps its place; of the rest as much as possible gets one."""
        for item in sorted(
            self._waiting, key=lambda item: -int(self._space.length[self._space.items[item].film])
        ):
            place = next(iter(_cheapest_first(self._board.costs(item))), None)
            if place:
                self._board.put(item, *place)

    def _moved(self, least: int) -> Moved:
        after = programme_of(self._board.showings(), self._festival)
        places = {(each.film, each.screen, each.starts_at) for each in after.showings}
        moved = [
            key
            for key, each in self._before.items()
            if (each.film, each.screen, each.starts_at) not in places
        ]
        return Moved(after, tuple(sorted(moved)), min(least, len(moved)))


def _cheapest_first(table: np.ndarray) -> Iterable[tuple[Place, int]]:
    flat = table.ravel()
    free = np.flatnonzero(flat < FORBIDDEN)
    for at in free[np.argsort(flat[free], kind="stable")].tolist():
        day, screen, slot = np.unravel_index(at, table.shape)
        yield (int(day), int(screen), int(slot)), int(flat[at])
