"""Money that the office received by transfer or cheque, with the bank's reference."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import moneyed
from django.db import transaction
from django.utils.translation import gettext as _

from licensing.models import Order, Payment
from licensing.sales.payment.paying import invoice_to_pay
from licensing.sales.payment.payments import record_payment
from licensing.terms.days import office_today
from office.permissions import refuse_unless_may
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

METHODS = (Payment.Method.TRANSFER, Payment.Method.CHEQUE)


@transaction.atomic
def record_received(
    *, order: Order, amount: moneyed.Money, method: str, reference: str, received_on: date, by: User
) -> Payment:
    """Records a transfer or cheque for an order's invoice. The same reference for the same invoice again is the same payment.

    One transfer may pay several invoices, so a payment is identified by its reference and invoice. Raises Refused (codes `office-only`, `not-invoiced`,
    `reference`, `method`, `received-later`, and those of `record_payment`: `overpaid` when less is owed by now, `received-earlier`).
    """
    refuse_unless_may(by, "licensing.add_payment")
    invoice = invoice_to_pay(order)
    reference = " ".join(reference.split())
    if not reference:
        raise Refused(_("Enter the bank's reference of the payment."), "reference")
    if method not in METHODS:
        raise Refused(
            _("The office records transfers and cheques. Card payments are recorded by the gateway."),
            "method",
        )
    if received_on > office_today():
        raise Refused(_("The day of receipt cannot be in the future."), "received-later")
    return record_payment(
        invoice=invoice,
        amount=amount,
        method=method,
        event_key=f"{method}:{invoice.number}:{reference}"[:200],
        received_on=received_on,
        by=by,
    )
