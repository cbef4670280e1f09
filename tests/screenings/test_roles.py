"""What each role of the office may open and do of screenings, outside the admin too."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from pytest_django import Settings

from catalog.models import Film
from screenings import planner
from screenings.lookup import venues_for
from screenings.models import Screening, Venue
from screenings.programme.announcing import cancel_screening, publish_screening
from screenings.programme.booking import cancel_showing, take_plan
from screenings.programme.house_styles import keep_style
from screenings.programme.options.waiting import take_second_option
from screenings.programme.plan_requests import ask_plan, cancel_plan
from screenings.venues.describing import close_venue
from tests.office.people import ROLES, someone
from tests.screenings.conftest import SATURDAY, signed_in
from tests.screenings.programme.test_booking import showing_of
from wording.refusals import Refused

SEES = {"none": 404, "view": 200, "change": 200, "chief": 200, "chief-without-factor": 404}
MAY_NOT = ["none", "view", "chief-without-factor"]


@pytest.mark.parametrize("role", ROLES)
def test_desk_opens_to_those_who_may_see_it(role: str, draft: Screening, settings: Settings) -> None:
    client = signed_in(someone(role, settings))
    assert draft.plan_request is not None
    for page in (f"/desk/screenings/{draft.slug}/", f"/desk/plans/{draft.plan_request.pk}/"):
        assert client.get(page).status_code == SEES[role], page
    assert ("The Room" in client.get("/desk/").text) == (SEES[role] == 200)
    stopped = client.post(f"/desk/plans/{draft.plan_request.pk}/cancel/").status_code
    assert stopped == (404 if role in MAY_NOT else 302)
    deleting = client.get(f"/desk/plans/{draft.plan_request.pk}/delete/").status_code
    assert deleting == (302 if role == "chief" else 404), "refused while its screening is to come"


@pytest.mark.parametrize(("role", "sees"), [("none", False), ("view", True)])
def test_venues_of_others_are_offered_to_those_who_may_see_them(
    role: str, sees: bool, venue: Venue, settings: Settings
) -> None:
    assert venues_for(someone(role, settings)).exists() == sees


def test_desk_offers_nothing_to_those_who_only_see(published: Screening, settings: Settings) -> None:
    page = signed_in(someone("view", settings)).get(f"/desk/screenings/{published.slug}/").text
    assert "/cancel/" not in page
    assert "Call off the whole screening" not in page
    assert (
        "Call off the whole screening"
        in signed_in(someone("change", settings)).get(f"/desk/screenings/{published.slug}/").text
    )


@pytest.mark.parametrize("role", ROLES)
def test_only_those_who_may_change_call_a_screening_off(
    role: str, published: Screening, settings: Settings
) -> None:
    signed_in(someone(role, settings)).post(f"/desk/screenings/{published.slug}/cancel/", {"confirm": "1"})
    published.refresh_from_db()
    assert published.status == ("published" if role in MAY_NOT else "cancelled")


@pytest.mark.parametrize("role", MAY_NOT)
def test_verbs_refuse_who_may_not(
    role: str, draft: Screening, venue: Venue, film: Film, settings: Settings
) -> None:
    person = someone(role, settings)
    for refused in (
        lambda: publish_screening(screening=draft, by=person),
        lambda: cancel_screening(screening=draft, by=person),
        lambda: cancel_showing(showing=showing_of(draft, "Rails"), by=person),
        lambda: ask_plan(venue=venue, film=film, first_day=SATURDAY, last_day=SATURDAY, by=person),
    ):
        with pytest.raises(Refused, match="You do not plan screenings for"):
            refused()


def test_each_verb_asks_for_a_permission_of_its_own(
    draft: Screening, venue: Venue, film: Film, settings: Settings
) -> None:
    """Who may act on screenings alone plans none, takes no plan, and runs no venue."""
    person = someone("none", settings)
    person.user_permissions.add(Permission.objects.get(codename="change_screening"))
    request = draft.plan_request
    assert request is not None
    for refused in (
        lambda: ask_plan(venue=venue, film=film, first_day=SATURDAY, last_day=SATURDAY, by=person),
        lambda: cancel_plan(plan_request=request, by=person),
        lambda: take_plan(plan_request=request, index=0, by=person),
        lambda: take_second_option(plan_request=request, index=0, by=person),
        lambda: keep_style(venue=venue, name="Ours", settings=planner.Settings(), by=person),
        lambda: close_venue(venue=venue, first_day=SATURDAY, last_day=SATURDAY, reason="", by=person),
    ):
        with pytest.raises(Refused, match="You do not plan screenings for"):
            refused()
    cancel_screening(screening=draft, by=person)
