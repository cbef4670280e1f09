"""iCalendar (RFC 5545): an event for each showing, with the venue's time zone, a stable UID and a growing SEQUENCE."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Max, Min, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event, Timezone, vDuration, vText

from accounts.addresses import verified_addresses
from office.permissions import may
from screenings.models import Place, Registration, Screening, Showing, Venue
from screenings.reach import DAYS_AHEAD
from screenings.schedules.announced import access_words
from wording.one_line import on_one_line

if TYPE_CHECKING:
    from accounts.models import User

log = logging.getLogger(__name__)

REFRESH_EVERY = timedelta(hours=1)
REMIND_BEFORE = timedelta(hours=2)
KEPT = timedelta(days=365)
"""How long showings that are over stay in a person's calendar."""
AT_ONCE = 500
"""Rows read at a time."""
END = b"END:VCALENDAR\r\n"


def calendar_of_screening(screening: Screening) -> bytes:
    """Every showing of a screening, including those called off (STATUS:CANCELLED), so that calendars remove them."""
    showings = Showing.objects.with_listing().filter(screening=screening)
    title = f"{screening.title}, {screening.venue.name}"
    return b"".join(_calendar(title, showings, lambda rows: map(Entry, rows)))


def calendar_of_registration(registration: Registration) -> bytes:
    """The showings at which a person holds places; as cancelled those that they have given up, and all once none is theirs."""
    return b"".join(_calendar(registration.screening.title, *_of_registrations([registration]), alarm=True))


def calendar_of_venue(venue: Venue) -> Iterator[bytes]:
    """Every showing of the venue's public screenings, piece by piece: a house of many years takes no more memory."""
    public = Screening.objects.public().filter(venue=venue)
    showings = Showing.objects.with_listing().filter(screening__in=public).order_by("starts_at", "pk")
    return _calendar(venue.name, showings, lambda rows: map(Entry, rows))


def calendar_of_person(user: User) -> Iterator[bytes]:
    """Where a person holds places, and the showings that they programme, from a while ago on. Who has left the institution reads no
    more of its drafts.
    """
    since = timezone.now() - KEPT
    theirs = Q(user=user) | Q(email__in=verified_addresses(user))
    mine = Registration.objects.filter(theirs, screening__showings__ends_at__gt=since).distinct()
    held, entries = _of_registrations(list(mine))
    theirs_still = Screening.objects.public() | Screening.objects.visible_to(user)
    desk = Screening.objects.all() if may(user, "screenings.view_screening") else theirs_still
    programmed = Showing.objects.filter(screening__in=desk.filter(programmer=user)).values("pk")
    showings = Showing.objects.with_listing().filter(Q(pk__in=held.values("pk")) | Q(pk__in=programmed))
    own = set(programmed.values_list("pk", flat=True))

    def both(rows: Iterable[Showing]) -> Iterator[Entry]:
        for showing in rows:
            yield from entries([showing])
            if showing.pk in own:
                yield Entry(showing)

    recent = showings.filter(ends_at__gt=since).order_by("starts_at", "pk")
    return _calendar(_("My showings"), recent, both, alarm=True)


def _of_registrations(
    registrations: Sequence[Registration],
) -> tuple[QuerySet[Showing], Callable[[Iterable[Showing]], Iterator[Entry]]]:
    """The showings that registrations hold or have given up, and what a calendar says of each."""
    held = Place.objects.filter(registration__in=registrations).values_list("registration", "showing")
    given_up = Registration.given_up.through.objects.filter(registration__in=registrations)
    pairs = dict.fromkeys(given_up.values_list("registration", "showing"), False) | dict.fromkeys(held, True)
    by_key = {registration.pk: registration for registration in registrations}
    by_showing: dict[int, list[tuple[Registration, bool]]] = {}
    for (registration, showing), holds in pairs.items():
        by_showing.setdefault(showing, []).append((by_key[registration], holds))

    def entries(rows: Iterable[Showing]) -> Iterator[Entry]:
        for showing in rows:
            for registration, holds in by_showing.get(showing.pk, ()):
                is_expired = registration.state == Registration.State.EXPIRED
                is_over = is_expired or registration.cancelled_at is not None
                yield Entry(showing, registration, is_off=is_over or not holds)

    return Showing.objects.with_listing().filter(pk__in=by_showing).order_by("starts_at", "pk"), entries


