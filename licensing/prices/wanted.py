"""A licence that someone wants to order: of which film and type, and what is particular to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from moneyed import Money

from catalog.models import Film
from licensing.models import Licence, LicenceType
from licensing.terms.occasions import Occasion

type Pair = tuple[Film, LicenceType]


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedLine:
    """One line of an order before it is placed.

    Without `starts_on` it begins with the order; with `ends_on` it ends earlier than a full term, and costs its part of the
    price. `occasion` is the screening that it is bought for. `renews` is the licence that it follows. `sites` are the places that it names (`buyers.schools.NamedSite`, as JSON).
    `upgrades` are the licences that count towards it; then it begins today. `amount` is a price of the office's own, with its
    reason.
    """

    film: Film
    licence_type: LicenceType
    starts_on: date | None = None
    ends_on: date | None = None
    occasion: Occasion | None = None
    renews: Licence | None = None
    sites: tuple[Mapping[str, Any], ...] = ()
    upgrades: tuple[Licence, ...] = ()
    amount: Money | None = None
    because: str = ""

    @classmethod
    def of(cls, line: Self | Pair) -> Self:
        """A film and a type are a line with nothing particular."""
        if isinstance(line, tuple):
            film, licence_type = line
            return cls(film=film, licence_type=licence_type)
        return line

    @property
    def key(self) -> tuple[int, int, int | None]:
        """What an order has once."""
        return self.film.pk, self.licence_type.pk, self.renews.pk if self.renews else None


def wanted_lines(lines: Sequence[WantedLine | Pair]) -> list[WantedLine]:
    return [WantedLine.of(line) for line in lines]
