"""A day on which the venue is closed, or nobody works, is named wherever it is in the way."""

from __future__ import annotations

import pytest

from accounts.models import User
from catalog.models import Film
from screenings.models import Closure, Screening, Venue
from screenings.planner import Settings
from screenings.programme.plan_requests import ask_plan, run_plan
from screenings.venues.standing import misfits
from tests.screenings.conftest import SATURDAY, at, signed_in
from tests.screenings.programme.timetables.test_rearranging import moved, places
from tests.screenings.test_timetable_pages import address, sent


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
