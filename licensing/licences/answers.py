"""The one answer for finder, cart, screenings and office: whether a use is covered, what would change that, and what to buy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from moneyed import Money

from catalog.models import Film
from licensing.licences.held import held_by
from licensing.models import Institution, LicenceType
from licensing.models.licences.works import works_under
from licensing.prices.currencies import one_currency
from licensing.prices.offers import Buyer, PriceBook, open_price_book
from licensing.terms.charging.fees import Fee, awaits_report
from licensing.terms.occasions import Occasion
from licensing.terms.rights import (
    Change,
    Coverage,
    Held,
    Intended,
    cheapest,
    find_coverage,
    smallest_change,
)
from licensing.terms.rights.uses import STREAMED

UNLIMITED = 10**9
"""More people, and more screenings, than any licence that limits them allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A licence on sale; its film and type identify it in the cart. `amount` is the price on the day of the answer.

    `occasion` has the days on which what it is for is shown.
    """

    film: Film
    licence_type: LicenceType
    amount: Money
    is_sample: bool
    fee: Fee | None = None
    occasion: Occasion | None = None

    @property
    def is_open(self) -> bool:
        """Whether more may be due after the report: the amount is then no price to compare."""
        return self.fee is not None and awaits_report(self.fee)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether the use is covered and by which licences; if not, the smallest change to it and the cheapest licences to buy.

    `offers` are to be bought all together, beside what is held; empty if nothing on the price list would do. Where suspended
    licences would cover it once they are in force again, `suspended` has their numbers, and nothing else is advised.
    """

    coverage: Coverage
    change: Change | None = None
    offers: tuple[Offer, ...] = ()
    suspended: tuple[str, ...] = ()

    @property
    def total(self) -> Money | None:
        return total_of_offers(self.offers)


def answer(
    *, held: Sequence[Held], intended: Intended, buyer: Buyer, on: date, shelf: Shelf | None = None
) -> Answer:
    """The answer for someone who holds these licences, at the prices of a day. At most six queries, none if it is covered.

    Whoever asks about several uses of the same films reads what is on sale once, as `shelf`.
    """
    coverage = find_coverage(held, intended)
    if coverage.allowed:
        return Answer(coverage=coverage)
    if suspended := _back_in_force(held, intended):
        return Answer(coverage=coverage, suspended=suspended)
    return Answer(
        coverage=coverage,
        change=smallest_change(held, intended, not_before=on),
        offers=offers_for(held=held, intended=intended, buyer=buyer, on=on, shelf=shelf),
    )


def _back_in_force(held: Sequence[Held], intended: Intended) -> tuple[str, ...]:
    """The suspended licences with which the use would be covered, if they were in force; none if it would not be."""
    suspended = {each.number for each in held if each.is_suspended}
    revived = [replace(each, is_active=True) if each.is_suspended else each for each in held]
    again = find_coverage(revived, intended) if suspended else Coverage(allowed=False)
    return tuple(number for number in again.together if number in suspended) if again.allowed else ()


def offers_for(
    *, held: Sequence[Held], intended: Intended, buyer: Buyer, on: date, shelf: Shelf | None = None
) -> tuple[Offer, ...]:
    """The cheapest licences on sale that, with those held, cover the use; empty if none do.

    A whole film is offered beside its parts, and a part alone where the others are held. A licence would begin on the
    use's first day, or on the day asked if that is later, and be for the buyer's country.
    """
    starts_on = max(intended.first_day, on)
    on_sale = list(candidates(shelf or shelf_of(intended.works, on), buyer, starts_on))
    offered = [(each, offer.amount.amount) for offer, each in on_sale]
    chosen = cheapest(held, offered, intended)
    return tuple(
        replace(offer, occasion=_occasion(each, intended))
        for offer, each in (on_sale[at] for at in chosen or ())
    )


def _occasion(bought: Held, intended: Intended) -> Occasion:
    """The days of those works that a licence is bought for, as far as it lasts: others may cover the rest."""
    shown = [piece for piece in intended.pieces() if piece.work in bought.works]
    first_day = min(piece.first_day for piece in shown)
    last_day = max(piece.last_day for piece in shown)
    ends_on = bought.grants.last_day(max(first_day, bought.starts_on))
    return Occasion(first_day, min(last_day, ends_on) if ends_on else last_day)


