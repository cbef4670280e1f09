"""The prices of many films at once."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.licensing.house import House
from benchmarks.licensing.watching import watched
from benchmarks.measure import Measure
from config.embedded import PostgreSQL

FILMS = 50
MOST_SECONDS = 0.1
MOST_STATEMENTS = 3


def measures(house: House, _database: PostgreSQL) -> Iterator[Measure]:
    """A quote for a line of each of fifty films."""
    from djmoney.money import Money

    from catalog.models import DistributionRight, Film
    from licensing.models import Price, Tier
    from licensing.prices.offers import Buyer, quote_lines

    films = Film.objects.bulk_create(
        Film(slug=f"priced-{n}", title=f"Priced {n}", year=2000, runtime=90) for n in range(FILMS)
    )
    DistributionRight.objects.bulk_create(
        DistributionRight(film=film, territory="the world") for film in films
    )
    Price.objects.bulk_create(
        Price(film=film, licence_type=house.kind, tier=tier, amount=Money(100, "USD"), starts_on=house.today)
        for film in films
        for tier in Tier
    )
    buyer = Buyer(Tier.K12, "US")
    lines = [(film, house.kind) for film in films]

    def quote() -> None:
        found = quote_lines(lines, buyer=buyer, on=house.today)
        if any(line.quote.amount is None for line in found):
            raise RuntimeError("A film has no price.")

    asked = watched(f"prices of {FILMS} films", quote, large=())
    yield Measure(asked.what, asked.seconds, MOST_SECONDS, "s")
    yield Measure(f"{asked.what}: statements", len(asked.statements), MOST_STATEMENTS, "")
