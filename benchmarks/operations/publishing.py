"""A festival's programme becomes screenings, and its page is opened: statements, seconds, kilobytes.

    python -m benchmarks.operations.publishing [--days 10] [--screens 8]

On a database of its own. Each screen has four showings a day; each film is shown twice, five days apart, under a licence of its own.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from benchmarks.measure import Measure, seconds
from benchmarks.search import served
from benchmarks.table import show

if TYPE_CHECKING:
    from accounts.models import User
    from catalog.models import Film
    from licensing.models import Institution
    from screenings.models import Festival, Screen

HOURS, MINUTES, APART = (10, 13, 16, 19), 90, 5
STATEMENTS, SHOWINGS_A_SECOND, PAGE, PAGE_WITHIN = 10, 20, 500, 2
TODAY = datetime.now(UTC).date()
FIRST = TODAY + timedelta(days=30)


def measures(days: int, screens: int) -> Iterator[Measure]:
    import django

    django.setup()
    festival, by = _festival(days, screens)
    yield from _page(festival, by, "planned")
    yield from _published(festival, by)
    yield from _page(festival, by, "published")


def _festival(days: int, screens: int) -> tuple[Festival, User]:
    """With its programme, on the four showings a day of each screen."""
    from accounts.models import User
    from licensing.models import Institution, Membership
    from screenings.programme.festivals.about import About, create_festival

    by = User.objects.create_user("owner@cinema.example", None, name="Owner")
    cinema = Institution.objects.create(legal_name="The Long Room", tier="festival", country="NL")
    Membership.objects.create(institution=cinema, user=by, role="owner")
    rooms = _screens(cinema, screens)
    about = About("Many Days", FIRST, FIRST + timedelta(days=days - 1), rooms)
    festival = create_festival(institution=cinema, about=about, by=by)
    _plan(festival, _films(festival, len(HOURS) * days * screens, by), rooms, by)
    return festival, by


def _screens(cinema: Institution, count: int) -> list[Screen]:
    from screenings.models import OpeningHours, Screen, Venue

    venue = Venue.objects.create(
        slug="the-room", name="The Room", institution=cinema, time_zone="Europe/Amsterdam", city="Town", country="NL"
    )  # fmt: skip
    OpeningHours.objects.bulk_create(
        OpeningHours(venue=venue, weekday=day, opens=time(9), closes=time(23)) for day in range(7)
    )
    names = (f"Screen {at + 1}" for at in range(count))
    Screen.objects.bulk_create(
        Screen(venue=venue, name=name, capacity=100, set_up=5, turnaround=15) for name in names
    )
    return list(venue.screens.select_related("venue"))


def _films(festival: Festival, showings: int, by: User) -> list[int]:
    """The keys of its films, one for each two showings."""
    from catalog.models import DistributionRight, Film
    from screenings.models import FestivalFilm

    films = Film.objects.bulk_create(
        Film(slug=f"film-{at}", title=f"A Film of Some Length {at}", year=2003, runtime=MINUTES)
        for at in range(showings // 2)
    )
    DistributionRight.objects.bulk_create(
        DistributionRight(film=each, territory="the world") for each in films
    )
    _licences(festival.institution, films, by)
    rows = FestivalFilm.objects.bulk_create(
        FestivalFilm(
            festival=festival,
            film=each,
            showings=2,
            demand=80,
            days_apart=APART,
            strand=f"Strand {each.pk % 10}",
        )
        for each in films
    )
    return [row.pk for row in rows]


def _licences(cinema: Institution, films: list[Film], by: User) -> None:
    from djmoney.money import Money

    from licensing.models import Licence, LicenceType, Order, OrderLine

    kind = LicenceType.objects.create(
        code="any", name="Any", summary="Any.", uses=["public-screening"], admission="none", public_advertising=True, report_due_days=10
    )  # fmt: skip
    order = Order.objects.create(
        number="O-1", institution=cinema, placed_by=by, tier="festival", method="card", starts_on=TODAY, total=Money(0, "USD")
    )  # fmt: skip
    given: dict[str, Any] = {"grants": kind.grants().to_json()}
    lines = OrderLine.objects.bulk_create(
        OrderLine(order=order, film=each, licence_type=kind, description="Any", amount=Money(0, "USD"), **given)
        for each in films
    )  # fmt: skip
    Licence.objects.bulk_create(
        Licence(
            number=f"L-{line.pk}", institution=cinema, film=line.film, line=line, licensee_name="The Long Room", type_name="Any",
            starts_on=TODAY, ends_on=TODAY + timedelta(days=365), countries=["NL"], **given,
        )
        for line in lines
    )  # fmt: skip


def _plan(festival: Festival, films: list[int], rooms: list[Screen], by: User) -> None:
    """The first showings of all films in the places of the first days, the second ones from the middle on."""
    from screenings.models import FestivalPlan
    from screenings.planner import festival as asking
    from screenings.planning.festivals import question_of

    zone = rooms[0].venue.zone
    days = (festival.last_day - festival.first_day).days + 1
    places = [
        (datetime.combine(FIRST + timedelta(days=day), time(hour), zone), room.pk)
        for day in range(days)
        for hour in HOURS
        for room in rooms
    ]
    lasts = timedelta(minutes=MINUTES)
    showings = [
        asking.Showing(begins, begins + lasts, f"{film}", 1 + at // len(films), f"{room}")
        for at, ((begins, room), film) in enumerate(zip(places, films * 2, strict=False))
    ]
    question = question_of(festival)
    FestivalPlan.objects.create(
        festival=festival, asked_by=by, status="done", question=asking.festival_to_data(question),
        programme=asking.programme_to_data(asking.programme_of(showings, question)),
    )  # fmt: skip


def _published(festival: Festival, by: User) -> Iterator[Measure]:
    from django.db import connection

    from screenings.models import Screening
    from screenings.programme.festivals.publishing import publish_festival

    statements = 0

    def count(execute: Any, *args: Any) -> Any:
        nonlocal statements
        statements += 1
        return execute(*args)

    with connection.execute_wrapper(count):
        took = seconds(lambda: publish_festival(festival=festival, by=by))
    made = Screening.objects.filter(status="published").count()
    yield Measure(f"publishing {made} showings: statements each", statements / made, STATEMENTS, "")
    yield Measure(f"publishing {made} showings", took, made / SHOWINGS_A_SECOND, "s")


def _page(festival: Festival, by: User, state: str) -> Iterator[Measure]:
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(by)
    client.get(festival.get_absolute_url())
    sizes: list[int] = []
    took = seconds(lambda: sizes.append(len(client.get(festival.get_absolute_url()).content)))
    yield Measure(f"page of a festival that is {state}", sizes[0] / 1e3, PAGE, "kB")
    yield Measure(f"page of a festival that is {state}: made in", took, PAGE_WITHIN, "s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--days", type=int, default=10)
    parser.add_argument("--screens", type=int, default=8)
    given, _rest = parser.parse_known_args()
    with served():
        sys.exit(show(measures(given.days, given.screens)))
