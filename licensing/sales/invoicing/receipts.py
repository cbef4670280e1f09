"""A receipt for an invoice on which nothing is owed any more: its own gapless series, its words kept as they were sent."""

from __future__ import annotations

from typing import Any

from licensing.documents.bills.receipt import compose_receipt
from licensing.documents.numbers import next_number
from licensing.models import CreditNote, Invoice, Order, Payment, Receipt
from licensing.notices import owed as notices
from licensing.sales.invoicing.balance import Account
from licensing.terms.days import office_today


def is_settled_by(before: Account, after: Account) -> bool:
    """Whether a credit note leaves nothing owed, of an invoice that was owed until then and of which we keep a payment."""
    return before.balance.amount > 0 and not after.balance.amount and after.kept.amount > 0


def next_receipt_number() -> str:
    """Taken before the number of a credit note: see "Locks" in docs/architecture.md."""
    return next_number(prefix="REC", year=office_today().year)


def issue_receipt(
    *,
    order: Order,
    number: str,
    account: Account,
    settled_by: Payment | CreditNote,
) -> Receipt:
    """The receipt for the payment or the credit note that settled its invoice, sent by mail; `account` is the invoice's with it.

    The order must be locked, and what settled it new. Other payments and credit notes are looked for only where the account has them.
    """
    invoice, today = settled_by.invoice, office_today()
    payment = settled_by if isinstance(settled_by, Payment) else None
    is_only = payment is not None and account.paid == payment.amount
    payments = [payment] if payment and is_only else [*invoice.payments.order_by("received_on", "pk")]
    notes = [*invoice.credit_notes.order_by("pk")] if account.credited.amount else []
    facts = _facts(invoice, order, number, account, payments, notes) | {"issued_on": today.isoformat()}
    receipt = Receipt.objects.create(
        number=number,
        invoice=invoice,
        payment=payment,
        credit_note=settled_by if isinstance(settled_by, CreditNote) else None,
        issued_on=today,
        snapshot=facts | {"document": compose_receipt(facts)},
    )
    notices.owe_receipt(receipt=receipt, order=order)
    return receipt


def _facts(  # noqa: PLR0917 - all that a receipt says
    invoice: Invoice,
    order: Order,
    number: str,
    account: Account,
    payments: list[Payment],
    notes: list[CreditNote],
) -> dict[str, Any]:
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
            for row in payments
        ],
        "credited": [{"number": note.number, "amount": str(-note.total.amount)} for note in notes],
        "refunded": str(account.refunded.amount) if account.refunded.amount else "",
        "kind": invoice.snapshot.get("kind", Order.Kind.LICENCES),
        "words": invoice.snapshot.get("words", ""),
        "subtotal": invoice.snapshot.get("subtotal", str(invoice.total.amount)),
        "tax": invoice.snapshot.get("tax", []),
        "total": str(invoice.total.amount),
    }
