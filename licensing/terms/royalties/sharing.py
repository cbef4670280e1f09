"""Which part of what was received for an invoice belongs to which of its lines. Whole numbers of the smallest unit. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Allocation:
    """What was received for an invoice, divided: `sum(lines) + tax + held` is all of it.

    `tax` is the state's and `held` is owed back to the buyer, as after a credit note: neither is ever shared.
    """

    lines: tuple[int, ...]
    tax: int
    held: int


def apportion(total: int, weights: Sequence[int]) -> list[int]:
    """Divides a total by weights that are not negative, by largest remainder; of equal remainders the first comes first.

    The parts add up to the total. Raises ValueError for a total without weights.
    """
    whole = sum(weights)
    if not whole:
        if total:
            raise ValueError("There is nothing to divide the total by.")
        return [0] * len(weights)
    parts = [total * weight // whole for weight in weights]
    remainders = [total * weight % whole for weight in weights]
    left = total - sum(parts)
    for at in sorted(range(len(weights)), key=lambda at: (-remainders[at], at))[:left]:
        parts[at] += 1
    return parts


def allocate(*, lines: Sequence[int], tax: int, received: int) -> Allocation:
    """`lines` and `tax` are what is left of them after credit notes; `received` is payments less refunds, and not negative."""
    covered = min(received, sum(lines) + tax)
    *parts, tax_part = apportion(covered, [*lines, tax])
    return Allocation(tuple(parts), tax_part, received - covered)
