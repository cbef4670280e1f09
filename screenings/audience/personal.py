"""What screenings hold about a person: their places, and what they plan themselves."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from operations.personal.holdings import Holding, Person, deleted_whole, of_account
from screenings.audience.forgetting import forget_on_request
from screenings.models import PlanRequest, Registration, Screening


def _registered(person: Person) -> QuerySet[Registration]:
    return Registration.objects.filter(Q(email__in=person.emails) | Q(user=person.user, user__isnull=False))


def _erase_registrations(person: Person) -> int:
    """Places to come are free again."""
    rows = list(_registered(person).order_by("screening", "pk"))
    for row in rows:
        forget_on_request(registration=row)
    return len(rows)


AUDIENCE = (
    Holding(
        "registrations",
        _registered,
        ("screening__title", "name", "email", "people", "created_at"),
        _erase_registrations,
    ),
    deleted_whole("plans", of_account(PlanRequest.objects.all(), "asked_by"), "film__title", "created_at"),
    Holding(
        "screenings",
        of_account(Screening.objects.all(), "programmer"),
        ("slug", "created_at"),
        kept="A screening stays, without the programmer's name.",
    ),
)
