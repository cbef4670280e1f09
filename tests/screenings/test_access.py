"""Who may open and do what: every address by owner, colleague, outsider, the office and a stranger."""

from __future__ import annotations

import pytest

from accounts.models import User
from catalog.models import Film
from screenings.models import PlanRequest, Screening, Venue
from tests.screenings.conftest import registered, signed_in
from tests.screenings.programme.test_booking import showing_of
from tests.undone import undone

OWN = ("owner", "colleague", "staff")
ROLES = (*OWN, "outsider", "stranger")


@pytest.fixture
def people(owner: User, colleague: User, outsider: User, staff: User) -> dict[str, User | None]:
    return {"owner": owner, "colleague": colleague, "outsider": outsider, "staff": staff, "stranger": None}


def desk_addresses(screening: Screening, request: PlanRequest) -> dict[str, tuple[str, str]]:
    """Method and address of each page of the desk that is about somebody's screening, showing or plan."""
    desk, plan = f"/desk/screenings/{screening.slug}/", f"/desk/plans/{request.pk}/"
    showing = f"/desk/showings/{showing_of(screening, 'Rails').pk}/"
    return {
        "screening": ("get", desk),
        "announcement": ("get", f"{desk}announcement/"),
        "run of show": ("get", f"/screenings/{screening.slug}/run-of-show/"),
        "replan": ("get", f"{desk}replan/"),
        "door": ("get", f"{desk}door/"),
        "door by form": ("post", f"{desk}door/"),
        "worker": ("get", f"{desk}door/worker.js"),
        "turnout": ("get", f"{desk}turnout/"),
        "publish": ("post", f"{desk}publish/"),
        "move": ("get", f"{showing}move/"),
        "access of showing": ("get", f"{showing}access/"),
        "cancel showing": ("post", f"{showing}cancel/"),
        "cancel screening": ("post", f"{desk}cancel/"),
        "plan": ("get", plan),
        "take": ("post", f"{plan}take/"),
        "cancel plan": ("post", f"{plan}cancel/"),
    }


@pytest.mark.parametrize("role", ROLES)
def test_desk_pages_are_for_members_and_the_office(
    role: str, draft: Screening, people: dict[str, User | None]
) -> None:
    assert draft.plan_request is not None
    found, expected = {}, {}
    for name, (method, address) in desk_addresses(draft, draft.plan_request).items():
        with undone():
            data = {"index": "0", "confirm": "1"} if method == "post" else {}
            response = getattr(signed_in(people[role]), method)(address, data)
        asks_to_sign_in = response.get("Location", "").startswith("/account/login/?")
        found[name] = "asks to sign in" if asks_to_sign_in else response.status_code
        done = 302 if method == "post" else 200
        expected[name] = {"stranger": "asks to sign in", "outsider": 404}.get(role, done)
    assert found == expected


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("address", ["/desk/", "/desk/plans/new/"])
def test_desk_itself_is_for_whoever_is_signed_in(
    role: str, address: str, draft: Screening, people: dict[str, User | None]
) -> None:
    response = signed_in(people[role]).get(address)
    assert response.status_code == (302 if role == "stranger" else 200)
    if role != "stranger":
        assert ("The Room" in response.content.decode()) == (role in OWN)


@pytest.mark.parametrize("role", ROLES)
def test_drafts_are_public_to_nobody(role: str, draft: Screening, people: dict[str, User | None]) -> None:
    client = signed_in(people[role])
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get(f"/screenings/{draft.slug}/register/").status_code == 404
    assert client.post(f"/screenings/{draft.slug}/register/").status_code == 404
    assert client.get(f"/screenings/{draft.slug}.ics").status_code == (200 if role in OWN else 404)


@pytest.mark.parametrize("role", ROLES)
def test_published_screenings_are_public_to_all(
    role: str, published: Screening, people: dict[str, User | None]
) -> None:
    client = signed_in(people[role])
    registration = registered(published)
    for address in (
        "/screenings/",
        published.get_absolute_url(),
        f"/screenings/{published.slug}.ics",
        f"/screenings/{published.slug}/register/",
        registration.get_absolute_url(),
        f"{registration.get_absolute_url()}change/",
        f"/registrations/{registration.token}.ics",
        published.venue.get_absolute_url(),
        f"/venues/{published.venue.slug}.ics",
    ):
        assert client.get(address).status_code == 200, address


def test_registration_is_known_only_by_its_token(published: Screening) -> None:
    registered(published)
    client = signed_in(None)
    assert client.get("/registrations/guessed/").status_code == 404
    for verb in ("give-back", "take", "leave", "again/1", "forget", "change", "confirm"):
        assert client.post(f"/registrations/guessed/{verb}/").status_code == 404
    assert client.get("/registrations/guessed.ics").status_code == 404


@pytest.mark.parametrize("name", ["publish", "take", "cancel plan"])
def test_what_changes_something_asks_for_post(name: str, draft: Screening, owner: User) -> None:
    assert draft.plan_request is not None
    _method, address = desk_addresses(draft, draft.plan_request)[name]
    assert signed_in(owner).get(address).status_code == 405


def test_outsider_cannot_move_a_showing_nor_plan_at_a_venue(
    draft: Screening, venue: Venue, film: Film, outsider: User
) -> None:
    rails = showing_of(draft, "Rails")
    moved = {"day": "2027-03-20", "clock": "20:00", "screen": rails.screen_id}
    assert signed_in(outsider).post(f"/desk/showings/{rails.pk}/move/", moved).status_code == 404
    asked = {"film": film.pk, "venue": venue.pk, "first_day": "2027-03-20", "last_day": "2027-03-21"}
    response = signed_in(outsider).post("/desk/plans/new/", asked)
    assert response.status_code == 200
    assert "venue" in response.context["form"].errors
    assert PlanRequest.objects.filter(asked_by=outsider).count() == 0


def test_pages_need_no_script(published: Screening, owner: User) -> None:
    for address, user in (
        (published.get_absolute_url(), None),
        (f"/desk/screenings/{published.slug}/", owner),
        (f"/screenings/{published.slug}/register/", None),
        ("/desk/plans/new/", owner),
    ):
        page = signed_in(user).get(address).content.decode()
        assert " style=" not in page
        assert " onclick=" not in page
