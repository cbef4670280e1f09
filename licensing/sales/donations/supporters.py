"""Who supports the distributor, of those who asked to be named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from licensing.lookup import acts_for
from licensing.models import Act, Donation, Order
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MOST_NAMED = 300


@dataclass(frozen=True, slots=True)
class Supporters:
    """Names, the newest first, each once; and how many gave without a name."""

    names: tuple[str, ...]
    anonymous: int

    def __bool__(self) -> bool:
        return bool(self.names or self.anonymous)


@transaction.atomic
def leave_supporters(*, order: Order, by: User) -> None:
    """The donor takes the entry of a donation out of the list, for good. Idempotent. Raises Refused (code `not-a-member`)."""
    if not acts_for(by, order.institution, "licensing.change_donation", Act.ORDER):
        raise Refused(
            _("Only a member who may order for the institution, or the office, can do this."), "not-a-member"
        )
    row = Donation.objects.select_for_update(of=("self",), no_key=True).get(order=order)
    row.listing, row.name = Donation.Listing.NO, ""
    row.save(update_fields=["listing", "name"])


def supporters() -> Supporters:
    """Two queries."""
    shown = Donation.objects.shown()
    named = shown.filter(listing=Donation.Listing.NAMED).values_list("name", flat=True)[:MOST_NAMED]
    anonymous = (
        shown.filter(listing=Donation.Listing.ANONYMOUS).values("order__institution").distinct().order_by()
    )
    return Supporters(tuple(dict.fromkeys(named)), anonymous.count())
