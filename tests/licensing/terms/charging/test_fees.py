from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from licensing.terms.charging.coins import in_coins
from licensing.terms.charging.fees import (
    Fee,
    FeeForm,
    Report,
    awaits_report,
    due_after_report,
    due_at_order,
    said_obligation,
    together,
    whole_fee,
)


def usd(amount: str | int) -> Money:
    return Money(amount, "USD")


@pytest.mark.parametrize(
    ("fee", "now", "later"),
    [
        (Fee(amount=usd(400)), 400, 0),
        (Fee(amount=usd(100), form=FeeForm.PER_PART, parts=3), 300, 0),
        (Fee(amount=usd(100), form=FeeForm.PER_SHOWING, showings=2), 200, 100),
        (Fee(amount=usd(100), form=FeeForm.PER_SHOWING, showings=None), 100, 200),
        (Fee(amount=usd(2), form=FeeForm.PER_HEAD), 0, 160),
        (Fee(amount=usd(2), form=FeeForm.PER_HEAD, deposit=usd(50)), 50, 110),
        (Fee(amount=usd(300), form=FeeForm.PERCENTAGE, percent=Decimal(35)), 300, 50),
        (Fee(amount=usd(400), form=FeeForm.PERCENTAGE, percent=Decimal(35)), 400, 0),
        (Fee(amount=usd(400), deposit=usd(100)), 100, 300),
        (Fee(amount=usd(400), deposit=usd(500)), 500, 0),
    ],
)
def test_what_is_known_is_charged_at_once_and_the_rest_after_the_report(
    fee: Fee, now: int, later: int
) -> None:
    report = Report(showings=3, heads=80, box_office=usd(1000))
    assert (due_at_order(fee), due_after_report(fee, report)) == (usd(now), usd(later))


def test_obligations_are_whole_sentences() -> None:
    percentage = Fee(amount=usd(300), form=FeeForm.PERCENTAGE, percent=Decimal("35.00"))
    head = Fee(amount=usd("2.50"), form=FeeForm.PER_HEAD)
    assert str(said_obligation(percentage)) == (
        "The minimum guarantee of $300.00 is charged now. After the report we invoice what 35 per cent of the box office exceeds it."
    )
    assert str(said_obligation(head)) == (
        "Nothing is charged now. After the report we invoice $2.50 for each person who came."
    )
    assert said_obligation(Fee(amount=usd(300))) is None


def test_a_box_office_in_another_currency_is_an_error() -> None:
    fee = Fee(amount=usd(300), form=FeeForm.PERCENTAGE, percent=Decimal(35))
    with pytest.raises(ValueError, match="another currency"):
        due_after_report(fee, Report(box_office=Money(100, "EUR")))


@st.composite
def fees(draw: st.DrawFn) -> Fee:
    currency = draw(st.sampled_from(["USD", "JPY"]))
    places = 0 if currency == "JPY" else 2
    amounts = st.decimals(0, 100_000, places=places).map(lambda amount: Money(amount, currency))
    form = draw(st.sampled_from(FeeForm))
    return Fee(
        amount=draw(amounts),
        form=form,
        percent=draw(st.decimals("0.01", 100, places=2)) if form == FeeForm.PERCENTAGE else Decimal(0),
        parts=draw(st.integers(1, 12)),
        showings=draw(st.none() | st.integers(1, 20)),
        deposit=draw(st.none() | amounts),
    )


@st.composite
def fees_with_reports(draw: st.DrawFn) -> tuple[Fee, Report]:
    fee = draw(fees())
    places = 0 if str(fee.amount.currency) == "JPY" else 2
    box_office = Money(draw(st.decimals(0, 1_000_000, places=places)), fee.amount.currency)
    return fee, Report(
        showings=draw(st.integers(0, 50)), heads=draw(st.integers(0, 9000)), box_office=box_office
    )


@given(fees_with_reports())
def test_both_invoices_together_are_the_whole_fee_and_never_less_than_what_was_charged(
    given_: tuple[Fee, Report],
) -> None:
    fee, report = given_
    now, later = due_at_order(fee), due_after_report(fee, report)
    assert later.amount >= 0
    assert now + later == max(now, whole_fee(fee, report))
    assert in_coins(now) == now
    assert in_coins(later) == later


@given(fees_with_reports())
def test_more_people_showings_and_takings_never_cost_less(given_: tuple[Fee, Report]) -> None:
    fee, report = given_
    takings = report.box_office or fee.amount * 0
    more = Report(showings=report.showings + 1, heads=report.heads + 1, box_office=takings * 2)
    assert due_after_report(fee, more) >= due_after_report(fee, report)


@given(fees())
def test_a_snapshot_comes_back_as_it_was(fee: Fee) -> None:
    assert Fee.from_json(fee.to_json()) == fee


def test_a_report_never_makes_the_whole_fee_less_than_what_was_agreed() -> None:
    showing = Fee(amount=usd(100), form=FeeForm.PER_SHOWING, showings=3)
    assert whole_fee(showing, Report(showings=1)) == usd(300)
    percentage = Fee(amount=usd(300), form=FeeForm.PERCENTAGE, percent=Decimal(35))
    assert whole_fee(percentage, Report(showings=1, box_office=usd(100))) == usd(300)


@pytest.mark.parametrize(
    ("fee", "is_awaited"),
    [
        (Fee(amount=usd(100), form=FeeForm.PER_SHOWING, showings=3), False),
        (Fee(amount=usd(100), form=FeeForm.PER_SHOWING, showings=None), True),
        (Fee(amount=usd(100), deposit=usd(50)), True),
        (Fee(amount=usd(100), form=FeeForm.PER_PART, parts=3), False),
    ],
)
def test_a_report_is_awaited_where_something_may_be_due_after_it(fee: Fee, *, is_awaited: bool) -> None:
    assert awaits_report(fee) is is_awaited


def test_reports_of_one_licence_are_added_up_in_one_currency() -> None:
    one = Report(showings=1, heads=10, box_office=usd(100))
    without = Report(showings=2, heads=5)
    assert together([one, without]) == Report(showings=3, heads=15, box_office=usd(100))
    assert together([one, without, one]) == Report(showings=4, heads=25, box_office=usd(200))
    with pytest.raises(ValueError, match="different currencies"):
        together([one, Report(box_office=Money(1, "EUR"))])
