"""Calling off asks first: who is told of it, in which words; and says to everyone what it was."""

from __future__ import annotations

import io

from pypdf import PdfReader

from accounts.models import User
from reminders.models import Reminder
from screenings.audience.holds import confirm
from screenings.audience.registering import register
from screenings.models import Screening, Showing
from screenings.programme.booking import cancel_showing
from screenings.programme.timetables.changes import version_of
from screenings.schedules.dropping_off import drop_off
from tests.screenings.conftest import registered, signed_in
from tests.screenings.programme.test_booking import showing_of

TOLD = "2 registrations are told of this, once each. They are for 4 people in all. Nothing has been sent yet."


def two_registrations(published: Screening) -> None:
    registered(published)
    group = register(screening=published, name="Class", email="class@reader.example", people=3)
    confirm(registration=group)


def mails() -> int:
    return Reminder.objects.filter(kind__endswith="-cancelled").count()


def test_showing_is_called_off_once_its_mails_were_seen(published: Screening, owner: User) -> None:
    two_registrations(published)
    client, rails = signed_in(owner), showing_of(published, "Rails")
    address = f"/desk/showings/{rails.pk}/cancel/"
    page = client.get(f"{address}?version=0").text
    for words in (TOLD, "Ada, Class", "Called off: Rails", "Sat 20 March 2027, 19:00", "and send 2 mails"):
        assert words in page, words
    rails.refresh_from_db()
    assert (rails.is_cancelled, mails(), version_of(published)) == (False, 0, 0)
    cancel_showing(showing=showing_of(published, "Rust"), by=owner)
    stale = client.post(address, {"version": "0", "confirm": "1"}, follow=True).text
    assert "Somebody else has changed the timetable meanwhile." in stale
    assert mails() == 2
    client.post(address, {"version": "1", "confirm": "1"})
    rails.refresh_from_db()
    assert (rails.is_cancelled, mails()) == (True, 4)


def test_screening_is_called_off_once_its_mails_were_seen_and_they_name_each_hour(
    published: Screening, owner: User
) -> None:
    two_registrations(published)
    client, address = signed_in(owner), f"/desk/screenings/{published.slug}/cancel/"
    page = client.get(address).text
    for words in (TOLD, "Rust, Sat 20 March 2027, 10:30", "Rails, Sat 20 March 2027, 19:00"):
        assert words in page, words
    assert (Showing.objects.standing().count(), mails()) == (3, 0)
    client.post(address, {"confirm": "1"})
    assert (Showing.objects.standing().count(), mails()) == (0, 2)


def test_what_is_called_off_keeps_its_number_and_its_line_on_paper(published: Screening, owner: User) -> None:
    cancel_showing(showing=showing_of(published, "Remnants"), by=owner)
    fresh = Screening.objects.with_listing().get(pk=published.pk)
    assert [row.number for row in drop_off(fresh).rows] == [1, 3]
    paper = PdfReader(io.BytesIO(signed_in(None).get(f"/screenings/{published.slug}.pdf").content))
    words = " ".join(paper.pages[0].extract_text().split())
    assert "Called off Remnants, Sat 20 March 2027, 15:30" in words
