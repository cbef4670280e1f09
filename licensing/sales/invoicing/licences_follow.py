"""What becomes of an order's licences when its money changes: withheld, given back, revoked or shortened."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from licensing.licences.ending import revoke, shorten
from licensing.licences.suspending import reinstate, suspend
from licensing.models import CreditNote, Licence, Order
from licensing.terms.days import office_today
from licensing.terms.spans import Standing
from revisions.prepared import Prepared

if TYPE_CHECKING:
    from accounts.models import User

Cause = Licence.Cause
OVER = (Standing.ENDED, Standing.REVOKED, Standing.SUPERSEDED)


_SUSPENDED = Prepared(
    lambda: Licence.objects.filter(
        line__order=-1, status=Licence.Status.SUSPENDED, suspended_for="-"
    ).order_by("pk"),
    order=-1,
    cause="-",
)


def suspend_of(order: Order, *, cause: Licence.Cause, because: str) -> list[Licence]:
    """Suspends what the order brought and is not over. The order must be locked."""
    today = office_today()
    return [
        suspend(licence=licence, because=because, by=None, cause=cause)
        for licence in _licences(order)
        if licence.standing(today) not in OVER
    ]


def reinstate_of(order: Order, *, cause: Licence.Cause) -> list[Licence]:
    """Gives back what was suspended for this cause. The order must be locked. One query if there is nothing."""
    suspended = _SUSPENDED.rows(order=order.pk, cause=cause)
    return [reinstate(licence=licence, by=None, cause=cause) for licence in suspended]


def reinstate_paid(order: Order) -> list[Licence]:
    """Gives back what was suspended for want of payment."""
    return reinstate_of(order, cause=Cause.NON_PAYMENT)


def end_credited(
    lines: Collection[int], *, how: str, until: date | None, because: str, by: User | None
) -> list[Licence]:
    """Revokes or shortens the licences of credited lines, or keeps them. The order must be locked.

    Raises Refused (those of `ending.shorten`, such as `until`).
    """
    if how == CreditNote.Licences.KEPT:
        return []
    today, done = office_today(), []
    for licence in Licence.objects.filter(line__in=lines).order_by("pk"):
        if licence.standing(today) in OVER:
            continue
        if how == CreditNote.Licences.REVOKED:
            done.append(revoke(licence=licence, because=because, by=by))
        elif until is not None:
            done.append(shorten(licence=licence, until=until, because=because, by=by))
    return done


def _licences(order: Order) -> list[Licence]:
    return list(Licence.objects.filter(line__order=order).order_by("pk"))
