"""What the mailing list holds about a person."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.mailing.subscribing import forget_address
from catalog.models import Subscription
from operations.personal.holdings import Holding, Person, Row, values


def _subscriptions(person: Person) -> Iterable[Row]:
    return values(Subscription.objects.filter(email__in=person.emails), "email", "language", "confirmed_at")


def _erase(person: Person) -> int:
    count = Subscription.objects.filter(email__in=person.emails).count()
    for email in person.emails:
        forget_address(email=email)
    return count


LIST = Holding("mailing list", _subscriptions, _erase)
