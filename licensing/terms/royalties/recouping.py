"""What a licensor is due of all that was ever received under an agreement. Whole numbers of the smallest unit. Pure.

A statement says by how much the position has changed since the last one. So however late a refund comes, and whatever becomes of
the agreement, the statements add up to what is due of what was received.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Self

from wording.say import gettext_noop


class Recoupment(StrEnum):
    """The order of recoupment, which every agreement states."""

    OFF_THE_TOP = "off-the-top"
    """Costs from the receipts; of the rest the licensor's share; from this the advance."""
    ADVANCE_FIRST = "advance-first"
    """The licensor's share of all receipts; from it the advance, then the costs."""
    COSTS_FIRST = "costs-first"
    """The licensor's share of all receipts; from it the costs, then the advance."""


RECOUPMENT_WORDS = {
    Recoupment.OFF_THE_TOP: gettext_noop(
        "costs from the receipts, then the advance from the licensor’s share"
    ),
    Recoupment.ADVANCE_FIRST: gettext_noop("from the licensor’s share, the advance and then the costs"),
    Recoupment.COSTS_FIRST: gettext_noop("from the licensor’s share, the costs and then the advance"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """`share` in hundredths of a percent: 5000 is half. `costs` are at most what the agreement lets us recoup."""

    share: int
    costs: int = 0
    advance: int = 0
    guarantee: int = 0
    order: Recoupment = Recoupment.OFF_THE_TOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """`receipts + topped_up == costs + advance + payable + retained`, of a whole agreement or of the change in a quarter."""

    receipts: int = 0
    costs: int = 0
    """Recouped by us."""
    advance: int = 0
    """Recouped of the advance that the licensor has had."""
    topped_up: int = 0
    """What we add so that the licensor has the minimum guarantee."""
    payable: int = 0
    """The licensor's."""
    retained: int = 0
    """Ours."""

    def __sub__(self, other: Position) -> Self:
        return self._each(other, -1)

    def __add__(self, other: Position) -> Self:
        return self._each(other, 1)

    def _each(self, other: Position, sign: int) -> Self:
        names = [field.name for field in fields(self)]
        return type(self)(**{name: getattr(self, name) + sign * getattr(other, name) for name in names})


def position(terms: Terms, receipts: int, *, is_over: bool = False) -> Position:
    """Where an agreement stands. Receipts are not negative. A guarantee falls due once the agreement is over."""
    if terms.order is Recoupment.OFF_THE_TOP:
        costs = min(receipts, terms.costs)
        share = _share(receipts - costs, terms.share)
        advance = min(share, terms.advance)
        payable, retained = share - advance, receipts - costs - share
    else:
        share = _share(receipts, terms.share)
        if terms.order is Recoupment.ADVANCE_FIRST:
            advance = min(share, terms.advance)
            costs = min(share - advance, terms.costs)
        else:
            costs = min(share, terms.costs)
            advance = min(share - costs, terms.advance)
        payable, retained = share - advance - costs, receipts - share
    topped_up = max(0, terms.guarantee - terms.advance - payable) if is_over else 0
    return Position(
        receipts=receipts,
        costs=costs,
        advance=advance,
        topped_up=topped_up,
        payable=payable + topped_up,
        retained=retained,
    )


def _share(amount: int, share: int) -> int:
    """Half a unit is rounded up, for the licensor."""
    return (amount * share + 5000) // 10000
