"""What a row of showings costs, and how it gets others: compiled loops over `tables`."""

from __future__ import annotations

import numpy as np

from screenings.planner.festival.search.compiling import compiled, inner, small
from screenings.planner.festival.search.space import FORBIDDEN, NEVER, Table
from screenings.planner.festival.search.tables import NONE, Asked, Room, Standing


@compiled
def settle(asked: Asked, standing: Standing) -> int:
    """Makes all that follows from where showings stand, and returns what they cost."""
    price = 0
    screens = len(asked.way)
    for row in range(len(standing.size)):
        renew(asked, standing, row)
    for day in range((len(standing.size) - 1) // screens + 1):
        weigh(asked, standing, day)
    for row in range(len(standing.size)):
        price += 2 * standing.alone[row] + standing.together[row]
    return price // 2


@inner
def renew(asked: Asked, standing: Standing, row: int) -> None:
    """What follows from the showings of a row and their times, for the row alone."""
    _sum_before(asked, standing, row)
    _sum_after(asked, standing, row)
    count, alone = standing.size[row], np.int32(0)
    for place in range(count):
        showing = standing.shown[row, place]
        standing.row[showing], standing.place[showing] = row, place
        alone += asked.cost[asked.item[showing], row, standing.slot[showing]]
        before, after = standing.before[row, place], standing.after[row, place + 1]
        least = np.int32(NEVER)
        for slot in range(len(before)):
            price = np.int32(before[slot] + after[slot])
            least = min(least, price)
        standing.without[row, place] = least
    standing.alone[row] = alone


@inner
def _sum_before(asked: Asked, standing: Standing, row: int) -> None:
    slots = asked.cost.shape[2]
    standing.before[row, 0, :] = 0
    for place in range(standing.size[row]):
        showing = standing.shown[row, place]
        taken, cost = asked.taken[asked.film[showing], row], asked.cost[asked.item[showing], row]
        until_here, until_next = standing.before[row, place], standing.before[row, place + 1]
        least = np.int32(NEVER)
        for slot in range(len(until_next)):
            begins = slot - taken
            if 0 <= begins < slots:
                price = np.int32(until_here[begins] + cost[begins])
                least = min(least, price)
            until_next[slot] = least


@inner
def _sum_after(asked: Asked, standing: Standing, row: int) -> None:
    slots, count = asked.cost.shape[2], standing.size[row]
    standing.after[row, count, :] = 0
    for place in range(count - 1, -1, -1):
        showing = standing.shown[row, place]
        taken, cost = asked.taken[asked.film[showing], row], asked.cost[asked.item[showing], row]
        from_here, from_next = standing.after[row, place], standing.after[row, place + 1]
        from_here[slots:] = NEVER
        least = np.int32(NEVER)
        for slot in range(slots - 1, -1, -1):
            price = np.int32(cost[slot] + from_next[slot + taken])
            least = min(least, price)
            from_here[slot] = least


@inner
def weigh(asked: Asked, standing: Standing, day: int) -> None:
    """What films cost together on a day, row by row."""
    screens = len(asked.way)
    first, last = day * screens, min((day + 1) * screens, len(standing.size))
    standing.together[first:last] = 0
    for row in range(first, last):
        for other in range(row + 1, last):
            points = between(asked, standing, row, other)
            standing.together[row] += points
            standing.together[other] += points


@inner
def between(asked: Asked, standing: Standing, row: int, other: int) -> int:
    """What the showings of two rows of one day cost together."""
    screens, total = len(asked.way), 0
    way = asked.way[row % screens, other % screens]
    for place in range(standing.size[row]):
        one = standing.shown[row, place]
        film, begins = asked.film[one], standing.slot[one] * asked.step
        ends = begins + asked.length[film]
        for their in range(standing.size[other]):
            two = standing.shown[other, their]
            points = asked.points[film, asked.film[two]]
            if points == 0:
                continue
            start = standing.slot[two] * asked.step
            over = start + asked.length[asked.film[two]]
            if begins < over and ends > start:
                total += points
            elif begins < over + way and ends + way > start:
                total += FORBIDDEN if points >= FORBIDDEN else asked.hurry
    return total


@small
def fit(before: Table, cost: Table, after: Table) -> int:
    """The least that a row costs with a showing between those before and those after; what films cost together is left out."""
    least = np.int32(NEVER)
    for slot in range(len(cost)):
        price = np.int32(before[slot] + cost[slot] + after[slot])
        least = min(least, price)
    return int(least)


@small
def charge(asked: Asked, standing: Standing, showing: int, row: int, left_out: int, into: Table) -> None:
    """What a showing costs on a row at each slot, with all showings of the day but those of this row and of one that is left out."""
    screens, slots = len(asked.way), asked.cost.shape[2]
    copy(asked.cost[asked.item[showing], row], 0, slots, into, 0)
    film, first = asked.film[showing], row // screens * screens
    for other_row in range(first, min(first + screens, len(standing.size))):
        if other_row == row or other_row == left_out:
            continue
        way = asked.way[row - first, other_row - first]
        for place in range(standing.size[other_row]):
            other = standing.shown[other_row, place]
            points = asked.points[film, asked.film[other]]
            if points == 0:
                continue
            start, length = standing.slot[other] * asked.step, asked.length[film]
            over = start + asked.length[asked.film[other]]
            near = FORBIDDEN if points >= FORBIDDEN else asked.hurry
            earliest = max(0, (start - length - way) // asked.step + 1)
            for slot in range(earliest, min(slots, -(-(over + way) // asked.step))):
                begins = slot * asked.step
                into[slot] += points if begins < over and begins + length > start else near


@inner
def cheapest(
    asked: Asked, standing: Standing, room: Room, which: int, row: int, count: int, left_out: int
) -> int:
    """The least that the new showings cost on a row in their order, beside all rows but one; then `fill` has their times."""
    slots, new, sums = asked.cost.shape[2], room.new[which], room.sums
    sums[count, :] = 0
    for place in range(count - 1, -1, -1):
        showing, cost = new[place], room.costs[place]
        charge(asked, standing, showing, row, left_out, cost)
        taken = asked.taken[asked.film[showing], row]
        here, following = sums[place], sums[place + 1]
        here[slots:] = NEVER
        least = np.int32(NEVER)
        for slot in range(slots - 1, -1, -1):
            price = np.int32(cost[slot] + following[slot + taken])
            least = min(least, price)
            here[slot] = least
    least_of_all: int = sums[0, 0]
    return least_of_all


@inner
def fill(asked: Asked, standing: Standing, room: Room, which: int, row: int, count: int) -> None:
    """Gives a row its new showings, at the times that `cheapest` has found just now: of equal ones now the first, now any."""
    slots, slot = asked.cost.shape[2], 0
    for place in range(count):
        showing, sums, following, cost = (
            room.new[which, place],
            room.sums[place],
            room.sums[place + 1],
            room.costs[place],
        )
        taken = asked.taken[asked.film[showing], row]
        while sums[slot] == sums[slot + 1]:
            slot += 1
        if one_of(room.chance, 2):
            least, alike = sums[slot], 1
            for later in range(slot + 1, slots):
                if cost[later] + following[later + taken] == least:
                    alike += 1
                    if one_of(room.chance, alike) == 0:
                        slot = later
        standing.shown[row, place], standing.slot[showing] = showing, slot
        slot += taken
    standing.size[row] = count


@inner
def replace(
    asked: Asked,
    standing: Standing,
    room: Room,
    row: int,
    count: int,
    other: int,
    other_count: int,
    other_least: int,
    allowed: float,
) -> int:
    """Gives a row, and another unless that is NONE, their new showings at the best times, if both then cost no more than is allowed
    above what they cost now; the other will cost `other_least` at least. Returns by how much they cost more, or NEVER when it is not done."""
    now = standing.alone[row] + standing.together[row]
    if other != NONE:
        now += standing.alone[other] + standing.together[other]
        if row // len(asked.way) == other // len(asked.way):
            now -= between(asked, standing, row, other)
    price = cheapest(asked, standing, room, 0, row, count, other)
    if price >= FORBIDDEN or price + other_least - now > allowed:
        return NEVER
    _remember(standing, room, row, count)
    old_count = standing.size[row]
    fill(asked, standing, room, 0, row, count)
    if other != NONE:
        price += cheapest(asked, standing, room, 1, other, other_count, other)
        if price >= FORBIDDEN or price - now > allowed:
            _restore(standing, room, row, old_count, count)
            return NEVER
        fill(asked, standing, room, 1, other, other_count)
        renew(asked, standing, other)
        weigh(asked, standing, other // len(asked.way))
    renew(asked, standing, row)
    weigh(asked, standing, row // len(asked.way))
    more: int = price - now
    return more


@small
def _remember(standing: Standing, room: Room, row: int, count: int) -> None:
    for place in range(standing.size[row]):
        room.old[0, place] = standing.shown[row, place]
        room.old[1, place] = standing.slot[standing.shown[row, place]]
    for place in range(count):
        room.old[2, place] = standing.slot[room.new[0, place]]


@small
def _restore(standing: Standing, room: Room, row: int, old_count: int, count: int) -> None:
    for place in range(count):
        standing.slot[room.new[0, place]] = room.old[2, place]
    for place in range(old_count):
        standing.shown[row, place] = room.old[0, place]
        standing.slot[room.old[0, place]] = room.old[1, place]
    standing.size[row] = old_count


@small
def one_of(chance: Table, count: int) -> int:
    """A number from 0 to below a count, by chance (xorshift, Marsaglia 2003)."""
    state = chance[0]
    state ^= state << np.uint64(13)
    state ^= state >> np.uint64(7)
    state ^= state << np.uint64(17)
    chance[0] = state
    return int(((state >> np.uint64(32)) * np.uint64(count)) >> np.uint64(32))


@small
def copy(source: Table, first: int, last: int, into: Table, at: int) -> None:
    """Copies a stretch of one list to a place in another. (An assignment of slices would need memory of its own.)"""
    for each in range(last - first):
        into[at + each] = source[first + each]
