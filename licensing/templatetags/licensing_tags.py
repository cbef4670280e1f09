"""What other pages show of licensing: a film's prices, and the number of licences in the cart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from moneyed import Money

from catalog.models import Film
from licensing.buyers.memberships import institutions_of
from licensing.documents.bills.charges import charge_words
from licensing.licences.held import held_of_film
from licensing.models import Licence, LicenceType, Tier
from licensing.prices.offers import Buyer, PriceBook, open_price_book
from licensing.sales.ordering.cart import Cart, chosen_tier
from licensing.terms.charging.fees import FeeForm, said_obligation
from licensing.terms.charging.pricing import Quote
from licensing.terms.days import office_today
from licensing.terms.matrix import columns_apart, lines_of
from licensing.terms.rights.uses import SCREENED
from revisions import subjects
from revisions.parts import kept_or_made, key_of
from revisions.reading import Reading, reading_of
from revisions.subjects import TERMS
from wording.say import Say
from wording.sentences import sentence_html
from wording.translations import said

register = template.Library()


@dataclass(frozen=True, slots=True)
class Offer:
    """A licence in a cell of the matrix; without `amount` it is not on sale for this film."""

    film: Film
    kind: LicenceType
    name: SafeString
    amount: Money | None
    in_cart: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A table of the matrix: its licence types, what they grant, and the prices of the film and of its parts."""

    is_screened: bool
    head: SafeString
    own: SafeString
    parts: list[SafeString]


@dataclass(frozen=True, slots=True)
class Cell:
    tier: Tier
    amount: Money | None


@register.inclusion_tag("licensing/price_table.html", takes_context=True)
def price_table(context: dict[str, Any], film: Film) -> dict[str, Any]:
    """What one may do with a film under each licence on sale to the visitor's tier, and its price; below it the other tiers.

    Three queries at most. Reads `film.parts`: prefetch it.
    """
    request: HttpRequest = context["request"]
    tier = chosen_tier(request)
    shown = tier or Tier.HIGHER_EDUCATION
    parts = sorted(film.parts.all(), key=lambda part: part.part_number or 0)
    book = open_price_book([film, *parts], on=office_today())
    types = book.types_of(film)
    drawing = _Drawing(book, shown, set(Cart(request).pairs), request.get_full_path(), reading_of(request))
    groups = drawing.groups(film, parts)
    return {
        "request": request,
        "next": drawing.address,
        "film": film,
        "tiers": list(Tier),
        "tier": tier,
        "shown_tier": shown,
        "has_prices": any(book.types_of(work) for work in (film, *parts)),
        "refusals": _refusals(book, film, types, shown),
        "groups": groups,
        "has_parts": any(group.own and group.parts for group in groups),
        "other_tiers": [each for each in Tier if each != shown and _is_sold_to(book, film, types, each)],
        "other_prices": drawing.other_prices(film, types),
        "is_sample": book.has_samples(film),
    }


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Draws the matrix from pieces, each kept under what it says: a price that changes leaves the others alone."""

    book: PriceBook
    tier: Tier
    in_cart: set[tuple[int, int]]
    address: str
    reading: Reading

    def groups(self, film: Film, parts: list[Film]) -> list[Group]:
        on_sale = {work: self._on_sale(work) for work in (film, *parts)}
        kinds = sorted(
            {kind for amounts in on_sale.values() for kind in amounts},
            key=lambda kind: (kind.order, kind.name),
        )
        columns = columns_apart(kinds, LicenceType.grants)
        return [self._group(film, parts, on_sale, group) for group in columns]

    def _on_sale(self, film: Film) -> dict[LicenceType, Money]:
        quotes = ((kind, self.book.quote(film, kind, Buyer(self.tier))) for kind in self.book.types_of(film))
        return {kind: quote.amount for kind, quote in quotes if quote.amount is not None}

    def _group(
        self,
        film: Film,
        parts: list[Film],
        on_sale: dict[Film, dict[LicenceType, Money]],
        kinds: list[LicenceType],
    ) -> Group:
        rows = {work: self._offers(work, on_sale[work], kinds) for work in (film, *parts)}
        sold = [part for part in parts if any(offer.amount is not None for offer in rows[part])]
        return Group(
            is_screened=bool(kinds[0].grants().uses & SCREENED),
            head=self._head(kinds),
            own=self._row(film, rows[film], is_part=False) if on_sale[film] else SafeString(),
            parts=[self._row(part, rows[part], is_part=True) for part in sold],
        )

    def _offers(self, film: Film, amounts: dict[LicenceType, Money], kinds: list[LicenceType]) -> list[Offer]:
        return [
            Offer(
                film, kind, said(kind, "name").html(), amounts.get(kind), (film.pk, kind.pk) in self.in_cart
            )
            for kind in kinds
        ]

    def _head(self, kinds: list[LicenceType]) -> SafeString:
        """The columns' names and everything that they grant."""
        template = get_template("licensing/matrix_head.html")

        def made() -> SafeString:
            lines = lines_of([kind.said_grants() for kind in kinds])
            return SafeString(template.render({"kinds": kinds, "tier": self.tier, "lines": lines}))

        place = key_of(
            "matrix-head", self.reading, [TERMS], self.tier.value, tuple(kind.pk for kind in kinds)
        )
        return kept_or_made({place: made}, self.reading)[0]

    def _row(self, film: Film, offers: list[Offer], *, is_part: bool) -> SafeString:
        """The prices of one film, with a button each."""
        said_by = [
            (
                offer.kind.pk,
                offer.in_cart,
                offer.amount and (offer.amount.amount, offer.amount.currency.code),
            )
            for offer in offers
        ]
        about = [TERMS, *_itself_and_whole(film)]
        place = key_of(
            "matrix-prices", self.reading, about, film.pk, is_part, self.tier.value, said_by, self.address
        )
        template = get_template("licensing/matrix_prices.html")
        values = {
            "film": film,
            "offers": offers,
            "is_part": is_part,
            "tier": self.tier,
            "next": self.address,
        }
        return kept_or_made({place: lambda: SafeString(template.render(values))}, self.reading)[0]

    def other_prices(self, film: Film, types: list[LicenceType]) -> list[SafeString]:
        """The prices of the other tiers, a row for each licence type that any of them can have."""
        template = get_template("licensing/matrix_row.html")
        tiers = [each for each in Tier if each != self.tier and _is_sold_to(self.book, film, types, each)]
        rows = {}
        for kind in types:
            cells = [Cell(each, self.book.amount(film, kind, each.value)) for each in tiers]
            if not any(cell.amount is not None for cell in cells):
                continue
            context = {"name": said(kind, "name").html(), "amounts": cells}
            said_by = [
                (each.amount.amount, each.amount.currency.code) if each.amount else None for each in cells
            ]
            place = key_of("matrix-row", self.reading, [TERMS], kind.pk, self.tier.value, said_by)
            rows[place] = lambda context=context: SafeString(template.render(context))
        return kept_or_made(rows, self.reading)


