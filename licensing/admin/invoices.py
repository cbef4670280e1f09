"""Invoices, payments, the gateway's payments and the number series: what was issued and received never changes."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from licensing.admin.order_moves import PayInFull, PayInPart
from licensing.models import CardPayment, Invoice, NumberSeries, Payment
from office.site.moves import MovesAdmin
from office.site.rows import ReadOnly, ReadOnlyAdmin, ShownInline


class PaymentInline(ShownInline[Payment, Invoice]):
    model = Payment
    fields = readonly_fields = ("amount", "method", "received_on", "event_key", "recorded_by")


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
    inlines = (PaymentInline,)
    moves = (PayInFull, PayInPart)

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
