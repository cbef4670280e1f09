"""Stripe's hosted page (Checkout Sessions), through Stripe's own library.

https://docs.stripe.com/payments/checkout/fulfill-orders says which events come, and that they may come twice and in any
order; https://docs.stripe.com/api/idempotent_requests explains why repeated requests create only one session.
"""

from __future__ import annotations

import json
import logging
import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import stripe
from django.conf import settings
from django.urls import reverse
from moneyed import Money, get_currency
from pydantic import BaseModel, ValidationError

from licensing.sales.payment.gateways import GatewayRefusedError, GatewayTroubleError, Later, Session, State

if TYPE_CHECKING:
    from stripe.params import RefundCreateParams
    from stripe.params.checkout import SessionCreateParams

    from licensing.models import CardPayment

log = logging.getLogger(__name__)

EVENTS = {
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed",
    "checkout.session.expired",
}
LATER_EVENTS = {"charge.refunded", "refund.failed", "charge.dispute.created", "charge.dispute.closed"}
"""The events that Stripe must send to the endpoint, about a session and about what becomes of its payment; all others are ignored."""
DISPUTE_STATES = {"won": "won", "lost": "lost", "warning_closed": "won"}
"""What a dispute's status says; all others mean that it is open (https://docs.stripe.com/api/disputes/object)."""
TOKEN = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TRIES_AGAIN = 1
"""How often the library tries again when Stripe did not answer, or was busy with the same request."""


class UnreadableEventError(ValueError):
    """The body has no valid signature by Stripe, has an old one, or is not an event."""


class _Intent(BaseModel):
    id: str = ""
    status: str


class _Checkout(BaseModel):
    """The part of a Checkout Session that we read (https://docs.stripe.com/api/checkout/sessions/object)."""

    id: str
    client_reference_id: str | None = None
    status: Literal["open", "complete", "expired"] | None = None
    payment_status: str
    amount_total: int | None = None
    currency: str | None = None
    url: str | None = None
    payment_intent: _Intent | str | None = None

    def heard(self, *, has_failed: bool = False) -> Session:
        has_failed = has_failed or (
            isinstance(self.payment_intent, _Intent)
            and self.payment_intent.status in {"requires_payment_method", "canceled"}
        )
        token = self.client_reference_id or ""
        return Session(
            key=self.id,
            token=token if TOKEN.fullmatch(token) else "",
            state=self._state(has_failed),
            amount=self._amount(),
            page=self.url or "",
            intent=(
                self.payment_intent.id if isinstance(self.payment_intent, _Intent) else self.payment_intent
            )
            or "",
        )

    def _state(self, has_failed: bool) -> State:
        if self.payment_status in {"paid", "no_payment_required"}:
            return State.PAID
        if self.status == "expired":
            return State.EXPIRED
        if self.status == "open":
            return State.OPEN
        return State.FAILED if has_failed else State.PENDING

    def _amount(self) -> Money | None:
        return _money(self.amount_total, self.currency)


class _Charge(BaseModel):
    """https://docs.stripe.com/api/charges/object"""

    payment_intent: str | None = None
    amount_refunded: int
    currency: str


class _Refund(BaseModel):
    """https://docs.stripe.com/api/refunds/object, with its charge."""

    status: str | None = None
    charge: _Charge


class _Dispute(BaseModel):
    """https://docs.stripe.com/api/disputes/object"""

    id: str
    payment_intent: str | None = None
    amount: int
    currency: str
    status: str


class _Failed(BaseModel):
    """A refund that failed, as its event tells of it."""

    id: str
    payment_intent: str | None = None
    amount: int
    currency: str


class _ChargeData(BaseModel):
    object: _Charge


class _DisputeData(BaseModel):
    object: _Dispute


class _FailedData(BaseModel):
    object: _Failed


class _ChargeEvent(BaseModel):
    id: str
    data: _ChargeData


class _DisputeEvent(BaseModel):
    id: str
    data: _DisputeData


class _FailedEvent(BaseModel):
    id: str
    data: _FailedData


class _Data(BaseModel):
    object: _Checkout


class _Event(BaseModel):
    type: str
    data: _Data


class _AnyEvent(BaseModel):
    type: str


