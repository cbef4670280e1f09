"""The message about a donation that comes by transfer. What is paid by card brings a receipt at once."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from licensing.models import Order
from reminders.kinds import About
from reminders.notices import Notice, Recipient, owe_notices


class DonationAnnounced(About):
    name = "licensing.donation-announced"
    label = _("A donation is announced")
    template = "licensing/mail/donation_announced.md"
    model = Order
    joins = ("institution", "placed_by")

    def still_holds(self, row: Order) -> bool:
        return row.status == Order.Status.PLACED


DONATION_KINDS = (DonationAnnounced,)


def owe_announced(order: Order) -> None:
    """To the donor: where to transfer it."""
    to = Recipient.person(order.placed_by)
    owe_notices([Notice(kind="licensing.donation-announced", about=order, to=to)])
