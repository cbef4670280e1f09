"""Which agreement a sale falls under. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from licensing.terms.royalties.channels import Channel
from licensing.terms.spans import holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """An agreement. `film` None: all films of the licensor; `channel` None: every channel without an agreement of its own."""

    key: int
    licensor: int
    starts_on: date
    ends_on: date | None = None
    film: int | None = None
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """All agreements, and whose film each film is."""

    agreements: Collection[Agreed]
    licensors: Mapping[int, int] = field(default_factory=dict)

    def find(self, *, film: int, whole: int | None, channel: Channel, on: date) -> Agreed | None:
        """The agreement of a sale on a day (of its invoice): the film's own before the whole's, and that before all films';
        of these, the channel's own before the one for every channel. None when nobody knows: the sale is unallocated.
        """
        owners = [self.licensors.get(each) for each in (film, whole) if each is not None]
        owner = next((each for each in owners if each is not None), None)
        fitting = [
            (self._place(each, film, whole), each.channel is None, each.key, each)
            for each in self.agreements
            if holds(each, on)
            and each.channel in {None, channel}
            and (each.film in {film, whole} if each.film is not None else each.licensor == owner)
        ]
        return min(fitting, key=lambda found: found[:3])[3] if fitting else None

    @staticmethod
    def _place(agreed: Agreed, film: int, whole: int | None) -> int:
        return {film: 0, whole: 1}.get(agreed.film, 2) if agreed.film is not None else 2
