"""Plans a festival: a first programme at once, then a bound, then better programmes until the time is up.

1. `mending.build` places the hardest first; `Mender` takes a few out and places them anew.
2. `bounding` and `mastering` find a value below which no programme costs, and what each showing is worth.
3. `diving` makes a programme of that; `exchanging` and the mender go on from there, ever more cautiously.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from screenings.planner.festival.answer import Finding, Programme, Showing
from screenings.planner.festival.question import Festival
from screenings.planner.festival.reviewing import price, programme_of, review
from screenings.planner.festival.search.board import Board
from screenings.planner.festival.search.bounding import Bounding
from screenings.planner.festival.search.diving import dive
from screenings.planner.festival.search.exchanging import Exchanger
from screenings.planner.festival.search.mastering import Column, Master
from screenings.planner.festival.search.mending import Mender, build
from screenings.planner.festival.search.space import MINUTE, Space

SECONDS = 60.0
STEPS, ROWS = 160, 3000
"""Subgradient steps before the linear programme, and how many of the screen-days met it begins with."""
PLACED, MENDED, BOUNDED, DIVED = 0.15, 0.04, 0.5, 0.8
"""Shares of the time: at most for finding a place for everything, for mending before the bound, and until the bound must be there
and the diving must end."""
POLISH = 4.0
"""Seconds after which the best is told."""
WARM, COLD = 0.8, 0.2
"""Points of heat at the beginning and at the end of exchanging."""
SWEEPS, MENDINGS = 4, 8
"""Steps of each, by turns."""


class PinsClash(ValueError):  # noqa: N818 - it says what happened
    """What is fixed cannot all stand: `findings` says why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(" ".join(str(finding.say) for finding in findings))
        self.findings = findings


@dataclass(frozen=True)
class Progress:
    """What is known while it works; the programme may be taken at any time."""

    programme: Programme
    seconds: float


def plan(
    festival: Festival,
    *,
    seconds: float = SECONDS,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Programme:
    """The best programme that is found in some seconds, with its bound. `progress` hears of each better one and each better bound.

    Raises PinsClash. Ends early when `cancelled`, or when the programme is proved best.
    """
    return _Planning(festival, seconds, progress, cancelled).run()


def fixed_showings(festival: Festival) -> list[Showing]:
    """What is fixed, as showings."""
    lengths = {film.key: film.length for film in festival.films}
    return [
        Showing(pin.starts_at, pin.starts_at + lengths[pin.film] * MINUTE, pin.film, pin.nth, pin.screen)
        for pin in festival.pins
    ]


def price_of_fixed(festival: Festival) -> int:
    """What the fixed showings cost by themselves. Raises PinsClash when they cannot all stand."""
    found = review(fixed_showings(festival), festival)
    if hard := [finding for finding in found if finding.hard]:
        raise PinsClash(hard)
    return price(finding for finding in found if finding.rule != "unplaced")


class _Planning:
    def __init__(
        self,
        festival: Festival,
        seconds: float,
        progress: Callable[[Progress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._begin, self._seconds = time.monotonic(), seconds
        self._progress, self._cancelled = progress, cancelled
        self._festival, self._fixed = festival, price_of_fixed(festival)
        self._space = Space(festival)
        self._board = Board(self._space)
        self._mender, self._exchanger = Mender(self._board), Exchanger(self._board)
        self._bounding: Bounding | None = None
        self._best = programme_of(self._board.showings(), festival)

    @property
    def _spent(self) -> float:
        """The share of the time that is over."""
        return (time.monotonic() - self._begin) / self._seconds

    def _over(self) -> bool:
        return self._spent >= 1 or self._best.proven or bool(self._cancelled and self._cancelled())

    def run(self) -> Programme:
        build(self._board)
        self._mender.renew()
        self._note()
        self._mend(PLACED * self._seconds, until_placed=True)
        self._mend(MENDED * self._seconds)
        if self._space.items and not self._over():
            pool = self._bound()
            self._refill(pool)
        return self._best

    def _mend(self, seconds: float, *, heat: float = 12.0, until_placed: bool = False) -> None:
        left = max(0.05, (1 - self._spent) * self._seconds)
        self._mender.run(min(seconds, left), self._over, warm=heat, until_placed=until_placed)
        self._note()

    def _note(self) -> None:
        """Keeps the board's programme if it is better, with the best bound, and tells of it."""
        bound = self._fixed if self._bounding is None else max(self._fixed, ceil(self._bounding.best - 0.05))
        if self._mender.price + self._fixed < self._best.price or not self._best.showings:
            better = programme_of(self._board.showings(), self._festival, bound)
            self._best = better if better.price <= self._best.price else self._best
        self._best = Programme(self._best.showings, self._best.price, bound, self._best.unplaced)
        if self._progress:
            self._progress(Progress(self._best, time.monotonic() - self._begin))

    def _bound(self) -> dict[Column, None]:
        self._bounding = Bounding(self._space, self._fixed)
        target = float(self._best.price)
        while self._bounding.steps < STEPS and self._spent < BOUNDED and not self._over():
            if not self._bounding.step(target):
                break
        self._note()
        self._bounding.forget_oldest(ROWS)
        master = Master(self._bounding, self._board_counts(), list(self._bounding.rows))
        master.run(lambda: self._spent < BOUNDED and not self._over())
        self._note()
        self._mender.worth = self._bounding.worth.tolist()
        return dict.fromkeys(master.near())

    def _board_counts(self) -> list[int]:
        return [item.count for item in self._space.items]

    def _refill(self, pool: dict[Column, None]) -> None:
        """Fills all screen-days anew, then exchanges and mends, ever more cautiously, for as long as there is time."""
        before, price_before = self._mender.state(), self._mender.price
        self._dive(pool)
        if self._mender.price > price_before:
            self._mender.restore(before)
            self._mender.renew()
        self._exchanger.settle()
        self._mender.renew()
        self._note()
        begin = self._spent
        while not self._over():
            self._cool(begin)
        self._exchanger.settle()
        self._mender.renew()
        self._note()

    def _cool(self, begin: float) -> None:
        """Some seconds of exchanges and mending, by how much of the time after `begin` is over; then the best is told."""
        mender, until = self._mender, time.monotonic() + POLISH
        while time.monotonic() < until and not self._over():
            over = (self._spent - begin) / max(1e-9, 1 - begin)
            heat = WARM * (COLD / WARM) ** over
            for _ in range(SWEEPS):
                self._exchanger.sweep(heat)
                mender.keep_best()
            for _ in range(MENDINGS):
                mender.round(heat)
        now = mender.state()
        mender.restore(mender.best)
        self._note()
        if not self._over():
            mender.restore(now)

    def _dive(self, pool: dict[Column, None]) -> None:
        assert self._bounding is not None  # noqa: S101 - the pool comes from it
        for each in self._mender.state():
            self._board.take(each)
        every = [(day, screen) for day in range(self._space.days) for screen in range(self._space.screens)]
        dive(self._bounding, self._board, every, pool, lambda: self._spent < DIVED and not self._over())
        self._mender.recreate()
        self._mender.renew()
