"""What is held and what is intended: a licence, and a use of a film, as the rules see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from licensing.terms.rights.grants import Grants
from licensing.terms.rights.uses import Admission, Carrier, Use, Watcher
from wording.say import Say, Title


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A licence as the rules see it: what it grants, for which works, when and where. `number` names it in reasons.

    `sites` are those named on it; `sites_used` those where it has been used, which count where it names none. `barred` says
    what took one out of force that is not active; one that `is_suspended` comes back when its cause is gone.
    """

    number: str
    grants: Grants
    works: frozenset[int]
    starts_on: date
    ends_on: date | None
    countries: frozenset[str] = frozenset()
    screenings_used: int = 0
    is_active: bool = True
    sites: tuple[str, ...] = ()
    sites_used: tuple[str, ...] = ()
    barred: Say | None = None
    is_suspended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One work of a use, and the first and last day of the programme on which it is shown."""

    work: int
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Intended:
    """An intended use: of which works, on which days of the programme, where, for whom and how.

    What is left out is not asked: nobody in `watchers`, an audience of 0, no site, no carrier. An `enrolment` of None is
    not known, and a licence that depends on it does not allow the use until it is. A member-only use
    names members alone among its watchers. `shown` says on which days each work is shown, where that differs.
    """

    use: Use
    works: frozenset[int]
    first_day: date
    last_day: date
    country: str
    watchers: frozenset[Watcher] = frozenset()
    audience: int = 0
    enrolment: int | None = 0
    admission: Admission = Admission.NONE
    public_advertising: bool = False
    screenings: int = 1
    site: str = ""
    outdoors: bool = False
    formats: frozenset[Carrier] = frozenset()
    reports: bool = True
    shown: tuple[Piece, ...] = ()
    titles: Mapping[int, Title] = field(default_factory=dict, hash=False, compare=False)

    def pieces(self) -> tuple[Piece, ...]:
        """The works with their days, each of which a licence must cover."""
        if self.shown:
            return self.shown
        return tuple(
            Piece(work=work, first_day=self.first_day, last_day=self.last_day) for work in sorted(self.works)
        )

    def of(self, pieces: Iterable[Piece]) -> Self:
        """The same use of some of its pieces, at least one."""
        chosen = tuple(pieces)
        return replace(
            self,
            works=frozenset(piece.work for piece in chosen),
            first_day=min(piece.first_day for piece in chosen),
            last_day=max(piece.last_day for piece in chosen),
            shown=chosen if self.shown else (),
        )

    def between(self, first_day: date, last_day: date) -> Self:
        """The same use within these days; a piece outside them moves to the nearest."""
        return replace(
            self,
            first_day=_within(self.first_day, first_day, last_day),
            last_day=_within(self.last_day, first_day, last_day),
            shown=tuple(
                Piece(
                    work=piece.work,
                    first_day=_within(piece.first_day, first_day, last_day),
                    last_day=_within(piece.last_day, first_day, last_day),
                )
                for piece in self.shown
            ),
        )


def _within(day: date, first_day: date, last_day: date) -> date:
    return min(max(day, first_day), last_day)
