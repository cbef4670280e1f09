"""Invoices, payments, the gateway's payments and the number series: what was issued and received never changes."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from licensing.admin.invoice_moves import Credit, RecordRefund, RefundCard, RevokeUnpaid
from licensing.admin.order_moves import PayInFull, PayInPart
from licensing.models import (
    CardEvent,
    CardPayment,
    CreditLine,
    CreditNote,
    Invoice,
    NumberSeries,
    Payment,
    Receipt,
    Refund,
    RefundRequest,
)
from office.site.moves import MovesAdmin
from office.site.rows import ReadOnly, ReadOnlyAdmin, ShownInline


class PaymentInline(ShownInline[Payment, Invoice]):
    model = Payment
    fields = readonly_fields = ("amount", "method", "received_on", "event_key", "recorded_by")


class CreditNoteInline(ShownInline[CreditNote, Invoice]):
    model = CreditNote
    fields = readonly_fields = (
        "number",
        "total",
        "issued_on",
        "because",
        "licences",
        "licences_end_on",
        "issued_by",
    )


class RefundInline(ShownInline[Refund, Invoice]):
    model = Refund
    fields = readonly_fields = ("amount", "failed", "method", "refunded_on", "event_key", "recorded_by")


class CreditLineInline(ShownInline[CreditLine, CreditNote]):
    model = CreditLine
    fields = readonly_fields = ("line", "amount")


@admin.register(Invoice)
class InvoiceAdmin(ReadOnly, MovesAdmin[Invoice]):
    list_display = ("number", "order", "licensee", "total", "issued_on", "due_on", "status")
    list_filter = ("order__status", "issued_on", "due_on")
    search_fields = (
        "number",
        "order__number",
        "order__institution__legal_name",
        "order__purchase_order_number",
    )
    list_select_related = ("order__institution",)
    date_hierarchy = "issued_on"
    inlines = (PaymentInline, CreditNoteInline, RefundInline)
    moves = (PayInFull, PayInPart, Credit, RefundCard, RecordRefund, RevokeUnpaid)

    @admin.display(description=_("to"), ordering="order__institution__legal_name")
    def licensee(self, invoice: Invoice) -> str:
        return str(invoice.snapshot["to"]["legal_name"])

    @admin.display(description=_("status"))
    def status(self, invoice: Invoice) -> str:
        return invoice.order.get_status_display()


@admin.register(Payment)
class PaymentAdmin(ReadOnlyAdmin[Payment]):
    """Payments are recorded on the page of their order or invoice."""

    list_display = ("invoice", "amount", "method", "received_on", "event_key", "recorded_by")
    list_filter = ("method", "received_on")
    search_fields = ("event_key", "invoice__number", "invoice__order__institution__legal_name")
    list_select_related = ("invoice", "recorded_by")
    date_hierarchy = "received_on"


@admin.register(CardPayment)
class CardPaymentAdmin(ReadOnlyAdmin[CardPayment]):
    list_display = ("order", "status", "total", "variant", "created", "transaction_id")
    list_filter = ("status", "variant")
    search_fields = ("order__number", "token", "transaction_id")
    list_select_related = ("order",)
    date_hierarchy = "created"


@admin.register(NumberSeries)
class NumberSeriesAdmin(ReadOnlyAdmin[NumberSeries]):
    list_display = ("name", "last")
    search_fields = ("name",)


@admin.register(CreditNote)
class CreditNoteAdmin(ReadOnlyAdmin[CreditNote]):
    """Credit notes are issued on the page of their invoice."""

    list_display = ("number", "invoice", "total", "issued_on", "licences", "because")
    list_filter = ("licences", "issued_on")
    search_fields = ("number", "invoice__number", "invoice__order__institution__legal_name")
    list_select_related = ("invoice",)
    date_hierarchy = "issued_on"
    inlines = (CreditLineInline,)


@admin.register(CreditLine)
class CreditLineAdmin(ReadOnlyAdmin[CreditLine]):
    list_display = ("credit_note", "line", "amount")
    search_fields = ("credit_note__number", "line__description")
    list_select_related = ("credit_note", "line")


@admin.register(Refund)
class RefundAdmin(ReadOnlyAdmin[Refund]):
    """Refunds are recorded on the page of their invoice, or heard of from the gateway."""

    list_display = ("invoice", "amount", "failed", "method", "refunded_on", "event_key", "recorded_by")
    list_filter = ("method", "refunded_on")
    search_fields = ("event_key", "invoice__number", "invoice__order__institution__legal_name")
    list_select_related = ("invoice", "recorded_by")
    date_hierarchy = "refunded_on"


@admin.register(Receipt)
class ReceiptAdmin(ReadOnlyAdmin[Receipt]):
    list_display = ("number", "invoice", "issued_on")
    search_fields = ("number", "invoice__number", "invoice__order__institution__legal_name")
    list_select_related = ("invoice",)


@admin.register(RefundRequest)
class RefundRequestAdmin(ReadOnlyAdmin[RefundRequest]):
    list_display = ("card_payment", "amount", "asked_by", "asked_at", "is_done")
    list_filter = ("is_done",)
    search_fields = ("card_payment__order__number", "token")
    list_select_related = ("card_payment__order", "asked_by")


@admin.register(CardEvent)
class CardEventAdmin(ReadOnlyAdmin[CardEvent]):
    list_display = ("state", "intent", "amount", "dispute", "heard_at")
    list_filter = ("state",)
    search_fields = ("intent", "dispute", "key")
