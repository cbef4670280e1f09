"""Where a donation by transfer goes."""

from __future__ import annotations

from licensing.documents.bills.how_to_pay import how_to_pay
from licensing.models import Order
from licensing.terms.days import office_today
from office.distributor.snapshot import Selling


def transfer_to(order: Order) -> list[list[str]]:
    """Our account in the order's currency, as names and values; nothing for an order that is paid by card."""
    if order.method == Order.Method.CARD:
        return []
    seller = Selling.on(office_today()).snapshot(currency=str(order.total.currency))
    return how_to_pay(seller, reference=order.number)[0].rows if seller["bank"] else []
