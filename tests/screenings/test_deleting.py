"""Requests to the planner and festivals in draft are deleted by those who made them, unless something would be lost with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, Licence, Membership, Role
from screenings.models import Festival, FestivalPlan, PlanRequest, Screening, SecondOption, Venue
from screenings.programme.announcing import cancel_screening
from screenings.programme.booking import take_plan
from screenings.programme.festivals.arranging import add_film
from screenings.programme.festivals.deleting import delete_festival
from screenings.programme.festivals.publications import ask_publication
from screenings.programme.festivals.publishing import publish_festival
from screenings.programme.plan_requests import delete_request
from tests.screenings.conftest import NOW, ONE_DAY, answered, person, signed_in
from tests.screenings.programme.festivals.conftest import festival, licences, planned, shorts
from tests.undone import undone
from wording.refusals import Refused

__all__ = ["festival", "licences", "planned", "shorts"]

CONFIRMED = {"confirm": "1"}


def test_members_who_plan_and_the_office_delete_and_nobody_else(
    festival: Festival,
    planned: FestivalPlan,
    venue: Venue,
    film: Film,
    cinema: Institution,
    owner: User,
    colleague: User,
    staff: User,
    outsider: User,
) -> None:
    request = answered(venue, film, owner, ONE_DAY)
    reader = person("reader@cinema.example")
    Membership.objects.create(institution=cinema, user=reader, role=Role.READER)
    people = {"owner": owner, "colleague": colleague, "staff": staff, "outsider": outsider, "stranger": None}
    rows: tuple[Festival | PlanRequest, ...] = (festival, request)
    for row in rows:
        address, is_there = f"{row.get_absolute_url()}delete/", type(row)._default_manager.filter(pk=row.pk)
        for role, user in {**people, "reader": reader}.items():
            client = signed_in(user)
            with undone():
                asked, done = client.get(address).status_code, client.post(address, CONFIRMED).status_code
                may = role in {"owner", "colleague", "staff"}
                seen = {"outsider": (404, 404), "reader": (302, 302), "stranger": (302, 302)}.get(
                    role, (200, 302)
                )
                assert ((asked, done), is_there.exists()) == (seen, not may), (role, address)


def test_page_says_what_goes_and_a_second_click_finds_nothing(
    festival: Festival, planned: FestivalPlan, venue: Venue, film: Film, owner: User
) -> None:
    client, request = signed_in(owner), answered(venue, film, owner, ONE_DAY)
    text = client.get(f"{festival.get_absolute_url()}delete/").text
    assert "3 films" in text
    assert "4 showings that were asked for" in text
    assert "the programme that the planner made" in text
    assert (
        "With it goes the plan that the planner found."
        in client.get(f"{request.get_absolute_url()}delete/").text
    )
    for address, then in (
        (festival.get_absolute_url(), "/festivals/"),
        (request.get_absolute_url(), "/desk/"),
    ):
        assert f"{address}delete/" in client.get(address).text
        assert client.post(f"{address}delete/").status_code == 200
        assert client.post(f"{address}delete/", CONFIRMED)["Location"] == then
        assert client.post(f"{address}delete/", CONFIRMED).status_code == 404


def test_festival_with_published_showings_stays(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    made, address = publish_festival(festival=festival, by=owner), f"{festival.get_absolute_url()}delete/"
    client = signed_in(owner)
    for answer in (client.get(address, follow=True), client.post(address, CONFIRMED, follow=True)):
        assert "Showings of this festival are published." in answer.text
    for screening in made:
        cancel_screening(screening=screening, by=owner)
    client.post(address, CONFIRMED)
    assert (Festival.objects.exists(), Screening.objects.count()) == (False, 4)


def test_request_stays_while_a_screening_of_it_is_to_come_or_a_plan_of_it_waits(
    draft: Screening, owner: User
) -> None:
    client, request = signed_in(owner), draft.plan_request
    assert request is not None
    address = f"{request.get_absolute_url()}delete/"
    for answer in (client.get(address, follow=True), client.post(address, CONFIRMED, follow=True)):
        assert "This request cannot be deleted yet: “" in answer.text
    cancel_screening(screening=draft, by=owner)
    option = SecondOption.objects.create(plan_request=request, plan_index=0, by=owner, until=NOW)
    assert (
        "cannot be deleted yet: a plan of it waits as a second option"
        in client.post(address, CONFIRMED, follow=True).text
    )
    option.delete()
    client.post(address, CONFIRMED)
    draft.refresh_from_db()
    assert (PlanRequest.objects.exists(), draft.plan_request) == (False, None)


def test_who_acts_at_the_moment_of_a_deletion_is_told(
    festival: Festival, planned: FestivalPlan, venue: Venue, film: Film, owner: User
) -> None:
    """The rows were found before another deleted them."""
    request = answered(venue, film, owner, ONE_DAY)
    delete_festival(festival=Festival.objects.get(), by=owner)
    delete_request(plan_request=PlanRequest.objects.get(), by=owner)
    stale: tuple[Callable[[], object], ...] = (
        lambda: delete_festival(festival=festival, by=owner),
        lambda: add_film(festival=festival, film=film, by=owner),
        lambda: ask_publication(festival=festival, by=owner),
        lambda: delete_request(plan_request=request, by=owner),
        lambda: take_plan(plan_request=request, index=0, by=owner),
    )
    for act in stale:
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "deleted"
