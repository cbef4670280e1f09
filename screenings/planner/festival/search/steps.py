"""Steps by which a programme becomes another one, tried at random: compiled loops over `tables` and `rows`.

A step is made when it costs no more points than are allowed; what it would cost is first asked roughly, then exactly.
Each returns by how much the programme costs more after it, or NEVER when it was not made.
"""

from __future__ import annotations

from math import log

from screenings.planner.festival.search.compiling import compiled, small
from screenings.planner.festival.search.rows import copy, fit, one_of, replace
from screenings.planner.festival.search.space import NEVER, Table
from screenings.planner.festival.search.tables import NONE, Asked, Room, Standing

EXCHANGES, HAND_OVERS, REORDERS = 62, 30, 7
"""Of a hundred steps; the others only look for better times in one row."""
FINE = 1 << 24
"""Of so many equal chances one is drawn, for a number between 0 and 1."""


@compiled
def anneal(asked: Asked, standing: Standing, room: Room, showings: Table, heat: float, steps: int) -> int:
    """Tries steps with these showings, each of which is in a row.

    A step that costs more is made the seldomer, the more it costs for the heat (points). Returns by how much all cost more.
    """
    more = 0
    for _ in range(steps):
        how, one = one_of(room.chance, 100), showings[one_of(room.chance, len(showings))]
        allowed = -heat * log((one_of(room.chance, FINE) + 1) / FINE)
        if how < EXCHANGES:
            other = showings[one_of(room.chance, len(showings))]
            done = exchange(asked, standing, room, one, other, allowed)
        elif how < EXCHANGES + HAND_OVERS:
            row = one_of(room.chance, len(standing.size))
            done = hand_over(asked, standing, room, one, row, allowed)
        else:
            done = reorder(asked, standing, room, one, how < EXCHANGES + HAND_OVERS + REORDERS, allowed)
        if done < NEVER:
            more += done
    return more


@small
def may_be_on(asked: Asked, standing: Standing, showing: int, day: int) -> bool:
    """Whether a showing may be on a day, beside the others of its film where they stand. Nothing is wrong with waiting."""
    screens, rows = len(asked.way), len(standing.size) - 1
    if day * screens == rows or day == standing.row[showing] // screens:
        return True
    film, rank = asked.film[showing], asked.rank[showing]
    for other in asked.siblings[film]:
        if other == NONE:
            break
        row = standing.row[other]
        if other == showing or row == NONE or row == rows:
            continue
        after, ranks = day - row // screens, rank - asked.rank[other]
        if ranks < 0:
            after = -after
        elif ranks == 0:
            after = abs(after)
        if after < asked.apart[film] * max(1, abs(ranks)):
            return False
    return True


@small
def exchange(asked: Asked, standing: Standing, room: Room, one: int, other: int, allowed: float) -> int:
    """Each of two showings gets the other's place in its row."""
    row, place, there, their = (
        standing.row[one],
        standing.place[one],
        standing.row[other],
        standing.place[other],
    )
    if row == there or asked.film[one] == asked.film[other]:
        return NEVER
    now = standing.alone[row] + standing.together[row] + standing.alone[there] + standing.together[there]
    item, other_item = asked.item[one], asked.item[other]
    without, without_there = standing.without[row, place], standing.without[there, their]
    least_there = without_there + asked.lowest[item, there]
    if without + asked.lowest[other_item, row] + least_there - now > allowed:
        return NEVER
    here = _fitted(asked, standing, other, row, place, place + 1)
    if here + least_there - now > allowed:
        return NEVER
    least_there = _fitted(asked, standing, one, there, their, their + 1)
    if here + least_there - now > allowed:
        return NEVER
    screens = len(asked.way)
    if not may_be_on(asked, standing, one, there // screens):
        return NEVER
    if not may_be_on(asked, standing, other, row // screens):
        return NEVER
    count, other_count = standing.size[row], standing.size[there]
    copy(standing.shown[row], 0, count, room.new[0], 0)
    copy(standing.shown[there], 0, other_count, room.new[1], 0)
    room.new[0, place], room.new[1, their] = other, one
    return replace(
        asked, standing, room, int(row), int(count), int(there), int(other_count), int(least_there), allowed
    )


@small
def _fitted(asked: Asked, standing: Standing, showing: int, row: int, first: int, after: int) -> int:
    """The least that a row costs with a showing after those before the first place, and before those from another place on."""
    taken = asked.taken[asked.film[showing], row]
    return fit(
        standing.before[row, first], asked.cost[asked.item[showing], row], standing.after[row, after, taken:]
    )


@small
def hand_over(asked: Asked, standing: Standing, room: Room, one: int, there: int, allowed: float) -> int:
    """A showing goes to another row, to the best place between those that are there."""
    row, place = standing.row[one], standing.place[one]
    count, other_count = standing.size[row], standing.size[there]
    if row == there or other_count >= standing.shown.shape[1] - 1:
        return NEVER
    now = standing.alone[row] + standing.together[row] + standing.alone[there] + standing.together[there]
    without = standing.without[row, place]
    if without + standing.after[there, 0, 0] + asked.lowest[asked.item[one], there] - now > allowed:
        return NEVER
    least, best = NEVER, 0
    for at in range(other_count + 1):
        price = _fitted(asked, standing, one, there, at, at)
        if price < least or (price == least and one_of(room.chance, 2)):
            least, best = price, at
    if without + least - now > allowed or not may_be_on(asked, standing, one, there // len(asked.way)):
        return NEVER
    copy(standing.shown[row], 0, place, room.new[0], 0)
    copy(standing.shown[row], place + 1, count, room.new[0], place)
    copy(standing.shown[there], 0, best, room.new[1], 0)
    copy(standing.shown[there], best, other_count, room.new[1], best + 1)
    room.new[1, best] = one
    return replace(
        asked, standing, room, int(row), int(count) - 1, int(there), int(other_count) + 1, int(least), allowed
    )


@small
def reorder(asked: Asked, standing: Standing, room: Room, one: int, moves: bool, allowed: float) -> int:
    """A showing comes earlier or later in its row, or all keep their order: the times are found anew."""
    row, place = standing.row[one], standing.place[one]
    count, new = standing.size[row], room.new[0]
    copy(standing.shown[row], 0, count, new, 0)
    if moves:
        to = one_of(room.chance, count)
        if to == place:
            return NEVER
        if one_of(room.chance, 2):
            new[place], new[to] = new[to], one
        else:
            step = 1 if to > place else -1
            for at in range(place, to, step):
                new[at] = new[at + step]
            new[to] = one
    return replace(asked, standing, room, int(row), int(count), NONE, 0, 0, allowed)
