"""The reports that a screening owes follow it, whichever verb changes it."""

from __future__ import annotations

from datetime import date, timedelta

from accounts.models import User
from licensing.licences.suspending import suspend
from licensing.models import Institution, Licence, RightsReport
from screenings.models import Screening, Venue
from screenings.programme.announcing import cancel_screening
from screenings.programme.booking import cancel_showing, move_showing
from tests.screenings.conftest import SATURDAY, at, make_licence
from tests.screenings.programme.test_announcing import revised
from tests.screenings.programme.test_booking import showing_of
from tests.screenings.programme.timetables.test_rearranging import change, moved

DAY = timedelta(days=1)


def owed() -> list[tuple[str, str, date, date]]:
    rows = RightsReport.objects.filter(status=RightsReport.Status.OWED)
    return list(rows.values_list("licence__number", "title", "first_day", "last_day"))


def test_reports_follow_the_days_of_their_screening(published: Screening, venue: Venue, owner: User) -> None:
    assert owed() == [("L-1", "The Works", SATURDAY, SATURDAY)]
    rails = showing_of(published, "Rails")
    move_showing(showing=rails, starts_at=at(SATURDAY + DAY, "19:00", venue), by=owner)
    assert owed() == [("L-1", "The Works", SATURDAY, SATURDAY + DAY)]
    monday = at(SATURDAY + 2 * DAY, "19:00", venue)
    change(published, moved(published, "Rails", monday), owner, version=1)
    assert owed() == [("L-1", "The Works", SATURDAY, SATURDAY + 2 * DAY)]
    cancel_showing(showing=rails, by=owner)
    assert owed() == [("L-1", "The Works", SATURDAY, SATURDAY)]
    revised(published, owner)
    assert owed() == [("L-1", "The Works, in one day", SATURDAY, SATURDAY)]
    for title in ("Rust", "Remnants"):
        cancel_showing(showing=showing_of(published, title), by=owner)
    assert owed() == [], "nothing is shown"


def test_reports_follow_the_licence_and_end_with_the_screening(
    published: Screening, licence: Licence, cinema: Institution, owner: User
) -> None:
    make_licence(cinema, licence.film, licence.line.licence_type, owner, number="L-2")
    suspend(licence=licence, because="A dispute.", by=None)
    assert [number for number, *_rest in owed()] == ["L-2"]
    cancel_screening(screening=published, by=owner)
    assert owed() == []
