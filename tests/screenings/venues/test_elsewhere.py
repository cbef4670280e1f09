"""Bookings from elsewhere: read from a real server, seen by the planner and by who books, and told to programmers."""

from __future__ import annotations

import socket
import threading
import tracemalloc
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from licensing.models import Institution
from reminders.models import Reminder
from reminders.writing.preview import preview
from screenings.models import OutsideBooking, OutsideCalendar, Screen, Screening, Venue
from screenings.planning.questions import rooms
from screenings.programme.booking import move_showing
from screenings.tasks import read_calendar, read_due_calendars
from screenings.venues.elsewhere import fetching
from screenings.venues.elsewhere.clashes import clashes_of
from screenings.venues.elsewhere.fetching import fetch
from screenings.venues.elsewhere.keeping import add_calendar, read_again, remove_calendar
from screenings.venues.elsewhere.reading import Taken
from screenings.venues.elsewhere.reading import read_calendar as taken_in
from screenings.venues.elsewhere.refreshing import keep
from tests.screenings.conftest import NOW, SATURDAY, at, make_venue
from tests.screenings.programme.test_booking import refused, showing_of
from wording.refusals import Refused

HIRE = ("DTSTART;TZID=Europe/Amsterdam:20270320T140000", "DTEND;TZID=Europe/Amsterdam:20270320T170000")


