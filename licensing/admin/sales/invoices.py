"""Invoices, payments, the gateway's payments and the number series: what was issued and received never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from licensing.admin.sales.account import shown_account
from licensing.admin.sales.document_words import document_words
from licensing.admin.sales.invoice_moves import Credit, RecordRefund, RefundCard, RevokeUnpaid
from licensing.admin.sales.order_moves import PayInFull, PayInPart
from licensing.documents.bills.en16931.writing import FACTURX, UBL
from licensing.documents.bills.invoice import invoice_words
from licensing.models import (
    CardEvent,
    CardPayment,
    CreditLine,
    CreditNote,
    Invoice,
    NumberSeries,
    Order,
    Payment,
    Receipt,
    Refund,
    RefundRequest,
)
from licensing.sales.invoicing.balance import to_refund
from licensing.terms.days import office_today
from office.site.moves import MovesAdmin
from office.site.rows import ReadOnly, ReadOnlyAdmin, ShownInline

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def links(*files: tuple[str, str]) -> SafeString:
    return format_html_join(", ", '<a href="{1}">{0}</a>', files)


class WithReference:
    """The bank's reference of a payment or refund, in place of the name of its event."""

    @admin.display(description=_("reference"), ordering="event_key")
    def reference(self, row: Payment | Refund) -> str:
        return row.reference


class PaymentInline(WithReference, ShownInline[Payment, Invoice]):
    model = Payment
    fields = readonly_fields = ("amount", "method", "received_on", "reference", "recorded_by")


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


class RefundInline(WithReference, ShownInline[Refund, Invoice]):
    model = Refund
    fields = readonly_fields = ("amount", "failed", "method", "refunded_on", "reference", "recorded_by")


class CreditLineInline(ShownInline[CreditLine, CreditNote]):
    model = CreditLine
    fields = readonly_fields = ("line", "amount")


class OwedFilter(admin.SimpleListFilter):
    title = _("owed")
    parameter_name = "owed"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Invoice]
    ) -> list[tuple[str, str | _StrPromise]]:
        return [("overdue", _("overdue")), ("open", _("not paid yet")), ("refund", _("to be refunded"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Invoice]) -> QuerySet[Invoice]:
        match self.value():
            case "overdue":
                return queryset.filter(pk__in=Invoice.objects.overdue(office_today()).values("pk"))
            case "open":
                return queryset.filter(pk__in=Invoice.objects.owed().values("pk"))
            case "refund":
                return queryset.filter(pk__in=to_refund().values("pk"))
        return queryset


@admin.register(Invoice)
class InvoiceAdmin(ReadOnly, MovesAdmin[Invoice]):
    list_display = ("number", "order", "licensee", "total", "issued_on", "due_on", "status")
    list_filter = (OwedFilter, "order__status", "issued_on", "due_on")
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
    fields = readonly_fields = (
        "number", "order", "licensee", "issued_on", "due_on", "status", "total", "still_owed", "files", "says",
    )  # fmt: skip

    @admin.display(description=_("still owed"))
    def still_owed(self, invoice: Invoice) -> str:
        return str(shown_account(invoice).balance)

    @admin.display(description=_("what it says"))
    def says(self, invoice: Invoice) -> SafeString:
        return document_words(invoice_words(invoice))

    @admin.display(description=_("documents"))
    def files(self, invoice: Invoice) -> SafeString:
        number = invoice.order.number
        return links(
            ("PDF", reverse("licensing:invoice", args=[number])),
            ("Factur-X", reverse("licensing:invoice-file", args=[number, FACTURX])),
            ("UBL", reverse("licensing:invoice-file", args=[number, UBL])),
        )

    @admin.display(description=_("to"), ordering="order__institution__legal_name")
    def licensee(self, invoice: Invoice) -> str:
        return str(invoice.snapshot["to"]["legal_name"])

    @admin.display(description=_("status"))
    def status(self, invoice: Invoice) -> str:
        """Of its order, whose “accepted” says nothing of an invoice."""
        is_open = invoice.order.status == Order.Status.INVOICED
        return str(_("not paid yet")) if is_open else invoice.order.get_status_display()


@admin.register(Payment)
class PaymentAdmin(WithReference, ReadOnlyAdmin[Payment]):
    """Payments are recorded on the page of their order or invoice."""

    list_display = ("invoice", "amount", "method", "received_on", "reference", "recorded_by")
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
    fields = readonly_fields = (
        "number", "invoice", "issued_on", "total", "because", "licences", "licences_end_on", "upgraded", "issued_by", "files",
        "says",
    )  # fmt: skip

    @admin.display(description=_("what it says"))
    def says(self, note: CreditNote) -> SafeString:
        return document_words(note.snapshot["document"])

    @admin.display(description=_("documents"))
    def files(self, note: CreditNote) -> SafeString:
        number = note.number
        return links(
            ("PDF", reverse("licensing:credit-note", args=[number])),
            ("Factur-X", reverse("licensing:credit-note-file", args=[number, FACTURX])),
            ("UBL", reverse("licensing:credit-note-file", args=[number, UBL])),
        )


@admin.register(CreditLine)
class CreditLineAdmin(ReadOnlyAdmin[CreditLine]):
    list_display = ("credit_note", "line", "amount")
    search_fields = ("credit_note__number", "line__description")
    list_select_related = ("credit_note", "line")


@admin.register(Refund)
class RefundAdmin(WithReference, ReadOnlyAdmin[Refund]):
    """Refunds are recorded on the page of their invoice, or heard of from the gateway."""

    list_display = ("invoice", "amount", "failed", "method", "refunded_on", "reference", "recorded_by")
    list_filter = ("method", "refunded_on")
    search_fields = ("event_key", "invoice__number", "invoice__order__institution__legal_name")
    list_select_related = ("invoice", "recorded_by")
    date_hierarchy = "refunded_on"


@admin.register(Receipt)
class ReceiptAdmin(ReadOnlyAdmin[Receipt]):
    list_display = ("number", "invoice", "issued_on")
    search_fields = ("number", "invoice__number", "invoice__order__institution__legal_name")
    list_select_related = ("invoice",)
    fields = readonly_fields = ("number", "invoice", "payment", "credit_note", "issued_on", "says")

    @admin.display(description=_("what it says"))
    def says(self, receipt: Receipt) -> SafeString:
        return document_words(receipt.snapshot["document"])


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
