"""Who supports the distributor, of those who asked to be named."""

from __future__ import annotations

from dataclasses import dataclass

from licensing.models import Donation

MOST_NAMED = 300


@dataclass(frozen=True, slots=True)
class Supporters:
    """Names, the newest first, each once; and how many gave without a name."""

    names: tuple[str, ...]
    anonymous: int

    def __bool__(self) -> bool:
        return bool(self.names or self.anonymous)


def supporters() -> Supporters:
    """Two queries."""
    shown = Donation.objects.shown()
    named = shown.filter(listing=Donation.Listing.NAMED).values_list("name", flat=True)[:MOST_NAMED]
    anonymous = (
        shown.filter(listing=Donation.Listing.ANONYMOUS).values("order__institution").distinct().order_by()
    )
    return Supporters(tuple(dict.fromkeys(named)), anonymous.count())
