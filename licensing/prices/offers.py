"""Prices and rights from the database, passed to the pure rules of `pricing`."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from djmoney.money import Money as LocalMoney
from moneyed import Money

from catalog.models import Film
from licensing.models import Institution, LicenceType, Price, Tier
from licensing.prices.currencies import currency_of, in_one_currency, one_currency
from licensing.prices.rules import with_rules
from licensing.prices.territory import read_rights, rights_to
from licensing.prices.wanted import Pair, WantedLine, wanted_lines
from licensing.terms.charging.fees import FeeForm
from licensing.terms.charging.pricing import Asked, Listed, Quote, quote
from licensing.terms.days import LATEST_START
from licensing.terms.ours import Right
from licensing.terms.rights import Grants
from revisions.prepared import Prepared
from wording.say import Listed as Names
from wording.say import Say, Title, gettext_noop, say
from wording.translations import said


@dataclass(frozen=True, slots=True)
class Buyer:
    """For whom a price is asked: the tier, and country, enrolment and currency where they are known."""

    tier: Tier
    country: str = ""
    enrolment: int | None = None
    currency: str = ""

    @classmethod
    def of(cls, institution: Institution) -> Buyer:
        """The institution as it buys today, in its own currency or that of its country."""
        return cls(
            Tier(institution.tier),
            institution.country,
            institution.enrolment,
            institution.currency or currency_of(institution.country),
        )


type Kept = dict[tuple[int, str], list[Listed]]
"""Prices of one film by licence type and tier."""


@dataclass
class PriceBook:
    """Everything that determines the prices of some films on one day: three queries, however many films; two where
    nobody asks for the types.
    """

    on: date
    prices: dict[int, Kept] = field(default_factory=lambda: defaultdict(dict))
    rights: dict[int, list[Right]] = field(default_factory=lambda: defaultdict(list))
    _types_said: dict[tuple[int, str | None], tuple[Title, Grants]] = field(default_factory=dict)

    @cached_property
    def types(self) -> dict[int, LicenceType]:
        """The types that the films are offered under, by key.

        Read separately from the prices: few types have many prices, and a join would repeat each type for every price.
        """
        keys = {kind for kept in self.prices.values() for kind, _tier in kept}
        return {kind.pk: kind for kind in _TYPES.rows(list(keys))}

    def on_sale(self, film: Film, tier: Tier) -> dict[int, Quote]:
        """The price of each licence, by the key of its type, that a visitor of this tier can buy, before anyone knows who they are."""
        listed = (kind for kind, priced in self.prices[film.pk] if priced == tier.value)
        quotes = ((kind, self.quote(film, self.types[kind], Buyer(tier))) for kind in listed)
        return {kind: quote for kind, quote in quotes if quote.amount is not None}

    def is_least(self, film: Film, licence_type: LicenceType, tier: str) -> bool:
        """Whether something may be due beyond `amount` after the report."""
        return any(_is_least(price) for price in self._listed(film, licence_type, tier))

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
        if film.withdrawal:
            return Quote(reasons=(_withdrawn(film),))
        if not film.is_public:
            return Quote(reasons=(_not_published(film),))
        type_name, grants = self._of_type(licence_type)
        asked = Asked(
            film=film.pk,
            film_title=Title(str(film), film.title_language),
            licence_type=licence_type.pk,
            type_name=type_name,
            tier=buyer.tier.value,
            tier_name=str(buyer.tier.label),
            on=self.on,
            currency=self.currency(film, licence_type, buyer),
            country=buyer.country,
            enrolment=buyer.enrolment,
            parts=self._parts(film, licence_type, buyer.tier.value),
            grants=grants,
            starts_on=starts_on,
            ends_on=ends_on,
            latest_start=self.on + LATEST_START,
        )
        return quote(asked, self._listed(film, licence_type, buyer.tier.value), self.rights_of(film))

    def _of_type(self, licence_type: LicenceType) -> tuple[Title, Grants]:
        """Its name in the reader's language and what it grants: looked up once in a book, which asks for many films."""
        language = get_language()
        known = self._types_said.get((licence_type.pk, language))
        if known is None:
            name = said(licence_type, "name")
            known = Title(name.text, name.language), licence_type.grants()
            self._types_said[licence_type.pk, language] = known
        return known

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
        """As `territory.rights_to`."""
        return list(rights_to(film, self.rights))

    def currency(self, film: Film, licence_type: LicenceType, buyer: Buyer) -> str:
        """The buyer's, where there is a price in it, or else that of the site."""
        sold_in = self.sold_in(film, licence_type, buyer.tier.value)
        return buyer.currency if buyer.currency in sold_in else settings.DEFAULT_CURRENCY

    def sold_in(self, film: Film, licence_type: LicenceType, tier: str) -> set[str]:
        return {price.amount.currency.code for price in self._listed(film, licence_type, tier)}

    def amount(self, film: Film, licence_type: LicenceType, tier: str) -> Money | None:
        """The listed price, whatever the territory and for the most enrolled: what a table shows."""
        return _shown(self._listed(film, licence_type, tier))

    def amounts(self, film: Film) -> dict[tuple[int, str], Money]:
        """The film's `amount` for each type, by its key, and tier that has one."""
        shown = ((key, _shown(listed)) for key, listed in self.prices[film.pk].items())
        return {key: amount for key, amount in shown if amount is not None}

    def types_of(self, film: Film) -> list[LicenceType]:
        """The licence types that the film is offered under, in the order of the list."""
        types = [self.types[key] for key in {key for key, _tier in self.prices[film.pk]}]
        return sorted(types, key=lambda kind: (kind.order, kind.name))

    def has_samples(self, film: Film) -> bool:
        return any(price.is_sample for prices in self.prices[film.pk].values() for price in prices)

    def _listed(self, film: Film, licence_type: LicenceType, tier: str) -> list[Listed]:
        return self.prices[film.pk].get((licence_type.pk, tier), [])

    def _parts(self, film: Film, licence_type: LicenceType, tier: str) -> int:
        """How many parts are charged. One query for a whole film whose parts were not read, and only where a price asks for it."""
        is_asked = any(price.form == FeeForm.PER_PART for price in self._listed(film, licence_type, tier))
        return max(1, len(film.parts.all())) if is_asked and film.part_of_id is None else 1


