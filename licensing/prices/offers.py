"""Prices and rights from the database, passed to the pure rules of `pricing`."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.conf import settings
from djmoney.money import Money as LocalMoney
from moneyed import Money

from catalog.models import Film
from licensing.models import LicenceType, Price, Tier
from licensing.prices.territory import read_rights
from licensing.prices.wanted import Pair, WantedLine, wanted_lines
from licensing.terms.days import LATEST_START
from licensing.terms.pricing import Asked, Listed, Quote, Right, quote
from wording.say import Listed as Names
from wording.say import Say, Title, gettext_noop, say
from wording.translations import said


@dataclass(frozen=True, slots=True)
class Buyer:
    """For whom a price is asked: the tier, and the country where it is known."""

    tier: Tier
    country: str = ""


type Kept = dict[tuple[int, str], list[Listed]]
"""Prices of one film by licence type and tier."""


@dataclass(slots=True)
class PriceBook:
    """Everything that determines the prices of some films on one day: three queries, however many films."""

    on: date
    types: dict[int, LicenceType] = field(default_factory=dict)
    prices: dict[int, Kept] = field(default_factory=lambda: defaultdict(dict))
    rights: dict[int, list[Right]] = field(default_factory=lambda: defaultdict(list))

    def quote(
        self,
        film: Film,
        licence_type: LicenceType,
        buyer: Buyer,
        *,
        starts_on: date | None = None,
        ends_on: date | None = None,
    ) -> Quote:
        """The price of a licence that begins on a day, or as soon as our rights allow, and ends with its term, or before.

        Where they end too early for it, the last reason names the types that would end in time, if there are any.
        """
        answer = self._quote(film, licence_type, buyer, starts_on, ends_on)
        if any(reason.code == "right-ends" for reason in answer.reasons):
            return replace(
                answer, reasons=(*answer.reasons, *self._shorter(film, licence_type, buyer, starts_on))
            )
        return answer

    def _quote(
        self,
        film: Film,
        licence_type: LicenceType,
        buyer: Buyer,
        starts_on: date | None,
        ends_on: date | None = None,
    ) -> Quote:
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
            grants=licence_type.grants(),
            starts_on=starts_on,
            ends_on=ends_on,
            latest_start=self.on + LATEST_START,
        )
        return quote(asked, self._listed(film, licence_type, buyer.tier.value), self.rights_of(film))

    def _shorter(
        self, film: Film, licence_type: LicenceType, buyer: Buyer, starts_on: date | None
    ) -> Iterator[Say]:
        """The types for the same uses, and perhaps more, that our rights allow."""
        uses = set(licence_type.uses)
        kinds = (kind for kind in self.types_of(film) if kind != licence_type and uses <= set(kind.uses))
        fitting = [kind for kind in kinds if self._quote(film, kind, buyer, starts_on).amount is not None]
        if fitting:
            names = tuple(
                Title(name.text, name.language) for name in (said(kind, "name") for kind in fitting)
            )
            yield say("shorter", gettext_noop("What would end in time: {types}."), types=Names(names))

    def rights_of(self, film: Film) -> list[Right]:
        """The film's own rights; for a part that has none, those of its whole."""
        return self.rights[film.pk] or self.rights[film.part_of_id or film.pk]

    def amount(self, film: Film, licence_type: LicenceType, tier: str) -> Money | None:
        """The listed price, whatever the territory: what a table shows."""
        amounts = (price.amount for price in self._listed(film, licence_type, tier))
        return next((amount for amount in amounts if str(amount.currency) == settings.DEFAULT_CURRENCY), None)

    def types_of(self, film: Film) -> list[LicenceType]:
        """The licence types that the film is offered under, in the order of the list."""
        types = [self.types[key] for key in {key for key, _tier in self.prices[film.pk]}]
        return sorted(types, key=lambda kind: (kind.order, kind.name))

    def has_samples(self, film: Film) -> bool:
        return any(price.is_sample for prices in self.prices[film.pk].values() for price in prices)

    def _listed(self, film: Film, licence_type: LicenceType, tier: str) -> list[Listed]:
        return self.prices[film.pk].get((licence_type.pk, tier), [])


PRICE = (
    "film_id",
    "licence_type_id",
    "tier",
    "amount",
    "amount_currency",
    "starts_on",
    "ends_on",
    "is_sample",
)


def open_price_book(films: Iterable[Film], *, on: date) -> PriceBook:
    """The prices that hold on a day, and the rights, of these films (and of the wholes that parts belong to)."""
    book = PriceBook(on)
    own = [film.pk for film in films]
    wholes = [film.part_of_id for film in films if film.part_of_id]
    rows = Price.objects.on_sale(on).filter(film__in=own).select_related(None).values_list(*PRICE)
    for film, kind, tier, amount, currency, starts_on, ends_on, is_sample in rows:
        listed = Listed(
            film=film,
            licence_type=kind,
            tier=tier,
            amount=LocalMoney(amount, currency),
            starts_on=starts_on,
            ends_on=ends_on,
            is_sample=is_sample,
        )
        book.prices[film].setdefault((kind, tier), []).append(listed)
    # Separate from the prices: few types have many prices, and a join would repeat each type for every price.
    book.types = LicenceType.objects.in_bulk({kind for kept in book.prices.values() for kind, _tier in kept})
    for film, right in read_rights([*own, *wholes]):
        book.rights[film].append(right)
    return book


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A licence that someone wants: for which film, of which type, and what it costs or why it is not available."""

    film: Film
    licence_type: LicenceType
    quote: Quote
    wanted: WantedLine


def quote_lines(
    wanted: Sequence[WantedLine | Pair], *, buyer: Buyer, on: date, starts_on: date | None = None
) -> list[QuotedLine]:
    """A quote for each line, in the order given; three queries.

    A line without a day of its own begins on `starts_on`, or as soon as it can.
    """
    lines = wanted_lines(wanted)
    book = open_price_book([line.film for line in lines], on=on)
    return [_quoted(book, line, buyer, starts_on) for line in lines]


def _quoted(book: PriceBook, line: WantedLine, buyer: Buyer, starts_on: date | None) -> QuotedLine:
    days = {"starts_on": line.starts_on or starts_on, "ends_on": line.ends_on}
    quote = book.quote(line.film, line.licence_type, buyer, **days)
    return QuotedLine(line.film, line.licence_type, quote, line)


def total_of(lines: Sequence[QuotedLine]) -> Money | None:
    """The sum of the lines that have a price; None if none has."""
    amounts = [line.quote.amount for line in lines if line.quote.amount is not None]
    return sum(amounts[1:], start=amounts[0]) if amounts else None


def mark_of(lines: Sequence[QuotedLine]) -> str:
    """A short mark of lines and prices, to see later whether any of them has changed. The order of lines does not matter."""
    said = sorted(_said(line) for line in lines)
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:32]


def _said(line: QuotedLine) -> str:
    days = (day.isoformat() for day in (line.wanted.starts_on, line.wanted.ends_on) if day)
    return " ".join([str(line.film.pk), str(line.licence_type.pk), repr(line.quote.amount), *days])


def currencies_sold() -> list[str]:
    """The currencies of all prices, by their ISO 4217 codes. One statement."""
    return sorted(Price.objects.order_by().values_list("amount_currency", flat=True).distinct())
