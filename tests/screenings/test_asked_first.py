"""What cannot be taken back is asked first, by the server: opening its address, or sending what has not been confirmed, does nothing."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from screenings.audience.registering import give_back
from screenings.models import (
    Closure,
    MealPlace,
    OpeningHours,
    OutsideCalendar,
    Registration,
    Screen,
    Screening,
    SecondOption,
    Showing,
    ShowingFeed,
    Venue,
    VenueWay,
    Wait,
)
from tests.screenings.conftest import NOW, SATURDAY, make_venue, registered, signed_in
from tests.screenings.programme.test_booking import showing_of
from tests.undone import undone

Asked = tuple[str, str, QuerySet[Any]]
"""An address, words of its question, and the rows of which one is gone once it is confirmed."""


def of_the_audience(published: Screening, owner: User) -> list[Asked]:
    ada = registered(published)
    Wait.objects.create(registration=ada, joined_at=NOW).showings.set(published.showings.all())
    page = f"/registrations/{ada.token}/"
    feed = ShowingFeed.objects.create(user=owner)
    stands = Registration.objects.filter(cancelled_at=None)
    here = "The place of 1 person at these showings is free again"
    return [
        (f"{page}give-back/", here, stands),
        (f"{page}forget/", here, Registration.objects.filter(forgotten_at=None)),
        (f"{page}leave/", "You lose your place in the line", Wait.objects.all()),
        ("/calendars/renew/", "stops working at once", ShowingFeed.objects.filter(token=feed.token)),
        ("/calendars/close/", "stops working at once", ShowingFeed.objects.all()),
    ]


def of_the_desk(published: Screening, venue: Venue, owner: User) -> list[Asked]:
    desk, plan = f"/desk/venues/{venue.slug}/", published.plan_request
    assert plan is not None
    SecondOption.objects.create(plan_request=plan, plan_index=0, by=owner, until=NOW)
    way = VenueWay.objects.create(
        venue=venue, other=make_venue(venue.institution, "UTC", "NL", "annex"), minutes=25
    )
    meal = MealPlace.objects.create(venue=venue, name="The Café")
    closure = Closure.objects.create(venue=venue, first_day=SATURDAY, last_day=SATURDAY)
    calendar = OutsideCalendar.objects.create(venue=venue, name="Hires", address="https://hall.example")
    hours = OpeningHours.objects.create(venue=venue, weekday=0, opens=time(1), closes=time(2))
    spare = Screen.objects.create(venue=venue, name="Spare", capacity=9, formats=["dcp"])
    standing, running = Showing.objects.standing(), Screening.objects.exclude(status="cancelled")
    rails = showing_of(published, "Rails")
    return [
        (f"/desk/showings/{rails.pk}/cancel/", "Nothing has been sent yet.", standing.filter(pk=rails.pk)),
        (f"/desk/screenings/{published.slug}/cancel/", "Nothing has been sent yet.", running),
        (
            f"/desk/plans/{plan.pk}/second/0/give-up/",
            "whoever waits for them after you",
            SecondOption.objects.all(),
        ),
        (f"{desk}ways/{way.pk}/", "gone for the other venue too", VenueWay.objects.all()),
        (f"{desk}meals/{meal.pk}/", "no longer named to the audience", MealPlace.objects.all()),
        (f"{desk}closures/{closure.pk}/", "open on these days at its weekly hours", Closure.objects.all()),
        (f"{desk}calendars/{calendar.pk}/remove/", "reads it no more", OutsideCalendar.objects.all()),
        (f"{desk}hours/{hours.pk}/", "Monday, 01:00–02:00", OpeningHours.objects.filter(opens=time(1))),
        (f"{desk}screens/{spare.pk}/remove/", "nothing was ever booked", Screen.objects.filter(name="Spare")),
    ]


def test_nothing_is_done_before_it_was_asked(published: Screening, venue: Venue, owner: User) -> None:
    client, wrong = signed_in(owner), []
    for address, words, rows in (*of_the_audience(published, owner), *of_the_desk(published, venue, owner)):
        with undone():
            before, page = rows.count(), client.get(address)
            again = client.post(address)
            if not (words in page.text and words in again.text and rows.count() == before):
                wrong.append(f"{address} is not asked: {page.status_code}, {again.status_code}")
            done = client.post(address, {"confirm": "1"})
            if (done.status_code, rows.count()) != (302, before - 1):
                wrong.append(f"{address} is not done: {done.status_code}")
    assert wrong == []


def test_who_has_nothing_to_give_up_is_not_asked(published: Screening) -> None:
    ada = registered(published)
    give_back(registration=ada)
    for verb in ("give-back", "leave"):
        answer = signed_in(None).get(f"/registrations/{ada.token}/{verb}/")
        assert (answer.status_code, answer["Location"]) == (302, ada.get_absolute_url())
