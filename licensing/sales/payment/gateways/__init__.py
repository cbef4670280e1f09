"""Payment gateways: Stripe in production, a dummy without money in development and in the demonstration.

A gateway shows the buyer its own page, a *session*, and later reports the result. Card numbers never reach us.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING, Protocol

from django.conf import settings

if TYPE_CHECKING:
    from moneyed import Money

    from licensing.models import CardPayment


class State(StrEnum):
    """The state of a session."""

    OPEN = auto()
    """The buyer can pay on the session's page."""
    PENDING = auto()
    """The buyer has finished, but it is not known yet whether the money will come."""
    PAID = auto()
    FAILED = auto()
    """The money did not come."""
    EXPIRED = auto()
    """Nobody paid in time, or we closed it."""


@dataclass(frozen=True, slots=True)
class Session:
    """`key` is the gateway's identifier, `token` that of our CardPayment; `page` is empty once nobody can pay there."""

    key: str
    token: str
    state: State
    amount: Money | None
    page: str = ""
    intent: str = ""
    """What refunds and disputes of the payment will name."""


@dataclass(frozen=True, slots=True)
class Later:
    """What the gateway says of a payment that was made: refunded, a refund failed, disputed, and the dispute won or lost.

    `intent` is the payment at the gateway; `amount` of a refund is all that was refunded of it so far. `dispute` names the dispute,
    or the refund that failed.
    """

    key: str
    intent: str
    state: str
    amount: Money
    dispute: str = ""


class GatewayTroubleError(Exception):
    """The gateway could not be reached, was too slow, or refused the request. As far as we know, no money was taken."""


class GatewayRefusedError(GatewayTroubleError):
    """The gateway understood the request and will never do it."""


class Gateway(Protocol):
    """Each call may take seconds and raise GatewayTroubleError, so none is made inside a transaction."""

    name: str

    def session_of(self, payment: CardPayment) -> Session:
        """The payment's session as it is now; a new one when it has none. Idempotent."""

    def close(self, payment: CardPayment) -> Session:
        """Ends a session, so that nobody can pay there any more. Returns its final state, also if it had ended before."""

    def refund(self, payment: CardPayment, amount: Money, key: str) -> Money:
        """Returns money to the card; the same key again is the same refund. Returns all that was refunded of the payment so far.

        Raises GatewayRefusedError when it is refused for good.
        """


def takes_cards() -> bool:
    return bool(settings.CARD_GATEWAY)


def gateway() -> Gateway:
    """The gateway named in the settings. Raises LookupError when there is none: check `takes_cards` first."""
    if settings.CARD_GATEWAY == "stripe":
        from licensing.sales.payment.gateways.stripe_checkout import (
            StripeCheckout,  # it takes half a second to import
        )

        return StripeCheckout()
    if settings.CARD_GATEWAY == "dummy":
        from licensing.sales.payment.gateways.dummy import DummyGateway

        return DummyGateway()
    raise LookupError("The settings name no card gateway.")
