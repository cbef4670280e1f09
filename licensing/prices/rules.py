"""Discounts and rush fees of the database, applied to the lines of an order by the pure rules of `discounts`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import cast

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, QuerySet

from catalog.models import Film
from licensing.models import LicenceType, PriceRule
from licensing.models.spans import holding
from licensing.terms.charging import discounts
from licensing.terms.charging.discounts import Item, RuleKind, charges_of
from licensing.terms.charging.pricing import Quote
from licensing.terms.rights import Use
from revisions.prepared import Prepared
from wording.say import Amount, Days, Say, gettext_noop, say


def with_rules(
    lines: Sequence[tuple[Film, LicenceType, Quote]],
    *,
    tier: str,
    on: date,
    begin: Sequence[date | None],
) -> list[Quote]:
    """The quotes of lines that are ordered together, with what the rules of that day add and take. One query.

    `begin`: the first day of each, None while that is not known.
    """
    priced = [at for at, (_film, _kind, quote) in enumerate(lines) if quote.amount is not None]
    if not priced:
        return [quote for _film, _kind, quote in lines]
    quotes = [quote for _film, _kind, quote in lines]
    items = [replace(_item(*lines[at]), notice=_days_between(on, begin[at])) for at in priced]
    for at, charges in zip(priced, charges_of(items, read_rules(tier, on)), strict=True):
        quote = quotes[at]
        amount = quote.amount
        for charge in charges:
            amount = charge.amount if amount is None else amount + charge.amount
        quotes[at] = replace(quote, amount=amount, charges=(*quote.charges, *charges))
    return quotes


def read_rules(tier: str, on: date) -> list[discounts.PriceRule]:
    """The rules that hold for a tier on a day. One query."""
    return [_rule(row) for row in _RULES.rows(tier=tier, on=on)]


def _holding_rules() -> QuerySet[PriceRule]:
    rows = PriceRule.objects.filter(holding(date.min), Q(tier="") | Q(tier="-"))
    return rows.annotate(film_keys=ArrayAgg("films", filter=~Q(films=None), default=[])).order_by("pk")


_RULES = Prepared(_holding_rules, tier="-", on=date.min)


def rush_notes(tier: str, on: date, currency: str) -> list[Say]:
    """What ordering public screenings late costs in a currency, before the day is chosen. One query."""
    template = gettext_noop(
        "A licence for public screenings that begins in less than {days} costs {amount} more: “{name}”."
    )
    return [
        say("rush-note", template, days=Days(rule.days), amount=Amount.of(rule.amount), name=rule.name)
        for rule in read_rules(tier, on)
        if rule.kind == RuleKind.RUSH and rule.amount is not None and str(rule.amount.currency) == currency
    ]


def _rule(row: PriceRule) -> discounts.PriceRule:
    return discounts.PriceRule(
        key=row.pk,
        kind=RuleKind(row.kind),
        name=row.name,
        percent=row.percent or Decimal(0),
        titles=row.titles or 0,
        films=frozenset(cast("list[int]", getattr(row, "film_keys"))),  # noqa: B009 - annotated above
        days=row.days or 0,
        amount=row.amount,
    )


def _days_between(on: date, first: date | None) -> int | None:
    return None if first is None else (first - on).days


def _item(film: Film, kind: LicenceType, quote: Quote) -> Item:
    if quote.amount is None:
        raise ValueError("A line without a price has no rules.")
    return Item(
        film=film.pk,
        whole=film.part_of_id or film.pk,
        licence_type=kind.pk,
        amount=quote.amount,
        is_public_screening=Use.PUBLIC_SCREENING.value in kind.uses,
    )
