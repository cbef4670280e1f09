"""The receipt: says that nothing is owed on an invoice, and by which payments and credit notes. Set as the invoice is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from licensing.documents.bills.bill import Column, Party, bill, bill_pdf, composed
from licensing.documents.bills.donations import is_donation
from licensing.documents.bills.tax import tax_rows
from licensing.documents.bills.words import address_lines, day, money, purchase_order_rows, seller_of
from licensing.models import Payment, Receipt


def receipt_pdf(receipt: Receipt) -> bytes:
    """In the language it was issued in. Raises Refused (codes `unprintable`, `not-set`)."""
    return bill_pdf(receipt.snapshot["document"], issued_on=receipt.issued_on)


def compose_receipt(facts: dict[str, Any]) -> dict[str, Any]:
    """The words of a receipt in the office's language: the data of `bill.typ`. `facts` are those of its snapshot."""
    return composed(_words, facts)


def _words(facts: dict[str, Any]) -> dict[str, Any]:
    to = facts["to"]
    return bill(
        seller=seller_of(facts),
        buyer_country=to["country"],
        title=_("Receipt %(number)s") % {"number": facts["number"]},
        reference=_("Order %(number)s") % {"number": facts["order"]},
        party=Party(label=_("Received from"), legal_name=to["legal_name"], lines=address_lines(to)),
        facts=[
            [_("Receipt number"), facts["number"]],
            [_("Issued on"), day(facts["issued_on"])],
            [_("For"), _("Donation")] if is_donation(facts) else [_("For invoice"), facts["invoice"]],
            *purchase_order_rows(facts),
            [_("Currency"), facts["currency"]],
        ],
        columns=Column(what=_("Payment"), amount=_("Amount")),
        lines=[
            {
                "film": str(Payment.Method(row["method"]).label),
                "type": day(row["received_on"]),
                "words": "",
                "amount": money(row["amount"], facts),
            }
            for row in facts["payments"]
        ],
        totals=[
            *(
                [[_("Subtotal"), money(facts["subtotal"], facts)], *tax_rows(facts)]
                if facts.get("tax")
                else []
            ),
            [
                _("Total of the donation") if is_donation(facts) else _("Total of the invoice"),
                money(facts["total"], facts),
            ],
            *(
                [_("Credited by %(number)s") % {"number": note["number"]}, money(note["amount"], facts)]
                for note in facts.get("credited", ())
            ),
            *([[_("Refunded"), money(facts["refunded"], facts)]] if facts.get("refunded") else []),
            *([] if is_donation(facts) else [[_("Still owed"), money("0", facts)]]),
        ],
        blocks=[],
        notes=[_settled(facts)],
    )


def _settled(facts: dict[str, Any]) -> str:
    """That nothing is owed any more, and whether all of it was paid; of a donation what it is, and that nothing was given for it."""
    credited = sum((Decimal(note["amount"]) for note in facts.get("credited", ())), Decimal(0))
    if is_donation(facts) and credited:
        kept = money(str(Decimal(facts["total"]) + credited), facts)
        return _("%(kept)s of your donation stays with us; the rest was returned. %(words)s") % {
            "kept": kept,
            "words": facts["words"],
        }
    if is_donation(facts):
        return _("Thank you. %(words)s") % {"words": facts["words"]}
    if not facts.get("credited"):
        return _("Invoice %(number)s is paid in full. Thank you.") % {"number": facts["invoice"]}
    return _(
        "Of invoice %(number)s, %(credited)s was credited and the rest is paid. Nothing is left to pay. Thank you."
    ) % {"number": facts["invoice"], "credited": money(str(-credited), facts)}
