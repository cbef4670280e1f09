"""The linear programme over the screen-days met so far. Its prices make the bound exact, and lead to the screen-days that are missing.

Column generation, begun from the values that `bounding` has found: solve, ask the dynamic programme for better screen-days, add
them, until there is none. It is stabilised: the prices asked with lie between the best so far and the newest (Wentges 1997).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from ortools.linear_solver import pywraplp

from screenings.planner.festival.search.bounding import Bounding, Row
from screenings.planner.festival.search.space import Table

Column = tuple[int, int, Row]
"""A day, a screen, and what is shown there."""
KEPT = 0.7
"""How much of the best prices so far is kept in those that are asked with."""


class Master:
    """A linear programme that grows by screen-days, from those that a bound has met."""

    def __init__(self, bounding: Bounding) -> None:
        self.bounding = bounding
        self._lp = pywraplp.Solver.CreateSolver("GLOP")
        # Its prices are only asked with, never believed, so it need not be exact to the last digit.
        self._lp.SetSolverSpecificParametersAsString("change_status_to_imprecise:false")
        self._infinity = self._lp.infinity()
        self._cost = self._lp.Objective()
        self._cost.SetMinimization()
        counts = [float(item.count) for item in bounding.space.items]
        self._shown = [self._lp.Constraint(count, count) for count in counts]
        self._one = {key: self._lp.Constraint(-self._infinity, 1.0) for key in bounding.rows}
        self._apart = {
            (int(film), int(day)): self._lp.Constraint(-self._infinity, 1.0)
            for film, day in zip(*np.nonzero(bounding.free_days), strict=True)
        }
        for shown in self._shown:
            missing = self._lp.NumVar(0, self._infinity, "")
            shown.SetCoefficient(missing, 1)
            self._cost.SetCoefficient(missing, bounding.unplaced_price)
        self._known: dict[Column, Any] = {}

    def add(self, columns: Iterable[Column]) -> int:
        """Adds screen-days that are not known yet. Returns how many."""
        return sum(self._add(*column) for column in columns)

    def _add(self, day: int, screen: int, row: Row) -> bool:
        if not row or (day, screen, row) in self._known:
            return False
        space, share = self.bounding.space, self._lp.NumVar(0, self._infinity, "")
        self._known[day, screen, row] = share
        self._cost.SetCoefficient(share, self.bounding.price_of(day, screen, row))
        self._one[day, screen].SetCoefficient(share, 1)
        for item, count in Counter(item for item, _slot in row).items():
            self._shown[item].SetCoefficient(share, count)
        windows: Counter[tuple[int, int]] = Counter()
        for item, _slot in row:
            film = space.items[item].film
            first = max(0, day - space.films[film].days_apart + 1)
            windows.update((film, begin) for begin in range(first, day + 1) if (film, begin) in self._apart)
        for window, count in windows.items():
            self._apart[window].SetCoefficient(share, count)
        return True

    def run(self, go_on: Callable[[], bool]) -> bool:
        """Grows until no screen-day is missing, so that the bound is as good as this relaxation allows (True), or while `go_on`."""
        bounding = self.bounding
        best = bounding.worth.copy(), bounding.tolls.copy()
        while go_on():
            new = self.add((*key, row) for key, rows in bounding.rows.items() for row in rows)
            self._lp.Solve()
            newest = self._prices()
            reached = bounding.best
            for kept in (KEPT, 0.0):
                bounding.worth = (kept * best[0] + (1 - kept) * newest[0]).astype(np.float32)
                bounding.tolls = (kept * best[1] + (1 - kept) * newest[1]).astype(np.float32)
                before = bounding.best
                bounding.look()
                if bounding.best > before:
                    best = bounding.worth.copy(), bounding.tolls.copy()
            if not new and bounding.best <= reached:
                bounding.worth, bounding.tolls = best
                return True
        bounding.worth, bounding.tolls = best
        return False

    def _prices(self) -> tuple[Table, Table]:
        bounding = self.bounding
        worth, tolls = np.zeros_like(bounding.worth), np.zeros_like(bounding.tolls)
        for at, shown in enumerate(self._shown):
            worth[at] = min(shown.dual_value(), bounding.unplaced_price)
        for window, apart in self._apart.items():
            tolls[window] = max(0.0, -apart.dual_value())
        return worth, tolls
