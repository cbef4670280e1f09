"""Paying an order by card. An order has one open payment; when the gateway reports it paid, invoice, payment and licences follow.

`open_card_payment` and `apply_session` are short transactions under the order's lock. The functions below them ask the gateway and
run outside any transaction.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.lookup import acts_for
from licensing.models import CardPayment, Order, Payment
from licensing.notices import owed as notices
from licensing.sales.invoicing.invoices import issue_invoice, locked, refuse_unprintable_documents
from licensing.sales.ordering.orders import refuse_not_cancelling
from licensing.sales.ordering.taxing import retax
from licensing.sales.payment.card_life import follow, hold_for_news, hold_intent
from licensing.sales.payment.gateways import GatewayTroubleError, Session, State, gateway, takes_cards
from licensing.sales.payment.paying import by_card, owed_on
from licensing.sales.payment.payments import record_payment
from licensing.sales.quoting.upgrades import refusal_of_counted
from licensing.terms.days import office_today
from office.distributor.snapshot import Selling
from wording.refusals import Refused
from wording.say import Amount, gettext_noop, say

if TYPE_CHECKING:
    from accounts.models import User

log = logging.getLogger(__name__)

Status = CardPayment.Status
FOLLOWS = {
    State.PENDING: (Status.PENDING, {Status.WAITING}),
    State.FAILED: (Status.REJECTED, {Status.WAITING, Status.PENDING}),
    State.EXPIRED: (Status.EXPIRED, {Status.WAITING}),
}
"""For each state of a session: the new status of the payment, and the statuses from which it may follow. So events that
come late or out of order change nothing."""
MOST_SESSIONS = 3
SILENT_FOR = timedelta(minutes=15)
"""After this time without news of an open payment we ask the gateway: its message may be lost, or the buyer still undecided."""
MOST_ASKED = 15
"""How many payments one run asks about: at twice eight seconds each, less time than a task may take."""


@transaction.atomic
def open_card_payment(*, order: Order, by: User | None) -> CardPayment:
    """A payment for what the order still owes, for the gateway to take; the open one if there is one.

    The open one may be for another amount if part was paid by transfer in the meantime: `gateway_page` replaces it.
    The tax of an order without invoice is worked out again first. Raises Refused (codes: `not-a-member`; see `paying.by_card`; `no-state`; `upgrade-…`; `unprintable`, before money is taken for documents that cannot be issued).
    """
    order = locked(order)
    refuse_not_paying(order, by)
    card = by_card(order)
    if card.refusal:
        raise card.refusal
    if card.opened is None and not hasattr(order, "invoice"):
        retax(order, Selling.on(office_today()))
        card = by_card(order)
    refuse_unprintable_documents(order)
    # Once it is accepted, what it upgrades is replaced by its own licence, and counts towards nothing else.
    if order.status == Order.Status.PLACED and (refusal := refusal_of_counted(order)):
        raise refusal
    return card.opened or CardPayment.objects.create(
        order=order,
        variant=gateway().name,
        total=card.owed,
        description=_("Order %(number)s") % {"number": order.number},
        billing_email=order.placed_by.email,
    )


@transaction.atomic
def apply_session(*, session: Session) -> CardPayment | None:
    """Applies what the gateway reports about a session; reports may be repeated or out of order. None if it is not ours.

    A payment is recorded once. If it cannot be recorded, the office is notified, because the money has been taken.
    """
    found = CardPayment.objects.filter(token=session.token).first() if session.token else None
    if found is None:
        return None
    if session.state is State.PAID:
        hold_intent(session.intent)
    order = locked(Order(pk=found.order_id))
    payment = CardPayment.objects.get(pk=found.pk)
    payment.order = order
    if session.state is State.PAID:
        _take(payment, session)
    elif payment.transaction_id in ("", session.key):
        payment.transaction_id = session.key
        follows, before = FOLLOWS.get(session.state, (payment.status, set()))
        if payment.status in before:
            payment.status = follows
        payment.save(update_fields=["transaction_id", "status", "modified"])
    return payment


def gateway_page(*, order: Order, by: User | None) -> str:
    """The address of the gateway's payment page for the order; empty when it turns out that somebody has already paid.

    `by` pays: who may order for the institution, or the office; None is the system. Asks the gateway, so call it outside any
    transaction. Raises Refused (codes of `open_card_payment`) and GatewayTroubleError.
    """
    for _try in range(MOST_SESSIONS):
        payment = open_card_payment(order=order, by=by)
        session = gateway().session_of(payment)
        apply_session(session=session)
        if session.state is State.OPEN and payment.total == owed_on(order):
            return session.page
        if session.state is State.OPEN:
            payment.transaction_id = session.key
            session = gateway().close(payment)
            apply_session(session=session)
        if session.state in (State.PAID, State.PENDING):
            return ""
    raise GatewayTroubleError("Each session ended before it could be used.")


def ask_gateway(*, order: Order) -> None:
    """Asks for the state of the order's open payment, for a buyer who returns before the gateway's own message arrives.

    Asks the gateway, so call it outside any transaction. Raises GatewayTroubleError.
    """
    payment = by_card(order).opened
    if payment and payment.transaction_id:
        apply_session(session=gateway().session_of(payment))


def ask_of_silent_payments() -> int:
    """Asks the gateway about open payments without recent news. Returns how many it asked about.

    So a payment is recorded even if the gateway's message never arrives and the buyer never returns. Those with the oldest
    news come first; the first that the gateway does not answer ends the run, and comes last in the next one.
    Asks the gateway, so call it outside any transaction.
    """
    if not takes_cards():
        return 0
    before = timezone.now() - SILENT_FOR
    silent = CardPayment.objects.filter(status__in=CardPayment.OPEN, modified__lt=before)
    known_to_gateway = silent.exclude(transaction_id="").select_related("order").order_by("modified", "pk")
    asked = 0
    for payment in known_to_gateway[:MOST_ASKED]:
        try:
            apply_session(session=gateway().session_of(payment))
        except GatewayTroubleError as trouble:
            CardPayment.objects.filter(pk=payment.pk).update(modified=timezone.now())
            log.warning("The check of open card payments ends early: %s", trouble)
            break
        asked += 1
    return asked


def close_card_payment(*, order: Order, by: User) -> None:
    """Closes the order's open session, so that nobody pays for an order that is about to be cancelled by this person.

    Raises as `orders.cancel_order` where that would: then the session stays open for whoever is paying. Asks the gateway, so call it outside any transaction. Raises GatewayTroubleError.
    """
    refuse_not_cancelling(order, by)
    payment = by_card(order).opened
    if payment and payment.transaction_id:
        apply_session(session=gateway().close(payment))


def refuse_not_paying(order: Order, by: User | None) -> None:
    """Raises Refused (code `not-a-member`)."""
    if by is not None and not acts_for(by, order.institution, "licensing.change_order"):
        raise Refused(_("Your role does not pay orders. Ask a colleague who may order."), "not-a-member")


def _take(payment: CardPayment, session: Session) -> None:
    """Records the money of a paid session. The payment's order must be locked."""
    if payment.status == Status.CONFIRMED:
        _keep_intent(payment, session)
        if payment.transaction_id != session.key:
            _report_trouble(payment, session, _("The order was paid on two pages of the gateway."))
        return
    hold_for_news(session.intent, payment.order)
    try:
        with transaction.atomic():
            _record(payment, session)
    except Refused as refused:
        payment.message = " ".join(refused.messages)
        _report_trouble(payment, session, payment.message)
    payment.status = Status.CONFIRMED
    payment.transaction_id = session.key
    payment.intent = session.intent
    payment.save(update_fields=["status", "transaction_id", "intent", "message", "modified"])
    follow(payment, Order.objects.select_related("institution", "placed_by").get(pk=payment.order_id))


def _keep_intent(payment: CardPayment, session: Session) -> None:
    """A payment that was confirmed before it was kept."""
    if session.intent and not payment.intent and payment.transaction_id == session.key:
        payment.intent = session.intent
        payment.save(update_fields=["intent", "modified"])
        follow(payment, payment.order)


def _record(payment: CardPayment, session: Session) -> None:
    if session.amount != payment.total:
        template = gettext_noop("The gateway took {paid} instead of {asked}.")
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


def _report_trouble(payment: CardPayment, session: Session, trouble: str) -> None:
    log.error("Card payment %s (%s) was not recorded: %s", payment.token, session.key, trouble)
    notices.owe_card_trouble(order=payment.order, token=session.key, trouble=trouble)
