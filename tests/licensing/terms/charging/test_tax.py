"""The rule of tax: who is charged what, and why nobody is charged; and that it adds up to the cent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from licensing.terms.charging.tax import (
    EU,
    Basis,
    Buyer,
    Certificate,
    Charge,
    Rounding,
    Rule,
    Seller,
    Treatment,
    part_of,
    tax_on,
)

FRANCE = Seller("FR", "FR40303265045")
AMERICA = Seller("US")
RULES = [
    Rule("FR", "TVA", Decimal(20), number="FR40303265045"),
    Rule("DE", "USt", Decimal(19), basis=Basis.ONE_STOP_SHOP),
    Rule("US", "NY sales tax", Decimal(4), "NY"),
    Rule("CA", "GST", Decimal(5)),
    Rule("CA", "GST", Decimal(5), "QC"),
    Rule("CA", "QST", Decimal("9.975"), "QC"),
    Rule("CA", "HST", Decimal(13), "ON"),
    Rule("GB", "VAT", Decimal(0)),
]
HUNDRED = [Money(100, "EUR")]
CENTS = st.integers(0, 10_000_000).map(lambda cents: Decimal(cents) / 100)
RATES = st.integers(0, 1_000_000).map(lambda rate: Decimal(rate) / 10_000)


def taxed(buyer: Buyer, seller: Seller = FRANCE) -> tuple[str, list[tuple[str, str]], str]:
    tax = tax_on(HUNDRED, buyer=buyer, seller=seller, rules=RULES)
    charges = [(charge.name, str(charge.amount)) for charge in tax.charges]
    return tax.treatment.value, charges, str(tax.because or "")


@pytest.mark.parametrize(
    ("buyer", "seller", "treatment", "charges"),
    [
        (Buyer("FR", vat_number="FR83404833048"), FRANCE, "charged", [("TVA", "20.00")]),
        (Buyer("DE", vat_number="DE136695976"), FRANCE, "reverse-charge", []),
        (Buyer("DE"), FRANCE, "charged", [("USt", "19.00")]),
        (Buyer("DE", vat_number="DE136695976", is_individual=True), FRANCE, "charged", [("USt", "19.00")]),
        (Buyer("IT"), FRANCE, "charged", [("TVA", "20.00")]),
        (Buyer("JP"), FRANCE, "outside-scope", []),
        (Buyer("DE", vat_number="DE136695976"), AMERICA, "reverse-charge", []),
        (Buyer("IT"), AMERICA, "not-registered", []),
        (Buyer("US", "NY"), AMERICA, "charged", [("NY sales tax", "4.00")]),
        (Buyer("US", "TX", "Texas"), AMERICA, "not-registered", []),
        (Buyer("US"), AMERICA, "no-state", []),
        (Buyer("CA", "AB"), AMERICA, "charged", [("GST", "5.00")]),
        (Buyer("CA", "QC"), AMERICA, "charged", [("GST", "5.00"), ("QST", "9.98")]),
        (Buyer("CA", "ON"), AMERICA, "charged", [("HST", "13.00")]),
        (Buyer("GB"), AMERICA, "charged", [("VAT", "0.00")]),
    ],
)
def test_the_buyers_place_and_numbers_decide(
    buyer: Buyer, seller: Seller, treatment: str, charges: list[tuple[str, str]]
) -> None:
    assert taxed(buyer, seller)[:2] == (treatment, charges)


def test_each_reason_is_a_sentence_that_names_its_proof() -> None:
    exempt = Buyer("US", "NY", certificate=Certificate("New York", "ST-119"))
    assert taxed(exempt, AMERICA)[2] == "Exempt from tax in New York by certificate ST-119."
    assert taxed(Buyer("DE", vat_number="DE136695976"))[2] == (
        "Reverse charge: the customer accounts for the VAT (Directive 2006/112/EC, article 196). "
        "VAT numbers: FR40303265045 (seller), DE136695976 (customer)."
    )
    assert taxed(Buyer("JP"))[2] == "Outside the scope of EU VAT: the place of supply is Japan."
    texas = taxed(Buyer("US", "TX", "Texas"), AMERICA)[2]
    assert texas == "No tax is charged: the seller is not registered for it in Texas."


def test_without_rows_nothing_is_said() -> None:
    tax = tax_on(HUNDRED, buyer=Buyer("FR"), seller=FRANCE, rules=[])
    assert (tax.treatment, tax.charges, tax.because) == (Treatment.NO_RULES, (), None)


def test_a_currency_without_cents_is_rounded_to_whole_units() -> None:
    rule = Rule("JP", "消費税", Decimal(10))
    tax = tax_on([Money(1234, "JPY")], buyer=Buyer("JP"), seller=Seller("JP"), rules=[rule])
    assert str(tax.amount) == "123"


def test_a_tax_is_rounded_on_each_line_where_its_row_says_so() -> None:
    lines = [Money("0.05", "USD")] * 3
    amounts = [
        tax_on(
            lines, buyer=Buyer("US"), seller=AMERICA, rules=[Rule("US", "Tax", Decimal(10), rounding=how)]
        ).amount
        for how in (Rounding.TOTAL, Rounding.LINE)
    ]
    assert amounts == [Decimal("0.02"), Decimal("0.03")]


@given(lines=st.lists(CENTS, min_size=1, max_size=8), rate=RATES, by_line=st.booleans())
def test_a_tax_is_never_further_from_its_rate_than_rounding_explains(
    lines: list[Decimal], rate: Decimal, *, by_line: bool
) -> None:
    rule = Rule("FR", "TVA", rate, rounding=Rounding.LINE if by_line else Rounding.TOTAL)
    tax = tax_on([Money(each, "EUR") for each in lines], buyer=Buyer("FR"), seller=FRANCE, rules=[rule])
    exact, most = sum(lines) * rate / 100, Decimal("0.005") * (len(lines) if by_line else 1)
    assert abs(tax.amount - exact) <= most
    assert tax.amount % Decimal("0.01") == 0 <= tax.amount


@given(amount=CENTS, parts=st.lists(CENTS, min_size=1, max_size=8))
def test_what_is_taken_back_in_steps_comes_to_the_whole_tax(amount: Decimal, parts: list[Decimal]) -> None:
    base = sum(parts, Decimal(0))
    charge, taken, steps = Charge("Tax", Decimal(1), base, amount), Decimal(0), []
    for part in parts:
        before = part_of(charge, taken, unit=Decimal("0.01"))
        taken += part
        steps.append(part_of(charge, taken, unit=Decimal("0.01")) - before)
    assert all(step >= 0 for step in steps)
    assert sum(steps) == (amount if base else 0)


@given(
    buyer=st.sampled_from([*sorted(EU), "US", "CA", "JP", "GB"]), seller=st.sampled_from(["FR", "DE", "US"])
)
def test_every_buyer_gets_an_answer_with_tax_or_a_reason(buyer: str, seller: str) -> None:
    tax = tax_on(HUNDRED, buyer=Buyer(buyer), seller=Seller(seller), rules=RULES)
    assert bool(tax.charges) != bool(tax.because)


def test_a_business_outside_the_union_is_no_reverse_charge() -> None:
    assert taxed(Buyer("GB", vat_number="GB123456789"), AMERICA)[:2] == ("charged", [("VAT", "0.00")])
    assert taxed(Buyer("JP", vat_number="T123"))[:2] == ("outside-scope", [])


def test_only_a_seller_in_the_union_names_its_vat_number_for_a_reverse_charge() -> None:
    because = taxed(Buyer("DE", vat_number="DE136695976"), Seller("US", "US-1"))[2]
    assert "US-1" not in because
    assert "DE136695976" in because


def test_a_seller_outside_the_union_charges_its_own_tax_to_nobody_there() -> None:
    rules = [Rule("CH", "MWST", Decimal("8.1"))]
    tax = tax_on(HUNDRED, buyer=Buyer("IT"), seller=Seller("CH"), rules=rules)
    assert (tax.treatment, tax.charges) == (Treatment.NOT_REGISTERED, ())


def test_a_row_of_a_region_is_not_added_to_that_of_another_country_of_the_union() -> None:
    shop = Basis.ONE_STOP_SHOP
    rules = [Rule("ES", "IVA", Decimal(21), basis=shop), Rule("ES", "IGIC", Decimal(7), "CN", basis=shop)]
    tax = tax_on(HUNDRED, buyer=Buyer("ES", "CN"), seller=FRANCE, rules=rules)
    assert [charge.name for charge in tax.charges] == ["IVA"]


def test_a_row_of_the_one_stop_shop_is_not_for_the_sellers_own_country() -> None:
    rules = [Rule("FR", "TVA", Decimal(20), basis=Basis.ONE_STOP_SHOP)]
    assert tax_on(HUNDRED, buyer=Buyer("FR"), seller=FRANCE, rules=rules).charges == ()
