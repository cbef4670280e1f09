"""Money received for invoices. A payment event is applied once, however often it arrives; the last one brings a receipt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import moneyed
from django.db import transaction
from django.utils.translation import gettext as _

from licensing.models import Invoice, Order, Payment
from licensing.sales.invoicing.balance import Account, account_of
from licensing.sales.invoicing.invoices import locked, restate
from licensing.sales.invoicing.licences_follow import reinstate_paid
from licensing.sales.invoicing.receipts import issue_receipt, next_receipt_number
from licensing.sales.ordering.acceptance import refuse_fractions
from licensing.terms.days import office_day
from office.permissions import refuse_unless_may
from revisions.prepared import Prepared
from wording.refusals import Refused
from wording.say import Amount, Date, gettext_noop, say

if TYPE_CHECKING:
    from accounts.models import User


_OF_EVENT = Prepared(lambda: Payment.objects.filter(event_key="-").order_by(), event="-")


@transaction.atomic
def record_payment(
    *,
    invoice: Invoice,
    amount: moneyed.Money,
    method: str,
    event_key: str,
    received_on: date,
    by: User | None,
) -> Payment:
    """Records money received. `event_key` names the event (`card:<token>`, `transfer:<bank reference>`); repeats change nothing.

    When the invoice is paid in full, its order becomes paid, a receipt is sent, licences that were to wait for the money are
    issued, and those that were suspended for want of it are reinstated. Raises Refused (codes `office-only`, `not-positive`,
    `currency`, `fraction`, `credited`, `overpaid`, `received-earlier`, `event-of-another-invoice`).
    """
    refuse_unless_may(by, "licensing.add_payment")
    order = locked(Order(pk=invoice.order_id))
    known = _OF_EVENT.row(event=event_key)
    if known:
        return _same_event(known, invoice, amount)
    account = account_of(invoice)
    refuse_wrong_amount(invoice, amount, account)
    _refuse_before_the_order(order, received_on)
    payment = Payment.objects.create(
        invoice=invoice,
        amount=amount,
        method=method,
        received_on=received_on,
        event_key=event_key,
        recorded_by=by,
    )
    if account.balance == amount:
        order.invoice = invoice
        reinstate_paid(order)  # licences are locked before numbers are taken
        restate(order, account.with_paid(amount))
        number = next_receipt_number()
        issue_receipt(order=order, number=number, account=account.with_paid(amount), settled_by=payment)
    return payment


def _refuse_before_the_order(order: Order, received_on: date) -> None:
    """Money may come before its invoice, never before its order. Raises Refused (code `received-earlier`)."""
    placed_on = office_day(order.placed_at)
    if received_on < placed_on:
        raise Refused.saying(
            say(
                "received-earlier",
                gettext_noop("The order was placed on {day}: its money cannot have come before that day."),
                day=Date(placed_on),
            )
        )


def _same_event(known: Payment, invoice: Invoice, amount: moneyed.Money) -> Payment:
    if known.invoice_id != invoice.pk or known.amount != amount:
        raise Refused(
            _(
                "A payment with this reference (%(key)s) is recorded already, for another invoice or another amount."
            ),
            "event-of-another-invoice",
            {"key": known.event_key.rpartition(":")[2]},
        )
    return known


def refuse_wrong_amount(invoice: Invoice, amount: moneyed.Money, account: Account) -> None:
    """Raises Refused (codes `not-positive`, `currency`, `fraction`, `credited`, `overpaid`) unless at least this is still owed."""
    if amount.amount <= 0:
        raise Refused(_("A payment must be more than zero."), "not-positive")
    if amount.currency != invoice.total.currency:
        raise Refused(
            _("The invoice is in %(owed)s and the payment in %(paid)s."),
            "currency",
            {"owed": invoice.total.currency, "paid": amount.currency},
        )
    refuse_fractions(amount)
    if account.is_credited_whole:
        raise Refused(
            _(
                "Invoice %(number)s was credited in full, so nothing is owed on it. Return the money to the payer."
            ),
            "credited",
            {"number": invoice.number},
        )
    if amount > account.balance:
        raise Refused.saying(
            say(
                "overpaid",
                gettext_noop(
                    "The payment of {amount} is more than the {balance} still owed on invoice {number}."
                ),
                amount=Amount.of(amount),
                balance=Amount.of(account.balance),
                number=invoice.number,
            )
        )
