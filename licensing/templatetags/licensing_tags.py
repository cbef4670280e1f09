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
from licensing.documents.charges import charge_words
from licensing.models import LicenceType, Tier
from licensing.prices.offers import Buyer, PriceBook, open_price_book
from licensing.sales.cart import Cart, chosen_tier
from licensing.terms.days import office_today
from licensing.terms.fees import FeeForm, said_obligation
from licensing.terms.pricing import Quote
from licensing.terms.words import grants_words
from revisions import subjects
from revisions.parts import keep_parts, kept_or_made, kept_parts, key_of
from revisions.reading import Reading, reading_of
from revisions.subjects import TERMS
from wording.sentences import sentence_html
from wording.translations import said

register = template.Library()


@dataclass(frozen=True, slots=True)
class Kind:
    """A licence type's texts on a page; made once, however many films are offered under it."""

    row: LicenceType
    name: SafeString
    summary: SafeString
    words: list[str]


@dataclass(frozen=True, slots=True)
class Offer:
    film: Film
    kind: Kind
    amount: Money
    in_cart: bool


@dataclass(frozen=True, slots=True)
class Cell:
    tier: Tier
    amount: Money | None


@register.inclusion_tag("licensing/price_table.html", takes_context=True)
def price_table(context: dict[str, Any], film: Film) -> dict[str, Any]:
    """The licences of a film (and of its parts) at the visitor's tier, and the prices of all tiers. Four queries at most.

    Reads `film.parts`: prefetch it.
    """
    request: HttpRequest = context["request"]
    tier = chosen_tier(request)
    shown = tier or Tier.HIGHER_EDUCATION
    parts = sorted(film.parts.all(), key=lambda part: part.part_number or 0)
    pairs, reading, today = set(Cart(request).pairs), reading_of(request), office_today()
    address = request.get_full_path()
    places = {part: _place_of(part, reading, pairs, shown.value, address, today) for part in parts}
    kept = kept_parts(places.values(), reading)
    missing = [part for part in parts if places[part] not in kept]
    book = open_price_book([film, *missing], on=today)
    types = book.types_of(film)
    kinds = {key: _kind(kind) for key, kind in book.types.items()}
    made = {
        places[part]: _part_offers(part, _offers(book, part, shown, kinds, pairs), address)
        if book.types_of(part)
        else SafeString()
        for part in missing
    }
    keep_parts(made, reading)
    drawn = kept | made
    return {
        "request": request,
        "next": address,
        "film": film,
        "tiers": list(Tier),
        "tier": tier,
        "shown_tier": shown,
        "has_prices": bool(types),
        "refusals": _refusals(book, film, types, shown),
        "offers": _own_offers(film, _offers(book, film, shown, kinds, pairs), address, reading),
        "parts": [html for part in parts if (html := drawn[places[part]])],
        "matrix": _matrix(book, film, kinds, shown, reading),
        "is_sample": book.has_samples(film),
    }


def _place_of(part: Film, reading: Reading, in_cart: set[tuple[int, int]], *also: object) -> str:
    """A part's own licences are kept under its own prices: those of its siblings leave them alone."""
    about = [TERMS, subjects.prices(part.pk), *_itself_and_whole(part)]
    chosen = sorted(kind for film, kind in in_cart if film == part.pk)
    return key_of("part-offers", reading, about, part.pk, chosen, *also)


def _itself_and_whole(film: Film) -> list[str]:
    """What a part's licences are drawn from, beside prices: its name has the title of its whole, as its rights may be those of its whole."""
    return [subjects.film(key) for key in (film.pk, film.part_of_id) if key]


def _part_offers(part: Film, offers: list[Offer], address: str) -> SafeString:
    template = get_template("licensing/part_offers.html")
    return SafeString(template.render({"film": part, "offers": offers, "next": address}))


def _own_offers(film: Film, offers: list[Offer], address: str, reading: Reading) -> SafeString:
    """Kept under what they say; empty where there are none."""
    if not offers:
        return SafeString()
    said = [
        (each.kind.row.pk, each.amount.amount, each.amount.currency.code, each.in_cart) for each in offers
    ]
    place = key_of("offers", reading, [TERMS, *_itself_and_whole(film)], film.pk, said, address)
    template = get_template("licensing/offers.html")
    values = {"works": offers, "next": address}
    return kept_or_made({place: lambda: SafeString(template.render(values))}, reading)[0]


def _matrix(
    book: PriceBook, film: Film, kinds: dict[int, Kind], shown: Tier, reading: Reading
) -> list[SafeString]:
    """The prices of all tiers, a row for each licence type; kept under what it says."""
    template = get_template("licensing/matrix_row.html")
    rows = {}
    for kind in book.types_of(film):
        cells = [Cell(each, book.amount(film, kind, each.value)) for each in Tier]
        context = {"name": kinds[kind.pk].name, "amounts": cells, "shown_tier": shown}
        said = [(each.amount.amount, each.amount.currency.code) if each.amount else None for each in cells]
        place = key_of("matrix-row", reading, [TERMS], kind.pk, shown.value, said)
        rows[place] = lambda context=context: SafeString(template.render(context))
    return kept_or_made(rows, reading)


@register.inclusion_tag("licensing/cart_count.html", takes_context=True)
def cart_count(context: dict[str, Any]) -> dict[str, Any]:
    """How many licences are in the visitor's cart; nothing on a page without a session."""
    request: HttpRequest | None = context.get("request")
    has_session = request is not None and hasattr(request, "session")
    return {"count": len(Cart(request)) if request and has_session else 0}


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


def _kind(kind: LicenceType) -> Kind:
    name, summary = said(kind, "name").html(), said(kind, "summary").html()
    return Kind(kind, name, summary, grants_words(kind.said_grants()))


def _offers(
    book: PriceBook, film: Film, tier: Tier, kinds: dict[int, Kind], in_cart: set[tuple[int, int]]
) -> list[Offer]:
    offers = []
    for kind in book.types_of(film):
        amount = book.quote(film, kind, Buyer(tier)).amount
        if amount is not None:
            offers.append(Offer(film, kinds[kind.pk], amount, (film.pk, kind.pk) in in_cart))
    return offers


def _refusals(book: PriceBook, film: Film, types: list[LicenceType], tier: Tier) -> list[SafeString]:
    """Why the film cannot be licensed at all; a tier without a price is mentioned elsewhere."""
    if not types:
        return []
    reasons = book.quote(film, types[0], Buyer(tier)).reasons
    return [sentence_html(reason) for reason in reasons if reason.code == "no-right"]
