"""How the price of an order line is made up, and what may be due after the report: in words, for pages and documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from djmoney.money import Money

from licensing.models import OrderLine, QuoteLine
from licensing.terms.charging.fees import Fee, FeeForm, said_obligation
from wording.sentences import sentence


def charge_words(line: OrderLine | QuoteLine) -> list[str]:
    """As `kept_charge_words`, of a line that was ordered or quoted."""
    return kept_charge_words(line.charges, line.fee, str(line.amount.currency))


def kept_charge_words(charges: Sequence[Mapping[str, str]], fee: dict[str, Any], currency: str) -> list[str]:
    """A sentence for each amount, where there is more to say than one flat price; then what may be due after the report."""
    words = [each["words"] for each in charges if each["kind"] == "report"]
    is_plain = len(charges) < 2 and fee.get("form", "flat") == FeeForm.FLAT
    if not is_plain:
        for each in charges:
            if each["kind"] == "report":
                continue
            amount = Money(Decimal(each["amount"]), currency)
            words.append(
                each["words"] if each["kind"] == "price" else f"{each['words'].rstrip('.。')}: {amount}."
            )
    obligation = said_obligation(Fee.from_json(fee)) if fee else None
    return [*words, sentence(obligation)] if obligation else words
