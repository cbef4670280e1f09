"""Renewing licences: from which day, until which day, and at what part of the price. Pure: no database, no clock.

A renewal begins the day after the licence ends, or today if that is past. Several may end together on one day; each then
costs the part of its price that its days are of the days of a full term, rounded half up to the currency's smallest unit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from moneyed import Money

from licensing.terms.charging.coins import in_coins
from licensing.terms.spans import last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A licence to renew: its number, its last day, the term in months of its type, and the type's price today."""

    number: str
    ends_on: date
    term_months: int
    price: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What would follow: first and last day, both included, and its price."""

    number: str
    starts_on: date
    ends_on: date
    amount: Money


def next_start(ends_on: date, today: date) -> date:
    """The day after the last day; today where that is past, because nobody pays for days before they had the licence."""
    return max(ends_on + timedelta(days=1), today)


def renewed(ending: Ending, today: date) -> Renewal:
    """The same term again, at the full price."""
    starts_on = next_start(ending.ends_on, today)
    return Renewal(
        number=ending.number, starts_on=starts_on, ends_on=_full(ending, starts_on), amount=ending.price
    )


def latest_together(endings: Iterable[Ending], today: date) -> date:
    """The last day on which all of them can end together, none of them for longer than its term: the earliest of their ends.

    Raises ValueError for no endings.
    """
    return min(_full(each, next_start(each.ends_on, today)) for each in endings)


def renewed_until(ending: Ending, until: date, today: date) -> Renewal:
    """A renewal that ends on a given day, at the part of the price for its days.

    Raises ValueError when the day is before the renewal's first day or after a full term's last.
    """
    starts_on = next_start(ending.ends_on, today)
    full = _full(ending, starts_on)
    if not starts_on <= until <= full:
        raise ValueError(f"{until} is not from {starts_on} to {full}.")
    amount = prorated(ending.price, days=days_of(starts_on, until), of=days_of(starts_on, full))
    return Renewal(number=ending.number, starts_on=starts_on, ends_on=until, amount=amount)


def prorated(price: Money, *, days: int, of: int) -> Money:
    """The part of a price for some of a term's days. Raises ValueError unless 0 < days <= of."""
    if not 0 < days <= of:
        raise ValueError(f"{days} of {of} days is no part of a term.")
    return in_coins(Money(Decimal(price.amount) * days / of, price.currency))


def renewals_until_dearer(renewal: Money, once: Money) -> int | None:
    """After how many renewals at a price they have cost more than a licence without end; None where they never do, or the
    currencies differ.
    """
    if renewal.currency != once.currency or renewal.amount <= 0:
        return None
    return int(once.amount // renewal.amount) + 1


def _full(ending: Ending, starts_on: date) -> date:
    end = last_day(starts_on, ending.term_months)
    assert end is not None  # noqa: S101 - a term in months has an end
    return end


def days_of(first: date, last: date) -> int:
    """How many days, both included."""
    return (last - first).days + 1
