"""Orders: what was ordered, and a button for each thing that the office does with an order."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from licensing.admin.order_moves import Cancel, IssueInvoice, PayInFull, PayInPart
from licensing.models import Invoice, Order, OrderLine
from office.site.moves import MovesAdmin
from office.site.rows import ReadOnly, ShownInline


class LineInline(ShownInline[OrderLine, Order]):
    model = OrderLine
    fields = readonly_fields = ("description", "licence_type", "amount")

    def get_queryset(self, request: HttpRequest) -> QuerySet[OrderLine]:
        return super().get_queryset(request).select_related("licence_type", "film__part_of")


@admin.register(Order)
class OrderAdmin(ReadOnly, MovesAdmin[Order]):
    """Only verbs create and move orders; here they are shown, and buttons call the verbs."""

    list_display = (
        "number", "institution", "is_verified", "status", "method", "purchase_order_number", "total", "invoice_number", "placed_at",
    )  # fmt: skip
    list_filter = ("status", "method", "tier", "institution__verification")
    search_fields = (
        "number",
        "purchase_order_number",
        "institution__legal_name",
        "placed_by__email",
        "invoice__number",
    )
    list_select_related = ("institution", "invoice", "placed_by")
    date_hierarchy = "placed_at"
    inlines = (LineInline,)
    fields = readonly_fields = (
        "number", "institution", "is_verified", "placed_by", "tier", "status", "method", "purchase_order_number",
        "purchase_order", "total", "invoice_number", "starts_on", "placed_at",
    )  # fmt: skip
    moves = (IssueInvoice, PayInFull, PayInPart, Cancel)

    @admin.display(description=_("verified"), boolean=True)
    def is_verified(self, order: Order) -> bool:
        return order.institution.is_verified

    @admin.display(description=_("invoice"), ordering="invoice__number")
    def invoice_number(self, order: Order) -> str:
        invoice: Invoice | None = getattr(order, "invoice", None)
        return invoice.number if invoice else ""
