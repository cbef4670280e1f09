"""What screenings hold about a person: their places, and what they plan themselves."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from operations.personal.holdings import Holding, Person, deleted_whole, of_account
from screenings.audience.forgetting import forget_on_request
from screenings.models import Place, PlanRequest, Registration, Screening, Wait


def _registered(person: Person) -> QuerySet[Registration]:
    return Registration.objects.filter(Q(email__in=person.emails) | Q(user=person.user, user__isnull=False))


def _places(person: Person) -> QuerySet[Place]:
    """At which showings; they go with the registrations."""
    return Place.objects.filter(registration__in=_registered(person))


def _waited_for(person: Person) -> QuerySet[Any]:
    return Wait.showings.through.objects.filter(wait__registration__in=_registered(person))


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
    Holding(
        "places",
        _places,
        ("showing__screening__title", "showing__film__title", "showing__starts_at", "people", "arrived"),
    ),
    Holding(
        "waiting",
        _waited_for,
        (
            "wait__registration__screening__title",
            "showing__film__title",
            "showing__starts_at",
            "wait__people",
        ),
    ),
    deleted_whole("plans", of_account(PlanRequest.objects.all(), "asked_by"), "film__title", "created_at"),
    Holding(
        "screenings",
        of_account(Screening.objects.all(), "programmer"),
        ("slug", "created_at"),
        kept="A screening stays, without the programmer's name.",
    ),
)
