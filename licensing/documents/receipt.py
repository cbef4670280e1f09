"""The receipt: says that an invoice is paid in full, by which payments. Set as the invoice is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from licensing.documents.invoice import address_lines, day, money, purchase_order_rows
from licensing.models import Payment, Receipt
from licensing.typesetting.pdf import typeset


def receipt_pdf(receipt: Receipt) -> bytes:
    """Tagged (PDF/UA-1), in the language it was issued in. Raises Refused (codes `unprintable`, `not-set`)."""
    issued_on = date.fromisoformat(receipt.snapshot["issued_on"])
    return typeset("invoice", receipt.snapshot["document"], made_at=datetime.combine(issued_on, time(), UTC))


def compose_receipt(facts: dict[str, Any]) -> dict[str, Any]:
    """The words of a receipt in the office's language: the data of `invoice.typ`. `facts` are those of its snapshot."""
    with override(settings.LANGUAGE_CODE):
        return {"lang": settings.LANGUAGE_CODE, **_words(facts)}


def _words(facts: dict[str, Any]) -> dict[str, Any]:
    title = _("Receipt %(number)s") % {"number": facts["number"]}
    return {
        "title": title,
        "foot": f"{facts['from']} · {title}",
        "seller": facts["from"],
        "order_line": _("Order %(number)s") % {"number": facts["order"]},
        "words": {
            "to": _("Received from"),
            "licence": _("Payment"),
            "price": _("Amount"),
            "total": _("Total of the invoice"),
        },
        "buyer": {"legal_name": facts["to"]["legal_name"], "lines": address_lines(facts["to"])},
        "facts": [
            [_("Issued on"), day(facts["issued_on"])],
            [_("For invoice"), facts["invoice"]],
            *purchase_order_rows(facts),
        ],
        "lines": [
            {
                "film": str(Payment.Method(row["method"]).label),
                "type": day(row["received_on"]),
                "words": "",
                "amount": money(row["amount"], facts),
            }
            for row in facts["payments"]
        ],
        "total": money(facts["total"], facts),
        "terms": [_("Invoice %(number)s is paid in full. Thank you.") % {"number": facts["invoice"]}],
    }
