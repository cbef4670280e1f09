"""What a catalogue of films as PDF says of prices: a line for each tier."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from catalog.booklets.prices import PriceLine
from catalog.models import Film
from licensing.models import Tier
from licensing.prices.offers import open_price_book
from licensing.terms.days import office_today


def price_lines(films: Sequence[Film]) -> dict[int, list[PriceLine]]:
    """“Public library”: “Lending: $200; Streaming, a year: $350”, by the key of the film. Samples are marked."""
    book = open_price_book(films, on=office_today())
    found: dict[int, list[PriceLine]] = {}
    for film in films:
        mark = _(" (sample prices)") if book.has_samples(film) else ""
        for tier in Tier:
            priced = book.on_sale(film, tier)
            said = "; ".join(f"{book.types[kind]}: {amount}" for kind, amount in priced.items())
            if said:
                found.setdefault(film.pk, []).append((str(tier.label), f"{said}{mark}"))
    return found
