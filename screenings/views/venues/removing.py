"""What a venue takes back of what it said of itself: a calendar, hours, closed days, a place to eat, a way, a screen. Asked first."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from accounts.requests.page import PersonRequest
from screenings.lookup import outside_calendar_for, screen_run_by, venue_run_by
from screenings.models import Venue, VenueWay
from screenings.venues.describing import open_again, remove_meal_place
from screenings.venues.elsewhere.keeping import remove_calendar
from screenings.venues.hours import open_weekly_no_more
from screenings.venues.screens import remove_screen
from screenings.venues.ways import forget_way
from screenings.views.asked_first import Question, asked_first, asks
from wording.durations import days_text


@login_required
@asks
def calendar(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    found = outside_calendar_for(request.user, slug, pk)
    return _removed(
        request,
        found.venue,
        found.name,
        what=_("Remove a calendar"),
        says=_(
            "Longtake reads it no more. What it says is booked elsewhere is free again for the planner and for everyone who books a screen."
        ),
        act=lambda: remove_calendar(calendar=found, by=request.user),
        done=_("Its bookings are gone."),
    )


@login_required
@asks
def closure(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    venue = venue_run_by(request.user, slug)
    found = get_object_or_404(venue.closures.select_related("venue"), pk=pk)
    return _removed(
        request,
        venue,
        days_text(found.first_day, found.last_day),
        what=_("Open again on closed days"),
        says=_("The venue is open on these days at its weekly hours, and screenings can be planned on them."),
        act=lambda: open_again(closure=found, by=request.user),
        done=_("It is open on these days."),
        button=_("Open again"),
    )


@login_required
@asks
def hours(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    venue = venue_run_by(request.user, slug)
    found = get_object_or_404(venue.opening_hours.select_related("venue"), pk=pk)
    opens, closes = time_format(found.opens, "H:i"), time_format(found.closes, "H:i")
    return _removed(
        request,
        venue,
        f"{found.get_weekday_display()}, {opens}–{closes}",
        what=_("Remove weekly hours"),
        says=_(
            "Nothing more can be planned then, in any week. Showings that stand are not moved, and nobody is told; the venue's page lists those that no longer fit."
        ),
        act=lambda: open_weekly_no_more(hours=found, by=request.user),
        done=_("It is closed then from now on."),
    )


@login_required
@asks
def meal_place(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    venue = venue_run_by(request.user, slug)
    found = get_object_or_404(venue.meal_places.select_related("venue"), pk=pk)
    return _removed(
        request,
        venue,
        found.name,
        what=_("Remove a place to eat"),
        says=_("It is no longer named to the audience of screenings with a meal break."),
        act=lambda: remove_meal_place(place=found, by=request.user),
        done=_("Removed."),
    )


@login_required
@asks
def way(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    venue = venue_run_by(request.user, slug)
    found = get_object_or_404(VenueWay.objects.of(venue).select_related("venue", "other"), pk=pk)
    end = found.other if found.venue_id == venue.pk else found.venue
    return _removed(
        request,
        venue,
        end.name,
        what=_("Remove a way to another venue"),
        says=_(
            "It is gone for the other venue too. Requests to the planner then say themselves how long the way takes."
        ),
        act=lambda: forget_way(way=found, venue=venue, by=request.user),
        done=_("Removed."),
    )


@login_required
@asks
def screen(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    found = screen_run_by(request.user, slug, pk)
    return _removed(
        request,
        found.venue,
        found.name,
        what=_("Remove the screen"),
        says=_(
            "It is gone with all that is said of it. Only a screen in which nothing was ever booked can be removed."
        ),
        act=lambda: remove_screen(screen=found, by=request.user),
        done=_("Removed."),
        back=reverse("screenings:desk-screen", args=[slug, pk]),
    )


def _removed(
    request: PersonRequest,
    venue: Venue,
    name: str,
    *,
    what: str,
    says: str,
    act: Callable[[], None],
    done: str,
    button: str = "",
    back: str = "",
) -> HttpResponse:
    desk = reverse("screenings:desk-venue", args=[venue.slug])
    question = Question(
        what=what,
        name=name,
        lede=venue.name,
        says=[says],
        act=button or _("Remove"),
    )
    return asked_first(request, ask=lambda: question, act=act, done=done, back=back or desk, then=desk)
