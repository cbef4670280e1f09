"""The cheapest set of things that covers everything: of licences held, of licences to buy, or of both. Exact."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

type Cost = int | Decimal


def smallest_set(
    pieces: int, options: Sequence[tuple[frozenset[int], Cost]], *, needed: frozenset[int] | None = None
) -> tuple[int, ...] | None:
    """Positions of the options that together cover the pieces (numbered from 0) at the least cost; None if none do.

    An option is the pieces that it covers and its cost. Of sets that cost the same, the one with the fewest options,
    then the one whose options come first. `needed`: the pieces to cover, if not all.
    """
    wanted = frozenset(range(pieces)) if needed is None else needed
    useful = _useful(options, wanted)

    @cache
    def best(left: frozenset[int]) -> tuple[Cost, int, tuple[int, ...]] | None:
        if not left:
            return 0, 0, ()
        hardest = min(
            left, key=lambda piece: (sum(piece in covered for covered, _cost, _at in useful), piece)
        )
        found = []
        for covered, cost, at in useful:
            if hardest in covered and (rest := best(left - covered)) is not None:
                found.append((cost + rest[0], 1 + rest[1], tuple(sorted((at, *rest[2])))))
        return min(found, default=None)

    answer = best(wanted)
    return None if answer is None else answer[2]


def _useful(
    options: Sequence[tuple[frozenset[int], Cost]], wanted: frozenset[int]
) -> list[tuple[frozenset[int], Cost, int]]:
    """The options without those that another one replaces: it covers as much, costs no more, and comes first among equals."""
    kept: list[tuple[frozenset[int], Cost, int]] = []
    by_cost = sorted((cost, -len(covered & wanted), at) for at, (covered, cost) in enumerate(options))
    for cost, _size, at in by_cost:
        covered = options[at][0] & wanted
        if covered and not any(covered <= other for other, _cost, _at in kept):
            kept.append((covered, cost, at))
    return kept
