from __future__ import annotations

from decimal import Decimal

import pytest
from moneyed import Money, get_currency

from licensing.terms.charging.coins import coin_of, in_coins, rounded_to


@pytest.mark.parametrize(("code", "coin"), [("USD", "0.01"), ("JPY", "1"), ("ISK", "1"), ("KWD", "0.01")])
def test_a_coin_is_the_smallest_amount_that_columns_hold(code: str, coin: str) -> None:
    assert str(coin_of(get_currency(code))) == coin


@pytest.mark.parametrize(
    ("amount", "code", "rounded"),
    [("19.5", "JPY", "20"), ("0.005", "USD", "0.01"), ("0.0049", "USD", "0.00"), ("-0.005", "USD", "-0.01")],
)
def test_half_a_coin_is_rounded_up(amount: str, code: str, rounded: str) -> None:
    money = in_coins(Money(amount, code))
    assert (str(money.amount), money.currency.code) == (rounded, code)


def test_an_amount_is_rounded_to_the_nearest_multiple_of_a_step() -> None:
    assert [rounded_to(Decimal(each), Decimal(5)) for each in ("12.4", "12.5", "15")] == [10, 15, 15]
