"""What is said to others of an institution when one of its addresses takes no mail any more."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from licensing.models import Act, Institution, Mailbox, Membership
from licensing.notices.owed import members
from reminders.kinds import About
from reminders.models import DeadAddress, Reminder
from reminders.notices import Notice, owe_notices


class AddressReturned(About):
    name = "licensing.address-returned"
    label = _("An address of your institution takes no mail")
    template = "licensing/mail/address_returned.md"
    model = Institution

    def values(self, reminder: Reminder) -> dict[str, Any]:
        return {**super().values(reminder), "is_complaint": reminder.data.get("how") == "complaint"}


def tell_institutions(address: DeadAddress) -> None:
    """To the other administrators of each institution that the address acts for or is a mailbox of; one statement owes all."""
    of_member = Membership.objects.filter(user__email__iexact=address.email).values("institution")
    of_mailbox = Mailbox.objects.filter(email__iexact=address.email).values("institution")
    concerned = Institution.objects.filter(pk__in=of_member.union(of_mailbox)).order_by("pk")
    owe_notices(
        Notice(
            kind=AddressReturned.name,
            about=institution,
            to=each,
            occasion=f"{address.email}:{address.since.isoformat()}",
            data={"email": address.email, "how": address.how, "because": address.because},
        )
        for institution in concerned
        for each in members(institution, Act.ADMINISTER)
        if each.email.lower() != address.email
    )


ADDRESS_KINDS = (AddressReturned,)
