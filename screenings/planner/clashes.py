"""The smallest sets of rules that cannot hold together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

type Rules = frozenset[int]


class Clashes:
    """Finds out which of `count` rules can hold together, given that they cannot all hold.

    `solve(chosen)` returns the rules that one arrangement satisfies, including `chosen`; None when it is proved that
    there is no arrangement. `minor` rules are named only when there is no clash without them. A second clash that shares
    a rule with the first, other than a `common` one, tells of the same cause and is not looked for.
    """

    def __init__(
        self, count: int, minor: Rules, solve: Callable[[Rules], Rules | None], common: Rules = frozenset()
    ) -> None:
        self.everything = frozenset(range(count))
        self.finished = False
        self._minor = minor
        self._common = common
        self._solve = solve
        self._impossible: list[Rules] = [self.everything]
        self._kept: list[Rules] = []

    def keep(self, chosen: Rules) -> Rules | None:
        """Rules that hold together, including `chosen`, or None when `chosen` clash. Results are cached."""
        if any(clash <= chosen for clash in self._impossible):
            return None
        for kept in self._kept:
            if chosen <= kept:
                return kept
        found = self._solve(chosen)
        (self._impossible if found is None else self._kept).append(chosen if found is None else found)
        return found

    def smallest(self, most: int, exhausted: Callable[[], bool]) -> Iterator[Rules]:
        """The `most` smallest clashes, smallest first. When `exhausted`, at least one true clash, perhaps not the smallest.

        A clash must hit every set of rules whose removal lets the rest hold. So: take the smallest set that hits
        all known sets of this kind. If it clashes, it is a smallest clash. Otherwise grow it as long as it holds; the
        rules that had to stay out are one more set to hit (implicit hitting sets; Ignatiev et al., CP 2015).
        """
        to_hit: list[Rules] = []
        found: list[Rules] = []
        while len(found) < most and not exhausted():
            chosen = self._smallest_hitting(to_hit, found)
            if chosen is None:
                self.finished = True
                return
            kept = self.keep(chosen)
            if kept is None:
                found.append(chosen)
                yield chosen
            else:
                to_hit.append(self.everything - self._grown(kept))
        self.finished = len(found) == most
        if not found:
            yield min(self._impossible, key=len)

    def _grown(self, kept: Rules) -> Rules:
        for at in sorted(self.everything - kept):
            if at not in kept:
                kept = self.keep(kept | {at}) or kept
        return kept

    def _smallest_hitting(self, to_hit: list[Rules], found: list[Rules]) -> Rules | None:
        for chosen in self._by_size():
            if all(chosen & each for each in to_hit) and not any(self._alike(each, chosen) for each in found):
                return chosen
        return None

    def _alike(self, one: Rules, other: Rules) -> bool:
        return one <= other or bool((one & other) - self._common)

    def _by_size(self) -> Iterator[Rules]:
        major = sorted(self.everything - self._minor)
        for few in range(len(self._minor) + 1):
            for size in range(len(major) + 1):
                for main in combinations(major, size):
                    yield from (frozenset(main + with_) for with_ in combinations(sorted(self._minor), few))
