"""Positions by hand, and over any course of receipts and terms: the changes add up to what was received."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licensing.terms.royalties import Position, Recoupment, Terms, position

UNITS = st.integers(0, 10**8)
TERMS = st.builds(
    Terms,
    share=st.integers(0, 10000),
    costs=UNITS,
    advance=UNITS,
    guarantee=UNITS,
    order=st.sampled_from(Recoupment),
)


@pytest.mark.parametrize(
    ("order", "costs", "advance", "payable", "retained"),
    [
        # 1000.00 received, half is the licensor's; 100.00 of costs, 150.00 of advance.
        (Recoupment.OFF_THE_TOP, 100_00, 150_00, 300_00, 450_00),
        (Recoupment.ADVANCE_FIRST, 100_00, 150_00, 250_00, 500_00),
        (Recoupment.COSTS_FIRST, 100_00, 150_00, 250_00, 500_00),
    ],
)
def test_by_hand(order: Recoupment, costs: int, advance: int, payable: int, retained: int) -> None:
    terms = Terms(share=5000, costs=100_00, advance=150_00, order=order)
    assert position(terms, 1000_00) == Position(
        receipts=1000_00, costs=costs, advance=advance, payable=payable, retained=retained
    )


def test_order_decides_what_is_recouped_first() -> None:
    scarce = Terms(share=5000, costs=100, advance=100)
    assert position(replace(scarce, order=Recoupment.ADVANCE_FIRST), 150).advance == 75
    assert position(replace(scarce, order=Recoupment.COSTS_FIRST), 150).costs == 75


def test_guarantee_falls_due_when_the_agreement_is_over() -> None:
    terms = Terms(share=5000, advance=100, guarantee=500)
    assert position(terms, 400).payable == 100
    ended = position(terms, 400, is_over=True)
    assert (ended.topped_up, ended.payable, ended.retained) == (300, 400, 200)


@given(TERMS, UNITS, st.booleans())
def test_all_receipts_are_somebodys(terms: Terms, receipts: int, is_over: bool) -> None:
    found = position(terms, receipts, is_over=is_over)
    assert found.receipts + found.topped_up == found.costs + found.advance + found.payable + found.retained
    assert min(found.costs, found.advance, found.payable, found.retained, found.topped_up) >= 0
    assert found.costs <= terms.costs
    assert found.advance <= terms.advance
    if is_over:
        assert found.payable + terms.advance >= terms.guarantee


def oracle(terms: Terms, receipts: int) -> Fraction:
    """What is payable before any guarantee, by another way: exact fractions, poured from vessel to vessel."""
    if terms.order is Recoupment.OFF_THE_TOP:
        share = max(Fraction(0), Fraction(receipts - terms.costs)) * terms.share / 10000
        return max(Fraction(0), share - terms.advance)
    return max(Fraction(0), Fraction(receipts * terms.share, 10000) - terms.advance - terms.costs)


@given(TERMS, UNITS)
def test_payable_agrees_with_exact_fractions(terms: Terms, receipts: int) -> None:
    assert abs(position(terms, receipts).payable - oracle(terms, receipts)) <= Fraction(1, 2)


@given(st.lists(st.tuples(TERMS, UNITS, st.booleans()), min_size=1, max_size=12))
def test_statements_add_up_whatever_is_corrected_in_which_order(
    course: list[tuple[Terms, int, bool]],
) -> None:
    """Each quarter has other terms, and receipts that rise and fall with refunds and credit notes."""
    stated = Position()
    for terms, receipts, is_over in course:
        now = position(terms, receipts, is_over=is_over)
        change = now - stated
        assert change.receipts + change.topped_up == (
            change.costs + change.advance + change.payable + change.retained
        )
        stated += change
        assert stated == now
