"""How an order can be paid, or why it cannot: the one answer for the checkout, the order's page, the pay page and the verbs."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from moneyed import Money

from licensing.models import CardPayment, Invoice, Order
from licensing.sales.invoicing.balance import balance_of
from licensing.sales.ordering.acceptance import priced_otherwise
from licensing.sales.payment.gateways import takes_cards
from wording.refusals import Refused

BY_CARD = (Order.Method.CARD, Order.Method.INVOICE)
"""What can be paid by card. An invoice after a report is paid by card, transfer or cheque, as its payer likes."""


def methods_offered() -> list[Order.Method]:
    """The ways in which a new order may be paid."""
    return [Order.Method.PURCHASE_ORDER, *([Order.Method.CARD] if takes_cards() else [])]


@dataclass(frozen=True, slots=True)
class ByCard:
    """`refusal` says why the order cannot be paid by card now; None when it can. `opened` is the payment in progress;
    `has_failed` means that the last one was rejected."""

    owed: Money
    refusal: Refused | None
    opened: CardPayment | None
    has_failed: bool

    @property
    def is_owed(self) -> bool:
        return self.refusal is None or self.refusal.code != "nothing-owed"


def by_card(order: Order) -> ByCard:
    """Whether an order can be paid by card. Three queries at most.

    Refusals have the codes `nothing-owed`, `by-purchase-order`, `no-card`, `priced-otherwise`, `not-verified`,
    `being-confirmed` and `needs-office`.
    """
    owed = owed_on(order)
    payments = list(order.card_payments.all()) if order.method in BY_CARD else []
    opened = next((payment for payment in payments if payment.status in CardPayment.OPEN), None)
    has_failed = bool(payments) and payments[0].status == CardPayment.Status.REJECTED
    return ByCard(owed, _refusal(order, owed) or _refusal_of(payments), opened, has_failed)


def owed_on(order: Order) -> Money:
    """What is still owed for the order: its invoice's balance, or its total before it is invoiced."""
    invoice = Invoice.objects.filter(order=order).first()
    return balance_of(invoice) if invoice else order.total


def awaits_payment(order: Order) -> bool:
    """Whether the office may record what comes by transfer or cheque: it is accepted, and something is owed."""
    return order.status == Order.Status.INVOICED and order.kind != Order.Kind.DONATION


def invoice_to_pay(order: Order) -> Invoice:
    """The invoice that a transfer or cheque is for. Raises Refused (code `not-invoiced`)."""
    invoice = Invoice.objects.filter(order=order).first()
    if invoice is None:
        raise Refused(_("There is no invoice yet. Issue it first."), "not-invoiced")
    return invoice


def _refusal(order: Order, owed: Money) -> Refused | None:
    """Why not, judged by the order itself."""
    payable = [Order.Status.PLACED]
    if order.kind != Order.Kind.DONATION:  # one that went back is not asked for again
        payable.append(Order.Status.INVOICED)
    if order.status not in payable or owed.amount <= 0:
        return Refused(
            _("There is nothing to pay for order %(number)s: it is %(status)s."),
            "nothing-owed",
            {"number": order.number, "status": order.get_status_display()},
        )
    if order.method not in BY_CARD:
        return Refused(
            _("Order %(number)s is paid by purchase order, on its invoice."),
            "by-purchase-order",
            {"number": order.number},
        )
    if not takes_cards():
        if order.method == Order.Method.INVOICE:
            return Refused(_("Card payment is not available. Pay by bank transfer or cheque."), "no-card")
        return Refused(_("Card payment is not available. Order with a purchase order instead."), "no-card")
    if not order.institution.is_verified and order.kind != Order.Kind.DONATION:
        return Refused(
            _("%(institution)s is not verified yet. You can pay as soon as it is; we will write to you."),
            "not-verified",
            {"institution": order.institution.legal_name},
        )
    return priced_otherwise(order, order.institution) if order.status == Order.Status.PLACED else None


def _refusal_of(payments: list[CardPayment]) -> Refused | None:
    """Why not, judged by earlier payments."""
    if any(payment.status == CardPayment.Status.PENDING for payment in payments):
        return Refused(
            _("The payment is being confirmed by the bank. There is nothing more to do."), "being-confirmed"
        )
    if any(payment.status == CardPayment.Status.CONFIRMED and payment.message for payment in payments):
        return Refused(
            _("A card payment has arrived that the office must check. Please do not pay again."),
            "needs-office",
        )
    return None
