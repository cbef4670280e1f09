"""Whether what is held covers a use, by which licences together, and every reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from licensing.terms.rights.checks import covers
from licensing.terms.rights.intended import Held, Intended, Piece
from licensing.terms.rights.together import smallest_set
from licensing.terms.spans import meets
from wording.say import Say, gettext_noop, say


@dataclass(frozen=True, slots=True)
class Coverage:
    """The answer: allowed, and by which licences together; or not, with every reason against the nearest one.

    `nearest` is the number of that licence; the reasons speak of it as “it”. `missing` are the works that no licence
    covers as intended. `besides` are licences that do cover the rest.
    """

    allowed: bool
    together: tuple[str, ...] = ()
    nearest: str = ""
    reasons: tuple[Say, ...] = ()
    missing: frozenset[int] = frozenset()
    besides: tuple[str, ...] = ()

    @property
    def by(self) -> str:
        """The first of the licences that cover the use."""
        return self.together[0] if self.together else ""

    def sentences(self) -> tuple[Say, ...]:
        """The reasons, after a sentence that names the licence that they are about."""
        if not self.nearest:
            return self.reasons
        return (said_nearest(self.nearest), *self.reasons)


def said_nearest(number: str) -> Say:
    return say(
        "nearest", gettext_noop("Licence {number} comes closest, but does not cover it."), number=number
    )


def find_coverage(licences: Sequence[Held], intended: Intended) -> Coverage:
    """The fewest licences that cover the use together; else what stands against the licence that comes closest.

    A whole covers its parts, and licences for parts cover the parts together; so do licences that follow one another,
    each on its own days.
    """
    if not licences:
        return Coverage(
            allowed=False,
            reasons=(say("none-held", gettext_noop("No licence for this film is held.")),),
            missing=intended.works,
        )
    together = covering(licences, intended)
    if together is not None:
        return Coverage(allowed=True, together=tuple(held.number for held in together))
    return _refusal(licences, intended)


def covering(
    licences: Sequence[Held], intended: Intended, *, but: frozenset[str] = frozenset()
) -> list[Held] | None:
    """The fewest licences that cover every piece of the use, those given first preferred; None if none do.

    `but`: codes of checks that are not made.
    """
    pieces = intended.pieces()
    found = smallest_set(len(pieces), [(pieces_under(held, intended, but=but), 1) for held in licences])
    return None if found is None else [licences[at] for at in found]


def pieces_under(held: Held, intended: Intended, *, but: frozenset[str] = frozenset()) -> frozenset[int]:
    """Positions of the pieces that one licence covers. What does not depend on the piece is asked once."""
    if not held.works & intended.works or covers(held, intended, but=but | BY_PIECE):
        return frozenset()
    asked = enumerate(intended.pieces())
    return frozenset(at for at, piece in asked if not covers(held, intended.of([piece]), but=but))


BY_PIECE = frozenset({"work", "not-yet", "ended"})
"""Checks whose answer may differ from piece to piece."""


def _refusal(licences: Sequence[Held], intended: Intended) -> Coverage:
    """Against the licence with the fewest reasons, of those the one with most of the works, of what nothing covers."""
    pieces = intended.pieces()
    under = {held.number: pieces_under(held, intended) for held in licences}
    covered = frozenset[int]().union(*under.values())
    open_pieces: list[Piece] = [piece for at, piece in enumerate(pieces) if at not in covered]
    asked = intended.of(open_pieces)
    answers = [(held, covers(held, asked)) for held in licences]
    nearest, reasons = min(answers, key=lambda answer: (len(answer[1]), -len(asked.works & answer[0].works)))
    rest = [(under[held.number], 1) for held in licences]
    besides = smallest_set(len(pieces), rest, needed=covered) or ()
    return Coverage(
        allowed=False,
        nearest=nearest.number,
        reasons=reasons,
        missing=asked.works,
        besides=tuple(licences[at].number for at in besides),
    )


def window(licences: Iterable[Held], intended: Intended) -> tuple[date | None, date | None]:
    """First and last day on which licences cover the use, within or around the days intended.

    Those of the licences that cover all of it; without one, the days that licences for its parts have in common. None
    means no limit, also if no licence covers it on any of the days, because one may still be bought.
    """
    first, last = intended.first_day, intended.last_day
    near = [held for held in licences if meets(held, first, last)]
    whole = [held for held in near if not covers(held, _within(held, intended))]
    if whole:
        ends = [held.ends_on for held in whole if held.ends_on is not None]
        return min(held.starts_on for held in whole), max(ends) if len(ends) == len(whole) else None
    together = covering(near, intended, but=frozenset({"not-yet", "ended"})) or []
    ends = [held.ends_on for held in together if held.ends_on is not None]
    begins = max((held.starts_on for held in together), default=None)
    return begins, min(ends, default=None)


def _within(held: Held, intended: Intended) -> Intended:
    """The use, limited to the licence's days."""
    return replace(
        intended,
        first_day=max(intended.first_day, held.starts_on),
        last_day=min(intended.last_day, held.ends_on or intended.last_day),
    )
