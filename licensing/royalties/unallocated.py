"""Receipts that fall under no agreement: listed, never lost. As soon as there is an agreement, the next statement has them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from catalog.models import Film
from licensing.models import RoyaltyAgreement
from licensing.models.money import of_units
from licensing.royalties.figures import book
from licensing.royalties.receipts import sold
from licensing.terms.royalties import Channel


@dataclass(frozen=True, slots=True)
class Unallocated:
    film: Film
    channel: Channel
    currency: str
    amount: Decimal
    lines: int


def unallocated(until: date) -> list[Unallocated]:
    """All that was received until a day and is nobody's, by film, channel and currency. In memory are the sums alone."""
    known = book({each.pk: each for each in RoyaltyAgreement.objects.all()})
    sums: defaultdict[tuple[int, Channel, str], list[int]] = defaultdict(lambda: [0, 0])
    for line in sold(since=None, until=until, films=None, licensor=None):
        found = known.find(film=line.film, whole=line.whole, channel=line.channel, on=line.invoiced_on)
        if found is None and line.until:
            total = sums[line.film, line.channel, line.currency]
            total[0] += line.until
            total[1] += 1
    films = Film.objects.select_related("part_of").in_bulk({film for film, _channel, _currency in sums})
    return [
        Unallocated(films[film], channel, currency, of_units(amount, currency), lines)
        for (film, channel, currency), (amount, lines) in sorted(sums.items())
    ]
