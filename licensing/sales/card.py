"""Paying an order by card: one open payment an order; when the gateway says it is paid, invoice, payment and licences follow.

`open_card_payment` and `hear` are short transactions under the order's lock. What asks the gateway stands below them, and
runs outside of any transaction.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.models import CardPayment, Order, Payment
from licensing.notices import owed as notices
from licensing.sales.gateways import GatewayTroubleError, Session, State, gateway, takes_cards
from licensing.sales.invoices import issue_invoice, record_payment, refuse_unprintable_documents
from licensing.sales.paying import by_card, owed_on
from licensing.terms.days import office_today
from wording.refusals import Refused
from wording.say import Amount, gettext_noop, say

log = logging.getLogger(__name__)

Status = CardPayment.Status
FOLLOWS = {
    State.PENDING: (Status.PENDING, {Status.WAITING}),
    State.FAILED: (Status.REJECTED, {Status.WAITING, Status.PENDING}),
    State.EXPIRED: (Status.EXPIRED, {Status.WAITING}),
}
"""Which status follows from a session's state, and from which it may; so late and disordered events change nothing."""
MOST_SESSIONS = 3
SILENT_FOR = timedelta(minutes=15)
"""After so long the gateway is asked of an open payment, whether its message was lost or the buyer still thinks."""
MOST_ASKED = 15
"""How many payments one sweep asks of: at twice eight seconds each, less than a task may take."""


@transaction.atomic
def open_card_payment(*, order: Order) -> CardPayment:
    """The payment that the gateway is to take for what the order owes; the open one, if there is one.

    The open one may be for another amount, when some of it was paid by transfer meanwhile: `gateway_page` replaces it.
    Raises Refused (codes: see `paying.by_card`; `unprintable`, before any money is taken for what cannot be issued).
    """
    order = (
        Order.objects.select_for_update(of=("self",), no_key=True)
        .select_related("institution", "placed_by")
        .get(pk=order.pk)
    )
    card = by_card(order)
    if card.refusal:
        raise card.refusal
    refuse_unprintable_documents(order)
    return card.opened or CardPayment.objects.create(
        order=order,
        variant=gateway().name,
        total=card.owed,
        description=_("Order %(number)s") % {"number": order.number},
        billing_email=order.placed_by.email,
    )


@transaction.atomic
def hear(*, session: Session) -> CardPayment | None:
    """Takes in what the gateway says of a session, however often and in whatever order it says it. None if it is not ours.

    A payment is entered once. Where it cannot be entered the office is told, since the money has been taken.
    """
    found = CardPayment.objects.filter(token=session.token).first() if session.token else None
    if found is None:
        return None
    Order.objects.select_for_update(of=("self",), no_key=True).get(pk=found.order_id)
    payment = CardPayment.objects.select_related("order__institution").get(pk=found.pk)
    if session.state is State.PAID:
        _take(payment, session)
    elif payment.transaction_id in ("", session.key):
        payment.transaction_id = session.key
        follows, before = FOLLOWS.get(session.state, (payment.status, set()))
        if payment.status in before:
            payment.status = follows
        payment.save(update_fields=["transaction_id", "status", "modified"])
    return payment


def gateway_page(*, order: Order) -> str:
    """The address of the gateway's page where the order is paid; empty when it turns out that somebody has paid.

    Asks the gateway, so call it outside of any transaction. Raises Refused (codes: see `paying.by_card`) and
    GatewayTroubleError.
    """
    for _try in range(MOST_SESSIONS):
        payment = open_card_payment(order=order)
        session = gateway().session_of(payment)
        hear(session=session)
        if session.state is State.OPEN and payment.total == owed_on(order):
            return session.page
        if session.state is State.OPEN:
            payment.transaction_id = session.key
            session = gateway().close(payment)
            hear(session=session)
        if session.state in (State.PAID, State.PENDING):
            return ""
    raise GatewayTroubleError("Each session had ended before it was used.")


def ask_gateway(*, order: Order) -> None:
    """Takes in what became of the order's open payment, for a buyer who is back before the gateway's own message.

    Asks the gateway, so call it outside of any transaction. Raises GatewayTroubleError.
    """
    payment = by_card(order).opened
    if payment and payment.transaction_id:
        hear(session=gateway().session_of(payment))


def ask_of_silent_payments() -> int:
    """Asks the gateway what became of open payments of which nothing was heard; how many were asked of.

    So a payment is entered also when the gateway's message never came and the buyer never returned. Those heard of
    longest ago come first; the first that the gateway does not answer ends the sweep, and stands last in the next.
    Asks the gateway, so call it outside of any transaction.
    """
    if not takes_cards():
        return 0
    before = timezone.now() - SILENT_FOR
    silent = CardPayment.objects.filter(status__in=CardPayment.OPEN, modified__lt=before)
    told_of = silent.exclude(transaction_id="").select_related("order").order_by("modified", "pk")
    asked = 0
    for payment in told_of[:MOST_ASKED]:
        try:
            hear(session=gateway().session_of(payment))
        except GatewayTroubleError as trouble:
            CardPayment.objects.filter(pk=payment.pk).update(modified=timezone.now())
            log.warning("The sweep of card payments ends early: %s", trouble)
            break
        asked += 1
    return asked


def close_card_payment(*, order: Order) -> None:
    """Closes the order's open session, so that nobody pays an order that is about to be cancelled.

    Asks the gateway, so call it outside of any transaction. Raises GatewayTroubleError.
    """
    payment = by_card(order).opened
    if payment and payment.transaction_id:
        hear(session=gateway().close(payment))


def _take(payment: CardPayment, session: Session) -> None:
    """Enters the money of a paid session. The payment's order is locked."""
    if payment.status == Status.CONFIRMED:
        if payment.transaction_id != session.key:
            _tell(payment, session, _("The order was paid on two pages of the gateway."))
        return
    try:
        with transaction.atomic():
            _enter(payment, session)
    except Refused as refused:
        payment.message = " ".join(refused.messages)
        _tell(payment, session, payment.message)
    payment.status = Status.CONFIRMED
    payment.transaction_id = session.key
    payment.save(update_fields=["status", "transaction_id", "message", "modified"])


def _enter(payment: CardPayment, session: Session) -> None:
    if session.amount != payment.total:
        template = gettext_noop("The gateway took {paid}, and {asked} was asked for.")
        paid = Amount.of(session.amount) if session.amount is not None else ""
        raise Refused.saying(say("another-amount", template, paid=paid, asked=Amount.of(payment.total)))
    record_payment(
        invoice=issue_invoice(order=payment.order, by=None),
        amount=payment.total,
        method=Payment.Method.CARD,
        event_key=f"card:{payment.token}",
        received_on=office_today(),
        by=None,
    )


def _tell(payment: CardPayment, session: Session, trouble: str) -> None:
    log.error("Card payment %s (%s) was not entered: %s", payment.token, session.key, trouble)
    notices.owe_card_trouble(order=payment.order, token=session.key, trouble=trouble)
