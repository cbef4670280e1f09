"""Money that the office received by transfer or cheque, each with the bank's reference."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import moneyed
from django.db import transaction
from django.utils.translation import gettext as _

from licensing.models import Invoice, Order, Payment
from licensing.sales.invoices import record_payment
from licensing.sales.paying import invoice_to_pay
from licensing.terms.days import office_today
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

METHODS = (Payment.Method.TRANSFER, Payment.Method.CHEQUE)


@transaction.atomic
def record_received(
    *, invoice: Invoice, amount: moneyed.Money, method: str, reference: str, received_on: date, by: User
) -> Payment:
    """A transfer or cheque for an invoice. The same reference again for the same invoice is the same payment.

    One transfer may pay several invoices, so a reference is known with its invoice. Raises Refused (codes `reference`,
    `method`, `received-later`, and those of `record_payment`).
    """
    reference = " ".join(reference.split())
    if not reference:
        raise Refused(_("Give the bank's reference of the payment."), "reference")
    if method not in METHODS:
        raise Refused(
            _("The office records transfers and cheques; a card payment comes from the gateway."), "method"
        )
    if received_on > office_today():
        raise Refused(_("A payment cannot have been received after today."), "received-later")
    return record_payment(
        invoice=invoice,
        amount=amount,
        method=method,
        event_key=f"{method}:{invoice.number}:{reference}"[:200],
        received_on=received_on,
        by=by,
    )


@transaction.atomic
def pay_in_full(
    *, order: Order, owed: moneyed.Money, method: str, reference: str, received_on: date, by: User
) -> Payment:
    """Records what an invoiced order still owes as one payment; `owed` is what the person was told it is.

    Raises Refused (code `not-invoiced`, and those of `record_received`: `overpaid` when less is owed by now).
    """
    return record_received(
        invoice=invoice_to_pay(order),
        amount=owed,
        method=method,
        reference=reference,
        received_on=received_on,
        by=by,
    )
