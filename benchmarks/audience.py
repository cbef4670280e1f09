"""Who comes, and calendars: a rush for too few seats, a move that many must be told of, the calendar of a house of many years.

    python -m benchmarks.audience [--showings 20000]

On a database of its own. The rush goes through the verb, in as many threads as a large web server has.
"""

from __future__ import annotations

import argparse
import resource
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from benchmarks.measure import Measure, seconds
from benchmarks.search import served
from benchmarks.table import show

if TYPE_CHECKING:
    from screenings.models import Screening, Venue

PEOPLE, SEATS, THREADS = 500, 100, 48
MANY = 5_000
RUSH_WITHIN, EXPORT_WITHIN, PAGE_WITHIN, MOST_GROWTH = 10, 120, 1, 20
TODAY = datetime.now(UTC).date()
DAY = TODAY + timedelta(days=30)


def measures(showings: int) -> Iterator[Measure]:
    import django

    django.setup()
    venue, screening = _world()
    yield from _rush(screening)
    yield from _move(screening)
    yield from _move_many(screening)
    yield from _calendar(venue, showings)


def _world() -> tuple[Venue, Screening]:
    """A house with one room, and one film on sale there."""
    from djmoney.money import Money

    from accounts.models import User
    from catalog.models import DistributionRight, Film
    from licensing.models import Institution, Licence, LicenceType, Membership, Order, OrderLine
    from screenings.models import OpeningHours, Screen, Screening, Showing, Venue

    by = User.objects.create_user("owner@cinema.example", None, name="Owner")
    cinema = Institution.objects.create(legal_name="The Long Room", tier="non-profit", country="NL")
    Membership.objects.create(institution=cinema, user=by, role="owner")
    venue = Venue.objects.create(
        slug="the-room", name="The Room", institution=cinema, time_zone="Europe/Amsterdam", city="Town", country="NL"
    )  # fmt: skip
    OpeningHours.objects.bulk_create(
        OpeningHours(venue=venue, weekday=day, opens=time(9), closes=time(23)) for day in range(7)
    )
    screen = Screen.objects.create(venue=venue, name="One", capacity=SEATS)
    film = Film.objects.create(slug="the-works", title="The Works", year=2003, runtime=60)
    DistributionRight.objects.create(film=film, territory="the world")
    kind = LicenceType.objects.create(
        code="any", name="Any", summary="Any.", uses=["public-screening"], admission="none", public_advertising=True
    )  # fmt: skip
    order = Order.objects.create(
        number="O-1", institution=cinema, placed_by=by, tier="non-profit", method="card", starts_on=TODAY, total=Money(0, "USD")
    )  # fmt: skip
    given: dict[str, Any] = {"grants": kind.grants().to_json()}
    line = OrderLine.objects.create(
        order=order, film=film, licence_type=kind, description="Any", amount=Money(0, "USD"), **given
    )
    licence = Licence.objects.create(
        number="L-1", institution=cinema, film=film, line=line, licensee_name="The Long Room", type_name="Any",
        starts_on=TODAY, ends_on=TODAY + timedelta(days=365), countries=["NL"], **given,
    )  # fmt: skip
    screening = Screening.objects.create(
        slug="works", film=film, venue=venue, institution=cinema, programmer=by, title="The Works", status="published",
        licence=licence, published_at=datetime.now(UTC), audience=SEATS,
    )  # fmt: skip
    starts = datetime.combine(DAY, time(12), UTC)
    Showing.objects.create(
        screening=screening, film=film, screen=screen, until_minute=60, starts_at=starts, capacity=SEATS,
        ends_at=starts + timedelta(hours=1), occupied_from=starts, occupied_until=starts + timedelta(hours=1),
    )  # fmt: skip
    return venue, screening


def _rush(screening: Screening) -> Iterator[Measure]:
    from django.db import connection

    from screenings.audience.registering import register
    from wording.refusals import Refused

    together = threading.Barrier(THREADS)

    def want(number: int) -> bool:
        if number < THREADS:
            together.wait()
        try:
            register(screening=screening, name=f"Ada {number}", email=f"ada{number}@reader.example")
        except Refused:
            return False
        finally:
            connection.close()
        return True

    got: list[bool] = []

    def rush() -> None:
        with ThreadPoolExecutor(THREADS) as people:
            got.extend(people.map(want, range(PEOPLE)))

    took = seconds(rush)
    showing = screening.showings.get()
    yield Measure(f"audience: {PEOPLE} at once for {SEATS} seats", took, RUSH_WITHIN, "s")
    yield Measure("audience: more or fewer of them with a place than seats", abs(sum(got) - SEATS), 0, "")
    yield Measure("audience: places counted beside those", abs(showing.booked - SEATS), 0, "")


