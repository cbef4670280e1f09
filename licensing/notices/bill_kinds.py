"""What each notice about an invoice says, and what follows it: credit note, receipt, refund. Sums are those of when it is sent."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from licensing.models import CreditNote, Invoice, Order, Receipt, Refund
from licensing.sales.invoicing.balance import account_of
from reminders.kinds import About, Attachment
from reminders.models import Reminder


class InvoiceIssued(About):
    name = "licensing.invoice-issued"
    label = _("An invoice is issued")
    template = "licensing/mail/invoice_issued.md"
    model = Invoice
    joins = ("order__institution",)

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        return values | {"account": account_of(values["invoice"])}

    def attachments(self, reminder: Reminder) -> list[Attachment]:
        from licensing.documents.bills.invoice import invoice_pdf, invoice_words
        from licensing.documents.travelling import pdf_or_text

        invoice = self.row(reminder)
        return [pdf_or_text(invoice.number, partial(invoice_pdf, invoice), invoice_words(invoice))]


class InvoiceDue(InvoiceIssued):
    name = "licensing.invoice-due"
    label = _("An invoice is due soon")
    template = "licensing/mail/invoice_due.md"
    keeps_quiet = True
    is_optional = True

    def still_holds(self, row: Invoice) -> bool:
        return row.order.status == Order.Status.INVOICED


class InvoiceOverdue(InvoiceDue):
    name = "licensing.invoice-overdue"
    label = _("An invoice is overdue")
    template = "licensing/mail/invoice_overdue.md"
    is_optional = False


class CreditNoteIssued(About):
    name = "licensing.credit-note-issued"
    label = _("A credit note is issued")
    template = "licensing/mail/credit_note_issued.md"
    model = CreditNote
    joins = ("invoice__order__institution",)

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        return values | {"account": account_of(values["creditnote"].invoice)}

    def attachments(self, reminder: Reminder) -> list[Attachment]:
        from licensing.documents.bills.credit_note import credit_note_pdf
        from licensing.documents.travelling import pdf_or_text

        note = self.row(reminder)
        return [pdf_or_text(note.number, partial(credit_note_pdf, note), note.snapshot["document"])]


class ReceiptIssued(About):
    name = "licensing.receipt-issued"
    label = _("An invoice is paid in full")
    template = "licensing/mail/receipt_issued.md"
    model = Receipt
    joins = ("invoice__order__institution",)

    def attachments(self, reminder: Reminder) -> list[Attachment]:
        from licensing.documents.bills.receipt import receipt_pdf
        from licensing.documents.travelling import pdf_or_text

        receipt = self.row(reminder)
        return [pdf_or_text(receipt.number, partial(receipt_pdf, receipt), receipt.snapshot["document"])]


class Refunded(About):
    name = "licensing.refunded"
    label = _("Money was refunded")
    template = "licensing/mail/refunded.md"
    model = Refund
    joins = ("invoice__order__institution",)


BILL_KINDS = (InvoiceIssued, InvoiceDue, InvoiceOverdue, CreditNoteIssued, ReceiptIssued, Refunded)