def _withdrawn(film: Film) -> Say:
    template = gettext_noop("“{film}” was withdrawn: what is licensed goes on, and nothing new is licensed.")
    return say("withdrawn", template, film=Title(str(film), film.title_language))


def _not_published(film: Film) -> Say:
    template = gettext_noop(
        "“{film}” is not published: what is licensed goes on, and nothing new is licensed."
    )
    return say("not-published", template, film=Title(str(film), film.title_language))


def _shown(listed: list[Listed]) -> Money | None:
    own = [price for price in listed if price.amount.currency.code == settings.DEFAULT_CURRENCY]
    widest = max(own, key=lambda price: price.enrolment_most or UNLIMITED, default=None)
    return None if widest is None else widest.amount


def _is_least(price: Listed) -> bool:
    return price.deposit is not None or price.form in {FeeForm.PER_HEAD, FeeForm.PERCENTAGE}


UNLIMITED = 10**12
"""More than are enrolled anywhere."""


PRICE = (
    "film_id",
    "licence_type_id",
    "tier",
    "amount",
    "amount_currency",
    "starts_on",
    "ends_on",
    "is_sample",
    "enrolment_most",
    "fee_form",
    "percent",
    "deposit",
)


_PRICES = Prepared(
    lambda: Price.objects.on_sale(date.min).select_related(None).order_by().values_list(*PRICE),
    where="film_id = ANY(%s)",
    on=date.min,
)
_TYPES = Prepared(LicenceType.objects.order_by, where="id = ANY(%s)")


def open_price_book(films: Iterable[Film], *, on: date) -> PriceBook:
    """The prices that hold on a day, and the rights, of these films (and of the wholes that parts belong to)."""
    book = PriceBook(on)
    own = [film.pk for film in films]
    wholes = [film.part_of_id for film in films if film.part_of_id]
    for row in _PRICES.columns(own, on=on):
        listed = _listed(row)
        book.prices[listed.film].setdefault((listed.licence_type, listed.tier), []).append(listed)
    book.rights.update(read_rights([*own, *wholes]))
    return book


