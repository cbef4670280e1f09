"""Rounding money: to the smallest amount of its currency that we keep. Pure: no Django, no database, no clock."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from moneyed import Currency, Money

NO_DECIMALS = frozenset(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split()  # noqa: SIM905 - plainer than 16 strings
)
"""ISO 4217: currencies without a smaller unit. Written out, because a constraint of the database names them."""


def coin_of(currency: Currency) -> Decimal:
    """The smallest amount of a currency that our columns hold: one yen, a cent, and a cent too where ISO 4217 has thousandths."""
    return Decimal(1) / min(currency.sub_unit, 100)


def in_coins(amount: Money) -> Money:
    """Rounded half up to a whole number of its currency's coins."""
    return Money(rounded_to(amount.amount, coin_of(amount.currency)), amount.currency)


def rounded_to(amount: Decimal, step: Decimal) -> Decimal:
    """The nearest multiple of `step`; half a step is rounded up, as tax offices do. Raises InvalidOperation for a step of 0."""
    return (amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step
