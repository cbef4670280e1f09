"""Renewals by hand: the next day, and parts of prices that are right to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from licensing.terms.charging.renewing import next_start, prorated, renewals_until_dearer

TODAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [
        (date(2027, 5, 31), date(2027, 6, 1)),
        (date(2027, 3, 1), date(2027, 3, 2)),
        (date(2027, 2, 28), TODAY),
        (date(2026, 12, 31), TODAY),
    ],
)
def test_a_renewal_begins_the_day_after_but_never_in_the_past(ends_on: date, expected: date) -> None:
    assert next_start(ends_on, TODAY) == expected


@pytest.mark.parametrize(("days", "of"), [(0, 365), (366, 365), (-1, 365)])
def test_no_part_of_a_term_has_no_price(days: int, of: int) -> None:
    with pytest.raises(ValueError, match="no part"):
        prorated(Money(10, "USD"), days=days, of=of)


def test_a_currency_without_decimals_is_rounded_to_whole_units() -> None:
    assert prorated(Money(1000, "JPY"), days=1, of=3) == Money(333, "JPY")
    assert prorated(Money("0.01", "USD"), days=1, of=2) == Money("0.01", "USD")


@given(
    cents=st.integers(0, 10**9),
    of=st.integers(1, 3660),
    data=st.data(),
)
def test_a_part_is_never_more_than_the_whole_and_grows_with_the_days(
    cents: int, of: int, data: st.DataObject
) -> None:
    days = data.draw(st.integers(1, of))
    price = Money(Decimal(cents) / 100, "USD")
    part = prorated(price, days=days, of=of)
    assert Money(0, "USD") <= part <= prorated(price, days=of, of=of) == price
    assert days == of or part <= prorated(price, days=days + 1, of=of)


@pytest.mark.parametrize(("renewal", "after"), [("199", 3), ("200", 3), ("250", 3), ("251", 2)])
def test_renewals_are_dearer_once_they_cost_more_than_a_licence_without_end(renewal: str, after: int) -> None:
    assert renewals_until_dearer(Money(renewal, "USD"), Money(500, "USD")) == after
    assert renewals_until_dearer(Money(renewal, "EUR"), Money(500, "USD")) is None
