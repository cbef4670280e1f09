"""A gateway without money. On its page people choose the result of the payment. Never used in production."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from licensing.sales.gateways import Session, State

if TYPE_CHECKING:
    from licensing.models import CardPayment


class DummyGateway:
    """It stores nothing: a session is open as long as our own row is waiting."""

    name = "dummy"

    def session_of(self, payment: CardPayment) -> Session:
        return dummy_session(payment, State.OPEN)

    def close(self, payment: CardPayment) -> Session:
        return dummy_session(payment, State.EXPIRED)


def dummy_session(payment: CardPayment, state: State) -> Session:
    page = reverse("licensing:dummy-card", args=[payment.token]) if state is State.OPEN else ""
    return Session(f"dummy-{payment.token}", payment.token, state, payment.total, page)
