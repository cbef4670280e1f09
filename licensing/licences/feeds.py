"""The private calendar of a person: opened on demand, and renewed when its address has become known to others."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from licensing.models import Licence, LicenceFeed
from licensing.models.licences.feeds import new_token
from licensing.models.licences.licences import LicenceQuerySet
from licensing.terms.days import office_today

if TYPE_CHECKING:
    from accounts.models import User

KEPT = timedelta(days=365)
"""How long an end that is past stays in the calendar."""
MOST_EVENTS = 5000


@transaction.atomic
def renew_feed(*, user: User) -> LicenceFeed:
    """A new address for the person's calendar; the one before, if there was one, is closed."""
    feed, _made = LicenceFeed.objects.update_or_create(user=user, defaults={"token": new_token()})
    return feed


def ends_for(user: User) -> LicenceQuerySet:
    """The licences with an end that are neither revoked nor replaced, the next to end first."""
    status = Licence.Status
    held = Licence.objects.visible_to(user).filter(
        status__in=[status.ACTIVE, status.SUSPENDED], ends_on__gte=office_today() - KEPT
    )
    return held.select_related("film__part_of").without_papers().order_by("ends_on", "pk")[:MOST_EVENTS]
