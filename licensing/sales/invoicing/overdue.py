"""An invoice that stays unpaid after all its reminders: the office takes the licences back until it is paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from licensing.licences.resting import hold_still
from licensing.models import Invoice, Licence, Order
from licensing.sales.invoicing.invoices import locked
from licensing.sales.invoicing.licences_follow import LAST_NOTICE, Cause, for_want_of, suspend_of
from licensing.terms.days import office_today
from office.permissions import refuse_unless_may
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


def is_long_overdue(invoice: Invoice) -> bool:
    """Whether it is still owed after the day of its last reminder."""
    order = invoice.order
    is_owed = order.status == Order.Status.INVOICED and order.kind != Order.Kind.DONATION
    return is_owed and office_today() > invoice.due_on + LAST_NOTICE


@transaction.atomic
def revoke_for_non_payment(*, invoice: Invoice, by: User) -> list[Licence]:
    """Takes the licences of an unpaid invoice out of force; its payment puts them into force again. Idempotent.

    Raises Refused (codes `office-only`, `not-overdue`).
    """
    refuse_unless_may(by, "licensing.change_licence")
    order = locked(Order(pk=invoice.order_id))
    invoice.order = order
    if not is_long_overdue(invoice):
        raise Refused(
            _(
                "Licences are revoked for non-payment when the last reminder has been sent, %(days)d days after the due date."
            ),
            "not-overdue",
            {"days": LAST_NOTICE.days},
        )
    hold_still(order.institution_id)
    return suspend_of(order, cause=Cause.NON_PAYMENT, because=for_want_of(invoice))
