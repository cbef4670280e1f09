"""iCalendar feeds."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from screenings.lookup import public_venue, registration_of, seen_screening
from screenings.schedules import feeds as calendars


@require_safe
def screening(request: HttpRequest, slug: str) -> HttpResponse:
    return _served(calendars.calendar_of_screening(seen_screening(request.user, slug)), slug)


@require_safe
def registration(request: HttpRequest, token: str) -> HttpResponse:
    found = registration_of(token)
    return _served(calendars.calendar_of_registration(found), found.screening.slug)


@require_safe
def venue(request: HttpRequest, slug: str) -> HttpResponse:
    return _served(calendars.calendar_of_venue(public_venue(slug)), slug)


def _served(content: bytes, name: str) -> HttpResponse:
    disposition = {"Content-Disposition": f'inline; filename="{name}.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=disposition)
