"""Money is divided to the last unit."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensing.terms.royalties import allocate, apportion

UNITS = st.integers(0, 10**9)


def test_largest_remainder_by_hand() -> None:
    assert apportion(100, [1, 1, 1]) == [34, 33, 33]
    assert apportion(5, [3, 3, 1]) == [2, 2, 1]
    assert apportion(0, [0, 0]) == [0, 0]


def test_nothing_to_divide_by() -> None:
    with pytest.raises(ValueError, match="divide"):
        apportion(1, [0])


@given(UNITS, st.lists(UNITS, min_size=1, max_size=12).filter(any))
def test_parts_add_up_and_are_within_one_unit_of_exact(total: int, weights: list[int]) -> None:
    parts = apportion(total, weights)
    assert sum(parts) == total
    whole = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(total * weight, whole)) < 1


@given(st.lists(UNITS, min_size=1, max_size=8), UNITS, UNITS)
def test_allocation_holds_all_that_was_received(lines: list[int], tax: int, received: int) -> None:
    found = allocate(lines=lines, tax=tax, received=received)
    assert sum(found.lines) + found.tax + found.held == received
    assert all(0 <= part <= line for part, line in zip(found.lines, lines, strict=True))
    assert 0 <= found.tax <= tax
    assert found.held == max(0, received - sum(lines) - tax)
