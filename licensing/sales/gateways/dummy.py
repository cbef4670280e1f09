"""A gateway without money, whose page lets people choose what becomes of the payment. Never part of production."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from licensing.sales.gateways import Session, State

if TYPE_CHECKING:
    from licensing.models import CardPayment


class DummyGateway:
    """It keeps nothing: a session is open as long as our own row waits."""

    name = "dummy"

    def session_of(self, payment: CardPayment) -> Session:
        return dummy_session(payment, State.OPEN)

    def close(self, payment: CardPayment) -> Session:
        return dummy_session(payment, State.EXPIRED)


def dummy_session(payment: CardPayment, state: State) -> Session:
    page = reverse("licensing:dummy-card", args=[payment.token]) if state is State.OPEN else ""
    return Session(f"dummy-{payment.token}", payment.token, state, payment.total, page)
