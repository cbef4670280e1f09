"""The visitor's institutions, for the navigation of every page: `{% load standing %}{% visitor_standing as standing %}`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.db.models import Case, Exists, OuterRef, When

from accounts.signed_in import known_of
from licensing.buyers.memberships import OwnInstitution, institutions_of
from licensing.models import Act, Membership
from licensing.models.buyers.roles import ROLES_FOR
from office.permissions import may
from screenings.models import Venue

register = template.Library()

SEE_DESK = "screenings.view_screening"
FETCHED = "runs_venue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The institutions that a visitor is a member of, and whether one of them runs or may hire a venue: then they have a desk."""

    institutions: tuple[OwnInstitution, ...] = ()
    has_desk: bool = False


def runs_venue() -> Any:
    """For `accounts.signed_in.fetch_with_person`."""
    person = OuterRef("pk")
    runs = Exists(Venue.objects.filter(institution__memberships__user=person))
    presents = Membership.objects.filter(user=person, role__in=sorted(ROLES_FOR[Act.SCREEN]))
    anywhere = Exists(Venue.objects.filter(open_to_hire=True)) & Exists(presents)
    where_named = Exists(presents.filter(institution__in=Venue.hirers.through.objects.values("institution")))
    return Case(When(runs | anywhere | where_named, then=True), default=False)


@register.simple_tag(takes_context=True)
def visitor_standing(context: dict[str, Any]) -> Standing:
    """No query for people who are signed in: this is fetched with the person. Empty on a page rendered without a request."""
    user = context.get("user")
    if user is None or not user.is_authenticated:
        return Standing()
    has_desk = bool(known_of(user).get(FETCHED)) or may(user, SEE_DESK)
    return Standing(institutions=tuple(institutions_of(user)), has_desk=has_desk)
