"""Each seat is counted once, whatever people do one after the other."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest

from screenings.audience.changing import change
from screenings.audience.making_up import make_up
from screenings.audience.registering import give_back
from screenings.audience.waiting import accept, expire_offers, leave
from screenings.models import Place, Registration, Screening, Showing, Wait
from tests.screenings.audience.test_making_up import again, missed
from tests.screenings.audience.test_registering import booked
from tests.screenings.audience.test_waiting import couple, group, later, offers, rails, waits
from tests.screenings.conftest import registered
from tests.screenings.programme.test_booking import showing_of
from wording.refusals import Refused

__all__ = ["again", "missed", "rails"]


def seats_by_rows(screening: Screening) -> list[int]:
    """What `Showing.booked` must be, in the order of the showings: places that stand and offers that are open."""
    counted: Counter[int] = Counter()
    places = Place.objects.filter(registration__screening=screening, registration__cancelled_at=None)
    offered = Wait.objects.offered().filter(registration__screening=screening)
    for rows, showing in ((places, "showing"), (offered, "showings")):
        for key, people in rows.values_list(showing, "people"):
            counted[key] += people
    return [counted[key] for key in screening.showings.order_by("starts_at").values_list("pk", flat=True)]


def test_offer_taken_by_a_change_is_not_counted_again(published: Screening, rails: Showing) -> None:
    ada = waits(published, "Ada", rails)
    give_back(registration=couple())
    assert offers() == {"Ada": True}
    change(registration=ada, showings=[rails], people=1)
    assert (offers(), booked(published)) == ({}, [0, 0, 1])
    with pytest.raises(Refused):
        accept(registration=ada)
    assert booked(published) == seats_by_rows(published) == [0, 0, 1]


def test_seats_of_their_own_offer_are_theirs_when_they_change(published: Screening, rails: Showing) -> None:
    ada, _bea = waits(published, "Ada", rails, people=2), waits(published, "Bea", rails)
    give_back(registration=couple())
    change(registration=ada, showings=[rails], people=1)
    assert (offers(), booked(published)) == ({"Bea": True}, [0, 0, 2])


def test_offer_of_two_showings_stays_for_the_one_that_was_not_taken(
    published: Screening, rails: Showing
) -> None:
    rust = showing_of(published, "Rust")
    ada = waits(published, "Ada", rust, rails)
    give_back(registration=couple())
    change(registration=ada, showings=[rust], people=1)
    assert (offers(), booked(published)) == ({"Ada": True}, [1, 0, 1])
    accept(registration=ada)
    assert booked(published) == seats_by_rows(published) == [1, 0, 1]


def test_accepting_what_is_held_already_frees_the_second_seat(published: Screening, rails: Showing) -> None:
    """However the place came to be there."""
    ada = waits(published, "Ada", rails)
    give_back(registration=couple())
    Place.objects.create(registration=ada, showing=rails)
    Showing.objects.filter(pk=rails.pk).update(booked=2)
    accept(registration=ada)
    assert booked(published) == seats_by_rows(published) == [0, 0, 1]


def test_part_made_up_for_ends_the_wait_for_it(missed: Registration, again: Screening) -> None:
    rust = showing_of(again, "Rust")
    again.showings.filter(pk=rust.pk).update(capacity=2)
    couple = group(again, "Couple", [rust], people=2)
    row = waits(again, "Ada", rust)
    give_back(registration=couple)
    assert (offers(), booked(again)) == ({"Ada": True}, [1, 0, 0])
    assert make_up(registration=missed, showing=rust) == row
    assert (offers(), booked(again)) == ({}, [1, 0, 0])


@pytest.mark.parametrize("seed", range(4))
def test_booked_is_the_people_of_places_and_open_offers(
    seed: int, published: Screening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Places taken, changed, waited for, accepted, left, given back and run out, in any order."""
    chance = random.Random(seed)  # noqa: S311 - the same steps each time
    published.showings.update(capacity=5)
    showings, hour = list(published.showings.order_by("starts_at")), 0
    people = [
        registered(published, name, showings=[chance.choice(showings)]) for name in ("Ada", "Bo", "Cem")
    ]

    def some() -> list[Showing]:
        return chance.sample(showings, chance.randint(0, 3))

    for _ in range(30):
        one = chance.choice(people)
        verbs: list[Callable[[], object]] = [
            lambda one=one: change(  # type: ignore[misc]
                registration=one, showings=some(), people=chance.randint(1, 4), wait_for=some()
            ),
            lambda one=one: accept(registration=one),  # type: ignore[misc]
            lambda one=one: leave(registration=one),  # type: ignore[misc]
            expire_offers,
        ]
        verb = chance.choices(verbs, weights=[6, 3, 1, 1])[0]
        if chance.random() < 0.1:
            hour += 13
            later(monkeypatch, timedelta(hours=hour))
        if chance.random() < 0.05:
            give_back(registration=one)
            people[people.index(one)] = one = waits(published, one.name, *showings)
        with suppress(Refused):
            verb()
        assert booked(published) == seats_by_rows(published)
