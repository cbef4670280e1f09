"""Paying an order by card: one open payment an order; when the gateway confirms it, invoice, payment and licences follow."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from djmoney.money import Money
from payments import PaymentStatus

from licensing import notices
from licensing.days import office_today
from licensing.invoices import balance_of, issue_invoice, record_payment
from licensing.models import CardPayment, Invoice, Order, Payment
from licensing.refusals import Refused

log = logging.getLogger(__name__)

VARIANT = "card"
OPEN = (PaymentStatus.WAITING, PaymentStatus.INPUT)


@transaction.atomic
def open_card_payment(*, order: Order) -> CardPayment:
    """The payment that the gateway is to take for what the order still owes; the open one, if there is one.

    The order's row is locked, so that a form sent twice finds what its first sending did. Raises Refused (codes
    `no-card`, `not-verified`, `nothing-owed`).
    """
    order = (
        Order.objects.select_for_update(of=("self",), no_key=True)
        .select_related("institution")
        .get(pk=order.pk)
    )
    _refuse_unpayable(order)
    invoice = Invoice.objects.filter(order=order).first()
    owed = balance_of(invoice) if invoice else order.total
    payment = CardPayment.objects.filter(order=order, status__in=OPEN).first() or CardPayment(
        order=order, variant=VARIANT, billing_email=order.placed_by.email
    )
    payment.total = owed.amount
    payment.currency = str(owed.currency)
    payment.description = _("Order %(number)s") % {"number": order.number}
    payment.save()
    return payment


def on_card_status(sender: type[Any], instance: CardPayment, **_rest: Any) -> None:
    """django-payments says that a payment's status changed; it may say so more than once."""
    if instance.status == PaymentStatus.CONFIRMED:
        take_card_payment(card_payment=instance)


def take_card_payment(*, card_payment: CardPayment) -> Payment | None:
    """Enters a confirmed payment, once however often it is confirmed. None when it could not be entered.

    The gateway has taken the money, so a refusal may not undo its confirmation: the office is told instead.
    """
    order = card_payment.order
    try:
        with transaction.atomic():
            return record_payment(
                invoice=issue_invoice(order=order, by=None),
                amount=Money(card_payment.total, card_payment.currency),
                method=Payment.Method.CARD,
                event_key=f"card:{card_payment.token}",
                received_on=office_today(),
                by=None,
            )
    except Refused as refused:
        trouble = " ".join(refused.messages)
        log.error(
            "Card payment %s for order %s was not entered: %s", card_payment.token, order.number, trouble
        )
        notices.owe_card_trouble(order=order, token=card_payment.token, trouble=trouble)
        return None


def _refuse_unpayable(order: Order) -> None:
    if VARIANT not in settings.PAYMENT_VARIANTS:
        raise Refused(_("Cards are not taken here yet. Order with a purchase order instead."), "no-card")
    if order.status not in (Order.Status.PLACED, Order.Status.INVOICED):
        raise Refused(
            _("Order %(number)s owes nothing: it is %(status)s."),
            "nothing-owed",
            {"number": order.number, "status": order.get_status_display()},
        )
    if not order.institution.is_verified:
        raise Refused(
            _("%(institution)s is not verified yet. You can pay as soon as it is; we will write to you."),
            "not-verified",
            {"institution": order.institution.legal_name},
        )
