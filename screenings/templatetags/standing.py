"""The visitor's institutions, for the navigation of every page: `{% load standing %}{% visitor_standing as standing %}`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.db.models import Case, Exists, OuterRef, QuerySet, When

from accounts.signed_in import known_of
from licensing.buyers.memberships import OwnInstitution, institutions_of
from licensing.models import Act, Membership
from licensing.models.buyers.roles import ROLES_FOR
from office.permissions import may
from screenings.models import Venue

register = template.Library()

SEE_DESK = "screenings.view_screening"
ASK_PLANNER = "screenings.add_planrequest"
RUNS, PLANS = "runs_venue", "plans_screenings"
"""What is fetched with a person, by these names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The institutions that a visitor is a member of, and whether one of them runs or may hire a venue: then they have a desk.
    Who presents for it may also plan there."""

    institutions: tuple[OwnInstitution, ...] = ()
    has_desk: bool = False
    may_plan: bool = False


def runs_venue() -> Any:
    """For `accounts.signed_in.fetch_with_person`: whether they have a desk."""
    runs = Exists(Venue.objects.filter(institution__memberships__user=OuterRef("pk")))
    return Case(When(runs | _hires(), then=True), default=False)


def plans_screenings() -> Any:
    """The same: whether one of their institutions, in which they may present, runs or may hire a venue."""
    runs = Exists(_presents().filter(institution__in=Venue.objects.order_by().values("institution")))
    return Case(When(runs | _hires(), then=True), default=False)


def _presents() -> QuerySet[Membership]:
    return Membership.objects.filter(user=OuterRef("pk"), role__in=sorted(ROLES_FOR[Act.SCREEN]))


def _hires() -> Any:
    anywhere = Exists(Venue.objects.filter(open_to_hire=True)) & Exists(_presents())
    named = Venue.hirers.through.objects.values("institution")
    return anywhere | Exists(_presents().filter(institution__in=named))


@register.simple_tag(takes_context=True)
def visitor_standing(context: dict[str, Any]) -> Standing:
    """No query for people who are signed in: this is fetched with the person. Empty on a page rendered without a request."""
    user = context.get("user")
    if user is None or not user.is_authenticated:
        return Standing()
    known = known_of(user)
    return Standing(
        institutions=tuple(institutions_of(user)),
        has_desk=bool(known.get(RUNS)) or may(user, SEE_DESK),
        may_plan=bool(known.get(PLANS)) or may(user, ASK_PLANNER),
    )
