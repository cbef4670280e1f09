"""What becomes of an order's licences when its money changes: withheld, given back, revoked or shortened."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from licensing.licences.ending import revoke, shorten
from licensing.licences.resting import held_licence
from licensing.licences.suspending import reinstate, suspend
from licensing.models import CreditNote, Invoice, Licence, Order, OrderLine
from licensing.notices.owed import OVERDUE_DAYS
from licensing.terms.days import office_today
from licensing.terms.spans import Standing
from revisions.prepared import Prepared

if TYPE_CHECKING:
    from accounts.models import User

LAST_NOTICE = timedelta(days=max(OVERDUE_DAYS))
"""After the day on which an invoice is due: its last reminder."""
Cause = Licence.Cause
OVER = (Standing.ENDED, Standing.REVOKED, Standing.SUPERSEDED)


def suspend_of(order: Order, *, cause: Licence.Cause, because: str) -> list[Licence]:
    """Suspends what the order brought and is not over. The order must be locked."""
    today = office_today()
    return [
        suspend(licence=licence, because=because, by=None, cause=cause, order=order.pk)
        for licence in licences_charged(order)
        if licence.standing(today) not in OVER
    ]


def reinstate_of(order: Order, *, cause: Licence.Cause) -> list[Licence]:
    """Gives back what was suspended for this cause. The order must be locked. One query if there is nothing."""
    return [
        reinstate(licence=licence, by=None, cause=cause, order=order.pk)
        for licence in _suspended(order, cause)
    ]


def reinstate_paid(order: Order) -> list[Licence]:
    """Takes back what suspended licences for want of this payment. What another invoice, long overdue, would suspend it does now."""
    done = []
    for licence in _suspended(order, Cause.NON_PAYMENT):
        for invoice in _owed_besides(licence, order):
            because = for_want_of(invoice)
            suspend(
                licence=licence, because=because, by=None, cause=Cause.NON_PAYMENT, order=invoice.order_id
            )
        done.append(reinstate(licence=licence, by=None, cause=Cause.NON_PAYMENT, order=order.pk))
    return done


def for_want_of(invoice: Invoice) -> str:
    return _("Invoice %(number)s is not paid.") % {"number": invoice.number}


def _suspended(order: Order, cause: Licence.Cause) -> list[Licence]:
    """Those that this cause suspends, locked before they are asked: a payment for another order about them may just be adding it."""
    rows = _SUSPENDED_FOR_FEE if order.kind == Order.Kind.AFTER_REPORT else _SUSPENDED
    held = [held_licence(licence) for licence in rows.rows(order=order.pk)]
    return [licence for licence in held if Licence.cause_of(cause, order.pk) in licence.suspensions]


def _suspended_by(path: str) -> Prepared[Licence]:
    """Those of an order; `path` leads from a licence to the order."""
    return Prepared(
        lambda: Licence.objects.filter(**{path: -1}, status=Licence.Status.SUSPENDED).order_by("pk"), order=-1
    )


_SUSPENDED = _suspended_by("line__order")
_SUSPENDED_FOR_FEE = _suspended_by("report_fees__line__order")


def _owed_besides(licence: Licence, order: Order) -> list[Invoice]:
    """The invoices of other orders about a licence that are owed after their last reminder."""
    fees = OrderLine.objects.filter(report_fee__licence=licence).values_list("order", flat=True)
    others = {licence.line.order_id, *fees} - {order.pk}
    overdue = Invoice.objects.filter(due_on__lt=office_today() - LAST_NOTICE, order__in=others)
    return list(overdue.filter(order__status=Order.Status.INVOICED).order_by("pk"))


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


def licences_charged(order: Order) -> list[Licence]:
    """The licences that an order brought, or the one whose reports it charges a fee for: its payment decides of them."""
    is_fee = order.kind == Order.Kind.AFTER_REPORT
    charged = {"report_fees__line__order": order} if is_fee else {"line__order": order}
    return list(Licence.objects.filter(**charged).order_by("pk"))
