"""A venue on its desk: who sees it, what is said of it, and where visitors read that."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from licensing.models import Institution, Membership, Role, Tier
from screenings.models import (
    Closure,
    MealPlace,
    OutsideBooking,
    OutsideCalendar,
    Screen,
    Screening,
    Venue,
    VenueWay,
)
from screenings.programme.booking import cancel_showing
from screenings.venues.describing import MOST_ROWS, close_venue
from screenings.venues.elsewhere.clashes import clashes_of
from screenings.venues.ways import forget_way, keep_way
from tests.screenings.conftest import NOW, SATURDAY, at, make_venue, signed_in
from tests.screenings.programme.test_booking import refused, showing_of
from wording.refusals import Refused

PAGE = "/desk/venues/the-room/"


@pytest.fixture
def taken(venue: Venue, screen: Screen) -> OutsideBooking:
    calendar = OutsideCalendar.objects.create(venue=venue, name="Hires", address="https://hall.example/a.ics")
    return OutsideBooking.objects.create(
        calendar=calendar,
        screen=screen,
        starts_at=at(SATURDAY, "14:00", venue),
        ends_at=at(SATURDAY, "17:00", venue),
    )


@pytest.fixture
def annex(outsider: User) -> Venue:
    """Run by others."""
    others = Institution.objects.create(legal_name="The Annex Society", tier=Tier.NON_PROFIT, country="NL")
    Membership.objects.create(institution=others, user=outsider, role=Role.PROGRAMMER)
    return make_venue(others, "Europe/Amsterdam", "NL", "the-annex")


def forms(venue: Venue) -> dict[str, dict[str, object]]:
    one = venue.screens.get(name="One").pk
    return {
        "calendar": {"calendar-label": "Hall", "calendar-address": "webcal://hall.example/b.ics"},
        "closure": {
            "closure-first_day": "2027-04-01",
            "closure-last_day": "2027-04-02",
            "closure-reason": "Paint",
        },
        "meal": {"meal-label": "The Café", "meal-minutes": "3", "meal-note": "until nine"},
        "visit": {
            "visit-getting_there": "Tram 7",
            "visit-curfew": "23:00",
            f"visit-wheelchairs_{one}": "2",
            f"visit-devices_{one}": ["captions", "loop"],
        },
        "way": {"way-other": Venue.objects.get(slug="the-annex").pk, "way-minutes": "25"},
    }


def test_only_those_who_run_it_see_and_change_it(
    taken: OutsideBooking,
    venue: Venue,
    annex: Venue,
    owner: User,
    colleague: User,
    outsider: User,
    staff: User,
) -> None:
    calendar = f"{PAGE}calendars/{taken.calendar_id}/"
    hirer = Institution.objects.create(legal_name="A School", tier=venue.institution.tier, country="NL")
    Membership.objects.create(institution=hirer, user=outsider, role=Role.OWNER)
    venue.hirers.add(hirer)  # who hires it does not run it
    for user, seen, done in (
        (owner, 200, 302),
        (colleague, 200, 302),
        (staff, 200, 302),
        (outsider, 404, 404),
        (None, 302, 302),
    ):
        page = signed_in(user)
        assert page.get(PAGE).status_code == seen, user
        for name, sent in forms(venue).items():
            assert page.post(f"{PAGE}add/{name}/", sent).status_code == done, (user, name)
        assert page.post(calendar).status_code == done
        if user is None or user == outsider:
            assert "/account/login/" in page.post(calendar).get("Location", "/account/login/")
    assert OutsideCalendar.objects.filter(address="https://hall.example/b.ics").count() == 1
    assert (Closure.objects.get().reason, MealPlace.objects.get().minutes) == ("Paint", 3)
    venue.refresh_from_db()
    one = venue.screens.get(name="One")
    assert (venue.curfew, one.wheelchair_places, one.devices) == (time(23), 2, ["captions", "loop"])
    assert VenueWay.objects.get().minutes == 25


def test_what_was_added_is_taken_away(
    taken: OutsideBooking, venue: Venue, annex: Venue, owner: User, outsider: User
) -> None:
    way = VenueWay.objects.create(venue=venue, other=annex, minutes=25)
    meal = MealPlace.objects.create(venue=venue, name="The Café")
    closure = Closure.objects.create(venue=venue, first_day=SATURDAY, last_day=SATURDAY)
    addresses: dict[str, type[OutsideCalendar | MealPlace | Closure | VenueWay]] = {
        f"{PAGE}calendars/{taken.calendar_id}/remove/": OutsideCalendar,
        f"{PAGE}meals/{meal.pk}/": MealPlace,
        f"{PAGE}closures/{closure.pk}/": Closure,
        f"{PAGE}ways/{way.pk}/": VenueWay,
    }
    for address, model in addresses.items():
        assert signed_in(outsider).post(address, {"confirm": "1"}).status_code == 404
        assert model.objects.count() == 1
        assert signed_in(owner).post(address, {"confirm": "1"}).status_code == 302
        assert model.objects.count() == 0
    assert OutsideBooking.objects.count() == 0


def test_what_another_venue_said_is_taken_back_on_its_own_page_alone(
    venue: Venue, annex: Venue, owner: User
) -> None:
    """Both are run by the same people, who may; the address names the wrong venue."""
    hall = make_venue(venue.institution, venue.time_zone, "NL", "the-hall")
    calendar = OutsideCalendar.objects.create(venue=hall, name="Hires", address="https://hall.example/a.ics")
    spare = Screen.objects.create(venue=hall, name="Spare", capacity=9)
    way = VenueWay.objects.create(venue=annex, other=hall, minutes=25)
    meal = MealPlace.objects.create(venue=hall, name="The Café")
    closure = Closure.objects.create(venue=hall, first_day=SATURDAY, last_day=SATURDAY)
    hours = hall.opening_hours.all()[0]
    client = signed_in(owner)
    for row, address in (
        (calendar, f"calendars/{calendar.pk}/remove/"),
        (spare, f"screens/{spare.pk}/remove/"),
        (way, f"ways/{way.pk}/"),
        (meal, f"meals/{meal.pk}/"),
        (closure, f"closures/{closure.pk}/"),
        (hours, f"hours/{hours.pk}/"),
    ):
        answers = [client.get(f"{PAGE}{address}"), client.post(f"{PAGE}{address}", {"confirm": "1"})]
        assert [each.status_code for each in answers] == [404, 404], address
        assert client.get(f"/desk/venues/the-hall/{address}").status_code == 200
        row.refresh_from_db()
    assert client.post(f"{PAGE}calendars/{calendar.pk}/").status_code == 404
    forget_way(way=way, venue=venue, by=owner)
    assert VenueWay.objects.get() == way, "it does not begin nor end at that venue"


def test_page_says_what_clashes_and_what_went_wrong(
    draft: Screening, taken: OutsideBooking, owner: User
) -> None:
    OutsideCalendar.objects.update(fault="The server answered 404.")
    shown = signed_in(owner).get(PAGE).content.decode()
    assert "Booked twice" in shown
    assert "The server answered 404." in shown
    assert shown.count("booked elsewhere from Sat 20 March 2027, 14:00 to Sat 20 March 2027, 17:00") == 2


def test_what_is_called_off_or_over_or_just_fits_is_not_booked_twice(
    draft: Screening, taken: OutsideBooking, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rust has screen One until 14:50, Remnants from 15:20 on."""

    def found() -> list[str]:
        titles = dict(draft.showings.values_list("pk", "film__title"))
        return [titles[clash.showing] for clash in clashes_of(draft)]

    clashes = [found()]
    cancel_showing(showing=showing_of(draft, "Rust"), by=owner)
    clashes.append(found())
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, "18:30", draft.venue))
    clashes.append(found())
    assert clashes == [["Rust", "Remnants"], ["Remnants"], []]
    draft.showings.update(status="planned")
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    begins, ends = (at(SATURDAY, clock, draft.venue) for clock in ("14:50", "15:20"))
    OutsideBooking.objects.update(starts_at=begins, ends_at=ends)
    assert found() == []
    OutsideBooking.objects.update(ends_at=ends + timedelta(minutes=5))
    assert found() == ["Remnants"], "while it is set up"


