"""The taxes of a document: as its snapshot keeps them, and as it prints them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.formats import localize
from django.utils.translation import gettext as _
from djmoney.money import Money

from licensing.documents.bills.words import money
from licensing.prices.taxes import plain
from licensing.terms.charging.tax import Charge


def tax_facts(charges: Sequence[Charge], currency: str, *, sign: int = 1) -> list[dict[str, str]]:
    """Each tax as JSON, with its label in the active language; `sign` is -1 for a credit note."""
    return [
        {
            "label": tax_label(charge, currency, sign),
            "name": charge.name,
            "rate": plain(charge.rate),
            "base": str(sign * charge.base + 0),  # never “-0”
            "amount": str(sign * charge.amount + 0),
            "number": charge.number,
        }
        for charge in charges
    ]


def tax_label(charge: Charge, currency: str, sign: int = 1) -> str:
    """“VAT 20% of €450.00”: the name as the office wrote it."""
    return _("%(name)s %(rate)s%% of %(base)s") % {
        "name": charge.name,
        "rate": localize(Decimal(plain(charge.rate))),
        "base": Money(sign * charge.base, currency),
    }


def tax_notes(facts: dict[str, Any]) -> list[str]:
    """Why there is no tax, or under which numbers of ours it is paid."""
    numbers = [
        _("%(name)s: our number is %(number)s.") % {"name": tax["name"], "number": tax["number"]}
        for tax in facts.get("tax", ())
        if tax.get("number")
    ]
    because = facts.get("tax_because", "")
    return [*([because] if because else []), *numbers]


def tax_rows(facts: dict[str, Any]) -> list[list[str]]:
    """A row for each tax; “none” where a reason is given."""
    if taxes := [[tax["label"], money(tax["amount"], facts)] for tax in facts.get("tax", ())]:
        return taxes
    is_said = facts.get("tax_because") or facts["to"].get("is_tax_exempt")
    return [[_("Tax"), _("none")]] if is_said else []
