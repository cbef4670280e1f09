"""The history of an invoice: what was billed, credited, received and returned, in order, each with its document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from moneyed import Money

from licensing.documents.bills.en16931.writing import FACTURX, UBL
from licensing.models import CreditNote, Invoice, Refund


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an account. `amount` is what it adds to what is owed: less than zero for payments and credits."""

    day: date
    name: str
    amount: Money | None
    href: str = ""
    note: str = ""
    files: tuple[tuple[str, str], ...] = ()
    """The same as electronic data: names and addresses."""


def entries_of(invoice: Invoice) -> list[Entry]:
    """All entries, oldest first; four queries."""
    billed = Entry(
        invoice.issued_on,
        _("Invoice %(number)s") % {"number": invoice.number},
        invoice.total,
        reverse("licensing:invoice", args=[invoice.order.number]),
    )
    paid = [
        Entry(
            payment.received_on,
            _("Payment, %(method)s") % {"method": payment.get_method_display()},
            -payment.amount,
        )
        for payment in invoice.payments.order_by("pk")
    ]
    credited = [_credited(note) for note in invoice.credit_notes.order_by("pk")]
    refunds = list(invoice.refunds.order_by("pk"))
    refunded = [*map(_refunded, refunds), *(_failed(refund) for refund in refunds if refund.failed)]
    receipts = [
        Entry(
            receipt.issued_on,
            _("Receipt %(number)s") % {"number": receipt.number},
            None,
            reverse("licensing:receipt", args=[receipt.number]),
        )
        for receipt in invoice.receipts.order_by("pk")
    ]
    return sorted([billed, *paid, *credited, *refunded, *receipts], key=lambda entry: entry.day)


def _credited(note: CreditNote) -> Entry:
    return Entry(
        note.issued_on,
        _("Credit note %(number)s") % {"number": note.number},
        -note.total,
        reverse("licensing:credit-note", args=[note.number]),
        note.because,
        tuple(
            (name, reverse("licensing:credit-note-file", args=[note.number, form]))
            for name, form in (("Factur-X", FACTURX), ("UBL", UBL))
        ),
    )


def _refunded(refund: Refund) -> Entry:
    name = _("Refund, %(method)s") % {"method": refund.get_method_display()}
    return Entry(refund.refunded_on, name, refund.amount)


def _failed(refund: Refund) -> Entry:
    """What the card's bank sent back."""
    return Entry(
        refund.refunded_on,
        _("Refund that did not reach the card"),
        Money(-refund.failed, refund.amount.currency),
    )
