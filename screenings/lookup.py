"""Who may see and run what. Each object has its one look-up, and outsiders get 404 for what they may not know of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from licensing.lookup import acts_for
from licensing.models import Act, Institution
from office.permissions import may
from screenings.models import (
    Festival,
    OutsideCalendar,
    PlanRequest,
    Registration,
    Screening,
    Showing,
    ShowingFeed,
    Venue,
)
from screenings.models.plan_requests import PlanRequestQuerySet
from screenings.models.screenings import ScreeningQuerySet
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

PLAN = "screenings.add_planrequest"
"""What the office's people need to ask the planner."""
RUN = "screenings.change_screening"
"""What the office's people need to act on a screening and its showings."""
RUN_VENUE = "screenings.change_venue"
"""What the office's people need to act for a venue."""


def venues_for(user: User, permission: str = "screenings.view_venue") -> QuerySet[Venue]:
    """The venues where the user may present: their institutions' own, and those that they may hire; all for the office."""
    if may(user, permission):
        return Venue.objects.all()
    own = presenters_for(user)
    return Venue.objects.usable_by(own.order_by().values("pk")).filter(Exists(own))


def presenters_for(user: User) -> QuerySet[Institution]:
    """The institutions in whose name the user may plan and publish screenings."""
    return Institution.objects.of(user, Act.SCREEN)


def screenings_for(user: User) -> ScreeningQuerySet:
    return (
        Screening.objects.all()
        if may(user, "screenings.view_screening")
        else Screening.objects.visible_to(user)
    )


def screening_for(user: User, slug: str) -> Screening:
    """A screening on the user's desk, drafts too, with what its pages list; else Http404."""
    return get_object_or_404(screenings_for(user).with_listing(), slug=slug)


def showing_for(user: User, pk: int) -> Showing:
    """A showing of a screening on the user's desk; else Http404."""
    rows = Showing.objects.select_related(
        "film", "screen__venue", "screening__venue", "screening__film", "copy"
    )
    return get_object_or_404(rows, pk=pk, screening__in=screenings_for(user))


def plans_for(user: User, *, to: str = "view") -> PlanRequestQuerySet:
    """Questions to the planner that the user, or a colleague, asked; all for the office. The latest first."""
    rows = (
        PlanRequest.objects.all()
        if may(user, f"screenings.{to}_planrequest")
        else PlanRequest.objects.visible_to(user)
    )
    return rows.select_related("film__part_of", "venue__institution", "institution", "replans")


def plan_for(user: User, pk: int, *, to: str = "view") -> PlanRequest:
    """One of them; else Http404. `to` is what the office's people need the permission for, as in `change`."""
    return get_object_or_404(plans_for(user, to=to), pk=pk)


def festivals_for(user: User, *, to: str = "view") -> QuerySet[Festival]:
    """Festivals of the user's institutions; all for the office. The latest first."""
    rows = (
        Festival.objects.all()
        if may(user, f"screenings.{to}_festival")
        else Festival.objects.visible_to(user)
    )
    return rows.select_related("institution")


def festival_for(user: User, pk: int, *, to: str = "view") -> Festival:
    """One of them; else Http404. `to` is what the office's people need the permission for, as in `change`."""
    return get_object_or_404(festivals_for(user, to=to), pk=pk)


def public_screening(slug: str) -> Screening:
    """A screening that everyone may see; a draft is Http404."""
    return get_object_or_404(Screening.objects.public().with_listing(), slug=slug)


def seen_screening(user: User | AnonymousUser, slug: str) -> Screening:
    """A screening that this visitor may see: a public one, or a draft on their desk; else Http404."""
    if user.is_authenticated:
        seen = Screening.objects.public().with_listing() | screenings_for(user).with_listing()
        return get_object_or_404(seen.distinct(), slug=slug)
    return public_screening(slug)


def registration_of(token: str) -> Registration:
    """Whoever holds the token may see the registration; else Http404."""
    rows = Registration.objects.select_related("screening__venue", "screening__film")
    try:
        return rows.get(token=token)
    except Registration.DoesNotExist as error:
        raise Http404(_("There is no such registration.")) from error


def feed_of(token: str) -> ShowingFeed:
    """Whoever holds the token may read the calendar; else Http404."""
    return get_object_or_404(ShowingFeed.objects.select_related("user"), token=token, user__is_active=True)


def venues_run_by(user: User) -> QuerySet[Venue]:
    """The venues of the institutions in whose name the user acts; all for the office."""
    if may(user, RUN_VENUE):
        return Venue.objects.all()
    return Venue.objects.filter(institution__in=presenters_for(user).order_by().values("pk"))


def venue_run_by(user: User, slug: str) -> Venue:
    """One of them; else Http404."""
    return get_object_or_404(venues_run_by(user).select_related("institution"), slug=slug)


def outside_calendar_for(user: User, slug: str, pk: int) -> OutsideCalendar:
    """A calendar of one of them; else Http404."""
    rows = OutsideCalendar.objects.select_related("venue__institution", "screen")
    return get_object_or_404(rows, pk=pk, venue__slug=slug, venue__in=venues_run_by(user))


def public_venue(slug: str) -> Venue:
    return get_object_or_404(
        Venue.objects.prefetch_related("screens", "opening_hours", "meal_places"), slug=slug
    )


def refuse_outsider(user: User, institution: Institution, permission: str = RUN) -> None:
    """Raises Refused (`not-yours`) unless the user acts for the institution."""
    if not acts_for(user, institution, permission, Act.SCREEN):
        raise Refused(
            _("You do not plan screenings for %(institution)s."),
            "not-yours",
            {"institution": institution.legal_name},
        )


def refuse_closed_venue(venue: Venue, institution: Institution) -> None:
    """Raises Refused (`not-for-hire`) unless the institution may present at the venue."""
    if not venue.admits(institution):
        raise Refused(
            _("%(venue)s is not open to %(institution)s. Ask %(owner)s, which runs it."),
            "not-for-hire",
            {
                "venue": venue.name,
                "institution": institution.legal_name,
                "owner": venue.institution.legal_name,
            },
        )
