"""A programme in the making as plain tables, for loops that are compiled: what is asked (`Asked`), and what stands (`Standing`).

A *row* is what one screen shows on one day, in order; its number is day * screens + screen. One more row, the last, is the *waiting
row*: it holds what has no place; showings take no time there and cost what a showing without a place costs. It is a day of its own.
What is fixed is no showing here: the costs of places know it. Prices are points, times are slots of the grid of starts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from screenings.planner.festival.search.board import Board, Placed
from screenings.planner.festival.search.space import FORBIDDEN, NEVER, Space, Table

NONE = -1
"""Where a list of showings ends before its table does."""
WAITING_AT_MOST = 40
"""Showings that may be in the waiting row at once."""


class Asked(NamedTuple):
    """What never changes. The axes of each table are named."""

    cost: Table
    """item, row, slot; NEVER where it is impossible, also beside what is fixed."""
    lowest: Table
    """item, row: the least of all slots."""
    taken: Table
    """film, row: slots that a showing keeps to itself."""
    item: Table
    film: Table
    rank: Table
    """of each showing"""
    siblings: Table
    """film, then the showings of it, and NONE where there are no more."""
    apart: Table
    """film: days from one showing to the next."""
    length: Table
    """film: minutes"""
    points: Table
    """film, film: for being shown at once."""
    way: Table
    """screen, screen: minutes from the one to the other."""
    hurry: int
    step: int
    """Minutes of a slot."""


class Standing(NamedTuple):
    """What changes, and what follows from it and is kept up to date."""

    row: Table
    place: Table
    slot: Table
    """of each showing; `place` counts in its row"""
    shown: Table
    """row, place: the showing"""
    size: Table
    """row: how many showings it has."""
    before: Table
    """row, place, slot: the least that those before the place cost, all over by that slot."""
    after: Table
    """row, place, slot: the least that those from the place on cost, none begun before that slot."""
    without: Table
    """row, place: the least that the others of the row cost."""
    alone: Table
    """row: what it costs as it stands, without what films cost together."""
    together: Table
    """row: what its showings cost with those of other rows; what two rows cost together is in both."""


class Room(NamedTuple):
    """Where one search reckons: for the two rows of a step their new showings, times and sums."""

    new: Table
    """which, place: the showing"""
    old: Table
    """For taking a step back. The showings of the row before; their slots; the slots of its new showings."""
    costs: Table
    """place, slot"""
    sums: Table
    """place, slot: what this showing and the later ones cost, none begun before that slot"""
    chance: Table
    """The state of the chance generator."""


def asked_of(space: Space) -> Asked:
    """The tables of a question."""
    showings = [at for at, item in enumerate(space.items) for _ in range(item.count)]
    film = [space.items[at].film for at in showings]
    cost, taken = _with_waiting_row(space)
    prices = space.festival.prices
    return Asked(
        cost, cost.min(axis=2, initial=NEVER), taken, _whole(showings), _whole(film),
        _whole([space.items[at].rank for at in showings]), _siblings(film, len(space.films)),
        _whole([each.days_apart for each in space.films]), space.length.astype(np.int32), _points(space),
        space.travel[np.ix_(space.venue_of, space.venue_of)].astype(np.int32), prices.hurry, space.festival.start_step,
    )  # fmt: skip


def _whole(values: Sequence[int]) -> Table:
    return np.array(values, dtype=np.int32)


def _with_waiting_row(space: Space) -> tuple[Table, Table]:
    """The costs of places, and the slots that they take."""
    rows, board = space.days * space.screens, Board(space)
    cost: Table = np.full((len(space.items), rows + 1, space.slots), space.festival.prices.unplaced, np.int32)
    for at in range(len(space.items)):
        places = board.costs(at).reshape(rows, space.slots)
        cost[at, :rows] = np.where(places >= FORBIDDEN, NEVER, places)
    taken: Table = np.zeros((len(space.films), rows + 1), dtype=np.int32)
    taken[:, :rows] = np.tile(space.taken, space.days)
    return cost, taken


def _siblings(film: Sequence[int], films: int) -> Table:
    own: list[list[int]] = [[] for _ in range(films)]
    for showing, of in enumerate(film):
        own[of].append(showing)
    table: Table = np.full((films, max(map(len, own), default=0) + 1), NONE, dtype=np.int32)
    for at, showings in enumerate(own):
        table[at, : len(showings)] = showings
    return table


def _points(space: Space) -> Table:
    points: Table = np.zeros((len(space.films), len(space.films)), dtype=np.int32)
    for film, (others, prices) in enumerate(space.rivals):
        points[film, others] = prices
    return points


def standing_of(space: Space, asked: Asked, placed: Sequence[Placed]) -> Standing:
    """The tables of a programme; `rows.renew` and `rows.weigh` make what follows from it. What is not placed waits; what finds no
    room in the waiting row is in no row."""
    rows, showings = asked.cost.shape[1], len(asked.item)
    most = max(space.slots // max(1, int(space.taken.min(initial=space.slots))) + 1, WAITING_AT_MOST)
    longest = int(space.taken.max(initial=1))
    standing = Standing(
        np.full(showings, NONE, np.int32), np.zeros(showings, np.int32), np.zeros(showings, np.int32),
        np.full((rows, most + 1), NONE, np.int32), np.zeros(rows, np.int32),
        np.zeros((rows, most + 1, space.slots + longest), np.int32),
        np.zeros((rows, most + 1, space.slots + longest), np.int32),
        np.zeros((rows, most + 1), np.int32), np.zeros(rows, np.int32), np.zeros(rows, np.int32),
    )  # fmt: skip
    left: dict[int, list[int]] = {}
    for showing, item in enumerate(asked.item.tolist()):
        left.setdefault(item, []).append(showing)
    for each in sorted(placed, key=lambda each: each.minute):
        _append(standing, left[each.item].pop(), each.day * space.screens + each.screen, each.slot(space))
    waiting = [showing for own in left.values() for showing in own]
    for showing in waiting[:WAITING_AT_MOST]:
        _append(standing, showing, rows - 1, 0)
    return standing


def _append(standing: Standing, showing: int, row: int, slot: int) -> None:
    place = int(standing.size[row])
    standing.row[showing], standing.place[showing], standing.slot[showing] = row, place, slot
    standing.shown[row, place] = showing
    standing.size[row] += 1


def room_for(asked: Asked, standing: Standing, seed: int) -> Room:
    """Room for one search."""
    (_rows, most, width), slots = standing.before.shape, asked.cost.shape[2]
    return Room(
        np.zeros((2, most + 1), np.int32), np.zeros((3, most + 1), np.int32),
        np.zeros((most + 1, slots), np.int32), np.zeros((most + 1, width), np.int32),
        np.array([seed * 0x9E3779B97F4A7C15 % 2**64 | 1], dtype=np.uint64),
    )  # fmt: skip


def placed_of(space: Space, asked: Asked, standing: Standing) -> list[Placed]:
    """What stands."""
    step = space.festival.start_step
    return [
        Placed(
            int(asked.item[at]), int(asked.film[at]), int(asked.rank[at]),
            *divmod(int(standing.row[at]), space.screens), space.begin + int(standing.slot[at]) * step,
        )
        for at in range(len(asked.item))
        if 0 <= standing.row[at] < space.days * space.screens
    ]  # fmt: skip
