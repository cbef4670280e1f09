"""schema.org for a screening: a ScreeningEvent for the whole and for each showing (https://schema.org/ScreeningEvent)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from screenings.access import Access
from screenings.models import Screen, Screening, Showing, Venue
from screenings.schedules.announced import Announced
from screenings.schedules.timetable import Entry, Shown, Timetable

FEATURES = {
    Access.OPEN_CAPTIONS: "openCaptions",
    Access.CAPTIONS: "closedCaptions",
    Access.DESCRIPTION: "audioDescription",
}
"""As the vocabulary of schema.org's `accessibilityFeature` names them (https://www.w3.org/community/reports/a11y-discov-vocab/). It
describes works, so it stands with the film that is shown; an event has no such property."""
AMENITIES = {Access.LOOP: "Hearing loop", Access.WHEELCHAIRS: "Wheelchair places"}
"""What a place has (https://schema.org/amenityFeature), under the names that programs know."""
SCRIPT_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
"""As in django.utils.html.json_script: nothing in the data can end its script element."""


def screening_event(
    screening: Screening,
    timetable: Timetable,
    lines: Sequence[Announced] = (),
    called_off: Sequence[Showing] = (),
) -> SafeString:
    """Of a screening with what is announced of it, and the showings that were called off: a joined stretch is none. JSON-LD that is safe inside a script element, which browsers do not run because of its type."""
    data = _event(screening, timetable, lines, called_off)
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(SCRIPT_ESCAPES))  # noqa: S308 - escaped here


def _event(
    screening: Screening, timetable: Timetable, lines: Sequence[Announced], called_off: Sequence[Showing]
) -> dict[str, Any]:
    entries = timetable.entries
    cancelled = screening.status == Screening.Status.CANCELLED
    address = settings.SITE_URL + screening.get_absolute_url()
    moved = {line.showing.pk: line.moved_from for line in lines if line.moved_from}
    state = "EventCancelled" if cancelled else "EventRescheduled" if moved else "EventScheduled"
    event: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ScreeningEvent",
        "@id": address,
        "name": screening.title,
        "url": address,
        "image": f"{settings.SITE_URL}{screening.film.get_absolute_url().rstrip('/')}.png",
        "eventStatus": f"https://schema.org/{state}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "isAccessibleForFree": screening.admission == "none",
        "location": _place(screening.venue),
        "organizer": {"@type": "Organization", "name": screening.institution.legal_name},
        "workPresented": _movie(screening.film.title, screening.film.title_language, screening.film.runtime),
    }
    if entries:
        event["startDate"] = entries[0].shown.starts_local.isoformat()
        event["endDate"] = entries[-1].shown.ends_local.isoformat()
        parts = [_part(entry.shown, moved) | {"superEvent": {"@id": address}} for entry in entries]
        event["subEvent"] = [*parts, *_called_off(screening, called_off, address)]
    if screening.status == Screening.Status.PUBLISHED and (screening.admission == "none" or screening.price):
        price = {"description": screening.price} if screening.price else {"price": 0}
        event["offers"] = _offer(entries, address) | price
    return event


def _called_off(screening: Screening, called_off: Sequence[Showing], address: str) -> list[dict[str, Any]]:
    """Showings that take place no more, so that programs take them out."""
    return [
        {
            "@type": "ScreeningEvent",
            "@id": f"{address}#{showing.uid}",
            "superEvent": {"@id": address},
            "name": showing.film.title,
            "eventStatus": "https://schema.org/EventCancelled",
            "startDate": showing.starts_at.astimezone(screening.venue.zone).isoformat(),
            "endDate": showing.ends_at.astimezone(screening.venue.zone).isoformat(),
        }
        for showing in called_off
    ]


def _offer(entries: Sequence[Entry], address: str) -> dict[str, Any]:
    left = any(entry.shown.showing and entry.shown.showing.places_left for entry in entries)
    return {
        "@type": "Offer",
        "url": f"{address}register/",
        "availability": f"https://schema.org/{'InStock' if left else 'SoldOut'}",
    }


def _part(shown: Shown, moved: Mapping[int, datetime]) -> dict[str, Any]:
    film = shown.film
    before = moved.get(shown.showing.pk) if shown.showing else None
    part: dict[str, Any] = {
        "@type": "ScreeningEvent",
        "name": film.title,
        "startDate": shown.starts_local.isoformat(),
        "endDate": shown.ends_local.isoformat(),
        "location": {"@type": "Place", "name": shown.screen},
        "workPresented": _movie(film.title, film.title_language, film.runtime),
    }
    if before:
        part["previousStartDate"] = before.isoformat()
    if shown.showing:
        part["workPresented"] |= _features(shown.showing)
        part["location"] |= _amenities(shown.showing.screen)
    part["eventStatus"] = f"https://schema.org/{'EventRescheduled' if before else 'EventScheduled'}"
    return part | (_places(shown.showing) if shown.showing else {})


def _places(showing: Showing) -> dict[str, Any]:
    places: dict[str, Any] = {
        "@id": f"{settings.SITE_URL}{showing.screening.get_absolute_url()}#{showing.uid}",
        "maximumAttendeeCapacity": showing.capacity,
        "remainingAttendeeCapacity": showing.places_left,
    }
    if showing.copy and showing.copy.subtitles:
        places["subtitleLanguage"] = showing.copy.subtitles[0]
    if showing.copy:
        places["videoFormat"] = showing.copy.get_format_display()
    return places


def _features(showing: Showing) -> dict[str, list[str]]:
    features = [FEATURES[each] for each in showing.access if each in FEATURES]
    return {"accessibilityFeature": features} if features else {}


def _amenities(screen: Screen) -> dict[str, list[dict[str, Any]]]:
    there = [
        {"@type": "LocationFeatureSpecification", "name": AMENITIES[each], "value": True}
        for each in screen.access
        if each in AMENITIES
    ]
    return {"amenityFeature": there} if there else {}


def _movie(title: str, language: str, minutes: int | None) -> dict[str, Any]:
    movie = {"@type": "Movie", "name": {"@value": title, "@language": language}}
    return movie | {"duration": f"PT{minutes}M"} if minutes else movie


def _place(venue: Venue) -> dict[str, Any]:
    address = {"@type": "PostalAddress", "addressLocality": venue.city, "addressCountry": venue.country}
    if venue.address:
        address["streetAddress"] = venue.address
    return {"@type": "MovieTheater", "name": venue.name, "address": address}
