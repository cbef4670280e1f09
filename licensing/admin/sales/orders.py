"""Orders: what was ordered, and a button for each thing that the office does with an order."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from licensing.admin.queue_filter import OrdersToAccept
from licensing.admin.sales.invoice_moves import Credit, RecordRefund, RefundCard, RevokeUnpaid
from licensing.admin.sales.order_moves import Cancel, IssueInvoice, PayInFull, PayInPart, why_waiting
from licensing.admin.sales.sold_lines import SoldLineInline
from licensing.admin.support.support import ReceiveDonation
from licensing.models import AcceptancePolicy, Invoice, Order, OrderLine, PurchaseOrder, Quote
from licensing.prices.taxes import kept_charges, shown
from office.site.finding import EachFieldSearched
from office.site.moves import MovesAdmin
from office.site.rows import OfficeAdmin, ReadOnly, ReadOnlyAdmin, ShownInline


class LineInline(SoldLineInline[OrderLine, Order]):
    model = OrderLine
    fields = readonly_fields = (
        "description", "licence_type", "named_sites", "starts_on", "ends_on", "amount", "because",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[OrderLine]:
        return super().get_queryset(request).select_related("licence_type", "film__part_of")


class PurchaseOrderInline(ShownInline[PurchaseOrder, Order]):
    model = PurchaseOrder
    fields = readonly_fields = ("number", "cost_centre", "amount", "document")


@admin.register(Order)
class OrderAdmin(ReadOnly, EachFieldSearched[Order], MovesAdmin[Order]):
    """Only verbs create and move orders; here they are shown, and buttons call the verbs."""

    list_display = (
        "number", "institution", "is_verified", "status", "kind", "method", "purchase_order_number", "total", "invoice_number", "placed_at",
    )  # fmt: skip
    list_filter = (OrdersToAccept, "status", "kind", "method", "tier", "institution__verification")
    search_fields = (
        "number",
        "purchase_orders__number",
        "institution__legal_name",
        "placed_by__email",
        "invoice__number",
    )
    list_select_related = ("institution", "invoice", "placed_by")
    date_hierarchy = "placed_at"
    inlines = (LineInline, PurchaseOrderInline)
    fields = readonly_fields = (
        "number", "institution", "is_verified", "placed_by", "tier", "status", "kind", "method", "purchase_order_number",
        "total", "tax_words", "invoice_number", "why_it_waits", "from_quote", "starts_on", "placed_at",
    )  # fmt: skip
    moves = (
        IssueInvoice,
        ReceiveDonation,
        PayInFull,
        PayInPart,
        Cancel,
        Credit,
        RefundCard,
        RecordRefund,
        RevokeUnpaid,
    )

    @admin.display(description=_("verified"), boolean=True)
    def is_verified(self, order: Order) -> bool:
        return order.institution.is_verified

    @admin.display(description=_("why it waits"))
    def why_it_waits(self, order: Order) -> str:
        return why_waiting(order)

    @admin.display(description=_("quote"))
    def from_quote(self, order: Order) -> str:
        quote: Quote | None = getattr(order, "quote", None)
        if quote is None:
            return ""
        address = reverse("admin:licensing_quote_change", args=[quote.pk])
        return format_html('<a href="{}">{}</a>', address, quote.number)

    @admin.display(description=_("tax within it"))
    def tax_words(self, order: Order) -> str:
        """Each tax, or why there is none."""
        taxes = [
            f"{tax.name} {tax.rate}%: {tax.amount}"
            for tax in (shown(each, str(order.total.currency)) for each in kept_charges(order.taxed))
        ]
        return "; ".join(taxes) or order.taxed.get("because", "")

    @admin.display(description=_("invoice"), ordering="invoice__number")
    def invoice_number(self, order: Order) -> str:
        invoice: Invoice | None = getattr(order, "invoice", None)
        return invoice.number if invoice else ""


@admin.register(PurchaseOrder)
class PurchaseOrderAdmin(ReadOnlyAdmin[PurchaseOrder]):
    """They come with their order."""

    list_display = ("number", "cost_centre", "amount", "order")
    search_fields = ("number", "cost_centre", "order__number", "order__institution__legal_name")
    list_select_related = ("order",)


@admin.register(AcceptancePolicy)
class AcceptancePolicyAdmin(OfficeAdmin[AcceptancePolicy]):
    """The distributor's own rules; each change of them is recorded."""

    list_display = ("tier_name", "currency", "up_to", "at_once", "net_days", "most_unpaid")
    list_filter = ("tier", "at_once")

    @admin.display(description=_("tier"), ordering="tier")
    def tier_name(self, policy: AcceptancePolicy) -> str:
        return policy.get_tier_display() if policy.tier else str(_("every tier"))
