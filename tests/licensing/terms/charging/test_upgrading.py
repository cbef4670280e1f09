from __future__ import annotations

from datetime import date

import pytest
from moneyed import Money

from licensing.terms.charging.upgrading import (
    Bought,
    Credit,
    credit_for,
    credited,
    difference,
    last_day_to_upgrade,
)


def bought(number: str, dollars: str, currency: str = "USD") -> Bought:
    return Bought(number=number, issued_on=date(2027, 3, 1), paid=Money(dollars, currency))


def test_the_day_of_issue_is_day_zero() -> None:
    assert last_day_to_upgrade(date(2027, 3, 1), 30) == date(2027, 3, 31)
    assert last_day_to_upgrade(date(2027, 3, 1), 0) == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("paid", "percent", "expected"),
    [
        ("90", 100, "90.00"),
        ("90", 50, "45.00"),
        ("0.01", 50, "0.01"),
        ("33.33", 33, "11.00"),
        ("0", 100, "0.00"),
    ],
)
def test_a_credit_is_a_share_of_what_was_paid_rounded_half_up(paid: str, percent: int, expected: str) -> None:
    assert credit_for(bought("LIC-1", paid), percent=percent) == Money(expected, "USD")


def test_a_currency_without_coins_has_no_fractions() -> None:
    assert credit_for(bought("LIC-1", "999", "JPY"), percent=50) == Money("500", "JPY")


@pytest.mark.parametrize("percent", [0, -1, 101])
def test_no_share_beyond_all(percent: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        credit_for(bought("LIC-1", "90"), percent=percent)


def test_several_parts_count_together_and_nothing_is_paid_out() -> None:
    parts = [(bought("LIC-1", "90"), 100), (bought("LIC-2", "90"), 100), (bought("LIC-3", "90"), 100)]
    given = credited(Money(195, "USD"), parts)
    assert given == (
        Credit(number="LIC-1", amount=Money(90, "USD")),
        Credit(number="LIC-2", amount=Money(90, "USD")),
        Credit(number="LIC-3", amount=Money(15, "USD")),
    )
    assert difference(Money(195, "USD"), given) == Money(0, "USD")


def test_currencies_do_not_mix() -> None:
    with pytest.raises(ValueError, match="is no USD"):
        credited(Money(195, "USD"), [(bought("LIC-1", "90", "EUR"), 100)])
