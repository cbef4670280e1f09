"""Orders: what was asked for, and the two things the office does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from licensing.admin.actions import NoteActionForm, apply, note_of
from licensing.days import office_today
from licensing.invoices import balance_of, issue_invoice, record_payment
from licensing.models import Invoice, Order, OrderLine, Payment
from licensing.orders import cancel_order
from licensing.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


class LineInline(admin.TabularInline[OrderLine, Order]):
    model = OrderLine
    extra = 0
    can_delete = False
    fields = readonly_fields = ("description", "licence_type", "amount")

    def get_queryset(self, request: HttpRequest) -> QuerySet[OrderLine]:
        return super().get_queryset(request).select_related("licence_type", "film__part_of")

    def has_add_permission(self, request: HttpRequest, obj: Order | None = None) -> bool:
        return False


@admin.register(Order)
class OrderAdmin(admin.ModelAdmin[Order]):
    """An order is made and moved by verbs; here it is read, and the verbs are called."""

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
    readonly_fields = (
        "number", "institution", "placed_by", "tier", "status", "method", "purchase_order_number", "total",
        "starts_on", "placed_at",
    )  # fmt: skip
    action_form = NoteActionForm
    actions = ("issue_invoices", "record_in_full", "cancel_selected")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Order | None = None) -> bool:
        return False

    @admin.display(description=_("verified"), boolean=True)
    def is_verified(self, order: Order) -> bool:
        return order.institution.is_verified

    @admin.display(description=_("invoice"), ordering="invoice__number")
    def invoice_number(self, order: Order) -> str:
        invoice: Invoice | None = getattr(order, "invoice", None)
        return invoice.number if invoice else ""

    @admin.action(description=_("Issue the invoice"), permissions=["change"])
    def issue_invoices(self, request: HttpRequest, rows: QuerySet[Order]) -> None:
        by = cast("User", request.user)
        apply(request, rows.order_by("pk"), lambda row: issue_invoice(order=row, by=by))

    @admin.action(description=_("Record payment in full (name the transfer)"), permissions=["change"])
    def record_in_full(self, request: HttpRequest, rows: QuerySet[Order]) -> None:
        by, reference = cast("User", request.user), note_of(request)
        apply(request, rows.order_by("pk"), lambda row: pay_in_full(order=row, reference=reference, by=by))

    @admin.action(description=_("Cancel"), permissions=["change"])
    def cancel_selected(self, request: HttpRequest, rows: QuerySet[Order]) -> None:
        by = cast("User", request.user)
        apply(request, rows, lambda row: cancel_order(order=row, by=by))


def pay_in_full(*, order: Order, reference: str, by: User) -> None:
    """Records what an invoiced order still owes as one transfer. Raises Refused (codes `not-invoiced`, `nothing-owed`)."""
    invoice = Invoice.objects.filter(order=order).first()
    if invoice is None:
        raise Refused(_t("There is no invoice yet: issue it first."), "not-invoiced")
    owed = balance_of(invoice)
    if not owed.amount:
        raise Refused(_t("The invoice is paid already."), "nothing-owed")
    record_payment(
        invoice=invoice,
        amount=owed,
        method=Payment.Method.TRANSFER,
        event_key=f"transfer:{invoice.number}:{reference or 'in full'}",
        received_on=office_today(),
        by=by,
    )