@dataclass(frozen=True, slots=True)
class Entry:
    """A showing in a calendar; in that of who registered, under an identity of their own, since only there it ends with their places."""

    showing: Showing
    registration: Registration | None = None
    is_off: bool = False

    @property
    def uid(self) -> str:
        return f"{self.showing.uid}.{self.registration.pk}" if self.registration else f"{self.showing.uid}"

    @property
    def sequence(self) -> int:
        own = self.registration.changes + self.is_off if self.registration else 0
        return self.showing.sequence + own


def _calendar(
    name: str,
    showings: QuerySet[Showing],
    entries: Callable[[Iterable[Showing]], Iterable[Entry]],
    *,
    alarm: bool = False,
) -> Iterator[bytes]:
    """A calendar in pieces, which are read from the database as they are sent."""
    latest = timezone.now() + timedelta(days=2 * DAYS_AHEAD)
    known = showings.filter(starts_at__lt=latest)
    head = Calendar()
    head.add("version", "2.0")
    head.add("prodid", "-//Longtake//Screenings//EN")
    head.add("method", "PUBLISH")
    head.add("name", vText(on_one_line(name)))
    head.add("x-wr-calname", vText(on_one_line(name)))
    head.add("refresh-interval", vDuration(REFRESH_EVERY), parameters={"VALUE": "DURATION"})
    for zone in _zones(known):
        head.add_component(zone)
    whole: bytes = head.to_ical()
    yield whole.removesuffix(END)
    host, now = urlsplit(settings.SITE_URL).hostname or "", timezone.now()
    for entry in entries(known.iterator(chunk_size=AT_ONCE)):
        try:
            yield _event(entry, host, now, alarm=alarm).to_ical()
        except Exception:  # a row that cannot be written must not break the whole calendar
            log.exception("Showing %d cannot be written to a calendar.", entry.showing.pk)
    yield END


def _zones(showings: QuerySet[Showing]) -> Iterator[Timezone]:
    """The rules of each venue's zone, for the years of its showings. One query."""
    spans = showings.order_by().values("screening__venue__time_zone")
    spans = spans.annotate(first=Min("starts_at"), last=Max("ends_at")).order_by(
        "screening__venue__time_zone"
    )
    for zone, first, last in spans.values_list("screening__venue__time_zone", "first", "last"):
        begins, ends = first.date() - timedelta(days=1), last.date() + timedelta(days=2)
        yield Timezone.from_tzinfo(ZoneInfo(zone), zone, begins, ends)


def _event(entry: Entry, host: str, now: datetime, *, alarm: bool) -> Event:
    showing = entry.showing
    venue = showing.screening.venue
    is_off = entry.is_off or showing.is_cancelled
    place = filter(None, (venue.name, showing.screen.name, venue.address, venue.city))
    event = Event()
    event.add("uid", f"{entry.uid}@{host}")
    event.add("dtstamp", now)
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if is_off else "TENTATIVE" if _is_suspended(showing) else "CONFIRMED")
    event.add("summary", on_one_line(str(showing.film)))
    event.add("dtstart", _written(showing.starts_at, venue.zone))
    event.add("dtend", _written(showing.ends_at, venue.zone))
    event.add("location", on_one_line(", ".join(place)))
    event.add("url", settings.SITE_URL + showing.screening.get_absolute_url())
    event.add("description", _description(entry))
    if alarm and not is_off:
        event.add_component(_alarm(on_one_line(str(showing.film))))
    return event


def _written(instant: datetime, zone: ZoneInfo) -> datetime:
    """In the venue's time; in UTC within the hour that clocks show twice, which RFC 5545 cannot tell apart (3.3.5)."""
    local = instant.astimezone(zone)
    is_twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return instant.astimezone(UTC) if is_twice else local


def _alarm(summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", -REMIND_BEFORE)
    return alarm


def _is_suspended(showing: Showing) -> bool:
    return showing.screening.status == Screening.Status.SUSPENDED


def _description(entry: Entry) -> str:
    showing = entry.showing
    parts = [on_one_line(showing.screening.title)]
    if showing.is_cancelled:
        parts.append(_("This showing is called off."))
    elif _is_suspended(showing):
        parts.append(_("Suspended for now: nobody can register until it is certain that it takes place."))
    elif access := access_words(showing.access):
        parts.append(_("Access: %(access)s") % {"access": access})
    return "\n".join(parts)