def _is_sold_to(book: PriceBook, film: Film, types: list[LicenceType], tier: Tier) -> bool:
    return any(book.amount(film, kind, tier.value) is not None for kind in types)


def _itself_and_whole(film: Film) -> list[str]:
    """What a film's prices are drawn from, beside prices: its name has the title of its whole."""
    return [subjects.film(key) for key in (film.pk, film.part_of_id) if key]


@register.simple_tag(takes_context=True)
def licences_held_here(context: dict[str, Any]) -> list[Licence]:
    """What the visitor's institutions hold of the film at this address, of its whole or of its parts.

    For a personal part of a kept page, which knows the request alone. One query; none for who acts for no institution.
    """
    request: HttpRequest = context["request"]
    own = institutions_of(request.user) if request.user.is_authenticated else []
    match = request.resolver_match
    if not own or match is None:
        return []
    keys = [each.pk for each in own]
    return list(held_of_film(keys, match.kwargs.get("slug", ""), match.kwargs.get("part_slug", "")))


@register.inclusion_tag("licensing/cart_count.html", takes_context=True)
def cart_count(context: dict[str, Any]) -> dict[str, Any]:
    """How many licences are in the visitor's cart; nothing on a page without a session."""
    request: HttpRequest | None = context.get("request")
    has_session = request is not None and hasattr(request, "session")
    return {"count": len(Cart(request)) if request and has_session else 0}


@register.filter
def in_sentence(line: Say | str) -> SafeString | str:
    """A line of an answer in the reader's language."""
    return line if isinstance(line, str) else sentence_html(line)


@register.filter
def charge_sentences(quote: Quote) -> list[SafeString]:
    """How a price in the cart is made up, where it is more than one flat amount, and what may be due after the report."""
    if quote.fee is None:
        return []
    is_plain = len(quote.charges) == 1 and quote.fee.form == FeeForm.FLAT
    shown = () if is_plain else quote.charges
    words = [
        sentence_html(each.said)
        if each.kind == "price"
        else format_html("{}: {}", sentence_html(each.said), each.amount)
        for each in shown
    ]
    obligation = said_obligation(quote.fee)
    return [*words, sentence_html(obligation)] if obligation else words


register.filter("charge_words", charge_words)


@register.filter
def refusal_sentences(quote: Quote) -> list[SafeString]:
    return [sentence_html(reason) for reason in quote.reasons]


def _refusals(book: PriceBook, film: Film, types: list[LicenceType], tier: Tier) -> list[SafeString]:
    """Why the film cannot be licensed at all; a tier without a price is mentioned elsewhere."""
    if not types:
        return []
    reasons = book.quote(film, types[0], Buyer(tier)).reasons
    return [sentence_html(reason) for reason in reasons if reason.code == "no-right"]
