"""Feeds as calendars read them (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db import connection
from icalendar import Calendar

from accounts.models import User
from catalog.models import Film
from screenings.audience.registering import give_back
from screenings.models import Screen, Screening, Showing, Venue
from screenings.programme.announcing import cancel_screening
from screenings.programme.booking import cancel_showing, move_showing
from screenings.schedules.feeds import calendar_of_registration, calendar_of_screening, calendar_of_venue
from tests.screenings.conftest import SATURDAY, at, registered, signed_in
from tests.screenings.programme.test_booking import showing_of


def events(content: bytes) -> list[tuple[str, datetime, int, str]]:
    calendar = Calendar.from_ical(content)
    return [
        (str(event["summary"]), event.decoded("dtstart"), int(str(event["sequence"])), str(event["status"]))
        for event in calendar.walk("VEVENT")
    ]


def whole(venue: Venue) -> bytes:
    return b"".join(calendar_of_venue(venue))


def test_feed_has_an_event_for_each_showing_in_the_venues_zone(published: Screening, venue: Venue) -> None:
    published.showings.filter(film__title="Rust").update(marks=["relaxed"])
    content = calendar_of_screening(published)
    assert events(content) == [
        ("The Works: Rust", at(SATURDAY, "10:30", venue), 0, "CONFIRMED"),
        ("The Works: Remnants", at(SATURDAY, "15:30", venue), 0, "CONFIRMED"),
        ("The Works: Rails", at(SATURDAY, "19:00", venue), 0, "CONFIRMED"),
    ]
    lines = content.decode().split("\r\n")
    assert "DTSTART;TZID=Europe/Amsterdam:20270320T103000" in lines
    assert lines.count("BEGIN:VTIMEZONE") == 1
    assert "TZID:Europe/Amsterdam" in lines
    told = [line for line in lines if line.startswith("DESCRIPTION:")]
    assert told == [r"DESCRIPTION:The Works\nAccess: relaxed showing", *["DESCRIPTION:The Works"] * 2]
    assert f"URL:http://127.0.0.1:8000/screenings/{published.slug}/" in lines
    assert max(len(line.encode()) for line in lines) <= 75


def test_feed_has_the_zone_s_rules_from_its_first_showing_to_its_last(
    published: Screening, venue: Venue, owner: User
) -> None:
    """The clocks go forward between the two."""
    after = at(SATURDAY + timedelta(days=14), "19:00", venue)
    move_showing(showing=showing_of(published, "Rails"), starts_at=after, by=owner)
    lines = calendar_of_screening(published).decode().split("\r\n")
    assert {line for line in lines if line.startswith("TZOFFSETTO")} == {
        "TZOFFSETTO:+0100",
        "TZOFFSETTO:+0200",
    }


def test_feed_keeps_uids_and_counts_changes(published: Screening, venue: Venue, owner: User) -> None:
    def uids() -> list[str]:
        return [
            str(event["uid"]) for event in Calendar.from_ical(calendar_of_screening(published)).walk("VEVENT")
        ]

    before = uids()
    move_showing(showing=showing_of(published, "Rails"), starts_at=at(SATURDAY, "20:00", venue), by=owner)
    cancel_showing(showing=showing_of(published, "Remnants"), by=owner)
    assert uids() == before
    assert [event[2:] for event in events(calendar_of_screening(published))] == [
        (0, "CONFIRMED"),
        (1, "CANCELLED"),
        (1, "CONFIRMED"),
    ]


def test_feed_of_a_person_is_called_off_when_places_are_given_back(published: Screening) -> None:
    rails = showing_of(published, "Rails")
    registration = registered(published, showings=[rails])
    assert [(event[0], event[3]) for event in events(calendar_of_registration(registration))] == [
        ("The Works: Rails", "CONFIRMED")
    ]
    give_back(registration=registration)
    registration.refresh_from_db()
    assert [event[2:] for event in events(calendar_of_registration(registration))] == [(1, "CANCELLED")]


def test_feed_of_a_venue_has_what_is_public(published: Screening, venue: Venue, owner: User) -> None:
    assert len(events(whole(venue))) == 3
    cancel_screening(screening=published, by=owner)
    assert {event[3] for event in events(whole(venue))} == {"CANCELLED"}


def test_feed_of_a_venue_leaves_drafts_out(draft: Screening, venue: Venue) -> None:
    assert events(whole(venue)) == []


def test_feed_is_served_as_a_calendar(published: Screening) -> None:
    response = signed_in(None).get(f"/screenings/{published.slug}.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == f'inline; filename="{published.slug}.ics"'


BROKEN = "Nine\r\nlong\x0bhours"


def test_line_breaks_in_what_it_tells_do_not_break_a_feed(published: Screening, venue: Venue) -> None:
    """As rows do that were written before the database refused them."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for app, table, column in (
            ("screenings", "screening", "title"),
            ("screenings", "venue", "name"),
            ("screenings", "screen", "name"),
            ("catalog", "film", "title"),
        ):
            cursor.execute(f"ALTER TABLE {app}_{table} DROP CONSTRAINT {table}_{column}_one_line")
    Screening.objects.update(title=BROKEN)
    Venue.objects.update(name=BROKEN)
    Film.objects.update(title=BROKEN)
    Screen.objects.filter(name="One").update(name=BROKEN)
    published.refresh_from_db()
    venue.refresh_from_db()
    for content in (calendar_of_screening(published), whole(venue)):
        assert len(events(content)) == 3
        lines = content.decode().split("\r\n")
        assert "SUMMARY:Nine long hours: Nine long hours" in lines
        assert not any("\r" in line or "\n" in line or "\x0b" in line for line in lines)
    assert "NAME:Nine long hours" in whole(venue).decode().split("\r\n")


def test_showing_that_no_calendar_can_hold_does_not_take_the_others_with_it(
    published: Screening, venue: Venue
) -> None:
    rails = showing_of(published, "Rails")
    last = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    Showing.objects.filter(pk=rails.pk).update(
        until_minute=1,
        starts_at=last - timedelta(minutes=9),
        ends_at=last,
        occupied_from=last - timedelta(minutes=9),
        occupied_until=last,
    )
    for content in (calendar_of_screening(published), whole(venue)):
        assert [event[0] for event in events(content)] == ["The Works: Rust", "The Works: Remnants"]
