"""Money that goes back: to a card through the gateway, or by transfer with its reference. Each refund is recorded once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import moneyed
from django.db import transaction
from django.db.models import Min
from django.utils.translation import gettext as _
from djmoney.money import Money

from licensing.models import CardPayment, Invoice, Order, Refund, RefundRequest
from licensing.notices import owed as notices
from licensing.sales.invoicing.balance import account_of
from licensing.sales.invoicing.invoices import locked, restate
from licensing.sales.ordering.acceptance import refuse_fractions
from licensing.sales.payment.card import apply_session
from licensing.sales.payment.card_life import hear
from licensing.sales.payment.gateways import GatewayRefusedError, Later, gateway
from licensing.terms.days import office_today
from office.permissions import refuse_unless_may
from wording.refusals import Refused
from wording.say import Amount, gettext_noop, say
from wording.say import Date as SayDate

if TYPE_CHECKING:
    from accounts.models import User

ADD = "licensing.add_refund"
METHODS = (Refund.Method.TRANSFER, Refund.Method.CHEQUE)


@transaction.atomic
def record_refund(
    *, invoice: Invoice, amount: moneyed.Money, method: str, reference: str, refunded_on: date, by: User
) -> Refund:
    """Records a refund by transfer or cheque. The same reference for the same invoice again is the same refund.

    Raises Refused (codes `office-only`, `reference`, `method`, `refunded-later`, `refunded-earlier`, `other-refund`, `refund-open`,
    and those of `_refuse_unfit`).
    """
    refuse_unless_may(by, ADD)
    order = locked(Order(pk=invoice.order_id))
    reference = " ".join(reference.split())
    if not reference:
        raise Refused(_("Enter the bank's reference of the refund."), "reference")
    if method not in METHODS:
        raise Refused(_("A refund to a card is made by the gateway."), "method")
    if refunded_on > office_today():
        raise Refused(_("The day of the refund cannot be in the future."), "refunded-later")
    key = f"refund:{method}:{invoice.number}:{reference}"[:200]
    if known := Refund.objects.filter(event_key=key).first():
        if known.amount != amount:
            raise Refused(
                _("A refund of %(amount)s with this reference is recorded already."),
                "other-refund",
                {"amount": known.amount},
            )
        return known
    _refuse_open_request(invoice)
    _refuse_unfit(invoice, amount)
    _refuse_before_payment(invoice, refunded_on)
    refund = Refund.objects.create(
        invoice=invoice, amount=amount, method=method, refunded_on=refunded_on, event_key=key, recorded_by=by
    )
    restate(order, account_of(invoice))
    notices.owe_refunded(refund=refund)
    return refund


def refund_card(*, invoice: Invoice, amount: moneyed.Money, token: str, by: User) -> None:
    """Refunds to the card that paid, through the gateway; sent again with the same token, it is the same refund.

    Asks the gateway, so call it outside any transaction. Raises Refused (codes of `_open_request`, and `gateway-refused`) and
    GatewayTroubleError: then nothing is known, and the same request can be sent again.
    """
    request = _open_request(invoice=invoice, amount=amount, token=token, by=by)
    if request.is_done:
        return
    payment = request.card_payment
    if not payment.intent:  # paid before it was kept
        apply_session(session=gateway().session_of(payment))
        payment.refresh_from_db()
    try:
        so_far = gateway().refund(payment, request.amount, request.token)
    except GatewayRefusedError as error:
        RefundRequest.objects.filter(pk=request.pk).update(is_done=True)
        raise Refused(
            _("The card service refused the refund: %(why)s"), "gateway-refused", {"why": error}
        ) from error
    hear(event=Later(f"refund:{request.token}", payment.intent, "refunded", so_far))
    RefundRequest.objects.filter(pk=request.pk).update(is_done=True)


def _refuse_open_request(invoice: Invoice) -> None:
    """What the gateway has not answered may have been returned already. Raises Refused (code `refund-open`)."""
    asked = RefundRequest.objects.filter(card_payment__order=invoice.order_id, is_done=False).first()
    if asked is None:
        return
    template = gettext_noop(
        "A refund of {amount} to the card was asked for, and its answer is not known: the money may be on its way. Repeat that refund first; then what is still owed can be returned by transfer."
    )
    raise Refused.saying(say("refund-open", template, amount=Amount.of(asked.amount)))


def card_paid(invoice: Invoice) -> CardPayment | None:
    """The card payment that can be refunded, if one is recorded for the invoice."""
    tokens = [
        key.removeprefix("card:")
        for key in invoice.payments.filter(method="card").values_list("event_key", flat=True)
    ]
    return CardPayment.objects.filter(token__in=tokens, order=invoice.order_id).order_by("-pk").first()


@transaction.atomic
def _open_request(*, invoice: Invoice, amount: moneyed.Money, token: str, by: User) -> RefundRequest:
    """Raises Refused (codes `office-only`, `no-card-payment`, `refund-open`, `other-refund`, `card-failed`, and those of `_refuse_unfit`)."""
    refuse_unless_may(by, ADD)
    locked(Order(pk=invoice.order_id))
    if known := RefundRequest.objects.select_related("card_payment__order").filter(token=token).first():
        if known.amount != amount or known.card_payment.order_id != invoice.order_id:
            raise Refused(_("This request was for another refund."), "other-refund")
        return known
    payment = card_paid(invoice)
    if payment is None:
        raise Refused(_("No card payment is recorded for this invoice."), "no-card-payment")
    opened = payment.refund_requests.filter(is_done=False).select_related("card_payment__order").first()
    if opened and opened.amount == amount:
        return opened  # the answer to it was lost: it is sent again, with its own token
    if opened:
        raise Refused(
            _("A refund of %(amount)s is being made. Repeat it before you ask for another."),
            "refund-open",
            {"amount": opened.amount},
        )
    if payment.refunds.filter(failed__gt=0).exists():
        raise Refused(
            _("An earlier refund did not reach this card. Return the money by transfer, and record that."),
            "card-failed",
        )
    _refuse_unfit(invoice, amount)
    return RefundRequest.objects.create(card_payment=payment, token=token, amount=amount, asked_by=by)


def _refuse_unfit(invoice: Invoice, amount: moneyed.Money) -> None:
    """Raises Refused (codes `not-positive`, `currency`, `fraction`, `more-than-received`, `not-owed`)."""
    if amount.amount <= 0:
        raise Refused(_("A refund must be more than zero."), "not-positive")
    if amount.currency != invoice.total.currency:
        raise Refused(_("A refund is in the currency of its invoice."), "currency")
    refuse_fractions(amount)
    account = account_of(invoice)
    if amount > account.kept:
        raise _refusal(
            "more-than-received", gettext_noop("Only {most} was received and not returned yet."), account.kept
        )
    if amount > account.to_refund:
        raise _refusal(
            "not-owed",
            gettext_noop("We owe {most} to the institution. To return more, issue a credit note first."),
            account.to_refund,
        )


def _refuse_before_payment(invoice: Invoice, refunded_on: date) -> None:
    """Raises Refused (code `refunded-earlier`)."""
    received_on = invoice.payments.aggregate(first=Min("received_on"))["first"]
    if received_on and refunded_on < received_on:
        raise Refused.saying(
            say(
                "refunded-earlier",
                gettext_noop("The first payment came on {day}: it cannot be returned before that day."),
                day=SayDate(received_on),
            )
        )


def _refusal(code: str, template: str, most: Money) -> Refused:
    return Refused.saying(say(code, template, most=Amount.of(most)))
