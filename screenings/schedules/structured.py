"""schema.org for a screening: a ScreeningEvent for the whole and for each showing (https://schema.org/ScreeningEvent)."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from screenings.models import Screening, Showing, Venue
from screenings.schedules.timetable import Shown, Timetable

SCRIPT_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
"""As in django.utils.html.json_script: nothing in the data can end its script element."""


def screening_event(screening: Screening, timetable: Timetable) -> SafeString:
    """JSON-LD that is safe inside a script element, which browsers do not run because of its type."""
    data = _event(screening, timetable)
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(SCRIPT_ESCAPES))  # noqa: S308 - escaped here


def _event(screening: Screening, timetable: Timetable) -> dict[str, Any]:
    entries = timetable.entries
    cancelled = screening.status == Screening.Status.CANCELLED
    event: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ScreeningEvent",
        "name": screening.title,
        "url": settings.SITE_URL + screening.get_absolute_url(),
        "eventStatus": f"https://schema.org/{'EventCancelled' if cancelled else 'EventScheduled'}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "isAccessibleForFree": screening.admission == "none",
        "location": _place(screening.venue),
        "organizer": {"@type": "Organization", "name": screening.institution.legal_name},
        "workPresented": _movie(screening.film.title, screening.film.title_language, screening.film.runtime),
    }
    if entries:
        event["startDate"] = entries[0].shown.starts_local.isoformat()
        event["endDate"] = entries[-1].shown.ends_local.isoformat()
        event["subEvent"] = [_part(entry.shown) for entry in entries]
    return event


def _part(shown: Shown) -> dict[str, Any]:
    film = shown.film
    part: dict[str, Any] = {
        "@type": "ScreeningEvent",
        "name": film.title,
        "startDate": shown.starts_local.isoformat(),
        "endDate": shown.ends_local.isoformat(),
        "location": {"@type": "Place", "name": shown.screen},
        "workPresented": _movie(film.title, film.title_language, film.runtime),
    }
    return part | (_places(shown.showing) if shown.showing else {})


def _places(showing: Showing) -> dict[str, Any]:
    places: dict[str, Any] = {
        "maximumAttendeeCapacity": showing.capacity,
        "remainingAttendeeCapacity": showing.places_left,
    }
    if showing.copy and showing.copy.subtitles:
        places["subtitleLanguage"] = showing.copy.subtitles[0]
    if showing.copy:
        places["videoFormat"] = showing.copy.get_format_display()
    return places


def _movie(title: str, language: str, minutes: int | None) -> dict[str, Any]:
    movie = {"@type": "Movie", "name": {"@value": title, "@language": language}}
    return movie | {"duration": f"PT{minutes}M"} if minutes else movie


def _place(venue: Venue) -> dict[str, Any]:
    address = {"@type": "PostalAddress", "addressLocality": venue.city, "addressCountry": venue.country}
    if venue.address:
        address["streetAddress"] = venue.address
    return {"@type": "MovieTheater", "name": venue.name, "address": address}