def calendar(*events: tuple[str, ...]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//test//EN"]
    for number, event in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{number}@hall.example", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


class Server(ThreadingHTTPServer):
    """Answers each path with what stands under it: a status, more headers, and the body or how to write it."""

    answers: dict[str, tuple[int, dict[str, str], Any]]
    asked: list[str]

    @property
    def base(self) -> str:
        return f"http://localhost:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        status, headers, body = self.server.answers[self.path]
        self.send_response(status)
        for name, said in headers.items():
            self.send_header(name, said)
        self.end_headers()
        for piece in [body] if isinstance(body, bytes) else body():
            try:
                self.wfile.write(piece)
            except OSError:
                return

    def log_message(self, *_args: Any) -> None:
        pass


@pytest.fixture
def server(settings: Settings) -> Iterator[Server]:
    """On this machine, which is allowed for a test."""
    settings.FETCH_PRIVATE_ADDRESSES = True
    with Server(("localhost", 0), Handler) as made:
        made.answers, made.asked = {}, []
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()


@pytest.fixture
def hires(venue: Venue, server: Server, owner: User, screen: Screen) -> OutsideCalendar:
    """Screen One is hired on Saturday from 14:00 to 17:00, as a calendar says."""
    server.answers["/hires.ics"] = (200, {}, calendar((*HIRE, "SUMMARY:Choir")))
    made = add_calendar(
        venue=venue, name="Hires", address=f"{server.base}/hires.ics", screen=screen, by=owner
    )
    assert read_calendar(made.pk)
    return made


def read(*events: tuple[str, ...], venue: Venue) -> list[Taken]:
    return taken_in(
        calendar(*events), venue.zone, first=NOW, last=NOW + timedelta(days=365), own_host="longtake.example"
    )


def test_planner_booking_and_timeline_see_it(
    draft: Screening, hires: OutsideCalendar, screen: Screen, cinema: Institution, owner: User
) -> None:
    (room,) = rooms([screen], (), first=SATURDAY, last=SATURDAY, presenter=cinema, own=Q(screening=draft))
    assert [each.label for each in room.bookings] == ["booked elsewhere, 14:00–17:00 (Choir)"]
    stranger = Institution.objects.create(legal_name="Another", tier=cinema.tier, country="NL")
    (room,) = rooms([screen], (), first=SATURDAY, last=SATURDAY, presenter=stranger, own=Q(screening=draft))
    assert [each.label for each in room.bookings] == ["booked elsewhere, 14:00–17:00"]
    rails = showing_of(draft, "Rails")
    with pytest.raises(Refused) as error:
        move_showing(showing=rails, starts_at=at(SATURDAY, "15:30", draft.venue), by=owner)
    assert "bookings" in refused(error)


def test_programmer_is_told_once_of_a_showing_that_it_meets(
    draft: Screening, hires: OutsideCalendar, server: Server, owner: User
) -> None:
    (told,) = Reminder.objects.filter(kind="screenings.booked-elsewhere")
    assert told.recipient == owner.email
    text = preview(told).text
    assert all(said in text for said in ("Rust", "Remnants", "14:00"))
    server.answers["/hires.ics"] = (200, {}, calendar(HIRE, ("DTSTART:20270401T100000Z", "DURATION:PT1H")))
    again(hires, owner)
    assert Reminder.objects.filter(kind="screenings.booked-elsewhere").count() == 1
    turnaround = ("DTSTART;TZID=Europe/Amsterdam:20270320T211000", "DURATION:PT1H")  # Rails ends at 21:00
    server.answers["/hires.ics"] = (200, {}, calendar(HIRE, turnaround))
    again(hires, owner)
    assert showing_of(draft, "Rails").pk in {each.showing for each in clashes_of(draft)}
    server.answers["/hires.ics"] = (200, {}, calendar())
    again(hires, owner)
    assert not OutsideBooking.objects.exists()
    assert preview(told).text == ""


def again(found: OutsideCalendar, by: User) -> bool:
    read_again(calendar=found, by=by)
    return bool(read_calendar(found.pk))


FAULTS = {
    "garbage": ((200, {}, b"\x00\xffgarbage"), "cannot be read as an iCalendar"),
    "a page": ((200, {}, b"<html></html>"), "cannot be read as an iCalendar"),
    "no event's time": ((200, {}, calendar(("DTSTART:noon",))), "cannot be read as an iCalendar"),
    "gone": ((404, {}, b""), "answered 404"),
    "100 MB": ((200, {}, lambda: (b"x" * 1_000_000 for _ in range(100))), "larger than 2 MB"),
    "a file": ((302, {"Location": "file:///etc/passwd"}, b""), "answered 302"),
    "for ever": ((302, {"Location": "/hires.ics"}, b""), "answered 302"),
    "each second": ((200, {}, calendar((*HIRE, "RRULE:FREQ=SECONDLY"))), "more than once a day"),
    "too many": (
        (200, {}, calendar(*[(*HIRE, "RRULE:FREQ=DAILY")] * 6)),
        "more than 5000 bookings",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_read_is_said_and_the_old_bookings_stay(
    fault: str, hires: OutsideCalendar, server: Server, owner: User
) -> None:
    server.answers["/hires.ics"], said = FAULTS[fault]
    assert not again(hires, owner)
    hires.refresh_from_db()
    assert said in hires.fault
    assert hires.read_at == NOW
    assert OutsideBooking.objects.count() == 1
    server.answers["/hires.ics"] = (200, {}, calendar())
    assert again(hires, owner)
    hires.refresh_from_db()
    assert hires.fault == ""


def test_slow_server_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0)
    server.answers["/slow"] = (200, {}, b"BEGIN")
    with pytest.raises(Refused) as error:
        fetch(f"{server.base}/slow")
    assert refused(error) == ["too-slow"]


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "[::1]", "10.1.2.3", "169.254.169.254", "[::ffff:10.0.0.1]"]
)
def test_our_own_network_is_not_asked(host: str, server: Server, settings: Settings) -> None:
    settings.FETCH_PRIVATE_ADDRESSES = False
    with pytest.raises(Refused) as error:
        fetch(f"http://{host}:{server.server_port}/secret")
    assert (refused(error), server.asked) == (["not-public"], [])


