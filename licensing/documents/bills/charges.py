"""How the price of an order line is made up, and what may be due after the report: in words, for pages and documents."""

from __future__ import annotations

from decimal import Decimal

from djmoney.money import Money

from licensing.models import OrderLine
from licensing.terms.charging.fees import Fee, FeeForm, said_obligation
from wording.sentences import sentence


def charge_words(line: OrderLine) -> list[str]:
    """A sentence for each amount, where there is more to say than one flat price; then what may be due after the report."""
    words = [each["words"] for each in line.charges if each["kind"] == "report"]
    is_plain = len(line.charges) < 2 and line.fee.get("form", "flat") == FeeForm.FLAT
    if not is_plain:
        currency = line.amount.currency
        for each in line.charges:
            if each["kind"] == "report":
                continue
            amount = Money(Decimal(each["amount"]), currency)
            words.append(
                each["words"] if each["kind"] == "price" else f"{each['words'].rstrip('.。')}: {amount}."
            )
    obligation = said_obligation(Fee.from_json(line.fee)) if line.fee else None
    return [*words, sentence(obligation)] if obligation else words
