"""What the office does with an order: invoice it, record what was paid, cancel it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from licensing.models import Invoice, Order, Payment
from licensing.sales.invoices import balance_of, issue_invoice
from licensing.sales.orders import cancel_order
from licensing.sales.paying import awaits_payment, invoice_to_pay
from licensing.sales.received import METHODS, pay_in_full, record_received
from licensing.terms.days import office_today
from office.site.moves import Move


class OrderMove(Move[Order]):
    @classmethod
    def fits(cls, row: Order) -> bool:
        return row.status == Order.Status.PLACED

    def facts(self) -> Iterable[tuple[object, object]]:
        row = self.row
        yield _("order"), row.number
        yield _("institution"), f"{row.institution}, {row.institution.get_verification_display()}"
        yield _("payment by"), f"{row.get_method_display()} {row.purchase_order_number}"
        for line in row.lines.all():
            yield line.description, line.amount
        yield _("total"), row.total


class IssueInvoice(OrderMove):
    name = "issue-invoice"
    label = _("Issue the invoice")
    permission = "licensing.add_invoice"

    def act(self) -> str:
        invoice = issue_invoice(order=self.row, by=self.by)
        return _now("Invoice %(number)s is issued and sent.") % {"number": invoice.number}


class Cancel(OrderMove):
    name = "cancel"
    label = _("Cancel the order")
    permission = "licensing.change_order"

    def act(self) -> str:
        cancel_order(order=self.row, by=self.by)
        return _now("Order %(number)s is cancelled.") % {"number": self.row.number}


class PaymentMove(Move[Any]):
    """On an order's page and on its invoice's."""

    permission = "licensing.add_payment"
    field_of_code: ClassVar[Mapping[str, str]] = {
        "received-later": "received_on",
        "event-of-another-invoice": "reference",
        **dict.fromkeys(("not-positive", "overpaid"), "amount"),
    }
    reference = forms.CharField(
        label=_("The bank's reference"),
        max_length=120,
        help_text=_(
            "Of the transfer, or the cheque's number. The same one again is the same payment, not another."
        ),
    )
    method = forms.ChoiceField(label=_("Came by"), choices=[(each.value, each.label) for each in METHODS])
    received_on = forms.DateField(label=_("Received on"), widget=AdminDateWidget, initial=office_today)

    @classmethod
    def fits(cls, row: Order | Invoice) -> bool:
        invoice = invoice_of(row)
        return invoice is not None and awaits_payment(invoice.order)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invoice = invoice_of(self.row)

    def facts(self) -> Iterable[tuple[object, object]]:
        if self.invoice is None:
            return
        yield _("invoice"), self.invoice.number
        yield _("payer"), self.invoice.snapshot["to"]["legal_name"]
        yield _("total"), self.invoice.total
        for payment in self.invoice.payments.order_by("received_on", "pk"):
            yield _("received"), f"{payment.amount}, {payment.received_on}, {payment.event_key}"
        yield _("still owed"), balance_of(self.invoice)

    def said(self, payment: Payment) -> str:
        told = {"amount": payment.amount, "number": payment.invoice.number}
        return _now("A payment of %(amount)s for invoice %(number)s is recorded.") % told


class PayInFull(PaymentMove):
    name = "pay-in-full"
    label = _("Record payment in full")
    owed = forms.DecimalField(widget=forms.HiddenInput, max_digits=14, decimal_places=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.invoice is not None:
            self.initial["owed"] = balance_of(self.invoice).amount

    def act(self) -> str:
        order, told = order_of(self.row), dict(self.cleaned_data)
        owed = Money(told.pop("owed"), order.total.currency)
        return self.said(pay_in_full(order=order, owed=owed, by=self.by, **told))


class PayInPart(PaymentMove):
    name = "pay-in-part"
    label = _("Record payment in part")
    amount = forms.DecimalField(label=_("Amount"), max_digits=14, decimal_places=2)
    field_order = ("amount",)

    def act(self) -> str:
        told = dict(self.cleaned_data)
        amount = Money(told.pop("amount"), self.row.total.currency)
        invoice = invoice_to_pay(order_of(self.row))
        return self.said(record_received(invoice=invoice, amount=amount, by=self.by, **told))


def order_of(row: Order | Invoice) -> Order:
    return row if isinstance(row, Order) else row.order


def invoice_of(row: Order | Invoice) -> Invoice | None:
    return row if isinstance(row, Invoice) else getattr(row, "invoice", None)
