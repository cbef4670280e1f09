"""The door: people are let in once, whichever device says so and however often."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from licensing.models import Institution, Membership, Role
from screenings.audience.changing import change
from screenings.audience.door import Entry, enter
from screenings.audience.holds import confirm
from screenings.audience.registering import give_back, register
from screenings.lookup import screening_for
from screenings.models import Arrival, Place, Registration, Screening
from screenings.reach import FIRST_YEAR
from screenings.schedules.dropping_off import drop_off
from tests.screenings.conftest import NOW, person, registered, signed_in
from tests.screenings.programme.test_booking import refused, showing_of
from wording.refusals import Refused


@pytest.fixture
def school(published: Screening) -> Registration:
    """A class of thirty, at every showing."""
    row = register(screening=published, name="Class 9b", email="school@reader.example", people=30)
    return confirm(registration=row)


def at(registration: Registration, title: str) -> Place:
    return registration.places.get(showing__film__title=title)


def entry(place: Place, people: int = 1, key: UUID | None = None) -> Entry:
    return Entry(key or uuid4(), place.pk, people, NOW)


def here(place: Place) -> int:
    place.refresh_from_db()
    return place.arrived


def test_what_a_device_sends_twice_is_entered_once(
    published: Screening, school: Registration, owner: User
) -> None:
    rust = at(school, "Rust")
    sent = [entry(rust, 20), entry(rust, 5), entry(rust, -1)]
    for _ in range(2):
        enter(screening=published, entries=sent, by=owner)
    assert (here(rust), Arrival.objects.count()) == (24, 3)


def test_two_doors_count_the_same_people_once(
    published: Screening, school: Registration, owner: User
) -> None:
    rust = at(school, "Rust")
    for _ in range(2):
        enter(screening=published, entries=[entry(rust, 30)], by=owner)
    assert here(rust) == 30
    enter(screening=published, entries=[entry(rust, -60)], by=owner)
    assert here(rust) == 0


def test_entries_about_nobody_who_is_expected_are_left_out(
    published: Screening, school: Registration, owner: User
) -> None:
    bo = registered(published, "Bo")
    place = at(bo, "Rust")
    give_back(registration=bo)
    enter(screening=published, entries=[entry(place), Entry(uuid4(), 10**9, 1, NOW)], by=owner)
    assert Arrival.objects.count() == 0


def test_entering_is_for_the_presenter_and_the_venue(
    published: Screening, school: Registration, outsider: User, cinema: Institution
) -> None:
    """Not for a reader, who sees everything and changes nothing."""
    reader = person("reader@cinema.example")
    Membership.objects.create(institution=cinema, user=reader, role=Role.READER)
    for somebody in (outsider, reader):
        with pytest.raises(Refused) as error:
            enter(screening=published, entries=[entry(at(school, "Rust"))], by=somebody)
        assert refused(error) == ["not-yours"]
    page = signed_in(reader).get(f"/desk/screenings/{published.slug}/door/").text
    assert "Class 9b" in page
    assert "door.js" not in page


def test_a_device_without_a_clock_leaves_a_moment_that_can_be_read(
    published: Screening, school: Registration, owner: User
) -> None:
    moment = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))
    enter(screening=published, entries=[Entry(uuid4(), at(school, "Rust").pk, 1, moment)], by=owner)
    assert Arrival.objects.get().at.year == FIRST_YEAR


def test_a_number_that_nobody_is_is_refused(published: Screening, school: Registration, owner: User) -> None:
    for people in (0, 61, -61):
        with pytest.raises(Refused) as error:
            enter(screening=published, entries=[entry(at(school, "Rust"), people)], by=owner)
        assert refused(error) == ["nobody"]


def test_database_holds_no_more_than_have_places(published: Screening, school: Registration) -> None:
    with pytest.raises(IntegrityError, match="place_holds_who_arrived"), transaction.atomic():
        Place.objects.update(arrived=31)
    with pytest.raises(IntegrityError, match="arrival_of_someone"), transaction.atomic():
        Arrival.objects.create(key=uuid4(), place=at(school, "Rust"), people=0, at=NOW)


def test_statements_do_not_grow_with_what_is_sent(
    published: Screening, school: Registration, owner: User
) -> None:
    places = list(school.places.all())
    counts = []
    for many in (1, 30):
        sent = [entry(places[number % 3]) for number in range(many)]
        with CaptureQueriesContext(connection) as captured:
            enter(screening=published, entries=sent, by=owner)
        counts.append(len(captured))
    assert counts == [9, 9]


def test_who_is_here_already_keeps_the_place_through_a_change(
    published: Screening, school: Registration, owner: User
) -> None:
    enter(screening=published, entries=[entry(at(school, "Rust"), 30)], by=owner)
    change(registration=school, showings=[showing_of(published, "Rails")], people=10)
    assert list(school.places.order_by("pk").values_list("showing__film__title", "people")) == [
        ("Rust", 30),
        ("Rails", 10),
    ]


def test_drop_off_is_counted_from_part_to_part(
    published: Screening, school: Registration, owner: User
) -> None:
    came = {"Rust": 30, "Remnants": 24, "Rails": 15}
    sent = [entry(at(school, title), people) for title, people in came.items()]
    enter(screening=published, entries=sent, by=owner)
    rows = drop_off(screening_for(owner, published.slug)).rows
    assert [(row.taken, row.came, row.share, row.change) for row in rows] == [
        (30, 30, 100, None),
        (30, 24, 80, -6),
        (30, 15, 50, -9),
    ]
    page = signed_in(owner).get(f"/desk/screenings/{published.slug}/turnout/").content.decode()
    assert '<td class="num" data-label="Of the first">80 %</td>' in page
    assert '<rect class="reel-filled" x="112" y="32.0" width="64" height="128.0"></rect>' in page


def post(client: Client, screening: Screening, data: object) -> tuple[int, object]:
    response = client.post(
        f"/desk/screenings/{screening.slug}/door/sync/", json.dumps(data), content_type="application/json"
    )
    return response.status_code, response.json()


def test_device_sends_and_hears_what_others_entered(
    published: Screening, school: Registration, owner: User
) -> None:
    rust, rails = at(school, "Rust"), at(school, "Rails")
    enter(screening=published, entries=[entry(rails, 2)], by=owner)
    sent = {"key": str(uuid4()), "place": rust.pk, "people": 7, "at": (NOW + timedelta(days=1)).isoformat()}
    client = signed_in(owner)
    for _ in range(2):
        assert post(client, published, [sent]) == (200, {"arrived": {str(rust.pk): 7, str(rails.pk): 2}})
    assert set(Arrival.objects.values_list("at", flat=True)) == {NOW}  # no clock of a device is ahead of ours


@pytest.mark.parametrize(
    "garbage",
    [{}, [1], [{"key": "x"}], [{"key": str(uuid4()), "place": 1, "people": 0, "at": "2027-03-01T12:00:00Z"}]],
)
def test_device_that_sends_garbage_is_refused(garbage: object, published: Screening, owner: User) -> None:
    status, _answer = post(signed_in(owner), published, garbage)
    assert status == 422


def test_door_works_by_forms_alone(published: Screening, school: Registration, owner: User) -> None:
    client, rust = signed_in(owner), at(school, "Rust")
    address = f"/desk/screenings/{published.slug}/door/"
    response = client.get(address)
    assert "camera=(self)" in response["Permissions-Policy"]
    page = response.content.decode()
    assert school.ticket in page
    assert school.token not in page
    typed = {"key": str(uuid4()), "place": rust.pk, "people": "12", "showing": rust.showing_id}
    page = client.post(address, typed, follow=True).content.decode()
    assert "12</span> of 30 here" in page
    assert client.post(address, typed | {"people": "many"}, follow=True).status_code == 200
    assert here(rust) == 12
    other = client.get(f"{address}?showing={showing_of(published, 'Rails').pk}").content.decode()
    assert '<span class="door-here">0</span>' in other


def test_ticket_is_on_the_persons_page_and_opens_nothing(published: Screening, school: Registration) -> None:
    page = signed_in(None).get(school.get_absolute_url()).content.decode()
    assert f'<span class="num">{school.ticket}</span>' in page
    assert "<svg viewBox=" in page
    assert signed_in(None).get(f"/registrations/{school.ticket}/").status_code == 404


def test_worker_is_a_script_within_its_scope(published: Screening, owner: User, outsider: User) -> None:
    address = f"/desk/screenings/{published.slug}/door/worker.js"
    response = signed_in(owner).get(address)
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert signed_in(outsider).get(address).status_code == 404


def test_one_who_was_let_in_at_two_doors_is_taken_back_once(published: Screening, owner: User) -> None:
    rust = at(registered(published, "Bo"), "Rust")
    for people in (1, 1, -1):
        enter(screening=published, entries=[entry(rust, people)], by=owner)
    assert here(rust) == 0


def test_what_is_taken_back_too_often_does_not_swallow_who_comes_next(
    published: Screening, owner: User
) -> None:
    rust = at(registered(published, "Bo"), "Rust")
    for people in (1, -1, -1, 1):
        enter(screening=published, entries=[entry(rust, people)], by=owner)
    assert here(rust) == 1


def test_one_person_is_taken_back_by_a_button(published: Screening, owner: User) -> None:
    rust, client = at(registered(published, "Bo"), "Rust"), signed_in(owner)
    address = f"/desk/screenings/{published.slug}/door/?showing={rust.showing_id}"
    enter(screening=published, entries=[entry(rust)], by=owner)
    page = client.get(address).content.decode()
    assert 'name="people" value="-1"' in page
    typed = {"key": str(uuid4()), "place": rust.pk, "people": "-1", "showing": rust.showing_id}
    assert "0</span> of 1 here" in client.post(address, typed, follow=True).content.decode()
