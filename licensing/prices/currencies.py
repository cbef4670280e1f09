"""In which currency someone buys: one for a whole order, never two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from babel.numbers import get_territory_currencies
from django.conf import settings

from catalog.models import Film
from licensing.terms.charging.pricing import Quote
from wording.say import Title, gettext_noop, say


def currency_of(country: str) -> str:
    """The currency of a country (ISO 3166-1 alpha-2) if the site sells in it; empty if not, or if it is unknown."""
    found = get_territory_currencies(country) if country else []
    return next((code for code in found if code in settings.CURRENCIES), "")


def one_currency(sold_in: Sequence[set[str]], wanted: str) -> str:
    """The currency of an order, of those that each line has a price in: the wanted one if every line has, or else the site's.

    Lines without any price have a say in nothing.
    """
    lines = [each for each in sold_in if each]
    own = settings.DEFAULT_CURRENCY
    if wanted and all(wanted in each for each in lines):
        return wanted
    return own if all(own in each for each in lines) or not wanted else wanted


def in_one_currency(quote: Quote, film: Film, currency: str) -> Quote:
    """The quote; or the refusal of a line whose price is in another currency than the order's."""
    if quote.amount is None or str(quote.amount.currency) == (currency or settings.DEFAULT_CURRENCY):
        return quote
    template = gettext_noop(
        "“{film}” is sold in {currency}, other lines in {other}. One order has one currency: order them separately."
    )
    reason = say(
        "mixed-currencies",
        template,
        film=Title(str(film), film.title_language),
        currency=str(quote.amount.currency),
        other=currency,
    )
    return replace(quote, amount=None, charges=(), fee=None, reasons=(reason,))
