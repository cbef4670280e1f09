"""A person's own calendar: opened on demand, given another address, or closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from screenings.models import ShowingFeed
from screenings.models.feeds import new_feed_token

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def renew_feed(*, user: User) -> ShowingFeed:
    """A new address for the person's calendar; the one before, if there was one, is closed."""
    feed, _made = ShowingFeed.objects.update_or_create(user=user, defaults={"token": new_feed_token()})
    return feed


@transaction.atomic
def close_feed(*, user: User) -> None:
    """Closes the address. Idempotent."""
    ShowingFeed.objects.filter(user=user).delete()
