"""A receipt for an invoice that is paid in full: its own gapless series, its words kept as they were sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from licensing.documents.bills.receipt import compose_receipt
from licensing.documents.numbers import next_number
from licensing.models import Order, Payment, Receipt
from licensing.notices import owed as notices
from licensing.terms.days import office_today


def issue_receipt(*, payment: Payment, order: Order, is_only: bool) -> Receipt:
    """The receipt for the payment that settled its invoice, sent by mail. The order must be locked, and the payment new.

    Where it is the only payment of the invoice, no other is looked for.
    """
    today = office_today()
    number = next_number(prefix="REC", year=today.year)
    rows = [payment] if is_only else list(payment.invoice.payments.order_by("received_on", "pk"))
    facts = _facts(payment, rows, order, number) | {"issued_on": today.isoformat()}
    receipt = Receipt.objects.create(
        number=number,
        invoice=payment.invoice,
        payment=payment,
        issued_on=today,
        snapshot=facts | {"document": compose_receipt(facts)},
    )
    notices.owe_receipt(receipt=receipt, order=order)
    return receipt


def _facts(payment: Payment, rows: Sequence[Payment], order: Order, number: str) -> dict[str, Any]:
    invoice = payment.invoice
    return {
        "number": number,
        "invoice": invoice.number,
        "order": order.number,
        "from": invoice.snapshot["from"],
        "seller": invoice.snapshot.get("seller"),
        "to": invoice.snapshot["to"],
        "purchase_orders": invoice.snapshot.get("purchase_orders", []),
        "currency": invoice.snapshot["currency"],
        "payments": [
            {
                "method": row.method,
                "received_on": row.received_on.isoformat(),
                "amount": str(row.amount.amount),
            }
            for row in rows
        ],
        "subtotal": invoice.snapshot.get("subtotal", str(invoice.total.amount)),
        "tax": invoice.snapshot.get("tax", []),
        "total": str(invoice.total.amount),
    }
