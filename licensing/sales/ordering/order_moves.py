"""The states of an order, and the legal moves between them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from licensing.models import Order
from wording.refusals import Refused

Status = Order.Status


class IllegalMove(Refused):
    """The order may not move from its current state to the requested one."""


LEGAL_MOVES: dict[Status, frozenset[Status]] = {
    Status.PLACED: frozenset({Status.INVOICED, Status.CANCELLED}),
    # An issued invoice never changes, so its order cannot be cancelled: it is credited.
    Status.INVOICED: frozenset({Status.PAID, Status.CREDITED}),
    Status.PAID: frozenset(
        {Status.INVOICED, Status.CREDITED}
    ),  # owed again when money goes back without a credit
    Status.CANCELLED: frozenset(),
    Status.CREDITED: frozenset(),
}


def move(order: Order, to: Status) -> None:
    """Moves a locked order and saves it. Raises IllegalMove (code `illegal-move`)."""
    refuse_illegal(order, to)
    order.status = to
    order.save(update_fields=["status"])


def refuse_illegal(order: Order, to: Status) -> None:
    """Raises IllegalMove (code `illegal-move`)."""
    now = Status(order.status)
    if to not in LEGAL_MOVES[now]:
        raise IllegalMove(
            _("Order %(number)s is %(now)s and cannot become %(to)s."),
            "illegal-move",
            {"number": order.number, "now": now.label, "to": to.label},
        )