def test_page_lists_what_is_not_over_at_the_venue(taken: OutsideBooking, venue: Venue, owner: User) -> None:
    """It is noon of 1 March in UTC, and the second day of March already where the venue is."""
    Venue.objects.update(time_zone="Pacific/Auckland")
    over = {"calendar": taken.calendar, "starts_at": NOW - timedelta(hours=2), "ends_at": NOW}
    OutsideBooking.objects.create(screen=taken.screen, **over)
    hall = make_venue(venue.institution, venue.time_zone, "NL", "the-hall")
    calendar = OutsideCalendar.objects.create(venue=hall, name="Hires", address="https://hall.example/b.ics")
    times = {"starts_at": taken.starts_at, "ends_at": taken.ends_at}
    OutsideBooking.objects.create(calendar=calendar, screen=hall.screens.all()[0], **times)
    for day in (1, 2):
        Closure.objects.create(venue=venue, first_day=date(2027, 3, 1), last_day=date(2027, 3, day))
    shown = signed_in(owner).get(PAGE).context
    assert list(shown["bookings"]) == [taken]
    assert [each.last_day.day for each in shown["closures"]] == [2]


def test_page_asks_as_much_for_three_rows_as_for_one(
    draft: Screening,
    taken: OutsideBooking,
    venue: Venue,
    owner: User,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    page = signed_in(owner)
    page.get(PAGE)
    for number in (1, 3):
        for each in range(number):
            MealPlace.objects.get_or_create(venue=venue, name=f"Café {each}")
            Closure.objects.get_or_create(
                venue=venue, first_day=date(2027, 5, 1 + each), last_day=date(2027, 5, 4)
            )
            other, _ = OutsideCalendar.objects.get_or_create(
                venue=venue, name="Hall", address=f"https://hall.example/{each}.ics"
            )
            there = make_venue(venue.institution, venue.time_zone, "NL", f"hall-{number}-{each}")
            VenueWay.objects.create(venue=venue, other=there, minutes=each)
            OutsideBooking.objects.get_or_create(
                calendar=other, screen=taken.screen, starts_at=taken.starts_at, ends_at=taken.ends_at
            )
        with django_assert_num_queries(20):
            page.get(PAGE)


@pytest.mark.parametrize(
    ("name", "sent", "said"),
    [
        ("calendar", {"calendar-label": "X", "calendar-address": "ftp://hall.example/x"}, "valid URL"),
        (
            "closure",
            {"closure-first_day": "2027-04-02", "closure-last_day": "2027-04-01"},
            "ends before it begins",
        ),
        ("meal", {"meal-label": "X", "meal-minutes": "61"}, "less than or equal to 60"),
        ("way", {"way-other": "0", "way-minutes": "601"}, "less than or equal to 600"),
        ("visit", {"visit-wheelchairs_1": "1", "visit-curfew": "25:00"}, "Enter a valid time"),
    ],
)
def test_faults_stand_on_the_page(
    name: str, sent: dict[str, str], said: str, venue: Venue, owner: User
) -> None:
    answer = signed_in(owner).post(f"{PAGE}add/{name}/", sent)
    assert (answer.status_code, said in answer.content.decode()) == (200, True)
    assert signed_in(owner).post(f"{PAGE}add/nothing/", sent).status_code == 404


def test_a_way_is_kept_once_and_said_at_both_ends(
    venue: Venue, annex: Venue, owner: User, outsider: User
) -> None:
    Venue.objects.filter(pk=annex.pk).update(name="The Annex")
    keep_way(venue=venue, other=annex, minutes=25, by=owner)
    keep_way(venue=annex, other=venue, minutes=40, by=outsider)
    way = VenueWay.objects.get()
    assert (way.venue, way.other, way.minutes) == (venue, annex, 40)
    assert VenueWay.objects.minutes_from(annex) == {venue.pk: 40}
    for user, place in ((owner, venue), (outsider, annex)):
        assert "40 min" in signed_in(user).get(f"/desk/venues/{place.slug}/").content.decode()
        asked = signed_in(user).get(f"/desk/venues/{place.slug}/ways/{way.pk}/").context["question"]
        assert asked.name == {venue: "The Annex", annex: "The Room"}[place]
    for ends, by, code in (((venue, venue), owner, "same-venue"), ((venue, annex), outsider, "not-yours")):
        with pytest.raises(Refused) as error:
            keep_way(venue=ends[0], other=ends[1], minutes=5, by=by)
        assert refused(error) == [code]
    forget_way(way=way, venue=annex, by=outsider)
    assert not VenueWay.objects.exists()


def test_visitors_read_it(published: Screening, venue: Venue, screen: Screen) -> None:
    for name, minutes in (("Too far", 30), ("The Café", 3), ("Away", 12), ("The bar", 0)):
        MealPlace.objects.create(venue=venue, name=name, minutes=minutes)
    Venue.objects.update(getting_there="Tram 7\nto the bridge")
    Screen.objects.filter(pk=screen.pk).update(wheelchair_places=2)
    shown = signed_in(None).get(published.get_absolute_url()).content.decode()
    assert "2 places for wheelchairs" in shown
    assert "Tram 7<br>to the bridge" in shown
    near = "meal break: The bar, in the building; The Café, 3 minutes on foot; Away, 12 minutes on foot"
    assert (near in shown, "Too far" in shown) == (True, False)
    there = signed_in(None).get(venue.get_absolute_url()).content.decode()
    assert all(said in there for said in ("2 places for wheelchairs", "Tram 7<br>", "The Café", "DCP"))


def test_a_venue_is_closed_within_reach_and_sixty_times_at_most(venue: Venue, owner: User) -> None:
    def refusal(first: date, last: date) -> list[str]:
        with pytest.raises(Refused) as error:
            close_venue(venue=venue, first_day=first, last_day=last, reason="", by=owner)
        return refused(error)

    assert refusal(SATURDAY, date(2999, 1, 1)) == ["too-far"]
    close_venue(venue=venue, first_day=SATURDAY, last_day=SATURDAY, reason="", by=owner)
    days = [SATURDAY + timedelta(days=day) for day in range(1, MOST_ROWS)]
    Closure.objects.bulk_create(Closure(venue=venue, first_day=day, last_day=day) for day in days)
    assert refusal(SATURDAY, days[-1]) == ["too-many"]


def test_impossible_facts_are_refused(venue: Venue, annex: Venue, screen: Screen, outsider: User) -> None:
    with pytest.raises(Refused) as error:
        close_venue(venue=venue, first_day=SATURDAY, last_day=SATURDAY, reason="", by=outsider)
    assert refused(error) == ["not-yours"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Screen.objects.filter(pk=screen.pk).update(wheelchair_places=41)
    with pytest.raises(IntegrityError), transaction.atomic():
        MealPlace.objects.create(venue=venue, name="Far", minutes=61)
    for other, minutes in ((venue, 5), (annex, 601)):
        with pytest.raises(IntegrityError), transaction.atomic():
            VenueWay.objects.create(venue=venue, other=other, minutes=minutes)
    with pytest.raises(IntegrityError), transaction.atomic():
        VenueWay.objects.create(venue=annex, other=venue, minutes=5)
    VenueWay.objects.create(venue=venue, other=annex, minutes=5)
    with pytest.raises(IntegrityError), transaction.atomic():
        VenueWay.objects.create(venue=venue, other=annex, minutes=6)
