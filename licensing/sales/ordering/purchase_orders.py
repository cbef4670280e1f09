"""One order paid under several purchase orders, each for a share of the total."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
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
    """The shares, tidied, with their amounts. Says all that is wrong with them at once. Raises Refused (codes `no-purchase-order-number`, `too-many-shares`,
    `share-amount`, `same-share`, `shares-total`, `fraction`)."""
    shares = [
        replace(share, number=" ".join(share.number.split()), cost_centre=" ".join(share.cost_centre.split()))
        for share in given
    ]
    if len(shares) == 1 and shares[0].number and shares[0].amount is None:
        return [replace(shares[0], amount=total)]
    if refusals := [*_of_numbers(shares), *_of_amounts(shares, total)]:
        raise refusals[0] if len(refusals) == 1 else Refused(refusals)
    return shares


def _of_numbers(shares: list[Share]) -> Iterator[Refused]:
    if any(not share.number for share in shares):
        yield Refused(_("Enter the number of the purchase order."), "no-purchase-order-number")
    if len(shares) > MOST_SHARES:
        yield Refused(
            _("An order can be split over at most %(most)d purchase orders."),
            "too-many-shares",
            {"most": MOST_SHARES},
        )
    times = Counter(share.number.casefold() for share in shares if share.number)
    if twice := sorted({share.number for share in shares if times[share.number.casefold()] > 1}):
        yield Refused(
            _("Purchase order %(number)s is entered twice. Enter each once, with all that it pays."),
            "same-share",
            {"number": twice[0]},
        )


def _of_amounts(shares: list[Share], total: Money) -> Iterator[Refused]:
    amounts = [share.amount for share in shares if share.amount is not None]
    if len(shares) == 1 and not amounts:
        return
    if len(amounts) < len(shares) or any(a.amount <= 0 or a.currency != total.currency for a in amounts):
        yield Refused(
            _("Enter for each purchase order how much it pays, in the order's currency."), "share-amount"
        )
        return
    try:
        for amount in amounts:
            refuse_fractions(amount)
    except Refused as refused:
        yield refused
        return
    given = sum(amounts[1:], start=amounts[0])
    if given != total:
        yield Refused.saying(
            say(
                "shares-total",
                gettext_noop("The purchase orders add up to {given}, and the order's total is {total}."),
                given=Amount.of(given),
                total=Amount.of(total),
            )
        )
