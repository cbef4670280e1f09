"""What licences that were paid for count towards another one. Pure: no database, no clock.

A credit is a share of what was paid for a licence, rounded half up to the currency's smallest unit, and never more than
the new licence costs: nothing is paid out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from moneyed import Money

from licensing.terms.charging.coins import in_coins


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """A licence: its number, the day it was issued, and what was paid for it and not credited since."""

    number: str
    issued_on: date
    paid: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What one licence counts."""

    number: str
    amount: Money


def last_day_to_upgrade(issued_on: date, within_days: int) -> date:
    """The last day on which the credit is given; the day of issue is day 0."""
    return issued_on + timedelta(days=within_days)


def credit_for(bought: Bought, *, percent: int) -> Money:
    """The share of what was paid. Raises ValueError unless 0 < percent <= 100."""
    if not 0 < percent <= 100:
        raise ValueError(f"{percent} per cent is no share.")
    return in_coins(Money(bought.paid.amount * percent / 100, bought.paid.currency))


def credited(price: Money, licences: Iterable[tuple[Bought, int]]) -> tuple[Credit, ...]:
    """What each licence with its rule's per cent takes off the price, in their order, until nothing is left of it.

    Raises ValueError when one was paid in another currency.
    """
    left, given = price, list[Credit]()
    for bought, percent in licences:
        if bought.paid.currency != price.currency:
            raise ValueError(f"{bought.paid} is no {price.currency}.")
        amount = min(credit_for(bought, percent=percent), left)
        left -= amount
        given.append(Credit(number=bought.number, amount=amount))
    return tuple(given)


def difference(price: Money, given: Sequence[Credit]) -> Money:
    """What is still to be paid; zero at least."""
    return Money(price.amount - sum(each.amount.amount for each in given), price.currency)
