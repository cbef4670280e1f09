"""What the mailing list holds about a person."""

from __future__ import annotations

from catalog.mailing.subscribing import forget_address
from catalog.models import Subscription
from operations.personal.holdings import Holding, Person, of_addresses

_found = of_addresses(Subscription.objects.all())


def _erase(person: Person) -> int:
    count = _found(person).count()
    for email in person.emails:
        forget_address(email=email)
    return count


LIST = Holding("mailing list", _found, ("email", "language", "confirmed_at"), _erase)
