"""What was paid to licensors on their statements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import moneyed
from django.db import transaction
from django.utils.translation import gettext as _
from moneyed import Money

from licensing.models import Licensor, LicensorPayment
from licensing.royalties.figures import balance_of
from licensing.sales.ordering.acceptance import refuse_fractions
from licensing.terms.days import office_today
from office.permissions import refuse_unless_may
from wording.refusals import Refused
from wording.say import Amount, gettext_noop, say

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def record_licensor_payment(
    *, licensor: Licensor, amount: moneyed.Money, reference: str, paid_on: date, by: User
) -> LicensorPayment:
    """Records a payment. The same reference again is the same payment.

    Raises Refused (codes `office-only`, `reference`, `paid-later`, `not-positive`, `fraction`, `other-payment`, `more-than-due`).
    """
    refuse_unless_may(by, "licensing.add_licensorpayment")
    licensor = Licensor.objects.select_for_update(no_key=True).get(pk=licensor.pk)
    reference = " ".join(reference.split())
    if not reference:
        raise Refused(_("Enter the bank's reference of the payment."), "reference")
    if known := licensor.payments.filter(reference=reference).first():
        if known.amount != amount:
            raise Refused(
                _("A payment of %(amount)s with this reference is recorded already."),
                "other-payment",
                {"amount": known.amount},
            )
        return known
    if paid_on > office_today():
        raise Refused(_("The day of the payment cannot be in the future."), "paid-later")
    if amount.amount <= 0:
        raise Refused(_("A payment must be more than zero."), "not-positive")
    refuse_fractions(amount)
    due = Money(max(0, balance_of(licensor, str(amount.currency))), amount.currency)
    if amount > due:
        raise Refused.saying(
            say("more-than-due", gettext_noop("Only {most} is due to the licensor."), most=Amount.of(due))
        )
    return LicensorPayment.objects.create(
        licensor=licensor, amount=amount, reference=reference, paid_on=paid_on, recorded_by=by
    )