def held_already(
    *, held: Sequence[Held], line: tuple[Film, LicenceType], country: str, on: date
) -> tuple[str, ...]:
    """Numbers of the licences that already allow every use of a licence, for as long as it would last; none if any is missing.

    Where it limits neither people nor screenings, no licence that does allows as much. Reads `film.parts`.
    """
    film, kind = line
    grants = kind.grants()
    works = frozenset({film.pk, *(part.pk for part in film.parts.all())})
    numbers: dict[str, None] = {}
    for use in grants.uses:
        intended = Intended(
            use=use,
            works=works,
            first_day=on,
            last_day=grants.last_day(on) or date.max,
            country=country,
            watchers=grants.watchers,
            audience=(grants.viewer_cap if use in STREAMED else grants.audience_cap) or UNLIMITED,
            admission=grants.admission,
            public_advertising=grants.public_advertising,
            outdoors=not grants.indoor_only,
            screenings=grants.screenings or UNLIMITED,
            formats=grants.formats,
        )
        coverage = find_coverage(held, intended)
        if not coverage.allowed:
            return ()
        numbers |= dict.fromkeys(coverage.together)
    return tuple(numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldAlready:
    """A line of a cart that what is held makes needless, and the numbers of the licences that do."""

    film: Film
    licence_type: LicenceType
    numbers: tuple[str, ...]


def lines_held_already(
    institution: Institution, lines: Sequence[tuple[Film, LicenceType]], *, on: date
) -> list[HeldAlready]:
    """What the institution would buy although it holds it. Two queries, none without lines. Reads `film.parts`."""
    held = held_by(institution, films=_works_of(lines)) if lines else []
    found = (
        HeldAlready(
            film=film,
            licence_type=kind,
            numbers=held_already(held=held, line=(film, kind), country=institution.country, on=on),
        )
        for film, kind in lines
    )
    return [each for each in found if each.numbers]


def _works_of(lines: Sequence[tuple[Film, LicenceType]]) -> set[int]:
    return {work.pk for film, _kind in lines for work in (film, *film.parts.all())}


def total_of_offers(offers: Sequence[Offer]) -> Money | None:
    amounts = [offer.amount for offer in offers]
    return sum(amounts[1:], start=amounts[0]) if amounts else None


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is on sale of some films and their wholes on a day: the films, wholes first, the works under each, the prices."""

    films: Sequence[Film]
    works: Mapping[int, frozenset[int]]
    book: PriceBook


def shelf_of(works: frozenset[int], on: date) -> Shelf:
    """Five queries."""
    films = _films_around(works)
    return Shelf(films, works_under(film.pk for film in films), open_price_book(films, on=on))


def candidates(shelf: Shelf, buyer: Buyer, starts_on: date) -> Iterator[tuple[Offer, Held]]:
    """Every licence on the shelf, as an offer and as the buyer would hold it. No query."""
    book, works = shelf.book, shelf.works
    pairs = [(film, kind) for film in shelf.films for kind in book.types_of(film)]
    sold_in = [book.sold_in(film, kind, buyer.tier.value) for film, kind in pairs]
    buyer = replace(buyer, currency=one_currency(sold_in, buyer.currency))
    currency = buyer.currency or settings.DEFAULT_CURRENCY
    for film, kind in pairs:
        quote = book.quote(film, kind, buyer, starts_on=starts_on)
        if quote.amount is not None and str(quote.amount.currency) == currency:
            offer = Offer(
                film=film,
                licence_type=kind,
                amount=quote.amount,
                is_sample=quote.is_sample,
                fee=quote.fee,
            )
            yield offer, _as_held(kind, works[film.pk], starts_on, buyer)


def _films_around(works: frozenset[int]) -> list[Film]:
    """The films that are used, and the wholes that they are parts of; wholes first."""
    used = list(Film.objects.filter(pk__in=works).select_related("part_of"))
    around = {film.pk: film for film in used} | {film.whole.pk: film.whole for film in used}
    return sorted(around.values(), key=lambda film: (film.part_of_id is not None, film.pk))


def _as_held(kind: LicenceType, works: frozenset[int], starts_on: date, buyer: Buyer) -> Held:
    """The licence that the buyer would hold."""
    grants = kind.grants()
    return Held(
        number="",
        grants=grants,
        works=works,
        starts_on=starts_on,
        ends_on=grants.last_day(starts_on),
        countries=frozenset({buyer.country} if buyer.country else ()),
    )
