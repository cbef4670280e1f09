"""Builds the first programme: the hardest first, each at the cheapest place that is free."""

from __future__ import annotations

import numpy as np

from screenings.planner.festival.search.board import Board, hardness
from screenings.planner.festival.search.space import FORBIDDEN


def build(board: Board) -> None:
    """Places everything that has no place yet and finds one."""
    space = board.space
    order = sorted(range(len(space.items)), key=lambda at: hardness(space, space.items[at], at))
    for item in order:
        while board.left[item] and _insert(board, item):
            pass


def _insert(board: Board, item: int) -> bool:
    table = board.costs(item)
    at = int(table.argmin())
    price = int(table.flat[at])
    if price >= FORBIDDEN:
        return False
    day, screen, slot = (int(axis) for axis in np.unravel_index(at, table.shape))
    board.put(item, (day, screen, slot), price)
    return True
