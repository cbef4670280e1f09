"""A registration is changed without starting over: all of the change, or none."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest

from accounts.models import User
from screenings.audience.changing import change
from screenings.audience.door import Entry, enter
from screenings.audience.registering import register
from screenings.models import Registration, Screening, Showing, Wait
from screenings.programme.booking import move_showing
from tests.screenings.audience.test_registering import booked
from tests.screenings.conftest import NOW, SATURDAY, at, registered, signed_in
from tests.screenings.programme.test_booking import refused, showing_of
from wording.refusals import Refused


def titles(registration: Registration) -> list[tuple[str, int]]:
    rows = registration.places.order_by("showing__starts_at")
    return list(rows.values_list("showing__film__title", "people"))


def test_class_of_thirty_takes_thirty_places_at_each(published: Screening) -> None:
    row = register(screening=published, name="Class 9b", email="school@reader.example", people=30)
    assert (row.people, booked(published)) == (30, [30, 30, 30])
    with pytest.raises(Refused) as error:
        register(screening=published, name="Class 9c", email="other@reader.example", people=11)
    assert error.value.messages[0] == "Fewer places are left at “Rust” on Sat 20 March, 10:30: 10."


@pytest.mark.parametrize("people", [0, -1, 61, 10_000])
def test_so_many_people_are_refused_in_words(published: Screening, people: int) -> None:
    with pytest.raises(Refused) as error:
        register(screening=published, name="Ada", email="ada@reader.example", people=people)
    assert refused(error) == ["people"]
    assert booked(published) == [0, 0, 0]


def test_strangers_cannot_hold_a_house_with_one_address(published: Screening) -> None:
    register(screening=published, name="Ada", email="ada@reader.example", people=35)
    Registration.objects.update(screening=Screening.objects.create(
        slug="other", film=published.film, venue=published.venue, institution=published.institution,
        programmer=published.programmer, title="Other",
    ))  # fmt: skip
    Showing.objects.update(booked=0)
    with pytest.raises(Refused) as error:
        register(screening=published, name="Ada", email="ada@reader.example", people=26)
    assert refused(error) == ["too-many-held"]


def test_change_takes_and_gives_back_at_once(published: Screening) -> None:
    rust, rails = showing_of(published, "Rust"), showing_of(published, "Rails")
    ada = registered(published, showings=[rust])
    change(registration=ada, showings=[rails], people=3)
    assert (titles(ada), booked(published)) == ([("Rails", 3)], [0, 0, 3])
    change(registration=ada, showings=published.showings.all(), people=2)
    ada.refresh_from_db()
    assert (ada.is_pass, ada.people, booked(published)) == (True, 2, [2, 2, 2])


def test_change_that_cannot_be_had_whole_leaves_everything(published: Screening) -> None:
    rust, rails = showing_of(published, "Rust"), showing_of(published, "Rails")
    ada = registered(published, showings=[rust])
    published.showings.filter(pk=rails.pk).update(booked=39)
    with pytest.raises(Refused) as error:
        change(registration=ada, showings=[rails], people=2)
    assert refused(error) == ["full"]
    assert titles(ada) == [("Rust", 1)]
    assert booked(published) == [1, 0, 39]


def test_change_joins_the_line_and_keeps_the_turn_for_less(published: Screening) -> None:
    rust, remnants, rails = published.showings.order_by("starts_at")
    ada = registered(published, showings=[rust])
    published.showings.filter(pk__in=[remnants.pk, rails.pk]).update(capacity=1, booked=1)
    change(registration=ada, showings=[rust], people=1, wait_for=[remnants, rails])
    turn = Wait.objects.get().pk
    change(registration=ada, showings=[rust], people=1, wait_for=[rust, rails])
    assert list(Wait.objects.get().showings.all()) == [rails], "nobody waits for what they hold"
    assert (Wait.objects.get().pk, booked(published)) == (turn, [1, 1, 1])
    change(registration=ada, showings=[rust], people=1, wait_for=[remnants, rails])
    assert Wait.objects.get().pk != turn
    change(registration=ada, showings=[rust], people=1)
    assert not Wait.objects.exists()


def test_showing_that_has_moved_since_the_page_was_read_is_said(published: Screening, owner: User) -> None:
    client, address = signed_in(None), f"/screenings/{published.slug}/register/"
    form = client.get(address).context["form"]
    seen = form.fields["seen"].initial
    rails = showing_of(published, "Rails")
    move_showing(showing=rails, starts_at=at(SATURDAY, "20:00", published.venue), by=owner)
    typed = {"what": "all", "name": "Ada", "email": "ada@reader.example", "people": "1", "seen": seen}
    response = client.post(address, typed)
    assert response.context["form"].errors == {
        "showings": [
            "“Rails” has moved meanwhile, to Sat 20 March, 20:00. Choose it again if you can come then."
        ]
    }
    assert booked(published) == [0, 0, 0]
    typed["seen"] = client.get(address).context["form"].fields["seen"].initial
    assert client.post(address, typed).status_code == 302
    assert booked(published) == [1, 1, 1]


def test_page_changes_showings_and_people(published: Screening) -> None:
    rust, rails = showing_of(published, "Rust"), showing_of(published, "Rails")
    ada = registered(published, showings=[rust])
    client, address = signed_in(None), f"/registrations/{ada.token}/change/"
    page = client.get(address).content.decode()
    assert "You keep what you have until the whole change can be had." in page
    response = client.post(address, {"showings": [rails.pk], "people": "2"}, follow=True)
    assert "Places at these showings, for Ada: 2 people." in response.content.decode()
    assert titles(ada) == [("Rails", 2)]
    assert client.post(address, {"people": "2"}).context["form"].errors == {
        "showings": ["Choose at least one showing that is still to come."]
    }


def test_class_that_is_too_large_is_offered_the_waiting_list_on_the_form(published: Screening) -> None:
    published.showings.update(capacity=20)
    client, address = signed_in(None), f"/screenings/{published.slug}/register/"
    typed = {"what": "all", "name": "Class", "email": "school@reader.example", "people": "30"}
    page = client.post(address, typed).content.decode()
    assert "join the waiting list for these" in page
    assert "Choose at least one showing." not in page
    assert (
        "A pass for 30 people does not fit. Too few places are left at: Rust: Sat 20 March, 10:30, 20" in page
    )
    waits = list(published.showings.values_list("pk", flat=True))
    assert client.post(address, typed | {"waits": waits}).status_code == 302
    assert (Wait.objects.get().people, Wait.objects.get().showings.count()) == (30, 3)


def test_who_was_let_in_before_it_begins_keeps_that_place_and_changes_the_others(
    published: Screening, owner: User
) -> None:
    rust, rails = showing_of(published, "Rust"), showing_of(published, "Rails")
    ada = registered(published, showings=[rust])
    enter(screening=published, entries=[Entry(uuid4(), ada.places.get().pk, 1, NOW)], by=owner)
    client, address = signed_in(None), f"/registrations/{ada.token}/change/"
    page = client.get(address).content.decode()
    assert "stay as they are, because you have been let in there already" in page
    offered = re.findall(r'name="showings"[^>]* value="(\d+)"', page)
    assert str(rails.pk) in offered
    assert str(rust.pk) not in offered
    change(registration=ada, showings=[rust, rails], people=2)
    assert (titles(ada), booked(published)) == ([("Rust", 1), ("Rails", 2)], [1, 0, 2])
    change(registration=ada, showings=[rust], people=1)
    assert (titles(ada), booked(published)) == ([("Rust", 1)], [1, 0, 0])
