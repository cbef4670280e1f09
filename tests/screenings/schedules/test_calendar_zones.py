"""Calendars across the nights when clocks change, in ten zones, as two programs that know nothing of each other read them.

`icalendar` writes them and reads them here; `ical` has its own parser and its own reading of VTIMEZONE.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution
from screenings.models import Screening, Venue
from screenings.models.screenings import Showing
from screenings.schedules.feeds import calendar_of_screening, calendar_of_venue
from tests.screenings.conftest import make_venue

HOUR = timedelta(hours=1)
ZONES = {
    "Europe/Amsterdam": "NL", "Europe/London": "GB", "America/New_York": "US", "America/St_Johns": "CA",
    "America/Sao_Paulo": "BR", "Africa/Casablanca": "MA", "Asia/Kathmandu": "NP", "Asia/Shanghai": "CN",
    "Australia/Lord_Howe": "AU", "Pacific/Chatham": "NZ",
}  # fmt: skip
"""With clocks that jump by an hour or by half of one, in spring or in autumn, for Ramadan, or never."""


def jumps(zone: ZoneInfo) -> Iterator[datetime]:
    """The instants in 2027 and 2028 when the zone's clocks change."""
    at = datetime(2027, 1, 1, tzinfo=UTC)
    while at.year < 2029:
        after = at + HOUR
        if at.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            yield after
        at = after


def starts(zone: ZoneInfo) -> list[datetime]:
    """Before, at and after each change, so that showings run through it; and through an ordinary midnight."""
    around = [
        jump + minutes * timedelta(minutes=1) for jump in jumps(zone) for minutes in (-600, -20, 25, 300)
    ]
    return sorted([*around, datetime(2027, 6, 30, 23, tzinfo=zone).astimezone(UTC)])


def screening_at(venue: Venue, film: Film, by: User, instants: list[datetime]) -> Screening:
    screening = Screening.objects.create(
        slug="night", film=film, venue=venue, institution=venue.institution, programmer=by, title="Nights",
        status="cancelled",
    )  # fmt: skip
    screens = list(venue.screens.order_by("name"))
    part = film.parts.get(title="Rust")
    for number, at in enumerate(instants):
        Showing.objects.create(
            screening=screening, film=part, screen=screens[number % 2], until_minute=30, capacity=9,
            starts_at=at, ends_at=at + timedelta(minutes=35), occupied_from=at,
            occupied_until=at + timedelta(minutes=35),
        )  # fmt: skip
    return screening


@pytest.mark.parametrize("name", ZONES)
def test_two_readers_find_the_very_instants(name: str, film: Film, cinema: Institution, owner: User) -> None:
    zone = ZoneInfo(name)
    venue = make_venue(cinema, name, ZONES[name])
    instants = starts(zone)
    screening = screening_at(venue, film, owner, instants)
    wanted = [(at, at + timedelta(minutes=35)) for at in instants]
    for content in (calendar_of_screening(screening), b"".join(calendar_of_venue(venue))):
        first = Calendar.from_ical(content)
        read = [(event.decoded("dtstart"), event.decoded("dtend")) for event in first.walk("VEVENT")]
        assert [(begins.astimezone(UTC), ends.astimezone(UTC)) for begins, ends in read] == wanted
        assert [str(zone["tzid"]) for zone in first.walk("VTIMEZONE")] == [name]
        second = IcsCalendarStream.calendar_from_ics(content.decode())
        moments = [(_utc(event.dtstart), _utc(event.dtend)) for event in second.events]
        assert sorted(moments) == wanted
        assert {str(event.status) for event in second.events} <= {"CONFIRMED", "EventStatus.CONFIRMED"}


def _utc(value: object) -> datetime:
    assert isinstance(value, datetime)
    return value.astimezone(UTC)
