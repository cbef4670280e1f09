"""A venue on its desk: what its screens are booked for elsewhere, hours and closed days, the way to it and to other venues, where to
eat."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.requests.page import PersonRequest
from screenings.forms.venues import FORMS, VenueForm
from screenings.lookup import outside_calendar_for, venue_run_by
from screenings.models import OutsideBooking, Showing, Venue, VenueWay
from screenings.venues.elsewhere.clashes import clashes_on
from screenings.venues.elsewhere.keeping import read_again
from screenings.venues.standing import misfits
from screenings.views.desk import tell_refusal
from wording.refusals import Refused

MOST_LISTED = 60


@never_cache
@login_required
@require_safe
def venue(request: PersonRequest, slug: str) -> HttpResponse:
    return _page(request, venue_run_by(request.user, slug))


def _page(request: PersonRequest, found: Venue, sent: VenueForm | None = None) -> HttpResponse:
    now = timezone.now()
    screens = list(found.screens.prefetch_related("servers"))
    to_come = OutsideBooking.objects.filter(calendar__venue=found, ends_at__gt=now)
    clashes = clashes_on(screens)[:MOST_LISTED]
    showings = Showing.objects.select_related("film", "screen", "screening").in_bulk(
        [each.showing for each in clashes]
    )
    forms = {kind.name: kind(venue=found, by=request.user) for kind in FORMS}
    context: dict[str, Any] = {
        "venue": found,
        "screens": screens,
        "calendars": found.outside_calendars.select_related("screen"),
        "bookings": to_come.select_related("screen", "calendar")[:MOST_LISTED],
        "clashes": [(showings[each.showing], each) for each in clashes],
        "misfits": misfits(found)[:MOST_LISTED],
        "hours": found.opening_hours.order_by("weekday", "opens"),
        "closures": found.closures.filter(last_day__gte=timezone.localdate(timezone=found.zone)),
        "meal_places": found.meal_places.all(),
        "ways": _ways(found),
        "forms": forms | ({sent.name: sent} if sent else {}),
        "form": sent,
    }
    return render(request, "screenings/desk_venue.html", context)


def _ways(found: Venue) -> list[tuple[VenueWay, Venue]]:
    """The ways that are kept, each with the venue at its other end, by city."""
    rows = VenueWay.objects.of(found).select_related("venue", "other")
    ends = [(way, way.other if way.venue_id == found.pk else way.venue) for way in rows]
    return sorted(ends, key=lambda each: (each[1].city, each[1].name))


@login_required
@require_POST
def add(request: PersonRequest, slug: str, name: str) -> HttpResponse:
    """A calendar, a closure, a meal place, a way to another venue, or what the venue says of itself."""
    found = venue_run_by(request.user, slug)
    kind = next((each for each in FORMS if each.name == name), None)
    if kind is None:
        raise Http404
    form = kind(request.POST, venue=found, by=request.user)
    if form.is_valid() and form.save():
        messages.success(request, _("Saved."))
        return redirect("screenings:desk-venue", slug=slug)
    return _page(request, found, form)


@login_required
@require_POST
def read_calendar(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Asks a calendar again now."""
    found = outside_calendar_for(request.user, slug, pk)
    try:
        read_again(calendar=found, by=request.user)
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("It is being asked again."))
    return redirect("screenings:desk-venue", slug=slug)
