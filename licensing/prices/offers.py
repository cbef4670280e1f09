"""Prices and rights of the database, put before the pure rules of `pricing`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.db.models import Q
from moneyed import Money

from catalog.models import DistributionRight, Film
from licensing.models import LicenceType, Price, Tier
from licensing.terms.pricing import Asked, Listed, Quote, Right, quote
from wording.say import Title
from wording.translations import said


@dataclass(frozen=True, slots=True)
class Buyer:
    """For whom a price is asked: the tier, and the country where it is known."""

    tier: Tier
    country: str = ""


@dataclass(slots=True)
class PriceBook:
    """All that decides the price of some films on one day: two queries, however many films."""

    on: date
    prices: dict[int, list[Price]] = field(default_factory=lambda: defaultdict(list))
    rights: dict[int, list[Right]] = field(default_factory=lambda: defaultdict(list))

    def quote(self, film: Film, licence_type: LicenceType, buyer: Buyer) -> Quote:
        type_name = said(licence_type, "name")
        asked = Asked(
            film=film.pk,
            film_title=Title(str(film), film.title_language),
            licence_type=licence_type.pk,
            type_name=Title(type_name.text, type_name.language),
            tier=buyer.tier.value,
            tier_name=str(buyer.tier.label),
            on=self.on,
            currency=settings.DEFAULT_CURRENCY,
            country=buyer.country,
        )
        return quote(asked, map(_listed, self.prices[film.pk]), self.rights_of(film))

    def rights_of(self, film: Film) -> list[Right]:
        """The film's own rights; where a part has none, those of its whole."""
        return self.rights[film.pk] or self.rights[film.part_of_id or film.pk]

    def amount(self, film: Film, licence_type: LicenceType, tier: str) -> Money | None:
        """The listed price, whatever the territory: what a table shows."""
        found = (
            price.amount
            for price in self.prices[film.pk]
            if price.licence_type_id == licence_type.pk
            and price.tier == tier
            and price.amount_currency == settings.DEFAULT_CURRENCY
        )
        return next(found, None)

    def types_of(self, film: Film) -> list[LicenceType]:
        """The licence types that the film is offered under, in the order of the list."""
        types = {price.licence_type_id: price.licence_type for price in self.prices[film.pk]}
        return sorted(types.values(), key=lambda kind: (kind.order, kind.name))


def open_price_book(films: Iterable[Film], *, on: date) -> PriceBook:
    """The prices that hold on a day, and the rights, of these films (and of the wholes that parts belong to)."""
    book = PriceBook(on)
    own = [film.pk for film in films]
    wholes = [film.part_of_id for film in films if film.part_of_id]
    for price in Price.objects.on_sale(on).filter(film__in=own):
        book.prices[price.film_id].append(price)
    for right in DistributionRight.objects.filter(Q(film__in=own) | Q(film__in=wholes)):
        book.rights[right.film_id].append(
            Right(countries=frozenset(right.countries), starts_on=right.starts_on, ends_on=right.ends_on)
        )
    return book


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A licence that somebody wants: of which film, of which type, and what it would cost or why not."""

    film: Film
    licence_type: LicenceType
    quote: Quote


def quote_lines(wanted: Sequence[tuple[Film, LicenceType]], *, buyer: Buyer, on: date) -> list[QuotedLine]:
    """A quote for each line, in the order given; two queries."""
    book = open_price_book([film for film, _kind in wanted], on=on)
    return [QuotedLine(film, kind, book.quote(film, kind, buyer)) for film, kind in wanted]


def total_of(lines: Sequence[QuotedLine]) -> Money | None:
    """The sum of the lines that have a price; None while none has."""
    amounts = [line.quote.amount for line in lines if line.quote.amount is not None]
    return sum(amounts[1:], start=amounts[0]) if amounts else None


def _listed(price: Price) -> Listed:
    return Listed(
        film=price.film_id,
        licence_type=price.licence_type_id,
        tier=price.tier,
        amount=price.amount,
        starts_on=price.starts_on,
        ends_on=price.ends_on,
        is_sample=price.is_sample,
    )
