"""A day on which the venue is closed, or nobody works, is named wherever it is in the way."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from screenings.models import Closure, OpeningHours, Screening, Venue
from screenings.planner import Settings
from screenings.programme.plan_requests import ask_plan, run_plan
from screenings.venues.standing import misfits
from tests.screenings.conftest import SATURDAY, at, signed_in
from tests.screenings.programme.timetables.test_rearranging import moved, places
from tests.screenings.test_timetable_pages import address, sent

SUNDAY = SATURDAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("country", "reason", "name"), [("TN", "", "Independence Day"), ("NL", "Paint", "Paint"), ("NL", "", "")]
)
def test_closed_day_is_named(
    country: str, reason: str, name: str, draft: Screening, film: Film, venue: Venue, owner: User
) -> None:
    """Tunisia became independent on a 20 March."""
    Venue.objects.filter(pk=venue.pk).update(country=country)
    Closure.objects.create(venue=venue, first_day=SATURDAY, last_day=SATURDAY, reason=reason)
    venue.refresh_from_db()
    day = ", ".join(filter(None, ("Saturday 20 March 2027", name)))
    assert {why for _showing, why in misfits(venue)} == {f"The venue is closed on {day}."}
    client = signed_in(owner)
    page = client.post(address(draft), sent(draft, places(draft), check="1")).text
    assert f"The venue is closed on {day}, when &#x27;Rust&#x27; is shown." in page
    assert (f"closed: {name}" if name else ">closed<") in page
    asked = ask_plan(
        venue=venue, film=film, first_day=SATURDAY, last_day=SATURDAY, by=owner, settings=Settings(kinds=("one-day",)),
    )  # fmt: skip
    run_plan(plan_request_id=asked.pk)
    said = f"any of the days asked for: closed on {day}." if name else "any of the days asked for."
    assert said in client.get(asked.get_absolute_url()).text


def test_public_holiday_is_named_where_a_day_begins_early(
    draft: Screening, venue: Venue, owner: User
) -> None:
    Venue.objects.filter(pk=venue.pk).update(country="TN")
    early = moved(draft, "Rust", at(SATURDAY, "08:00", venue))
    page = signed_in(owner).post(address(draft), sent(draft, early, check="1")).text
    assert "Saturday 20 March 2027, Independence Day, a public holiday, begins early, at 08:00." in page


def test_closed_day_is_that_of_the_venue_and_what_is_over_is_not_told(
    draft: Screening, venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is Sunday already when Rails begins, at seven o'clock."""
    Venue.objects.filter(pk=venue.pk).update(time_zone="Pacific/Auckland")
    venue.refresh_from_db()
    Closure.objects.create(venue=venue, first_day=SUNDAY, last_day=SUNDAY)
    why = {showing.film.title: reasons for showing, reasons in misfits(venue)}
    assert (list(why), why["Rails"]) == (
        ["Rust", "Remnants", "Rails"],
        "The venue is closed on Sunday 21 March 2027.",
    )
    monkeypatch.setattr(timezone, "now", lambda: at(SUNDAY, "07:30", venue))
    assert [showing.film.title for showing, _reasons in misfits(venue)] == ["Rails"]


def test_what_just_fits_is_not_told(draft: Screening, venue: Venue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hours that follow without a break, a night before the first day and one after the last, every seat, any format."""
    venue.opening_hours.update(closes=time(14))
    OpeningHours.objects.bulk_create(
        OpeningHours(venue=venue, weekday=weekday, opens=opens, closes=closes)
        for weekday in range(7)
        for opens, closes in ((time(14), time(23)), (time(23), time(2)))
    )
    venue.screens.update(formats=[])
    draft.showings.update(booked=40)
    for title, begins, ends in (
        ("Remnants", at(SATURDAY, "00:10", venue), at(SATURDAY, "01:10", venue)),
        ("Rails", at(SATURDAY, "19:00", venue), at(SUNDAY, "01:50", venue)),
    ):
        draft.showings.filter(film__title=title).update(
            until_minute=60, starts_at=begins, ends_at=ends, occupied_from=begins, occupied_until=ends
        )
    for clock in ("00:20", "12:00"):
        monkeypatch.setattr(timezone, "now", lambda clock=clock: at(SATURDAY, clock, venue))
        assert misfits(venue) == []
    venue.opening_hours.filter(closes=time(2)).update(closes=time(1, 49))
    assert [(showing.film.title, why) for showing, why in misfits(venue)] == [
        ("Rails", "The venue is closed then.")
    ]
