"""Discs and DCPs that travel: sent, arrived, returned, replaced."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.models import ScreeningCopy
from licensing.delivery.giving import locked, refuse_unless_to_do
from licensing.delivery.promising import in_time
from licensing.lookup import role_of
from licensing.models import Act, Delivery, Licence, Way
from licensing.models.buyers.roles import ROLES_FOR
from licensing.models.licences.ways import PARCELS
from licensing.notices import deliveries_owed as notices
from licensing.terms.days import office_today
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

REPLACED_WITHIN = timedelta(days=30)
"""A defective disc is replaced within this time; all sales are final otherwise."""
LONGEST_LOAN = timedelta(days=3653)
ON_THE_WAY = (Delivery.State.SENT, Delivery.State.RECEIVED)


@transaction.atomic
def send_parcel(
    *,
    delivery: Delivery,
    by: User,
    carrier: str,
    sent_to: str,
    tracking_number: str = "",
    copy: ScreeningCopy | None = None,
    return_by: date | None = None,
) -> Delivery:
    """Records a parcel that has been handed to its carrier; the members are told, and reminded when it is due back.

    Raises Refused (codes `office-only`, `state`, `standing`, `way`, `carrier`, `sent-to`, `return-by`).
    """
    delivery = locked(delivery, by=by)
    refuse_unless_to_do(delivery)
    today = office_today()
    if delivery.way not in PARCELS:
        raise Refused(_("This is not sent as a parcel."), "way")
    if not carrier.strip():
        raise Refused(_("Say who carries the parcel."), "carrier")
    if not sent_to.strip():
        raise Refused(_("Enter the address that the parcel is sent to."), "sent-to")
    if return_by is not None and return_by <= today:
        raise Refused(_("The parcel cannot be due back before it has arrived."), "return-by")
    if return_by is not None and return_by > today + LONGEST_LOAN:
        raise Refused(_("Check the year in which the parcel is due back."), "return-by")
    delivery.carrier, delivery.tracking_number = carrier.strip(), tracking_number.strip()
    delivery.sent_to, delivery.copy, delivery.return_by = sent_to.strip(), copy, return_by
    delivery.state, delivery.sent_on = Delivery.State.SENT, today
    delivery.save()
    notices.forget_overdue(delivery)
    notices.owe_parcel_sent(delivery)
    return delivery


@transaction.atomic
def note_arrival(*, delivery: Delivery, by: User) -> Delivery:
    """Records that a parcel has arrived: a member who is no reader says so, or the office. Idempotent. Raises Refused (codes `not-yours`, `state`)."""
    if role_of(by, delivery.licence.institution) not in ROLES_FOR[Act.RECEIVE]:
        delivery = locked(delivery, by=by)
    else:
        Licence.objects.select_for_update(no_key=True).get(pk=delivery.licence_id)
        delivery = Delivery.objects.select_for_update(no_key=True).get(pk=delivery.pk)
    if not delivery.is_parcel or delivery.state not in ON_THE_WAY:
        raise Refused(_("No parcel is on its way."), "state")
    if delivery.state == Delivery.State.SENT:
        delivery.state, delivery.received_on = Delivery.State.RECEIVED, office_today()
        delivery.save()
    return delivery


@transaction.atomic
def note_return(*, delivery: Delivery, by: User) -> Delivery:
    """Records that the copy is back; its reminders are cancelled. Raises Refused (codes `office-only`, `state`)."""
    delivery = locked(delivery, by=by)
    if not delivery.is_parcel or delivery.state not in ON_THE_WAY:
        raise Refused(_("No parcel is out."), "state")
    delivery.state, delivery.returned_on = Delivery.State.RETURNED, office_today()
    delivery.save()
    notices.forget_return(delivery)
    return delivery


@transaction.atomic
def replace_disc(*, delivery: Delivery, by: User) -> Delivery:
    """Owes another disc for a defective one. Raises Refused (codes `office-only`, `way`, `state`, `replaced`, `too-late`)."""
    delivery = locked(delivery, by=by)
    if delivery.way != Way.DISC:
        raise Refused(_("Only discs are replaced."), "way")
    if delivery.sent_on is None:
        raise Refused(_("The disc has not been sent yet."), "state")
    if hasattr(delivery, "replaced_by"):
        raise Refused(_("This disc has been replaced already."), "replaced")
    last = delivery.sent_on + REPLACED_WITHIN
    if office_today() > last:
        raise Refused(_("Defective discs are replaced within 30 days after they were sent."), "too-late")
    another = Delivery.objects.create(
        licence=delivery.licence,
        way=Way.DISC,
        due_on=in_time(office_today()),
        copy=delivery.copy,
        replaces=delivery,
    )
    notices.owe_overdue([another])
    return another
