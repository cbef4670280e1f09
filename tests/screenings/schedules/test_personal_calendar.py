"""A person's own calendar: places, what they programme, alarms, cancellations; its address is secret and can be closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from accounts.models import User
from licensing.models import Membership
from screenings.audience.changing import change
from screenings.audience.feeds import renew_feed
from screenings.audience.holds import confirm
from screenings.audience.registering import give_back, register
from screenings.models import Registration, Screening, ShowingFeed, Venue
from screenings.programme.booking import move_showing
from screenings.schedules.feeds import calendar_of_registration
from tests.screenings.conftest import NOW, SATURDAY, at, registered, signed_in
from tests.screenings.programme.test_booking import showing_of


@pytest.fixture
def visitor(db: None) -> User:
    user = User.objects.create_user("ada@reader.example", None, name="Ada")
    EmailAddress.objects.create(user=user, email="ada@reader.example", verified=True, primary=True)
    return user


def read(content: bytes) -> list[tuple[str, int, str, int]]:
    """Film, sequence, status and alarms of each event, in order."""
    events = Calendar.from_ical(content).walk("VEVENT")
    assert len(IcsCalendarStream.calendar_from_ics(content.decode()).events) == len(events)
    return [
        (
            str(event["summary"]).rpartition(": ")[2],
            int(str(event["sequence"])),
            str(event["status"]),
            len(event.walk("VALARM")),
        )
        for event in events
    ]


def fetched(user: User) -> bytes:
    response = signed_in(None).get(renew_feed(user=user).get_absolute_url())
    assert response.status_code == 200
    return response.getvalue()


def test_places_are_in_it_with_an_alarm_whoever_registered_the_address(
    published: Screening, visitor: User
) -> None:
    registered(published, showings=[showing_of(published, "Rust")])
    assert read(fetched(visitor)) == [("Rust", 0, "CONFIRMED", 1)]


def test_what_was_over_a_year_ago_is_no_more_in_it(
    published: Screening, visitor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    registered(published, showings=[showing_of(published, "Rust"), showing_of(published, "Rails")])
    evening = at(SATURDAY, "19:00", published.venue) + timedelta(days=365)
    monkeypatch.setattr(timezone, "now", lambda: evening)
    assert [row[0] for row in read(fetched(visitor))] == ["Rails"]


def test_places_stay_in_it_under_another_address_and_an_address_that_nobody_proved_shows_none(
    published: Screening, visitor: User
) -> None:
    """Ada moves to another address; then somebody signs up with the one that she had."""
    confirm(registration=register(screening=published, name="Ada", email="ada@reader.example", user=visitor))
    EmailAddress.objects.update(email="ada@elsewhere.example")
    User.objects.filter(pk=visitor.pk).update(email="ada@elsewhere.example")
    claimant = User.objects.create_user("ada@reader.example", None, name="Not Ada")
    assert [len(read(fetched(user))) for user in (visitor, claimant)] == [3, 0]


def test_places_that_were_never_confirmed_are_called_off_once_their_time_is_over(
    published: Screening, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = register(screening=published, name="Ada", email="ada@reader.example")
    assert {row[2] for row in read(calendar_of_registration(ada))} == {"CONFIRMED"}
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=2))
    assert {row[2] for row in read(calendar_of_registration(ada))} == {"CANCELLED"}


def test_nobody_learns_from_it_who_else_is_registered(published: Screening, visitor: User) -> None:
    """Whoever is signed in may type anyone's address: neither what was registered before nor what is now is theirs."""
    registered(published, "Bo")
    for email in ("bo@reader.example", "cy@reader.example"):
        confirm(registration=register(screening=published, name="?", email=email, user=visitor))
    assert read(fetched(visitor)) == []


def test_who_has_left_the_institution_reads_no_more_of_its_drafts(draft: Screening, owner: User) -> None:
    Membership.objects.filter(user=owner).delete()
    assert read(fetched(owner)) == []


def test_what_someone_programmes_is_in_it(published: Screening, owner: User, outsider: User) -> None:
    assert [row[0] for row in read(fetched(owner))] == ["Rust", "Remnants", "Rails"]
    assert read(fetched(outsider)) == []


def test_changes_are_counted_and_what_is_given_up_is_called_off(
    published: Screening, venue: Venue, owner: User
) -> None:
    rust, rails = showing_of(published, "Rust"), showing_of(published, "Rails")
    ada = registered(published, showings=[rust])
    change(registration=ada, showings=[rails], people=1)
    move_showing(showing=rails, starts_at=at(SATURDAY, "20:00", venue), by=owner)
    ada.refresh_from_db()
    content = calendar_of_registration(ada)
    assert read(content) == [("Rust", 2, "CANCELLED", 0), ("Rails", 2, "CONFIRMED", 1)]
    change(registration=ada, showings=[rust], people=1)
    ada.refresh_from_db()
    assert read(calendar_of_registration(ada)) == [("Rust", 2, "CONFIRMED", 1), ("Rails", 4, "CANCELLED", 0)]
    give_back(registration=ada)
    ada.refresh_from_db()
    assert read(calendar_of_registration(ada)) == [("Rust", 3, "CANCELLED", 0), ("Rails", 4, "CANCELLED", 0)]


def test_uids_are_the_registrations_own_and_stay(published: Screening) -> None:
    ada = registered(published, showings=[showing_of(published, "Rust")])
    uid = f"{showing_of(published, 'Rust').uid}.{ada.pk}@127.0.0.1"
    assert f"UID:{uid}" in calendar_of_registration(ada).decode().replace("\r\n ", "").split("\r\n")


def test_another_address_closes_the_one_before_and_closing_closes_it(
    published: Screening, visitor: User, outsider: User
) -> None:
    client, others = signed_in(visitor), renew_feed(user=outsider).get_absolute_url()
    assert "You get a secret address" in client.get("/calendars/").content.decode()
    client.post("/calendars/renew/", {"confirm": "1"})
    before = ShowingFeed.objects.get(user=visitor).get_absolute_url()
    shown = client.get("/calendars/").text
    assert (before in shown, others in shown) == (True, False)
    client.post("/calendars/renew/", {"confirm": "1"})
    after = ShowingFeed.objects.get(user=visitor).get_absolute_url()
    assert [signed_in(None).get(address).status_code for address in (before, after, others)] == [
        404,
        200,
        200,
    ]
    client.post("/calendars/close/", {"confirm": "1"})
    assert [signed_in(None).get(address).status_code for address in (after, others)] == [404, 200]


def test_calendar_of_someone_who_left_is_closed(visitor: User) -> None:
    address = renew_feed(user=visitor).get_absolute_url()
    User.objects.update(is_active=False)
    assert signed_in(None).get(address).status_code == 404


def test_name_in_several_lines_writes_no_lines_of_its_own(published: Screening, visitor: User) -> None:
    """The database refuses one; a name in a calendar is on one line whatever is in the row."""
    registration: Registration = register(screening=published, name="Ada", email="ada@reader.example")
    lines = calendar_of_registration(registration).decode().split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert sum(line.startswith("TRIGGER:-PT2H") for line in lines) == 3
