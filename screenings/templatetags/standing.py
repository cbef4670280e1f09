"""The visitor's institutions, for the navigation of every page: `{% load standing %}{% visitor_standing as standing %}`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.db.models import Exists, OuterRef

from accounts.signed_in import known_of
from licensing.buyers.memberships import OwnInstitution, institutions_of
from office.permissions import may
from screenings.models import Venue

register = template.Library()

SEE_DESK = "screenings.view_screening"
FETCHED = "runs_venue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The institutions that a visitor is a member of, and whether one of them runs a venue: then they have a desk."""

    institutions: tuple[OwnInstitution, ...] = ()
    has_desk: bool = False


def runs_venue() -> Any:
    """For `accounts.signed_in.fetch_with_person`."""
    return Exists(Venue.objects.filter(institution__memberships__user=OuterRef("pk")))


@register.simple_tag(takes_context=True)
def visitor_standing(context: dict[str, Any]) -> Standing:
    """No query for people who are signed in: this is fetched with the person. Empty on a page rendered without a request."""
    user = context.get("user")
    if user is None or not user.is_authenticated:
        return Standing()
    has_desk = bool(known_of(user).get(FETCHED)) or may(user, SEE_DESK)
    return Standing(institutions=tuple(institutions_of(user)), has_desk=has_desk)
