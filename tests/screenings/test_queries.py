"""Every list takes the same number of queries for one row and for three.

The institutions in the menu of a signed-in person are fetched with the person.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.template import engines
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from catalog.models import Film
from licensing.models import Licence
from screenings.models import Screening, Venue
from screenings.programme.announcing import publish_screening
from screenings.programme.booking import take_plan
from tests.screenings.conftest import ONE_DAY, SATURDAY, answered, registered, signed_in

type Grow = Callable[[int], list[Screening]]


@pytest.fixture
def grow(venue: Venue, film: Film, owner: User, licence: Licence) -> Grow:
    """So many published screenings, a week apart, each with a person registered."""
    Licence.objects.filter(pk=licence.pk).update(grants={**licence.grants, "screenings": None})

    def make(count: int) -> list[Screening]:
        made = []
        for _ in range(count):
            day = SATURDAY + timedelta(weeks=Screening.objects.count())
            plan = answered(venue, film, owner, {day: ONE_DAY[SATURDAY]})
            screening = publish_screening(screening=take_plan(plan_request=plan, index=0, by=owner), by=owner)
            registered(screening)
            made.append(screening)
        return made

    return make


def queries(address: str, user: User | None) -> int:
    client = signed_in(user)
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
        assert response.status_code == 200
        response.getvalue()  # a calendar is read from the database as it is sent
    return len(captured)


@pytest.mark.parametrize(
    ("address", "role", "expected"),
    [
        ("/screenings/", None, 3),
        ("/venues/the-room/", None, 6),
        ("/venues/the-room.ics", None, 6),
        ("/desk/", "owner", 9),
        ("/admin/screenings/screening/", "staff", 8),
        ("/admin/screenings/showing/", "staff", 8),
        ("/admin/screenings/registration/", "staff", 7),
        ("/admin/screenings/planrequest/", "staff", 8),
        ("/admin/screenings/venue/", "staff", 6),
        ("/admin/screenings/place/", "staff", 5),
    ],
)
def test_lists_take_as_many_queries_for_three_rows_as_for_one(
    address: str, role: str | None, expected: int, *, owner: User, staff: User, grow: Grow
) -> None:
    staff.is_superuser = True
    staff.save()
    user = {"owner": owner, "staff": staff, None: None}[role]
    grow(1)
    one = queries(address, user)
    grow(2)
    assert (one, queries(address, user)) == (expected, expected)


@pytest.mark.parametrize(
    ("page", "role", "expected"),
    [
        ("/screenings/{slug}/", None, 7),
        ("/screenings/{slug}/widget/", None, 4),
        ("/screenings/{slug}/register/", None, 3),
        ("/screenings/{slug}.ics", None, 4),
        ("/screenings/{slug}/run-of-show/", "owner", 10),
        ("/desk/screenings/{slug}/", "owner", 22),
        ("/desk/screenings/{slug}/timetable/", "owner", 21),
        ("/desk/screenings/{slug}/door/", "owner", 8),
        ("/desk/screenings/{slug}/turnout/", "owner", 6),
    ],
)
def test_a_screening_takes_as_many_queries_with_three_people_as_with_one(
    page: str, role: str | None, expected: int, *, owner: User, grow: Grow
) -> None:
    (screening,) = grow(1)
    address, user = page.format(slug=screening.slug), owner if role else None
    one = queries(address, user)
    for name in ("Bo", "Cy"):
        registered(screening, name)
    assert (one, queries(address, user)) == (expected, expected)


def test_upcoming_showings_of_a_film_take_one_query(film: Film, grow: Grow) -> None:
    template = engines["django"].from_string(
        "{% load screening_tags %}{% upcoming_showings film film.pk about %}"
    )
    for _ in (1, 3):
        grow(1)
        with CaptureQueriesContext(connection) as captured:
            page = template.render({"film": film, "about": []}, RequestFactory().get("/films/"))
        assert len(captured) == 1
    assert page.count("<li>") == 6
