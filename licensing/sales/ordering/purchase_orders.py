"""One order paid under several purchase orders, each for a share of the total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext as _
from moneyed import Money

from licensing.models import Order, PurchaseOrder
from licensing.sales.ordering.acceptance import refuse_fractions
from wording.refusals import Refused
from wording.say import Amount, gettext_noop, say

MOST_SHARES = 20


@dataclass(frozen=True, slots=True)
class Share:
    """A purchase order and what it pays; an only one pays everything, and needs no amount."""

    number: str
    cost_centre: str = ""
    amount: Money | None = None
    document: File[Any] | None = None

    def row(self, order: Order) -> PurchaseOrder:
        """The row of a share that `shares_of` has returned."""
        if self.amount is None:
            raise ValueError("The share has no amount yet.")
        return PurchaseOrder(
            order=order,
            number=self.number,
            cost_centre=self.cost_centre,
            amount=self.amount,
            document=self.document,
        )


def shares_of(given: Sequence[Share], total: Money) -> list[Share]:
    """The shares, tidied, with their amounts. Raises Refused (codes `no-purchase-order-number`, `too-many-shares`,
    `share-amount`, `same-share`, `shares-total`, `fraction`)."""
    shares = [
        replace(share, number=" ".join(share.number.split()), cost_centre=" ".join(share.cost_centre.split()))
        for share in given
    ]
    if any(not share.number for share in shares):
        raise Refused(_("Enter the number of the purchase order."), "no-purchase-order-number")
    if len(shares) == 1 and shares[0].amount is None:
        return [replace(shares[0], amount=total)]
    if len(shares) > MOST_SHARES:
        raise Refused(
            _("An order can be split over at most %(most)d purchase orders."),
            "too-many-shares",
            {"most": MOST_SHARES},
        )
    if len({(share.number, share.cost_centre) for share in shares}) < len(shares):
        raise Refused(_("The same purchase order and cost centre are entered twice."), "same-share")
    return _adding_up(shares, total)


def _adding_up(shares: list[Share], total: Money) -> list[Share]:
    amounts = [share.amount for share in shares if share.amount is not None]
    if len(amounts) < len(shares) or any(a.amount <= 0 or a.currency != total.currency for a in amounts):
        raise Refused(
            _("Enter for each purchase order how much it pays, in the order's currency."), "share-amount"
        )
    for amount in amounts:
        refuse_fractions(amount)
    given = sum(amounts[1:], start=amounts[0])
    if given != total:
        raise Refused.saying(
            say(
                "shares-total",
                gettext_noop("The purchase orders add up to {given}, and the order's total is {total}."),
                given=Amount.of(given),
                total=Amount.of(total),
            )
        )
    return shares
