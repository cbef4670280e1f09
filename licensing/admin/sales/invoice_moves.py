"""What the office does with an invoice that stands: credit it, return money, take the licences of an unpaid one back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from licensing.admin.sales.account import shown_account
from licensing.admin.sales.order_moves import order_of
from licensing.models import CreditNote, Invoice, Order
from licensing.sales.invoicing.credits import LONGEST_REASON, issue_credit_note, left_of
from licensing.sales.invoicing.licences_follow import licences_charged
from licensing.sales.invoicing.overdue import is_long_overdue, revoke_for_non_payment
from licensing.sales.invoicing.upgrades_follow import counted_towards
from licensing.sales.payment.gateways import GatewayTroubleError, takes_cards
from licensing.sales.payment.refunds import METHODS, card_paid, record_refund, refund_card
from licensing.terms.days import office_today
from office.site.moves import Move


def new_key() -> str:
    return uuid4().hex


class InvoiceMove(Move[Any]):
    """A move on the page of an invoice and of its order, with number, payer and sums to look at."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invoice = invoice_of(self.row)

    def facts(self) -> Iterable[tuple[object, object]]:
        if self.invoice is None:
            return
        account = shown_account(self.invoice)
        yield _("invoice"), self.invoice.number
        yield _("payer"), self.invoice.snapshot["to"]["legal_name"]
        yield _("due on"), self.invoice.due_on
        yield _("total"), account.total
        yield _("credited"), account.credited
        yield _("received"), account.paid
        yield _("refunded"), account.refunded
        yield _("still owed"), account.balance

    def the_invoice(self) -> Invoice:
        if self.invoice is None:
            raise ValidationError(_now("There is no invoice yet. Issue it first."), "not-invoiced")
        return self.invoice


class Credit(InvoiceMove):
    name = "credit"
    label = _("Issue a credit note")
    permission = "licensing.add_creditnote"
    field_of_code: ClassVar[Mapping[str, str]] = {"until": "licences_end_on"}
    key = forms.CharField(widget=forms.HiddenInput, max_length=64, initial=new_key)
    because = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        help_text=_("It is printed on the credit note, and shown to anyone who checks one of its licences."),
    )
    licences = forms.ChoiceField(
        label=_("The licences of these lines"),
        choices=[("", "—"), *CreditNote.Licences.choices],
        help_text=_("The institution is told."),
    )
    licences_end_on = forms.DateField(
        label=_("Their last day"),
        widget=AdminDateWidget,
        required=False,
        help_text=_("If they are to be shortened."),
    )

    upgraded = forms.ChoiceField(
        label=_("The licences that were upgraded"),
        choices=[("", "—"), *CreditNote.Upgraded.choices],
        required=False,
        help_text=_("If the licences of these lines are revoked. The institution is told."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        left = left_of(self.invoice) if self.invoice else {}
        names = dict(self.invoice.order.lines.values_list("pk", "description")) if self.invoice else {}
        self.fields |= {
            f"line_{line}": forms.DecimalField(
                label=names[line],
                max_digits=12,
                decimal_places=2,
                min_value=0,
                required=False,
                initial=amount.amount,
                help_text=_("At most %(amount)s; empty: nothing of this line.") % {"amount": amount},
            )
            for line, amount in left.items()
            if amount.amount
        }
        if not counted_towards(left):
            del self.fields["upgraded"]

    @classmethod
    def fits(cls, row: Order | Invoice) -> bool:
        return order_of(row).status in (Order.Status.INVOICED, Order.Status.PAID)

    def act(self) -> str:
        invoice, data = self.the_invoice(), self.cleaned_data
        amounts = {
            int(name.removeprefix("line_")): Money(value, invoice.total.currency)
            for name, value in data.items()
            if name.startswith("line_") and value
        }
        note = issue_credit_note(
            invoice=invoice,
            amounts=amounts,
            because=data["because"],
            licences=data["licences"],
            licences_end_on=data["licences_end_on"],
            upgraded=data.get("upgraded", ""),
            request_key=f"office:{data['key']}",
            by=self.by,
        )
        return _now("Credit note %(number)s for %(total)s is issued and sent.") % {
            "number": note.number,
            "total": note.total,
        }


class RefundMove(InvoiceMove):
    permission = "licensing.add_refund"
    amount = forms.DecimalField(label=_("Amount"), max_digits=12, decimal_places=2)
    field_of_code: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("not-positive", "fraction", "more-than-received", "not-owed"), "amount"),
        "refunded-later": "refunded_on",
        "refunded-earlier": "refunded_on",
        "other-refund": "reference",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.invoice is not None:
            self.initial["amount"] = shown_account(self.invoice).to_refund.amount

    @classmethod
    def fits(cls, row: Order | Invoice) -> bool:
        """Only on the page of one row."""
        invoice = invoice_of(row)
        return invoice is not None and bool(shown_account(invoice).to_refund.amount)

    def money(self) -> Money:
        return Money(self.cleaned_data["amount"], self.the_invoice().total.currency)


class RecordRefund(RefundMove):
    name = "record-refund"
    label = _("Record a refund by transfer")
    reference = forms.CharField(label=_("The bank's reference"), max_length=120)
    method = forms.ChoiceField(label=_("Method"), choices=[(each.value, each.label) for each in METHODS])
    refunded_on = forms.DateField(label=_("Refunded on"), widget=AdminDateWidget, initial=office_today)

    def act(self) -> str:
        data = self.cleaned_data | {"amount": self.money()}
        refund = record_refund(invoice=self.the_invoice(), by=self.by, **data)
        return _now("A refund of %(amount)s is recorded.") % {"amount": refund.amount}


class RefundCard(RefundMove):
    name = "refund-card"
    label = _("Refund to the card")
    key = forms.CharField(widget=forms.HiddenInput, max_length=64, initial=new_key)

    @classmethod
    def fits(cls, row: Order | Invoice) -> bool:
        invoice = invoice_of(row)
        return takes_cards() and super().fits(row) and invoice is not None and card_paid(invoice) is not None

    def act(self) -> str:
        try:
            refund_card(
                invoice=self.the_invoice(), amount=self.money(), token=self.cleaned_data["key"], by=self.by
            )
        except GatewayTroubleError as trouble:
            raise ValidationError(
                _now(
                    "The card service did not answer, so it is not known whether the money went back. Send this again."
                ),
                "gateway-trouble",
            ) from trouble
        return _now("%(amount)s is refunded to the card.") % {"amount": self.money()}


class RevokeUnpaid(InvoiceMove):
    name = "revoke-unpaid"
    label = _("Revoke for non-payment")
    permission = "licensing.change_licence"

    @classmethod
    def fits(cls, row: Order | Invoice) -> bool:
        invoice = invoice_of(row)
        return invoice is not None and is_long_overdue(invoice)

    def facts(self) -> Iterable[tuple[object, object]]:
        yield from super().facts()
        if self.invoice is not None:
            for licence in licences_charged(self.invoice.order):
                yield _("licence"), f"{licence}, {licence.get_status_display()}"

    def act(self) -> str:
        licences = revoke_for_non_payment(invoice=self.the_invoice(), by=self.by)
        return _now("Out of force until the invoice is paid: %(numbers)s.") % {
            "numbers": ", ".join(str(licence) for licence in licences)
        }


def invoice_of(row: Order | Invoice) -> Invoice | None:
    return row if isinstance(row, Invoice) else getattr(row, "invoice", None)
