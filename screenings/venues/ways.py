"""Ways between venues: kept once, by whoever runs either of the two, and the same in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from screenings.models import Venue, VenueWay
from screenings.venues.describing import lock_venue, refuse_too_many
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def keep_way(*, venue: Venue, other: Venue, minutes: int, by: User) -> VenueWay:
    """`by` runs the venue, and `other` is any other one. Saying it again, from either end, changes the minutes.

    Raises Refused: `not-yours`, `same-venue`, `too-many`.
    """
    row = lock_venue(venue, by)
    if row.pk == other.pk:
        raise Refused(_("Choose another venue: this one is where the way begins."), "same-venue")
    refuse_too_many(VenueWay.objects.of(row).exclude(pk__in=VenueWay.objects.of(other)).count())
    first, second = sorted((row, other), key=lambda each: each.pk)
    way = VenueWay(venue=first, other=second, minutes=minutes)
    # In one statement, because whoever runs the other venue holds another lock.
    VenueWay.objects.bulk_create(
        [way], update_conflicts=True, unique_fields=["venue", "other"], update_fields=["minutes"]
    )
    return way


@transaction.atomic
def forget_way(*, way: VenueWay, venue: Venue, by: User) -> None:
    """By one who runs the `venue`, which is at either end of it. Raises Refused: `not-yours`."""
    VenueWay.objects.of(lock_venue(venue, by)).filter(pk=way.pk).delete()
