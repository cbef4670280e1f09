"""What documents about money say in the same words: days, amounts, addresses, lines, and the notes at the end."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from djmoney.money import Money

from office.distributor.snapshot import Seller, bare_seller
from wording.countries import country_label


def seller_of(facts: dict[str, Any]) -> Seller:
    """Of a document that is older than the seller's snapshot, only the lines of its address."""
    seller: Seller = facts.get("seller") or bare_seller(facts["from"])
    return seller


def day(iso: str) -> str:
    return date_format(date.fromisoformat(iso), "DATE_FORMAT")


def money(amount: str, facts: dict[str, Any]) -> str:
    return str(Money(Decimal(amount), facts["currency"]))


def address_lines(to: dict[str, Any]) -> list[str]:
    return [*to["address"].splitlines(), country_label(to["country"])]


def licence_lines(facts: dict[str, Any]) -> list[dict[str, str]]:
    """A line for each licence: film, type, what it grants, amount."""
    return [
        {
            "film": line["film"],
            "type": line["type"],
            "words": " ".join(line["words"]),
            "amount": money(line["amount"], facts),
        }
        for line in facts["lines"]
    ]


def purchase_order_rows(facts: dict[str, Any]) -> list[list[str]]:
    """A row for each purchase order, with its cost centre; with its share when there are several."""
    shares = facts.get("purchase_orders") or []
    if not shares:
        number = facts.get("purchase_order")
        return [[_("Purchase order"), number]] if number else []
    rows = []
    for share in shares:
        parts = [share["number"]]
        if share["cost_centre"]:
            parts.append(_("cost centre %(name)s") % {"name": share["cost_centre"]})
        if len(shares) > 1:
            parts.append(money(share["amount"], facts))
        rows.append([_("Purchase order"), ", ".join(parts)])
    return rows


def seller_notes(seller: Seller, questions: str) -> list[str]:
    """Our licence terms, our tax form, and where to ask: `questions` has a place for our `email`."""
    sentences = []
    if terms := seller["terms"]:
        sentences.append(
            _("Our licence terms, version %(version)s, apply: %(address)s")
            % {"version": terms["version"], "address": terms["address"]}
        )
    if seller["vendor_form"]:
        sentences.append(
            _("Our tax form for your vendor records: %(address)s") % {"address": seller["vendor_form"]}
        )
    if seller["reply_to"]:
        sentences.append(questions % {"email": seller["reply_to"]})
    return sentences