class StripeCheckout:
    """At most two short attempts, each with a time limit, because somebody is waiting for the answer."""

    name = "stripe"

    def session_of(self, payment: CardPayment) -> Session:
        if payment.transaction_id:
            return self._ask("retrieve", payment)
        return self._ask("create", payment)

    def close(self, payment: CardPayment) -> Session:
        try:
            return self._ask("expire", payment)
        except GatewayTroubleError:
            return self._ask("retrieve", payment)  # it can no longer be closed if somebody has just paid

    def refund(self, payment: CardPayment, amount: Money, key: str) -> Money:
        wanted: RefundCreateParams = {
            "payment_intent": payment.intent,
            "amount": amount.get_amount_in_sub_unit(),
            "expand": ["charge"],
        }
        try:
            answer = _stripe().v1.refunds.create(wanted, {"idempotency_key": f"refund-{key}"})
            refund = _Refund.model_validate(answer.to_dict())
        except (stripe.InvalidRequestError, stripe.IdempotencyError) as error:
            log.error("Stripe refused a refund of card payment %s: %s", payment.token, error)
            raise GatewayRefusedError(error.user_message or str(error)) from error
        except (stripe.StripeError, ValidationError) as error:
            log.error("Stripe could not refund card payment %s: %s", payment.token, error)
            raise GatewayTroubleError(str(error)) from error
        if refund.status in {"failed", "canceled"}:
            raise GatewayRefusedError(refund.status)
        return Money(Decimal(refund.charge.amount_refunded) / amount.currency.sub_unit, amount.currency)

    def _ask(self, what: Literal["create", "retrieve", "expire"], payment: CardPayment) -> Session:
        sessions = _stripe().v1.checkout.sessions
        try:
            if what == "create":
                # The key is the token alone, so that two tabs, or a retry after a lost answer, get the same session.
                answer = sessions.create(
                    _wanted(payment), {"idempotency_key": f"card-payment-{payment.token}"}
                )
            elif what == "expire":
                answer = sessions.expire(payment.transaction_id)
            else:
                answer = sessions.retrieve(payment.transaction_id, {"expand": ["payment_intent"]})
            return _Checkout.model_validate(answer.to_dict()).heard()
        except (stripe.StripeError, ValidationError) as error:
            if _is_useless(error):
                return Session(payment.transaction_id, payment.token, State.EXPIRED, None)
            log.error("Stripe could not %s the session of card payment %s: %s", what, payment.token, error)
            raise GatewayTroubleError(str(error)) from error


def read_event(*, body: bytes, signature: str) -> Session | Later | None:
    """The session, refund or dispute that an event of Stripe is about; None for an event that does not concern us.

    Raises UnreadableEventError unless the body is an event that Stripe signed within the last five minutes.
    """
    try:
        signature.encode("ascii")  # the library can compare only ASCII
        stripe.WebhookSignature.verify_header(
            body, signature, settings.STRIPE_ENDPOINT_SECRET, stripe.Webhook.DEFAULT_TOLERANCE
        )
        data: Any = json.loads(body)
        kind = _AnyEvent.model_validate(data).type
        if kind in LATER_EVENTS:
            return _later(kind, data)
        if kind not in EVENTS:
            return None
        event = _Event.model_validate(data)
    except (stripe.SignatureVerificationError, ValueError) as error:  # pydantic's and json's are ValueErrors
        raise UnreadableEventError(str(error)) from error
    return event.data.object.heard(has_failed=event.type.endswith("async_payment_failed"))


def _later(kind: str, data: Any) -> Later | None:
    """What was heard of a payment that was made. None for a payment in a currency, or of a kind, that is not ours."""
    if kind == "charge.refunded":
        event = _ChargeEvent.model_validate(data)
        charge = event.data.object
        amount, intent = _money(charge.amount_refunded, charge.currency), charge.payment_intent
        return Later(event.id, intent, "refunded", amount) if amount and intent else None
    if kind == "refund.failed":
        failure = _FailedEvent.model_validate(data)
        refund = failure.data.object
        amount, intent = _money(refund.amount, refund.currency), refund.payment_intent
        return Later(failure.id, intent, "failed", amount, refund.id) if amount and intent else None
    told = _DisputeEvent.model_validate(data)
    dispute = told.data.object
    amount, intent = _money(dispute.amount, dispute.currency), dispute.payment_intent
    state = DISPUTE_STATES.get(dispute.status, "disputed")
    return Later(told.id, intent, state, amount, dispute.id) if amount and intent else None


def _money(amount: int | None, currency: str | None) -> Money | None:
    """An amount in the currency's smallest unit, of which yen have none; None for a currency that we do not use."""
    code = (currency or "").upper()
    if amount is None or code not in settings.CURRENCIES:
        return None
    return Money(Decimal(amount) / get_currency(code).sub_unit, code)


def _wanted(payment: CardPayment) -> SessionCreateParams:
    """The parameters of a session. They come only from the row, because a repeated request must be the same."""
    address = f"{settings.SITE_URL}{payment.order.get_absolute_url()}"
    return {
        "mode": "payment",
        "allowed_payment_method_types": ["card"],
        "adaptive_pricing": {"enabled": False},  # the invoice's own currency and amount
        "client_reference_id": payment.token,
        "customer_email": payment.billing_email,
        "line_items": [
            {
                "quantity": 1,
                "price_data": {
                    "currency": str(payment.total.currency).lower(),
                    "unit_amount": payment.total.get_amount_in_sub_unit(),
                    "product_data": {"name": payment.description},
                },
            }
        ],
        "success_url": f"{settings.SITE_URL}{reverse('licensing:order', args=[payment.order.number])}?back=card",
        "cancel_url": address,
    }


def _is_useless(error: Exception) -> bool:
    """Whether trying again can never help, so that a new session is needed.

    Either the session was made with other keys (test, live), or the first request, whose answer was lost, had other
    parameters (such as another LONGTAKE_SITE_URL).
    """
    is_missing = isinstance(error, stripe.InvalidRequestError) and error.code == "resource_missing"
    return is_missing or (isinstance(error, stripe.IdempotencyError) and error.http_status == 400)


def _stripe() -> stripe.StripeClient:
    return _client(settings.STRIPE_SECRET_KEY, settings.STRIPE_API_BASE, settings.STRIPE_TIMEOUT)


@cache
def _client(key: str, address: str, seconds: float) -> stripe.StripeClient:
    return stripe.StripeClient(
        key,
        base_addresses={"api": address},
        max_network_retries=TRIES_AGAIN,
        http_client=stripe.RequestsClient(timeout=seconds),
    )
