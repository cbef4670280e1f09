"""Renewing licences: from which day, and at what part of the price. Pure: no database, no clock.

A renewal begins the day after the licence ends, or today if that is past. Several may end together on one day; each then
costs the part of its price that its days are of the days of a full term, rounded half up to the currency's smallest unit.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from moneyed import Money

from licensing.terms.charging.coins import in_coins


def next_start(ends_on: date, today: date) -> date:
    """The day after the last day; today where that is past, because nobody pays for days before they had the licence."""
    return max(ends_on + timedelta(days=1), today)


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


def days_of(first: date, last: date) -> int:
    """How many days, both included."""
    return (last - first).days + 1
