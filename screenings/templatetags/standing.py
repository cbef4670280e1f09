"""The visitor's institutions, for the navigation of every page: `{% load standing %}{% visitor_standing as standing %}`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django import template
from django.db.models import Case, Exists, OuterRef, Q, When

from licensing.models import Act, Institution, Membership
from licensing.models.buyers.roles import ROLES_FOR
from office.permissions import may
from screenings.models import Venue

if TYPE_CHECKING:
    from accounts.models import User

register = template.Library()

SEE_DESK = "screenings.view_screening"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The institutions that a visitor is a member of, and whether one of them runs or may hire a venue: then they have a desk."""

    institutions: list[Institution] = field(default_factory=list)
    has_desk: bool = False


@register.simple_tag(takes_context=True)
def visitor_standing(context: dict[str, Any]) -> Standing:
    """One query for signed-in people; none for guests, or on a page that is rendered without a request."""
    user = context.get("user")
    if user is None or not user.is_authenticated:
        return Standing()
    if not hasattr(user, "standing"):
        user.standing = _standing_of(user)
    standing: Standing = user.standing
    return standing


def _standing_of(user: User) -> Standing:
    here = OuterRef("pk")
    runs_venue = Exists(Venue.objects.filter(institution=here))
    hires_venue = Exists(Venue.objects.filter(Q(open_to_hire=True) | Q(hirers=here))) & Exists(
        Membership.objects.filter(institution=here, user=user, role__in=sorted(ROLES_FOR[Act.SCREEN]))
    )
    institutions = list(
        Institution.objects.of(user).annotate(
            has_venue=Case(When(runs_venue | hires_venue, then=True), default=False)
        )
    )
    has_desk = may(user, SEE_DESK) or any(getattr(each, "has_venue", False) for each in institutions)
    return Standing(institutions=institutions, has_desk=has_desk)