def _move(screening: Screening) -> Iterator[Measure]:
    """With all seats taken, and with one: in as many statements."""
    from django.utils import timezone

    from screenings.models import Place, Registration

    Registration.objects.update(confirmed_at=timezone.now())
    full = _statements(screening, hour=15)
    one = Registration.objects.earliest("pk")
    Place.objects.exclude(registration=one).delete()
    Registration.objects.exclude(pk=one.pk).delete()
    screening.showings.update(booked=1)
    alone = _statements(screening, hour=17)
    yield Measure(f"audience: statements of a move, {SEATS} registered beside one", full - alone, 0, "")
    yield Measure("audience: statements of a move", full, 50, "")


def _move_many(screening: Screening) -> Iterator[Measure]:
    """A house of five thousand: how long its programmer waits, and that everyone is owed the news once."""
    from django.utils import timezone

    from reminders.models import Reminder
    from screenings.models import Place, Registration, Screen, Showing

    Registration.objects.all().delete()
    Screen.objects.filter(pk=screening.showings.get().screen_id).update(capacity=MANY)
    type(screening).objects.filter(pk=screening.pk).update(audience=MANY)
    now = timezone.now()
    people = Registration.objects.bulk_create(
        Registration(
            screening=screening, name=f"Bo {each}", email=f"bo{each}@reader.example", confirmed_at=now
        )
        for each in range(MANY)
    )
    showing = screening.showings.get()
    Place.objects.bulk_create(Place(registration=each, showing=showing) for each in people)
    Showing.objects.filter(pk=showing.pk).update(booked=MANY, capacity=MANY)
    took = seconds(lambda: _statements(screening, hour=19))
    told = Reminder.objects.waiting().filter(kind="screenings.showing-moved", recipient__startswith="bo")
    yield Measure(f"audience: a move with {MANY} registered", took, 2, "s")
    yield Measure("audience: of them not owed the news, or more than once", abs(told.count() - MANY), 0, "")


def _statements(screening: Screening, *, hour: int) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from screenings.programme.booking import move_showing

    starts = datetime.combine(DAY, time(hour), UTC)
    with CaptureQueriesContext(connection) as captured:
        move_showing(showing=screening.showings.get(), starts_at=starts, by=screening.programmer)
    return len(captured)


def _calendar(venue: Venue, showings: int) -> Iterator[Measure]:
    from screenings.schedules.feeds import calendar_of_venue

    _fill(venue, 1000)
    _drained(calendar_of_venue(venue))
    before = _megabytes()
    _fill(venue, showings - 1000)
    size = 0

    def export() -> None:
        nonlocal size
        size = _drained(calendar_of_venue(venue))

    filled = _megabytes()
    took = seconds(export)
    yield Measure(
        f"audience: a house's calendar of {showings:,} showings ({size / 1e6:.0f} MB)",
        took,
        EXPORT_WITHIN,
        "s",
    )
    yield Measure(
        "audience: memory that it takes beside one of 1,000",
        _megabytes() - max(before, filled),
        MOST_GROWTH,
        "MB",
    )
    for name, page in (("first", 1), ("last", showings // 60)):
        took = seconds(partial(_page, venue, page))
        yield Measure(f"audience: {name} page of the house", took, PAGE_WITHIN, "s")


def _fill(venue: Venue, count: int) -> None:
    """Showings of an announced screening, an hour apart, from the last one there is on; nothing is kept of them here."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(FILL, {"count": count, "venue": venue.pk})


FILL = """
    WITH last AS (
        SELECT s.*, (SELECT max(occupied_until) FROM screenings_showing) AS free FROM screenings_showing s
        JOIN screenings_screening g ON g.id = s.screening_id WHERE g.venue_id = %(venue)s ORDER BY s.id LIMIT 1
    )
    INSERT INTO screenings_showing (
        screening_id, film_id, screen_id, from_minute, until_minute, intro_minutes, qa_minutes, starts_at, ends_at,
        occupied_from, occupied_until, capacity, booked, status, uid, sequence
    )
    SELECT screening_id, film_id, screen_id, 0, 10, 0, 0, free + n * interval '15 min', free + n * interval '15 min' + interval '10 min',
           free + n * interval '15 min', free + n * interval '15 min' + interval '10 min', 9, 0, 'planned', gen_random_uuid(), 0
    FROM last, generate_series(0, %(count)s - 1) n
"""


def _page(venue: Venue, page: int) -> None:
    from django.test import Client

    response = Client(SERVER_NAME="127.0.0.1").get(f"{venue.get_absolute_url()}?page={page}")
    if response.status_code != 200 or b"The Works" not in response.content:
        raise RuntimeError(f"Page {page} answers {response.status_code}.")


def _drained(pieces: Iterator[bytes]) -> int:
    return sum(map(len, pieces))


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--showings", type=int, default=20_000)
    given, _rest = parser.parse_known_args()
    with served():
        sys.exit(show(measures(given.showings)))
