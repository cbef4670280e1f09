"""What other pages show of licensing: a film's prices, and the number of licences in the cart."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from catalog.models import Film
from licensing.buyers.memberships import institutions_of
from licensing.documents.bills.charges import charge_words
from licensing.licences.held import held_of_film
from licensing.models import Licence, LicenceType, Tier
from licensing.previews.asking import own_preview_at
from licensing.prices.drawing import Drawing
from licensing.prices.offers import Buyer, PriceBook, open_price_book
from licensing.sales.ordering.cart import Cart, chosen_tier
from licensing.sales.ordering.occasion_words import said_days
from licensing.terms.charging.fees import FeeForm, said_obligation
from licensing.terms.charging.pricing import Quote
from licensing.terms.days import office_today
from wording.say import Say
from wording.sentences import sentence_html

register = template.Library()


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
    matrix = Drawing(book, shown, set(Cart(request).pairs)).matrix(film, parts)
    return {
        "request": request,
        "next": request.get_full_path(),
        "film": film,
        "tiers": list(Tier),
        "tier": tier,
        "shown_tier": shown,
        "has_prices": any(book.prices[work.pk] for work in (film, *parts)),
        "refusals": _refusals(book, film, types, shown),
        "matrix": matrix,
        "has_parts": any(group.own and group.parts for group in matrix.groups),
        "is_sample": book.has_samples(film),
    }


@register.simple_tag(takes_context=True)
def licences_held_here(context: dict[str, Any]) -> list[Licence]:
    """What the visitor's institutions hold of the film at this address, of its whole or of its parts.

    For a personal part of a kept page, which knows the request alone. One query while nothing is held, else two; none for who
    acts for no institution.
    """
    request: HttpRequest = context["request"]
    own = institutions_of(request.user) if request.user.is_authenticated else []
    match = request.resolver_match
    if not own or match is None:
        return []
    keys = [each.pk for each in own]
    return held_of_film(keys, match.kwargs.get("slug", ""), match.kwargs.get("part_slug", ""))


@register.simple_tag(takes_context=True)
def preview_here(context: dict[str, Any]) -> dict[str, Any]:
    """The path of the film at this address, and the visitor's own preview of it that waits or can be watched.

    For a personal part of a kept page, which knows the request alone. One query for who is signed in, none for others.
    """
    request: HttpRequest = context["request"]
    match = request.resolver_match
    if match is None or "slug" not in match.kwargs:
        return {}
    path = "/".join(filter(None, (match.kwargs["slug"], match.kwargs.get("part_slug", ""))))
    own = own_preview_at(request.user, path) if request.user.is_authenticated else None
    return {"path": path, "own": own}


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
register.filter("occasion_words", said_days)


@register.filter
def refusal_sentences(quote: Quote) -> list[SafeString]:
    return [sentence_html(reason) for reason in quote.reasons]


def _refusals(book: PriceBook, film: Film, types: list[LicenceType], tier: Tier) -> list[SafeString]:
    """Why the film cannot be licensed at all; a tier without a price is mentioned elsewhere."""
    if not types:
        return []
    reasons = book.quote(film, types[0], Buyer(tier)).reasons
    return [sentence_html(reason) for reason in reasons if reason.code == "no-right"]
