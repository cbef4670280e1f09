from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from licensing.terms.charging.discounts import Item, PriceRule, RuleKind, charges_of


def item(film: int, amount: int = 100, **fields: object) -> Item:
    values = {"whole": film, "licence_type": 1, "amount": Money(amount, "USD")} | fields
    return Item(film=film, **values)  # type: ignore[arg-type]  # the values of a test


THREE = PriceRule(key=1, kind=RuleKind.TITLES, name="Three titles", percent=Decimal(10), titles=3)
SERIES = PriceRule(key=2, kind=RuleKind.SERIES, name="Trilogy", percent=Decimal(20), films=frozenset({1, 2}))
RUSH = PriceRule(key=3, kind=RuleKind.RUSH, name="Rush", days=14, amount=Money(50, "USD"))


def said(items: list[Item], *rules: PriceRule, notice: int | None = None) -> list[list[str]]:
    found = charges_of([replace(each, notice=notice) for each in items], rules)
    return [[f"{each.said} {each.amount.amount}" for each in charges] for charges in found]


def test_a_discount_begins_at_the_number_of_titles_and_parts_of_a_film_count_once() -> None:
    assert said([item(1), item(2)], THREE) == [[], []]
    assert said([item(1), item(2), item(3, whole=2)], THREE) == [[], [], []]
    assert said([item(1), item(2), item(3)], THREE) == [["Three titles: 10 per cent off -10.00"]] * 3


def test_a_series_is_discounted_when_it_is_complete_under_one_type_and_the_higher_discount_wins() -> None:
    assert said([item(1), item(2, licence_type=9)], SERIES) == [[], []]
    assert said([item(1), item(2), item(3)], THREE, SERIES) == [
        ["Trilogy: 20 per cent off -20.00"],
        ["Trilogy: 20 per cent off -20.00"],
        ["Three titles: 10 per cent off -10.00"],
    ]


def test_a_rush_fee_is_charged_for_screenings_within_its_days_alone() -> None:
    screening = item(1, is_public_screening=True)
    assert said([screening, item(2)], RUSH, notice=13) == [["Rush fee: it begins in 13 days 50"], []]
    assert said([screening], RUSH, notice=14) == [[]]
    assert said([screening], RUSH) == [[]]


def test_a_rush_fee_is_charged_for_the_licences_that_begin_soon_and_not_for_later_ones_of_the_same_order() -> (
    None
):
    soon, later = (item(film, is_public_screening=True, notice=days) for film, days in ((1, 3), (2, 300)))
    assert [len(charges) for charges in charges_of([soon, later], [RUSH])] == [1, 0]


@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(1, 2), st.integers(0, 500)), max_size=6),
    st.permutations([THREE, SERIES, RUSH]),
    st.none() | st.integers(0, 30),
)
def test_no_line_costs_less_than_nothing_and_the_order_of_rules_does_not_matter(
    lines: list[tuple[int, int, int]], rules: list[PriceRule], notice: int | None
) -> None:
    items = [item(film, amount, licence_type=kind, notice=notice) for film, kind, amount in lines]
    found = charges_of(items, rules)
    for each, charges in zip(items, found, strict=True):
        total = each.amount.amount + sum(charge.amount.amount for charge in charges)
        assert 0 <= total <= each.amount.amount + 50
    assert found == charges_of(items, [THREE, SERIES, RUSH])


def test_of_equal_discounts_the_oldest_is_given_and_of_rush_fees_the_highest_in_the_currency() -> None:
    older, younger = (
        PriceRule(key=key, kind=RuleKind.TITLES, name=name, percent=Decimal(10), titles=1)
        for key, name in ((1, "Older"), (2, "Younger"))
    )
    assert said([item(1)], younger, older) == [["Older: 10 per cent off -10.00"]]
    dear = PriceRule(key=4, kind=RuleKind.RUSH, days=14, amount=Money(80, "USD"))
    euros = PriceRule(key=5, kind=RuleKind.RUSH, days=14, amount=Money(900, "EUR"))
    screening = item(1, is_public_screening=True)
    assert said([screening], RUSH, dear, euros, notice=3) == [["Rush fee: it begins in 3 days 80"]]
