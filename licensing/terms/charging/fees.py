"""What a licence costs when its price depends on parts, showings, people or the box office. Pure: no Django, no database, no clock.

What is known when it is ordered is charged then; what only the report says is charged after the report. A deposit is
charged instead, and everything else after the report. Amounts are rounded half up to the currency's smallest coin.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

from moneyed import Money

from licensing.terms.charging.coins import in_coins
from wording.say import Amount, Say, gettext_noop, say


class FeeForm(StrEnum):
    FLAT = "flat"
    PER_PART = "per-part"
    PER_SHOWING = "per-showing"
    PER_HEAD = "per-head"
    PERCENTAGE = "percentage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """`amount` is the whole fee, that for each part, showing or person, or the minimum guarantee; `percent` is of the box office.

    `parts` of the film, at least 1; `showings` that the licence allows, None for any number.
    """

    amount: Money
    form: FeeForm = FeeForm.FLAT
    percent: Decimal = Decimal(0)
    parts: int = 1
    showings: int | None = 1
    deposit: Money | None = None

    def to_json(self) -> dict[str, Any]:
        """The snapshot that an order line keeps."""
        return {
            "form": self.form.value,
            "amount": str(self.amount.amount),
            "currency": str(self.amount.currency),
            "percent": str(self.percent),
            "parts": self.parts,
            "showings": self.showings,
            "deposit": None if self.deposit is None else str(self.deposit.amount),
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        currency, deposit = kept["currency"], kept["deposit"]
        return cls(
            amount=Money(kept["amount"], currency),
            form=FeeForm(kept["form"]),
            percent=Decimal(kept["percent"]),
            parts=kept["parts"],
            showings=kept["showings"],
            deposit=None if deposit is None else Money(deposit, currency),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What happened: showings, people at all of them together, and the box office in the fee's currency."""

    showings: int = 0
    heads: int = 0
    box_office: Money | None = None


def together(reports: Iterable[Report]) -> Report:
    """All that happened under one licence: its guarantee or deposit is charged once, not for each report.

    Raises ValueError if two box offices are in different currencies.
    """
    showings, heads, box_office = 0, 0, None
    for each in reports:
        showings, heads = showings + each.showings, heads + each.heads
        if box_office is not None and each.box_office is not None:
            if box_office.currency != each.box_office.currency:
                raise ValueError("The box offices are in different currencies.")
            box_office += each.box_office
        else:
            box_office = box_office or each.box_office
    return Report(showings=showings, heads=heads, box_office=box_office)


def percent_of(amount: Money, percent: Decimal) -> Money:
    return in_coins(Money(amount.amount * percent / 100, amount.currency))


def due_at_order(fee: Fee) -> Money:
    """What is charged when the licence is ordered."""
    if fee.deposit is not None:
        return fee.deposit
    match fee.form:
        case FeeForm.PER_PART:
            return fee.amount * fee.parts
        case FeeForm.PER_SHOWING:
            return fee.amount * (fee.showings or 1)
        case FeeForm.PER_HEAD:
            return fee.amount * 0
        case FeeForm.FLAT | FeeForm.PERCENTAGE:
            return fee.amount


def with_charged(fee: Fee, amount: Money) -> Fee | None:
    """The fee where the office charges another amount at the order than the list does: what a report makes due is counted from that.

    It stands for the deposit, or for the guarantee; the fee for each person or further showing stays as it is listed. None in
    another currency, in which only a percentage can be worked out.
    """
    if amount.currency != fee.amount.currency:
        return replace(fee, amount=amount, deposit=None) if fee.form == FeeForm.PERCENTAGE else None
    if amount == due_at_order(fee):
        return fee
    if fee.deposit is not None or fee.form == FeeForm.PER_HEAD:
        return replace(fee, deposit=amount)
    return replace(fee, amount=amount) if fee.form == FeeForm.PERCENTAGE else fee


def whole_fee(fee: Fee, report: Report) -> Money:
    """The fee for what happened. Raises ValueError if the box office is in another currency."""
    match fee.form:
        case FeeForm.FLAT:
            return fee.amount
        case FeeForm.PER_PART:
            return fee.amount * fee.parts
        case FeeForm.PER_SHOWING:
            return fee.amount * max(report.showings, fee.showings or 1)
        case FeeForm.PER_HEAD:
            return fee.amount * report.heads
        case FeeForm.PERCENTAGE:
            return max(fee.amount, _share(fee, report))


def due_after_report(fee: Fee, report: Report) -> Money:
    """What the report's invoice charges, never less than nothing: a guarantee or deposit is not paid back.

    Discounts and rush fees of the order are no part of it. Raises ValueError if the box office is in another currency.
    """
    due = whole_fee(fee, report) - due_at_order(fee)
    return max(due, due * 0)


def awaits_report(fee: Fee) -> bool:
    """Whether something may be due after the report."""
    is_open = fee.form == FeeForm.PER_SHOWING and fee.showings is None
    return is_open or fee.deposit is not None or fee.form in {FeeForm.PER_HEAD, FeeForm.PERCENTAGE}


def said_obligation(fee: Fee) -> Say | None:
    """What will be charged after the report, for whoever orders; None when nothing will."""
    if not awaits_report(fee):
        return None
    if fee.deposit is not None:
        return say(
            "fee-deposit",
            gettext_noop(
                "A deposit of {deposit} is charged now. After the report we invoice the rest of the fee."
            ),
            deposit=Amount.of(fee.deposit),
        )
    template = {
        FeeForm.PER_SHOWING: gettext_noop(
            "The first showing is charged now. After the report we invoice {amount} for each further one."
        ),
        FeeForm.PER_HEAD: gettext_noop(
            "Nothing is charged now. After the report we invoice {amount} for each person who came."
        ),
        FeeForm.PERCENTAGE: gettext_noop(
            "The minimum guarantee of {amount} is charged now. After the report we invoice what {percent} per cent of the box office exceeds it."
        ),
    }[fee.form]
    return say(
        "fee-after-report", template, amount=Amount.of(fee.amount), percent=f"{fee.percent.normalize():f}"
    )


def said_fee(fee: Fee) -> Say:
    """The fee in one sentence."""
    template = {
        FeeForm.FLAT: gettext_noop("{amount} in all."),
        FeeForm.PER_PART: gettext_noop("{amount} for each part of the film."),
        FeeForm.PER_SHOWING: gettext_noop("{amount} for each showing."),
        FeeForm.PER_HEAD: gettext_noop("{amount} for each person who came."),
        FeeForm.PERCENTAGE: gettext_noop("{percent} per cent of the box office, at least {amount}."),
    }[fee.form]
    return say("fee", template, amount=Amount.of(fee.amount), percent=f"{fee.percent.normalize():f}")


def _share(fee: Fee, report: Report) -> Money:
    box_office = report.box_office or fee.amount * 0
    if box_office.currency != fee.amount.currency:
        raise ValueError("The box office is in another currency than the fee.")
    return percent_of(box_office, fee.percent)
