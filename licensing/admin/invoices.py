"""Invoices, payments, the gateway's payments and the number series: what was issued and received stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from licensing.invoices import record_payment, refuse_wrong_amount
from licensing.models import CardPayment, Invoice, NumberSeries, Payment

if TYPE_CHECKING:
    from accounts.models import User


class ReadOnlyAdmin[Row: models.Model](admin.ModelAdmin[Row]):
    """What nobody edits."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        return False


@admin.register(Invoice)
class InvoiceAdmin(ReadOnlyAdmin[Invoice]):
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

    @admin.display(description=_("to"), ordering="order__institution__legal_name")
    def licensee(self, invoice: Invoice) -> str:
        return str(invoice.snapshot["to"]["legal_name"])

    @admin.display(description=_("status"))
    def status(self, invoice: Invoice) -> str:
        return invoice.order.get_status_display()


class PaymentForm(forms.ModelForm[Payment]):
    """A payment that came by transfer or cheque; `event_key` is the bank's reference."""

    class Meta:
        model = Payment
        fields = ("invoice", "amount", "method", "received_on", "event_key")
        help_texts = {"event_key": _("The bank's reference: the same one again is the same payment.")}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("invoice") and data.get("amount"):
            refuse_wrong_amount(data["invoice"], data["amount"])
        return data


@admin.register(Payment)
class PaymentAdmin(admin.ModelAdmin[Payment]):
    form = PaymentForm
    list_display = ("invoice", "amount", "method", "received_on", "event_key", "recorded_by")
    list_filter = ("method", "received_on")
    search_fields = ("event_key", "invoice__number", "invoice__order__institution__legal_name")
    list_select_related = ("invoice", "recorded_by")
    autocomplete_fields = ("invoice",)
    date_hierarchy = "received_on"

    def save_model(self, request: HttpRequest, obj: Payment, form: Any, change: bool) -> None:
        recorded = record_payment(
            invoice=obj.invoice,
            amount=obj.amount,
            method=obj.method,
            event_key=obj.event_key,
            received_on=obj.received_on,
            by=cast("User", request.user),
        )
        obj.pk = recorded.pk

    def has_change_permission(self, request: HttpRequest, obj: Payment | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Payment | None = None) -> bool:
        return False


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
