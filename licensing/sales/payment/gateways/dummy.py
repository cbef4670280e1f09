"""A gateway without money. On its page people choose the result of the payment. Never used in production."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from licensing.sales.payment.gateways import Session, State

if TYPE_CHECKING:
    from moneyed import Money

    from licensing.models import CardPayment


class DummyGateway:
    """It stores nothing: a session is open as long as our own row is waiting."""

    name = "dummy"

    def session_of(self, payment: CardPayment) -> Session:
        return dummy_session(payment, State.OPEN)

    def close(self, payment: CardPayment) -> Session:
        return dummy_session(payment, State.EXPIRED)

    def refund(self, payment: CardPayment, amount: Money, key: str) -> Money:
        """It always works. What was refunded so far is what we recorded."""
        from licensing.models import CardEvent

        events = CardEvent.objects.filter(intent=payment.intent, state=CardEvent.State.REFUNDED)
        if known := events.filter(key=f"refund:{key}").first():
            return known.amount
        return max((event.amount for event in events), default=amount * 0) + amount


def dummy_session(payment: CardPayment, state: State) -> Session:
    page = reverse("licensing:dummy-card", args=[payment.token]) if state is State.OPEN else ""
    key = f"dummy-{payment.token}"
    return Session(key, payment.token, state, payment.total, page, intent=key if state is State.PAID else "")
