"""Makes a programme of the linear one: settles the screen-days that it is surest of, asks it again, until all are settled.

With every screen-day that is settled the prices of the others change: what films cost together is counted as it becomes known.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np

from screenings.planner.festival.search.board import Board
from screenings.planner.festival.search.bounding import Bounding, Row
from screenings.planner.festival.search.mastering import Column, Master
from screenings.planner.festival.search.space import FORBIDDEN, Table

SURE = 0.8
"""Screen-days with at least such a share are settled at once; otherwise the one with the largest."""
AT_ONCE = 20
"""At most one in so many of the open screen-days is settled at once, but two may be."""
ROUNDS = 4
"""How often the linear programme may grow before a screen-day is settled."""


def dive(
    bounding: Bounding,
    board: Board,
    empty: Collection[tuple[int, int]],
    pool: dict[Column, None],
    go_on: Callable[[], bool],
) -> None:
    """Fills the empty screen-days of a board. What it cannot place stays without a place. `pool` has screen-days that may be
    good, and gets those that are met."""
    costs, worth, tolls = bounding.costs, bounding.worth, bounding.tolls
    open_days = set(empty)
    try:
        while board.unplaced and open_days and go_on():
            bounding.charge(_costs_now(board), [at for at, left in enumerate(board.left) if left])
            surest = _surest(Master(bounding, board.left, open_days), pool)
            if not surest:
                break
            for day, screen, row in surest:
                open_days.discard((day, screen))
                _put(board, day, screen, row)
    finally:
        bounding.charge(costs)
        bounding.worth, bounding.tolls = worth, tolls


def _costs_now(board: Board) -> Table:
    tables = [
        board.costs(item) if left else np.full(board.space.cost.shape[1:], FORBIDDEN)
        for item, left in enumerate(board.left)
    ]
    costs: Table = np.stack(tables).astype(np.float32)
    costs[costs >= FORBIDDEN] = np.inf
    _leave_room_for_first(board, costs)
    return costs


def _leave_room_for_first(board: Board, costs: Table) -> None:
    """The linear programme does not know that a first showing comes first: so it gets the earlier half of its days, and the others
    the days after."""
    items = board.space.items
    firsts = {item.film: at for at, item in enumerate(items) if item.rank == 1 and board.left[at]}
    for at, item in enumerate(items):
        first = firsts.get(item.film, at)
        if item.rank == 1 or first == at or not board.left[at]:
            continue
        possible = np.flatnonzero(np.isfinite(costs[first]).any(axis=(1, 2)))
        if len(possible):
            middle = int(possible[(len(possible) - 1) // 2])
            costs[first, middle + 1 :] = np.inf
            costs[at, : middle + board.space.films[item.film].days_apart] = np.inf


def _surest(master: Master, pool: dict[Column, None]) -> list[Column]:
    master.add(pool)
    solved = master.solve()
    for _ in range(ROUNDS):
        if not solved or not master.grow():
            break
        solved = master.solve()
    shares = master.shares() if solved else []
    pool.update(dict.fromkeys(column for column, _share in shares))
    sure = [column for column, share in shares if share >= SURE]
    return sure[: max(2, master.size // AT_ONCE)] or [column for column, _share in shares[:1]]


def _put(board: Board, day: int, screen: int, row: Row) -> None:
    for item, slot in row:
        price = int(board.costs_on(item, day, screen)[slot])
        if board.left[item] and price < FORBIDDEN:
            board.put(item, (day, screen, slot), price)
