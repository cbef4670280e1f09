"""iCalendar (RFC 5545): an event for each showing, with the venue's time zone, a stable UID and a growing SEQUENCE."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration, vText

from screenings.models import Registration, Screening, Showing, Venue
from screenings.reach import DAYS_AHEAD
from wording.one_line import on_one_line

log = logging.getLogger(__name__)

REFRESH_EVERY = timedelta(hours=1)


def calendar_of_screening(screening: Screening) -> bytes:
    """Every showing of a screening, including those called off (STATUS:CANCELLED), so that calendars remove them."""
    showings = Showing.objects.with_listing().filter(screening=screening)
    return _calendar(f"{screening.title}, {screening.venue.name}", showings)


def calendar_of_registration(registration: Registration) -> bytes:
    """The showings at which a person holds places; all as cancelled once the places are no longer theirs."""
    showings = Showing.objects.with_listing().filter(places__registration=registration)
    is_over = registration.state in (Registration.State.GIVEN_BACK, Registration.State.EXPIRED)
    return _calendar(registration.screening.title, showings, all_off=is_over)


def calendar_of_venue(venue: Venue) -> bytes:
    """Every showing of the venue's public screenings."""
    public = Screening.objects.public().filter(venue=venue)
    return _calendar(venue.name, Showing.objects.with_listing().filter(screening__in=public))


def _calendar(name: str, showings: Iterable[Showing], *, all_off: bool = False) -> bytes:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Longtake//Screenings//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", vText(on_one_line(name)))
    calendar.add("x-wr-calname", vText(on_one_line(name)))
    calendar.add("refresh-interval", vDuration(REFRESH_EVERY), parameters={"VALUE": "DURATION"})
    days = []
    for showing, event in _events(showings, all_off=all_off):
        calendar.add_component(event)
        days.append(showing.starts_at.date())
    if days:
        calendar.add_missing_timezones(
            first_date=min(days) - timedelta(days=1), last_date=max(days) + timedelta(days=2)
        )
    content: bytes = calendar.to_ical()
    return content


def _events(showings: Iterable[Showing], *, all_off: bool) -> Iterator[tuple[Showing, Event]]:
    """An event for each showing that can be written as one; a row that cannot must not break the whole calendar."""
    host = urlsplit(settings.SITE_URL).hostname or ""
    latest = timezone.now() + timedelta(days=2 * DAYS_AHEAD)
    for showing in showings:
        try:
            event = _event(showing, host, all_off=all_off)
            event.to_ical()
        except Exception:
            log.exception("Showing %d cannot be written to a calendar.", showing.pk)
            continue
        if showing.starts_at < latest:
            yield showing, event


def _event(showing: Showing, host: str, *, all_off: bool) -> Event:
    venue = showing.screening.venue
    is_off = all_off or showing.is_cancelled
    place = filter(None, (venue.name, showing.screen.name, venue.address, venue.city))
    event = Event()
    event.add("uid", f"{showing.uid}@{host}")
    event.add("dtstamp", timezone.now())
    event.add("sequence", showing.sequence + (1 if all_off and not showing.is_cancelled else 0))
    event.add("status", "CANCELLED" if is_off else "TENTATIVE" if _is_suspended(showing) else "CONFIRMED")
    event.add("summary", on_one_line(str(showing.film)))
    event.add("dtstart", showing.starts_at.astimezone(venue.zone))
    event.add("dtend", showing.ends_at.astimezone(venue.zone))
    event.add("location", on_one_line(", ".join(place)))
    event.add("url", settings.SITE_URL + showing.screening.get_absolute_url())
    event.add("description", _description(showing))
    return event


def _is_suspended(showing: Showing) -> bool:
    return showing.screening.status == Screening.Status.SUSPENDED


def _description(showing: Showing) -> str:
    parts = [on_one_line(showing.screening.title)]
    if showing.is_cancelled:
        parts.append(_("This showing is called off."))
    elif _is_suspended(showing):
        parts.append(_("Suspended for now: nobody can register until it is certain that it takes place."))
    return "\n".join(parts)