def test_name_that_leads_into_our_network_is_not_asked_either(
    server: Server, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.FETCH_PRIVATE_ADDRESSES = False
    inside = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in ("93.184.215.14", "127.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: inside)
    with pytest.raises(Refused) as error:
        fetch(f"http://hall.example:{server.server_port}/secret")
    assert (refused(error), server.asked) == (["not-public"], [])


def test_times_are_the_venues_and_repeat(venue: Venue) -> None:
    found = read(
        ("DTSTART:20270320T100000", "DURATION:PT2H", "SUMMARY:On the wall"),
        ("DTSTART;VALUE=DATE:20270328", "SUMMARY:The day on which clocks go forward"),
        (*HIRE, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/Amsterdam:20270327T140000"),
        ("DTSTART:20270321T100000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"),
        ("DTSTART:20270321T100000Z", "DURATION:PT1H", "STATUS:CANCELLED"),
        ("DTSTART:20270321T100000Z",),
        ("DTSTART:20200321T100000Z", "DURATION:PT1H"),
        venue=venue,
    )
    local = [
        (
            f"{each.starts_at.astimezone(venue.zone):%m-%d %H:%M}",
            (each.ends_at - each.starts_at) / timedelta(hours=1),
        )
        for each in found
    ]
    assert local == [("03-20 10:00", 2), ("03-20 14:00", 3), ("03-28 00:00", 23), ("04-03 14:00", 3)]


def test_rules_that_come_to_too_much_together_are_never_there_at_once(venue: Venue) -> None:
    """Two hundred of them were 365,000 events, and a gigabyte."""
    daily = ("DTSTART:20270320T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY")
    tracemalloc.start()
    with pytest.raises(Refused) as error:
        read(*[daily] * 60, venue=venue)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused(error) == ["too-many"]
    assert peak < 30_000_000


def test_our_own_showings_that_come_back_take_nothing(venue: Venue) -> None:
    content = calendar(("DTSTART:20270321T100000Z", "DURATION:PT1H")).replace(b"0@hall", b"0@ours")
    found = taken_in(content, venue.zone, first=NOW, last=NOW + timedelta(days=365), own_host="ours.example")
    assert found == []


def test_a_calendar_for_all_screens_takes_each(venue: Venue, hires: OutsideCalendar, owner: User) -> None:
    address = hires.address.replace("http://", "HTTP://") + "?all"
    with pytest.raises(ValidationError):
        add_calendar(venue=venue, name="Bad", address="ftp://hall.example/a.ics", screen=None, by=owner)
    foreign = make_venue(venue.institution, "Europe/Paris", "FR", slug="elsewhere").screens.get(name="One")
    with pytest.raises(Refused) as error:
        add_calendar(venue=venue, name="Bad", address="https://hall.example/", screen=foreign, by=owner)
    assert refused(error) == ["screen"]
    everywhere = OutsideCalendar.objects.create(venue=venue, name="All", address=address.lower())
    keep(everywhere, [Taken(NOW, NOW + timedelta(hours=1), "Cleaning")])
    assert {each.screen.name for each in everywhere.bookings.all()} == {"One", "Two"}
    before = set(everywhere.bookings.values_list("pk", flat=True))
    keep(everywhere, [Taken(NOW, NOW + timedelta(hours=1), "Cleaning")])
    assert set(everywhere.bookings.values_list("pk", flat=True)) == before
    remove_calendar(calendar=everywhere, by=owner)
    keep(everywhere, [Taken(NOW, NOW + timedelta(hours=1), "Cleaning")])
    assert OutsideBooking.objects.exclude(calendar=hires).count() == 0


def test_each_is_asked_once_an_hour(
    hires: OutsideCalendar, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (read_due_calendars(), bool(read_calendar(hires.pk)), len(server.asked)) == (0, False, 1)
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(hours=1))
    monkeypatch.setattr("screenings.tasks.notify", lambda task, key: task(key))
    assert (read_due_calendars(), read_due_calendars(), len(server.asked)) == (1, 0, 2)


def test_only_who_runs_the_venue_names_calendars(
    hires: OutsideCalendar, outsider: User, venue: Venue
) -> None:
    for act in (
        lambda: add_calendar(
            venue=venue, name="X", address="https://hall.example/x", screen=None, by=outsider
        ),
        lambda: read_again(calendar=hires, by=outsider),
        lambda: remove_calendar(calendar=hires, by=outsider),
    ):
        with pytest.raises(Refused) as error:
            act()
        assert refused(error) == ["not-yours"]
    with pytest.raises(IntegrityError), transaction.atomic():
        OutsideCalendar.objects.create(venue=venue, name="X", address="file:///etc/passwd")
    when: datetime = NOW
    with pytest.raises(IntegrityError), transaction.atomic():
        OutsideBooking.objects.create(
            calendar=hires, screen=venue.screens.get(name="Two"), starts_at=when, ends_at=when
        )
