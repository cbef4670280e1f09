"""Verbs take as many statements for a sold-out showing as for an empty one: they hold locks meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from reminders.models import Reminder
from screenings.audience import holds
from screenings.audience.registering import give_back, register
from screenings.models import Place, Registration, Screening, Venue
from screenings.planning.by_hand.places import cut, places_of
from screenings.programme.announcing import cancel_screening, publish_screening
from screenings.programme.booking import cancel_showing, move_showing
from screenings.programme.timetables.rearranging import rearrange
from tests.screenings.conftest import NOW, SATURDAY, at, registered
from tests.screenings.programme.test_announcing import revised
from tests.screenings.programme.test_booking import showing_of

HOUSES = (0, 3, 30)


def fill(screening: Screening, people: int) -> None:
    """So many people with confirmed places at every showing, as many statements as that takes."""
    rows = Registration.objects.bulk_create(
        Registration(
            screening=screening, name=f"Ada {number}", email=f"ada{number}@reader.example", confirmed_at=NOW
        )
        for number in range(people)
    )
    showings = list(screening.showings.all())
    Place.objects.bulk_create(
        Place(registration=registration, showing=showing) for registration in rows for showing in showings
    )
    screening.showings.update(booked=people)


def statements(verb: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        verb()
    return len(captured)


@pytest.mark.parametrize("people", HOUSES)
@pytest.mark.parametrize(
    ("name", "for_nobody", "for_people"),
    [
        ("move", 50, 52),
        ("rearrange", 56, 59),
        ("cancel showing", 37, 39),
        ("cancel screening", 21, 23),
        ("revise", 32, 32),
        ("publish", 39, 40),
        ("register", 15, 15),
        ("confirm", 12, 12),
        ("give back", 15, 15),
    ],
)
def test_verb_takes_as_many_statements_for_a_full_house(
    name: str,
    for_nobody: int,
    for_people: int,
    people: int,
    *,
    published: Screening,
    venue: Venue,
    owner: User,
) -> None:
    fill(published, people)
    rails = showing_of(published, "Rails")
    if name == "publish":
        Screening.objects.update(status="draft")
    later = timedelta(minutes=10)
    cut_before = [
        replace(each, starts_at=each.starts_at + later) if each.is_new else each
        for each in cut(places_of(published.showings.all()), f"{showing_of(published, 'Rust').pk}", 120)
    ]
    ada = register(screening=published, name="Ada", email="ada@reader.example") if name == "confirm" else None
    bo = registered(published, "Bo") if name == "give back" else None
    verbs: dict[str, Callable[[], object]] = {
        "move": lambda: move_showing(showing=rails, starts_at=at(SATURDAY, "20:00", venue), by=owner),
        "rearrange": lambda: rearrange(screening=published, places=cut_before, version=0, by=owner),
        "cancel showing": lambda: cancel_showing(showing=rails, by=owner),
        "cancel screening": lambda: cancel_screening(screening=published, by=owner),
        "revise": lambda: revised(published, owner),
        "publish": lambda: publish_screening(screening=published, by=owner),
        "register": lambda: register(screening=published, name="Ada", email="ada@reader.example"),
        "confirm": lambda: ada and holds.confirm(registration=ada),
        "give back": lambda: bo and give_back(registration=bo),
    }
    # Where nobody is registered, nobody's places are looked up, and nothing is owed to them.
    assert statements(verbs[name]) == (for_people if people else for_nobody)
    notices = Reminder.objects.filter(kind__in=("screenings.showing-moved", "screenings.showing-cancelled"))
    assert notices.count() == (people if name in ("move", "cancel showing") else 0)


@pytest.mark.parametrize("people", HOUSES[1:])
def test_overdue_holds_are_let_go_in_as_many_statements(published: Screening, people: int) -> None:
    fill(published, people)
    Registration.objects.update(confirmed_at=None, held_until=NOW)
    assert statements(holds.expire_holds) == 11
    assert list(published.showings.values_list("booked", flat=True)) == [0, 0, 0]


def test_who_never_confirmed_is_forgotten_in_as_many_statements(published: Screening) -> None:
    took = set()
    for people in HOUSES[1:]:
        fill(published, people)
        Registration.objects.update(confirmed_at=None, held_until=NOW, cancelled_at=NOW - timedelta(days=8))
        took.add(statements(holds.forget_unconfirmed))
        assert (Registration.objects.count(), Place.objects.count()) == (0, 0)
    assert len(took) == 1


def test_a_move_that_nobody_hears_of_is_told_to_everyone_who_holds_a_place(
    published: Screening, venue: Venue, owner: User
) -> None:
    fill(published, 30)
    move_showing(
        showing=showing_of(published, "Rails"),
        starts_at=at(SATURDAY + timedelta(days=1), "19:00", venue),
        by=owner,
    )
    kinds = Reminder.objects.waiting().filter(recipient__startswith="ada").values_list("kind", flat=True)
    assert {kind: list(kinds).count(kind) for kind in set(kinds)} == {
        "screenings.showing-moved": 30,
        "screenings.showing-tomorrow": 60,
        "screenings.next-part-soon": 30,
    }
