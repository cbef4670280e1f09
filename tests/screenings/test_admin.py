"""The office: every page opens, and what has consequences goes through the verbs."""

from __future__ import annotations

import re

import pytest

from accounts.models import User
from licensing.models import Licence
from screenings.audience.registering import register
from screenings.models import Closure, PlanRequest, Registration, Screening, Venue
from tests.office.press import address, buttons, press
from tests.screenings.conftest import SATURDAY, registered, signed_in


@pytest.fixture
def office(staff: User) -> User:
    return staff


def test_every_row_has_a_page_in_the_admin(published: Screening, venue: Venue, office: User) -> None:
    registration = register(screening=published, name="<b>Ada</b>", email="ada@reader.example")
    closure = Closure.objects.create(venue=venue, first_day=SATURDAY, last_day=SATURDAY)
    rows = {
        "venue": venue,
        "screen": venue.screens.first(),
        "openinghours": venue.opening_hours.first(),
        "closure": closure,
        "screening": published,
        "showing": published.showings.first(),
        "registration": registration,
        "place": registration.places.first(),
        "planrequest": PlanRequest.objects.get(),
    }
    client = signed_in(office)
    for name, row in rows.items():
        assert row is not None
        for page in (f"/admin/screenings/{name}/?q=a", f"/admin/screenings/{name}/{row.pk}/change/"):
            response = client.get(page)
            assert response.status_code == 200, page
            assert b"<b>Ada" not in response.content, page


def test_office_publishes_and_calls_off_by_the_verbs(
    draft: Screening, office: User, licence: Licence
) -> None:
    desk = signed_in(office)
    assert buttons(desk, draft) == ["publish", "call-off"]
    assert press(desk, draft, "publish") == "The Works is now public."
    draft.refresh_from_db()
    assert (draft.status, draft.licence) == ("published", licence)
    assert (
        press(desk, draft, "call-off") == "The Works is called off. Everyone who registered will be notified."
    )
    assert set(draft.showings.values_list("status", flat=True)) == {"cancelled"}
    assert buttons(desk, draft) == []


def test_office_is_told_why_a_screening_is_not_published(draft: Screening, office: User) -> None:
    assert press(signed_in(office), draft, "publish") == "No licence for this film is held."


def test_office_gives_places_back_so_that_they_are_counted(published: Screening, office: User) -> None:
    registration = register(screening=published, name="Ada", email="ada@reader.example")
    assert press(signed_in(office), registration, "give-back") == "The places of Ada are given back."
    assert list(published.showings.values_list("booked", flat=True)) == [0, 0, 0]
    assert Registration.objects.get().cancelled_at is not None


def test_office_sees_who_confirmed_and_counts_them_alone(published: Screening, office: User) -> None:
    register(screening=published, name="Ada", email="ada@reader.example")
    registered(published, "Bo")
    client = signed_in(office)
    listed = client.get("/admin/screenings/registration/").text
    states = re.findall(r'field-standing">([^<]*)', listed)
    assert sorted(states) == ["confirmed", "to be confirmed"]
    assert 'field-registered">1<' in client.get("/admin/screenings/screening/").text
    page = client.get(address(published, "move", "call-off")).text
    assert "<dt>People registered</dt><dd>1</dd>" in page
