"""Our own rights: in which countries, on which days and for which uses we may license a film, and what is held back. Pure.

A right without countries holds in the whole world, and one without uses for all of them. Rights that follow one another
count as one. What is held back is so wherever a right reaches.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from catalog.uses import RIGHT_WORDS, RightUse
from licensing.terms.rights.uses import Use
from licensing.terms.stretches import DAY, Stretch, common, stretch_at, stretches
from wording.say import Listed, Word

CINEMA = "cinema"
"""The tier whose screenings are those of cinemas."""
NEEDS = {
    Use.CLASSROOM: RightUse.EDUCATION,
    Use.CAMPUS_STREAMING: RightUse.EDUCATION,
    Use.SIGNED_IN_STREAMING: RightUse.EDUCATION,
    Use.CLIPS: RightUse.EDUCATION,
    Use.LENDING: RightUse.EDUCATION,
    Use.PUBLIC_SCREENING: RightUse.NON_THEATRICAL,
    Use.ONLINE_SCREENING: RightUse.STREAMING,
    Use.BROADCAST: RightUse.BROADCAST,
    Use.PRIVATE_VIEWING: RightUse.HOME_VIDEO,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """Uses of a film that may not be licensed until a day, that day included; `whole` is that of which the film is a part."""

    film: int
    whole: int | None
    uses: frozenset[RightUse]
    until: date
    countries: frozenset[str] = frozenset()

    def concerns(self, film: int, whole: int | None) -> bool:
        """What is held back of a film is so of its parts, and of the whole that contains it."""
        return self.film in {film, whole} or self.whole == film


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """Where, when and for what the distributor may license a film."""

    countries: frozenset[str] = frozenset()
    starts_on: date | None = None
    ends_on: date | None = None
    uses: frozenset[RightUse] = frozenset()
    held_back: tuple[HeldBack, ...] = ()

    def reaches(self, country: str) -> bool:
        return not self.countries or country in self.countries

    def covers(self, use: RightUse) -> bool:
        return not self.uses or use in self.uses

    def stretch(self, use: RightUse, country: str) -> Stretch | None:
        """Its days for a use; None if all of them are held back."""
        held = [each.until for each in self.held_back if use in each.uses and _is_there(each, country)]
        if date.max in held:
            return None
        begins = max(filter(None, [self.starts_on, *(until + DAY for until in held)]), default=None)
        is_over = begins is not None and self.ends_on is not None and begins > self.ends_on
        return None if is_over else Stretch(begins, self.ends_on)


def _is_there(held_back: HeldBack, country: str) -> bool:
    return not held_back.countries or country in held_back.countries


def needed_for(uses: Collection[Use], tier: str) -> frozenset[RightUse]:
    """The uses of our rights that a licence for these uses needs.

    Watching at home what an institution lends or streams is education and libraries, as in royalties (`channel_of`).
    """
    found = {NEEDS[use] for use in uses}
    if RightUse.EDUCATION in found:
        found.discard(RightUse.HOME_VIDEO)
    if tier == CINEMA and RightUse.NON_THEATRICAL in found:
        found = found - {RightUse.NON_THEATRICAL} | {RightUse.THEATRICAL}
    return frozenset(found)


def days_held(
    rights: Iterable[Right], country: str = "", needed: Collection[RightUse] = frozenset()
) -> list[Stretch]:
    """The days on which everything that is needed may be licensed; in any country if it is not yet known."""
    there = [right for right in rights if not country or right.reaches(country)]
    if not needed:
        return stretches(there)
    return reduce(common, [_days_for(there, country, use) for use in needed])


def _days_for(rights: Sequence[Right], country: str, use: RightUse) -> list[Stretch]:
    found = (right.stretch(use, country) for right in rights if right.covers(use))
    return stretches(each for each in found if each is not None)


def lacking(
    rights: Sequence[Right], country: str, needed: Collection[RightUse], on: date
) -> tuple[RightUse, ...]:
    """Which of the uses may not be licensed on a day, in the order of the words."""
    return tuple(
        use for use in RightUse if use in needed and stretch_at(days_held(rights, country, {use}), on) is None
    )


def named(uses: Iterable[RightUse]) -> Listed:
    return Listed(tuple(Word(RIGHT_WORDS[use]) for use in uses))
