"""What the planner is told of a venue: when it is open, what its screens are booked for, what they can show, what is shown elsewhere."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from catalog.models import Film, ScreeningCopy
from licensing.models import Institution
from screenings import planner
from screenings.access import Access
from screenings.models import Closure, OutsideBooking, OutsideCalendar, Screen, Screening, Showing, Venue
from screenings.planning.arrangement import marked
from screenings.planning.days_off import days_off
from screenings.planning.questions import hours_of, openings, pieces_for, question_about, rooms
from tests.screenings.conftest import NOW, SATURDAY, at

DAY = timedelta(days=1)


def test_hours_begin_at_a_round_minute_from_now_and_closed_days_are_named(venue: Venue) -> None:
    """A venue that is closed from Sunday on may still be open in the night after Saturday."""
    today = NOW.date()
    late = NOW + timedelta(minutes=2, seconds=3)
    assert openings(venue, today, today, not_before=late)[0].opens_at == NOW + timedelta(minutes=5)
    assert openings(venue, today, today, not_before=NOW)[0].opens_at == NOW
    Closure.objects.create(venue=venue, first_day=SATURDAY - DAY, last_day=SATURDAY - DAY, reason="Paint")
    Closure.objects.create(venue=venue, first_day=SATURDAY + DAY, last_day=SATURDAY + 2 * DAY)
    hours, closed = hours_of(venue, SATURDAY - DAY, SATURDAY, not_before=NOW)
    assert [(each.opens_at, each.closes_at) for each in hours] == [
        (at(SATURDAY, "10:00", venue), at(SATURDAY + DAY, "00:30", venue))
    ]
    assert [(each.closed, each.why) for each in closed] == [(SATURDAY - DAY, "Paint")]


def test_a_part_has_the_marks_of_all_of_its_stretches() -> None:
    both, one = Showing(marks=["open-captions", "relaxed"]), Showing(marks=["relaxed"])
    assert marked([both, one]) == (Access.RELAXED,)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_what_is_booked_on_the_first_and_the_last_day_is_known_in_any_zone(
    zone: str, venue: Venue, screen: Screen, cinema: Institution
) -> None:
    """Fourteen hours ahead of UTC, and eleven behind it."""
    Venue.objects.update(time_zone=zone)
    screen.refresh_from_db()
    calendar = OutsideCalendar.objects.create(venue=venue, name="Hires", address="https://hall.example/a.ics")
    for day, clock in ((SATURDAY, "06:00"), (SATURDAY + DAY, "05:00")):
        begins = at(day, clock, screen.venue)
        OutsideBooking.objects.create(
            calendar=calendar, screen=screen, starts_at=begins, ends_at=begins + timedelta(minutes=30)
        )
    (room,) = rooms([screen], (), first=SATURDAY, last=SATURDAY, presenter=cinema)
    assert len(room.bookings) == 2


def test_a_screen_that_names_no_format_shows_them_all(venue: Venue, film: Film) -> None:
    venue.screens.filter(name="Two").update(formats=[])
    ScreeningCopy.objects.update(format="35mm")
    pieces, able = pieces_for(film, list(venue.screens.order_by("name")))
    assert ([screen.name for screen in able], len(pieces)) == (["Two"], 3)


def test_holidays_of_both_ends_are_known_and_a_weekend_is_the_country_s_own() -> None:
    christmas, new_year = date(2027, 12, 25), date(2028, 1, 1)
    found, weekend = days_off("NL", christmas, new_year)
    assert (found, weekend) == ((christmas, christmas + DAY, new_year), (5, 6))
    assert days_off("EG", christmas, new_year)[1] == (4, 5)
    assert days_off("XX", christmas, new_year) == ((), (5, 6))


def test_of_a_print_what_others_show_is_in_the_way_and_the_screening_s_own_is_not(
    venue: Venue, film: Film, draft: Screening
) -> None:
    """A file is copied, and is in nobody's way; who named a screening is kept apart from it, whatever it shows."""
    venue.screens.update(formats=[])
    screens = list(venue.screens.select_related("venue"))

    def in_the_way(leaving_out: Screening | None = None, *apart_from: int) -> list[planner.Why]:
        question = question_about(
            venue=venue,
            presenter=venue.institution,
            screens=screens,
            blocks=[piece.block() for piece in pieces_for(film, screens)[0]],
            first_day=SATURDAY,
            last_day=SATURDAY,
            settings=planner.Settings(),
            leaving_out=leaving_out,
            apart_from=apart_from,
        )
        return [each.why for each in question.conflicts]

    assert in_the_way() == []
    ScreeningCopy.objects.update(format="35mm")
    assert in_the_way() == [planner.Why.COPY] * 3
    assert in_the_way(None, draft.pk) == [planner.Why.ASKED] * 3
    assert in_the_way(draft) == []
