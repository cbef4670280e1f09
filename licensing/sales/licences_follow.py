"""What becomes of an order's licences when its money changes: withheld, given back, revoked or shortened."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from licensing.licences.issuing import revoke
from licensing.models import CreditNote, Licence, Order

if TYPE_CHECKING:
    from accounts.models import User


class Cause(StrEnum):
    NON_PAYMENT = "non-payment"
    DISPUTE = "dispute"


def suspend_of(order: Order, *, cause: str, because: str) -> list[Licence]:
    return []


def reinstate_of(order: Order, *, cause: str) -> list[Licence]:
    return []


def reinstate_paid(order: Order) -> list[Licence]:
    return []


def end_credited(
    lines: Collection[int], *, how: str, until: date | None, because: str, by: User | None
) -> list[Licence]:
    if how != CreditNote.Licences.REVOKED or by is None:
        return []
    return [
        revoke(licence=each, because=because, by=by)
        for each in Licence.objects.filter(line__in=lines).order_by("pk")
    ]
