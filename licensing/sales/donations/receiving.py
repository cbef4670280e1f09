"""What the office does with donations: the money of a transfer is recorded, and a name in the list of supporters hidden."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import moneyed
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.models import CardPayment, Donation, Order, Payment
from licensing.sales.invoicing.invoices import issue_invoice, locked
from licensing.sales.ordering.acceptance import refuse_fractions
from licensing.sales.payment.received import record_received
from office.permissions import refuse_unless_may
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MAY = "licensing.change_donation"


@transaction.atomic
def receive_donation(
    *, order: Order, amount: moneyed.Money, method: str, reference: str, received_on: date, by: User
) -> Payment:
    """Records what came by transfer or cheque, which may be more or less than was announced; a receipt is sent.

    Raises Refused (codes `office-only`, `no-donation`, `being-confirmed`, `not-positive`, `currency`, `fraction`, and those of `record_received`).
    """
    refuse_unless_may(by, "licensing.add_payment")
    order = locked(order)
    if order.kind != Order.Kind.DONATION or order.status != Order.Status.PLACED:
        raise Refused(_("This is no donation that waits for its money."), "no-donation")
    _refuse_while_paid_by_card(order)
    if amount.amount <= 0:
        raise Refused(_("A payment must be more than zero."), "not-positive")
    if amount.currency != order.total.currency:
        raise Refused(
            _("The donation was announced in %(currency)s."), "currency", {"currency": order.total.currency}
        )
    refuse_fractions(amount)
    if amount.amount != order.total.amount:
        order.total = amount
        order.save(update_fields=["total"])
        order.lines.update(amount=amount)
    issue_invoice(order=order, by=None)
    return record_received(
        order=order, amount=amount, method=method, reference=reference, received_on=received_on, by=by
    )


def _refuse_while_paid_by_card(order: Order) -> None:
    """A page of the gateway that was opened ends by itself after a day, paid or not; one that never was has no key there."""
    if order.card_payments.filter(status__in=CardPayment.OPEN).exclude(transaction_id="").exists():
        raise Refused(
            _(
                "The donor has a card page open for this donation. It closes within a day; if the card has not paid then, record the transfer."
            ),
            "being-confirmed",
        )


@transaction.atomic
def hide_supporter(*, donation: Donation, by: User) -> Donation:
    """Takes the entry out of the list. Idempotent. Raises Refused (code `office-only`)."""
    return _set_hidden(donation, by, is_hidden=True)


@transaction.atomic
def show_supporter(*, donation: Donation, by: User) -> Donation:
    """Puts the entry back. Idempotent. Raises Refused (code `office-only`)."""
    return _set_hidden(donation, by, is_hidden=False)


def _set_hidden(donation: Donation, by: User, *, is_hidden: bool) -> Donation:
    refuse_unless_may(by, MAY)
    row = (
        Donation.objects.select_for_update(of=("self",), no_key=True)
        .select_related("order")
        .get(pk=donation.pk)
    )
    if is_hidden != (row.hidden_at is not None):
        row.hidden_at, row.hidden_by = (timezone.now(), by) if is_hidden else (None, None)
        row.save(update_fields=["hidden_at", "hidden_by"])
    return row
