"""iCalendar feeds, and the page on which a person opens their own."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.requests.limits import always, limited
from accounts.requests.page import PersonRequest
from screenings.audience.feeds import close_feed, renew_feed
from screenings.lookup import feed_of, public_venue, registration_of, seen_screening
from screenings.models import ShowingFeed
from screenings.schedules import feeds as calendars
from screenings.views.asked_first import Question, asked_first, asks


@require_safe
def screening(request: HttpRequest, slug: str) -> HttpResponse:
    return _served(calendars.calendar_of_screening(seen_screening(request.user, slug)), slug)


@require_safe
def registration(request: HttpRequest, token: str) -> HttpResponse:
    found = registration_of(token)
    return _served(calendars.calendar_of_registration(found), found.screening.slug)


@require_safe
@limited("calendar", when=always)
def venue(request: HttpRequest, slug: str) -> StreamingHttpResponse:
    return _streamed(calendars.calendar_of_venue(public_venue(slug)), slug)


@require_safe
@limited("calendar", when=always)
def personal(request: HttpRequest, token: str) -> StreamingHttpResponse:
    return _streamed(calendars.calendar_of_person(feed_of(token).user), "showings")


@never_cache
@login_required
@require_safe
def mine(request: PersonRequest) -> HttpResponse:
    """The secret address of the person's calendar, and buttons to change or close it."""
    feed = ShowingFeed.objects.filter(user=request.user).first()
    address = settings.SITE_URL + feed.get_absolute_url() if feed else ""
    return render(request, "screenings/calendar.html", {"address": address})


@login_required
@asks
def renew(request: PersonRequest) -> HttpResponse:
    """Another address for the calendar, or its first, which nobody has to be asked about."""
    return asked_first(
        request,
        ask=lambda: Question(
            what=_("Your calendar"),
            name=_("Take another address"),
            says=[_("The address that you have now stops working at once, wherever it is subscribed to.")],
            act=_("Take another address"),
            leave=_("Keep this one"),
        ),
        act=lambda: renew_feed(user=request.user),
        done=_("This is the address of your calendar. One that you had before no longer works."),
        back=reverse("screenings:calendars"),
    )


@login_required
@asks
def close(request: PersonRequest) -> HttpResponse:
    return asked_first(
        request,
        ask=lambda: Question(
            what=_("Your calendar"),
            name=_("Close it"),
            says=[
                _(
                    "Its address stops working at once, wherever it is subscribed to. You can open another calendar at any time."
                )
            ],
            act=_("Close it"),
            leave=_("Keep it"),
        ),
        act=lambda: close_feed(user=request.user),
        done=_("Your calendar is closed: its address no longer works."),
        back=reverse("screenings:calendars"),
    )


def _headers(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'inline; filename="{name}.ics"'}


def _served(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=_headers(name))


def _streamed(pieces: Iterable[bytes], name: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(pieces, content_type="text/calendar; charset=utf-8", headers=_headers(name))
