"""What screenings hold about a person: their places, and what they plan themselves."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from operations.personal.holdings import Holding, Person, Row, values
from screenings.audience.forgetting import forget_on_request
from screenings.models import PlanRequest, Registration, Screening


def _registered(person: Person) -> QuerySet[Registration]:
    return Registration.objects.filter(Q(email__in=person.emails) | Q(user=person.user, user__isnull=False))


def _registrations(person: Person) -> Iterable[Row]:
    return values(_registered(person), "screening__title", "name", "email", "people", "created_at")


def _erase_registrations(person: Person) -> int:
    """Places to come are free again."""
    rows = list(_registered(person).order_by("screening", "pk"))
    for row in rows:
        forget_on_request(registration=row)
    return len(rows)


def _plans(person: Person) -> Iterable[Row]:
    return (
        values(PlanRequest.objects.filter(asked_by=person.user), "film__title", "created_at")
        if person.user
        else []
    )


def _erase_plans(person: Person) -> int:
    return PlanRequest.objects.filter(asked_by=person.user).delete()[0] if person.user else 0


def _screenings(person: Person) -> Iterable[Row]:
    return (
        values(Screening.objects.filter(programmer=person.user), "slug", "created_at") if person.user else []
    )


AUDIENCE = (
    Holding("registrations", _registrations, _erase_registrations),
    Holding("plans", _plans, _erase_plans),
    Holding("screenings", _screenings, kept="A screening stays, without the programmer's name."),
)
