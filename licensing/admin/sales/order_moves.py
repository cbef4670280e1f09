"""What the office does with an order: accept it, record what was paid, cancel it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.db.models.fields.files import FieldFile
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from licensing.admin.sales.account import shown_account
from licensing.models import Invoice, Order
from licensing.prices.taxes import kept_charges, shown
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.acceptance import above_limit, priced_otherwise, rule_for, size_of
from licensing.sales.ordering.orders import cancel_order
from licensing.sales.payment.paying import awaits_payment
from licensing.sales.payment.received import METHODS, record_received
from licensing.terms.days import office_today
from office.site.moves import Move


def with_paper(words: str, paper: FieldFile) -> str:
    """The words with a link to the PDF that came with them, where one did."""
    if not paper:
        return words
    return format_html('{} <a href="{}">{}</a>', words, paper.url, _now("open the PDF"))


def why_waiting(order: Order) -> str:
    """Why an order by purchase order was not accepted at once; nothing for any other."""
    if order.status != Order.Status.PLACED or order.method != Order.Method.PURCHASE_ORDER:
        return ""
    if order.waits_because:
        return order.waits_because
    if not order.institution.is_verified:
        return _now("The institution is not verified yet.")
    if rule_for(order).at_once:
        return ""
    return _now(
        "No rule accepts an order of the tier “%(tier)s” over %(total)s at once: you accept it here."
    ) % {
        "tier": order.get_tier_display(),
        "total": order.total,
    }


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
        for charge in kept_charges(row.taxed):
            tax = shown(charge, str(row.total.currency))
            yield f"{tax.name} {tax.rate}%", tax.amount
        if because := row.taxed.get("because"):
            yield _("tax"), because
        yield _("total"), row.total
        for share in row.purchase_orders.all():
            yield (
                _("purchase order"),
                with_paper(f"{share.number} {share.cost_centre}, {share.amount}", share.document),
            )
        if row.purchase_order:
            yield _("purchase order"), with_paper(row.purchase_order_number, row.purchase_order)
        if row.status == Order.Status.PLACED and priced_otherwise(row, row.institution):
            yield _("priced for"), size_of(row.tier, row.enrolment)
            yield _("the institution now"), size_of(row.institution.tier, row.institution.enrolment)
        if because := why_waiting(row):
            yield _("why it waits"), because


class IssueInvoice(OrderMove):
    name = "issue-invoice"
    label = _("Accept")
    permission = "licensing.add_invoice"
    field_of_code: ClassVar[Mapping[str, str]] = {"unpaid-limit": "is_above_limit"}
    is_above_limit = forms.BooleanField(
        label=_("Accept it although more would be unpaid than our rules allow"),
        error_messages={
            "required": _("Tick this to accept the order above the limit, or wait for a payment.")
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.above = above_limit(self.row, self.row.institution, rule_for(self.row))
        if self.above is None:
            del self.fields["is_above_limit"]

    @classmethod
    def fits(cls, row: Order) -> bool:
        return super().fits(row) and row.kind != Order.Kind.DONATION  # which is recorded when it has come

    def facts(self) -> Iterable[tuple[object, object]]:
        yield from super().facts()
        if self.above:
            yield _("unpaid"), " ".join(self.above.messages)
        today = office_today()
        yield _("licences begin on"), date_format(max(self.row.starts_on, today))
        yield _("invoice due on"), date_format(today + timedelta(days=rule_for(self.row).net_days))
        yield (
            _("what follows"),
            (
                _now("The invoice is sent; the licences are issued when it is paid.")
                if self.row.method == Order.Method.CARD
                else _now("The invoice is sent and the licences are issued at once.")
            ),
        )

    def act(self) -> str:
        invoice = issue_invoice(order=self.row, by=self.by, **self.cleaned_data)
        return _now("Order %(order)s is accepted. Invoice %(number)s is issued and sent.") % {
            "order": self.row.number,
            "number": invoice.number,
        }


class Cancel(OrderMove):
    name = "cancel"
    label = _("Cancel the order")
    permission = "licensing.change_order"

    def act(self) -> str:
        cancel_order(order=self.row, by=self.by)
        return _now("Order %(number)s is cancelled.") % {"number": self.row.number}


class PaymentMove(Move[Any]):
    """A move on the page of an order and of its invoice."""

    permission = "licensing.add_payment"
    amount: forms.DecimalField
    field_of_code: ClassVar[Mapping[str, str]] = {
        "received-later": "received_on",
        "received-earlier": "received_on",
        "event-of-another-invoice": "reference",
        **dict.fromkeys(("not-positive", "overpaid", "fraction"), "amount"),
    }
    reference = forms.CharField(
        label=_("The bank's reference"),
        max_length=120,
        help_text=_(
            "The reference of the transfer, or the number of the cheque. The same reference again counts as the same payment."
        ),
    )
    method = forms.ChoiceField(label=_("Method"), choices=[(each.value, each.label) for each in METHODS])
    received_on = forms.DateField(label=_("Received on"), widget=AdminDateWidget, initial=office_today)

    @classmethod
    def fits(cls, row: Order | Invoice) -> bool:
        return awaits_payment(order_of(row))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order = order_of(self.row)
        self.invoice: Invoice | None = getattr(self.order, "invoice", None)

    def facts(self) -> Iterable[tuple[object, object]]:
        if self.invoice is None:
            return
        yield _("invoice"), self.invoice.number
        yield _("payer"), self.invoice.snapshot["to"]["legal_name"]
        yield _("total"), self.invoice.total
        for payment in self.invoice.payments.order_by("received_on", "pk"):
            yield (
                _("received"),
                f"{payment.amount}, {date_format(payment.received_on)}, {payment.get_method_display()} {payment.reference}",
            )
        yield _("still owed"), shown_account(self.invoice).balance

    def act(self) -> str:
        values = self.cleaned_data | {"amount": Money(self.cleaned_data["amount"], self.order.total.currency)}
        payment = record_received(order=self.order, by=self.by, **values)
        return _now("A payment of %(amount)s for invoice %(number)s is recorded.") % {
            "amount": payment.amount,
            "number": payment.invoice.number,
        }


class PayInFull(PaymentMove):
    """All that the person is shown as still owed: refused when less is owed by the time it is sent."""

    name = "pay-in-full"
    label = _("Record payment in full")
    amount = forms.DecimalField(widget=forms.HiddenInput, max_digits=14, decimal_places=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.invoice is not None:
            self.initial["amount"] = shown_account(self.invoice).balance.amount


class PayInPart(PaymentMove):
    name = "pay-in-part"
    label = _("Record payment in part")
    amount = forms.DecimalField(label=_("Amount"), max_digits=14, decimal_places=2)
    field_order = ("amount",)


def order_of(row: Order | Invoice) -> Order:
    return row.order if isinstance(row, Invoice) else row
