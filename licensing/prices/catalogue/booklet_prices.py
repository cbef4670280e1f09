"""What a catalogue of films as PDF says of prices: a line for each tier."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from catalog.booklets.prices import PriceLine
from catalog.models import Film
from licensing.models import Tier
from licensing.prices.offers import open_price_book
from licensing.terms.charging.fees import awaits_report, said_fee
from licensing.terms.charging.pricing import Quote
from licensing.terms.days import office_today
from wording.sentences import sentence


def price_lines(films: Sequence[Film]) -> dict[int, list[PriceLine]]:
    """“Public library”: “Lending: $200; Streaming, a year: $350”, by the key of the film. Samples are marked."""
    book = open_price_book(films, on=office_today())
    found: dict[int, list[PriceLine]] = {}
    for film in films:
        mark = _(" (sample prices)") if book.has_samples(film) else ""
        for tier in Tier:
            priced = book.on_sale(film, tier)
            said = "; ".join(f"{book.types[kind]}: {_price(quote)}" for kind, quote in priced.items())
            if said:
                found.setdefault(film.pk, []).append((str(tier.label), f"{said}{mark}"))
    return found


def _price(quote: Quote) -> str:
    """The price; where a report makes more due, the fee in a sentence."""
    return sentence(said_fee(quote.fee)) if quote.fee and awaits_report(quote.fee) else str(quote.amount)
