"""A part that someone missed is seen at another screening of the same presenter."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, Licence
from screenings.audience.door import Entry, enter
from screenings.audience.holds import confirm
from screenings.audience.making_up import make_up, repeats_for, repeats_offered
from screenings.audience.registering import give_back, register
from screenings.models import Registration, Screening, Venue
from screenings.programme.announcing import publish_screening
from screenings.programme.booking import take_plan
from tests.screenings.audience.test_registering import booked
from tests.screenings.conftest import NOW, ONE_DAY, SATURDAY, answered, registered, signed_in
from tests.screenings.programme.test_booking import refused, showing_of
from wording.refusals import Refused


@pytest.fixture
def again(published: Screening, venue: Venue, film: Film, owner: User, licence: Licence) -> Screening:
    """The same a week later."""
    Licence.objects.filter(pk=licence.pk).update(grants={**licence.grants, "screenings": None})
    plan = answered(venue, film, owner, {SATURDAY + timedelta(weeks=1): ONE_DAY[SATURDAY]})
    return publish_screening(screening=take_plan(plan_request=plan, index=0, by=owner), by=owner)


@pytest.fixture
def missed(published: Screening, again: Screening, monkeypatch: pytest.MonkeyPatch) -> Registration:
    """Ada has places for Rust and Rails; Rust has begun."""
    showings = [showing_of(published, "Rust"), showing_of(published, "Rails")]
    ada = registered(published, showings=showings)
    monkeypatch.setattr(timezone, "now", lambda: showings[0].starts_at + timedelta(hours=1))
    return ada


def test_repeats_are_of_what_has_begun_alone(missed: Registration, again: Screening) -> None:
    assert [showing.film.title for showing in repeats_for(missed)] == ["Rust"]


def test_missed_part_is_made_up_for_once_and_is_confirmed(missed: Registration, again: Screening) -> None:
    rust = showing_of(again, "Rust")
    for _ in range(2):
        there = make_up(registration=missed, showing=rust)
    assert (there.screening, there.name, there.state) == (again, "Ada", Registration.State.CONFIRMED)
    assert booked(again) == [1, 0, 0]


def test_making_up_adds_to_a_registration_that_is_there(missed: Registration, again: Screening) -> None:
    known = registered(again, showings=[showing_of(again, "Rails")])
    assert make_up(registration=missed, showing=showing_of(again, "Rust")) == known
    assert booked(again) == [1, 0, 1]


def test_of_a_class_those_make_up_who_missed_it(
    published: Screening, missed: Registration, again: Screening, owner: User
) -> None:
    missed.places.update(people=5)
    place = missed.places.get(showing__film__title="Rust")

    def come(people: int) -> None:
        enter(screening=published, entries=[Entry(uuid4(), place.pk, people, NOW)], by=owner)

    come(2)
    rust = showing_of(again, "Rust")
    again.showings.filter(pk=rust.pk).update(capacity=2)
    with pytest.raises(Refused) as error:
        make_up(registration=missed, showing=rust)
    assert refused(error) == ["full"]
    again.showings.filter(pk=rust.pk).update(capacity=3)
    make_up(registration=missed, showing=rust)
    assert booked(again) == [3, 0, 0]
    again.showings.filter(pk=rust.pk).update(capacity=40)
    assert list(repeats_for(missed)) == [rust]
    come(3)
    assert list(repeats_for(missed)) == [], "nobody has missed it"


def test_the_line_comes_before_those_who_make_up(missed: Registration, again: Screening) -> None:
    rust = showing_of(again, "Rust")
    again.showings.filter(pk=rust.pk).update(capacity=1)
    registered(again, "Cem", showings=[rust])
    bea = register(screening=again, name="Bea", email="bea@reader.example", showings=[], wait_for=[rust])
    confirm(registration=bea)
    again.showings.filter(pk=rust.pk).update(capacity=2)
    with pytest.raises(Refused) as error:
        make_up(registration=missed, showing=rust)
    assert refused(error) == ["full"]


def test_repeats_are_the_same_minutes_shown_by_the_same_presenter(
    missed: Registration, again: Screening, cinema: Institution
) -> None:
    again.showings.update(from_minute=1)
    assert list(repeats_for(missed)) == []
    again.showings.update(from_minute=0)
    stranger = Institution.objects.create(legal_name="Another", tier=cinema.tier, country="NL")
    Screening.objects.filter(pk=again.pk).update(institution=stranger)
    assert list(repeats_for(missed)) == []


def test_making_up_confirms_what_waits_for_it(missed: Registration, again: Screening) -> None:
    rails = showing_of(again, "Rails")
    register(screening=again, name="Ada", email="ada@reader.example", showings=[rails])
    there = make_up(registration=missed, showing=showing_of(again, "Rust"))
    assert there.state == Registration.State.CONFIRMED
    assert booked(again) == [1, 0, 1]


def test_nothing_else_is_made_up_for(missed: Registration, again: Screening) -> None:
    with pytest.raises(Refused) as error:
        make_up(registration=missed, showing=showing_of(again, "Rails"))
    assert refused(error) == ["no-repeat"]
    again.showings.update(booked=40)
    with pytest.raises(Refused) as error:
        make_up(registration=missed, showing=showing_of(again, "Rust"))
    assert refused(error) == ["no-repeat"]


def test_page_offers_the_repeat_as_one_button(missed: Registration, again: Screening) -> None:
    client, rust = signed_in(None), showing_of(again, "Rust")
    address = f"/registrations/{missed.token}/again/{rust.pk}/"
    assert f'action="{address}"' in client.get(missed.get_absolute_url()).content.decode()
    response = client.post(address, follow=True)
    assert "You have a place at this showing too." in response.content.decode()
    assert booked(again) == [1, 0, 0]


def test_made_up_part_is_no_longer_offered_until_it_is_given_back(
    missed: Registration, again: Screening
) -> None:
    client = signed_in(None)
    there = make_up(registration=missed, showing=showing_of(again, "Rust"))
    assert list(repeats_offered(missed)) == []
    assert "If you missed a part" not in client.get(missed.get_absolute_url()).content.decode()
    give_back(registration=there)
    assert [showing.film.title for showing in repeats_offered(missed)] == ["Rust"]