def _listed(row: tuple[Any, ...]) -> Listed:
    """The columns of `PRICE`."""
    film, kind, tier, amount, currency, starts_on, ends_on, is_sample, most, form, percent, deposit = row
    return Listed(
        film=film,
        licence_type=kind,
        tier=tier,
        amount=LocalMoney(amount, currency),
        starts_on=starts_on,
        ends_on=ends_on,
        is_sample=is_sample,
        enrolment_most=most,
        form=FeeForm(form),
        percent=percent,
        deposit=None if deposit is None else LocalMoney(deposit, currency),
    )


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A licence that someone wants: for which film, of which type, and what it costs or why it is not available.

    `rights` are ours to the film.
    """

    film: Film
    licence_type: LicenceType
    quote: Quote
    wanted: WantedLine
    rights: tuple[Right, ...] = ()


def quote_lines(
    wanted: Sequence[WantedLine | Pair], *, buyer: Buyer, on: date, starts_on: date | None = None
) -> list[QuotedLine]:
    """A quote for each line, in the order given; three queries. A line without a day of its own begins on `starts_on`, or as
    soon as it can.

    All in one currency, with the discounts of lines that are ordered together, and the rush fee where the day is given.
    A line that has no price in the others' currency is refused (code `mixed-currencies`).
    """
    lines = wanted_lines(wanted)
    book = open_price_book([line.film for line in lines], on=on)
    return quote_together(book, lines, buyer=buyer, starts_on=starts_on)


def quote_together(
    book: PriceBook, lines: Sequence[WantedLine], *, buyer: Buyer, starts_on: date | None = None
) -> list[QuotedLine]:
    """As `quote_lines`, from a book that was opened for their films: one more query, for the rules."""
    sold_in = [book.sold_in(line.film, line.licence_type, buyer.tier.value) for line in lines]
    together = replace(buyer, currency=one_currency(sold_in, buyer.currency))
    priced = [
        (line.film, line.licence_type, in_one_currency(quote, line.film, together.currency))
        for line in lines
        for quote in [_quoted(book, line, together, starts_on)]
    ]
    begin = [line.starts_on or starts_on for line in lines]
    ruled = with_rules(priced, tier=buyer.tier.value, on=book.on, begin=begin)
    return [
        QuotedLine(line.film, line.licence_type, quote, line, tuple(book.rights_of(line.film)))
        for line, quote in zip(lines, ruled, strict=True)
    ]


def _quoted(book: PriceBook, line: WantedLine, buyer: Buyer, starts_on: date | None) -> Quote:
    first = line.starts_on or starts_on
    return book.quote(line.film, line.licence_type, buyer, starts_on=first, ends_on=line.ends_on)


def total_of(lines: Sequence[QuotedLine]) -> Money | None:
    """The sum of the lines that have a price; None if none has."""
    amounts = [line.quote.amount for line in lines if line.quote.amount is not None]
    return sum(amounts[1:], start=amounts[0]) if amounts else None


def mark_of(lines: Sequence[QuotedLine], *, tax: Decimal = Decimal(0)) -> str:
    """A short mark of lines, prices and tax, to see later whether any has changed. The order of lines does not matter."""
    said = sorted(_said(line) for line in lines)
    said += [f"tax {tax.normalize()}"] if tax else []
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:32]


def _before_rush(quote: Quote) -> Money | None:
    """The price that does not depend on the day on which the licences begin, which is chosen only when it is ordered."""
    rush = [charge.amount for charge in quote.charges if charge.kind == "rush"]
    return quote.amount - rush[0] if rush and quote.amount is not None else quote.amount


def _said(line: QuotedLine) -> str:
    chosen_later = line.wanted.occasion is not None
    kept = () if chosen_later else (line.wanted.starts_on, line.wanted.ends_on)
    days = (day.isoformat() for day in kept if day)
    return " ".join([str(line.film.pk), str(line.licence_type.pk), repr(_before_rush(line.quote)), *days])


def currencies_sold() -> list[str]:
    """The currencies of all prices, by their ISO 4217 codes. One statement."""
    return sorted(Price.objects.order_by().values_list("amount_currency", flat=True).distinct())
