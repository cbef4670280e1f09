"""Discounts on an order, and the fee for ordering late. Pure: no Django, no database, no clock.

Each line has at most one discount: the highest that fits, of equal ones the oldest. No line costs less than nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from moneyed import Money

from licensing.terms.charging.fees import percent_of
from wording.say import Days, Say, gettext_noop, say


class RuleKind(StrEnum):
    TITLES = "titles"
    SERIES = "series"
    RUSH = "rush"


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRule:
    """A discount from so many `titles`, or for all `films` of a series under one licence type; or a rush fee.

    `key` is higher for a younger rule. A rush fee of `amount` is charged for each licence of public screenings that begins in
    less than `days`.
    """

    key: int
    kind: RuleKind
    name: str = ""
    percent: Decimal = Decimal(0)
    titles: int = 0
    films: frozenset[int] = frozenset()
    days: int = 0
    amount: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line to be charged: its film and that film's whole, its licence type, and what is charged before any rule.

    `notice`: days until its licence begins; None while that is not known, which adds no rush fee.
    """

    film: int
    whole: int
    licence_type: int
    amount: Money
    is_public_screening: bool = False
    notice: int | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """One amount of a line with its reason; `kind` is `price`, `discount` or `rush`. A discount is negative."""

    kind: str
    said: Say
    amount: Money


def charges_of(items: Sequence[Item], rules: Iterable[PriceRule]) -> list[tuple[Charge, ...]]:
    """For each item what is added to its price: a discount, a rush fee, or nothing."""
    ordered = sorted(rules, key=lambda rule: (-rule.percent, rule.key))
    titles = len({item.whole for item in items})
    together = {(item.film, item.licence_type) for item in items}
    return [(*_discount(item, ordered, titles, together), *_rush(item, ordered)) for item in items]


def _discount(
    item: Item, rules: Sequence[PriceRule], titles: int, together: set[tuple[int, int]]
) -> Iterable[Charge]:
    rule = next((rule for rule in rules if _fits(rule, item, titles, together)), None)
    if rule is None:
        return
    off = min(percent_of(item.amount, rule.percent), item.amount)
    if off.amount > 0:
        template = gettext_noop("{name}: {percent} per cent off")
        yield Charge(
            "discount",
            say("discount", template, name=rule.name, percent=f"{rule.percent.normalize():f}"),
            -off,
        )


def _fits(rule: PriceRule, item: Item, titles: int, together: set[tuple[int, int]]) -> bool:
    if rule.kind == RuleKind.TITLES:
        return titles >= rule.titles
    if rule.kind != RuleKind.SERIES or item.film not in rule.films:
        return False
    return all((film, item.licence_type) in together for film in rule.films)


def _rush(item: Item, rules: Sequence[PriceRule]) -> Iterable[Charge]:
    notice = item.notice
    if notice is None or not item.is_public_screening:
        return
    fitting = [
        rule.amount
        for rule in rules
        if rule.kind == RuleKind.RUSH
        and rule.amount is not None
        and rule.amount.currency == item.amount.currency
        and notice < rule.days
    ]
    if fitting:
        days = Days(notice)
        yield Charge(
            "rush", say("rush", gettext_noop("Rush fee: it begins in {days}"), days=days), max(fitting)
        )
