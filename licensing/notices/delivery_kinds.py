"""What each notice about a delivery says."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from licensing.delivery.words import how_words
from licensing.models import Delivery
from licensing.terms.days import office_today
from licensing.terms.spans import Standing
from reminders.kinds import About
from reminders.models import Reminder

ALIVE = {Standing.IN_FORCE, Standing.NOT_YET}


class AboutDelivery(About):
    model = Delivery
    joins = ("licence__institution", "licence__film__part_of", "copy__film__part_of", "link", "key_request")
    states: tuple[str, ...] = ()

    def still_holds(self, row: Delivery) -> bool:
        return row.state in self.states and row.licence.standing(office_today()) in ALIVE

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        return values | {"sentence": how_words(values["delivery"]), "licence": values["delivery"].licence}


class DeliveryReady(AboutDelivery):
    name = "licensing.delivery-ready"
    label = _("A film can be watched or downloaded")
    template = "licensing/mail/delivery_ready.md"
    goes_together = True
    states = (Delivery.State.GIVEN,)


class ParcelSent(AboutDelivery):
    name = "licensing.parcel-sent"
    label = _("A parcel is on its way")
    template = "licensing/mail/parcel_sent.md"
    states = (Delivery.State.SENT, Delivery.State.RECEIVED)

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        return values | {"goes_to": ", ".join(values["delivery"].sent_to.splitlines())}


class ReturnDue(AboutDelivery):
    name = "licensing.return-due"
    label = _("A copy is due back")
    template = "licensing/mail/return_due.md"
    goes_together = True
    keeps_quiet = True
    states = (Delivery.State.SENT, Delivery.State.RECEIVED)

    def still_holds(self, row: Delivery) -> bool:
        """The copy is asked back whatever has become of the licence."""
        return row.state in self.states and row.return_by is not None

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        return values | {"is_late": values["delivery"].return_by < office_today()}


class AboutKey(AboutDelivery):
    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        return values | {"servers": values["delivery"].key_request.servers.splitlines()}


class KeyAsked(AboutKey):
    name = "licensing.key-asked"
    label = _("A key (KDM) is asked for")
    template = "licensing/mail/key_asked.md"
    states = (Delivery.State.TO_DO,)
    is_for_the_office = True


class KeySent(AboutKey):
    name = "licensing.key-sent"
    label = _("A key (KDM) is sent")
    template = "licensing/mail/key_sent.md"
    states = (Delivery.State.SENT,)


class DeliveryOverdue(AboutDelivery):
    name = "licensing.delivery-overdue"
    label = _("A delivery is overdue")
    template = "licensing/mail/delivery_overdue.md"
    goes_together = True
    states = (Delivery.State.TO_DO,)
    is_for_the_office = True


DELIVERY_KINDS = (DeliveryReady, ParcelSent, ReturnDue, KeyAsked, KeySent, DeliveryOverdue)
