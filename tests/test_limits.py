"""Each limit of settings.LIMITS stands before its view."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings as project
from django.test import Client
from pytest_django import Settings

from accounts.models import User

pytestmark = pytest.mark.django_db
TOO_MANY = 429
REGISTER = "/screenings/any/register/"

# Each limit: what is asked as often as one likes, and how a signed-in person asks.
ASKING: dict[str, Callable[[Client], int]] = {
    "search": lambda client: client.get("/films/?q=rust").status_code,
    "record": lambda client: client.get("/films/any.mrc").status_code,
    "record-list": lambda client: client.get("/films.json").status_code,
    "booklet": lambda client: client.post("/booklets/").status_code,
    "harvest": lambda client: client.get("/oai").status_code,
    "poster": lambda client: client.get("/films/any.png").status_code,
    "licence-ends": lambda client: client.get("/licences/ends/any.ics").status_code,
    "certificate-check": lambda client: client.get("/licences/check/any/").status_code,
    "report-link": lambda client: client.get("/reports/any/").status_code,
    "finder": lambda client: client.get("/licence-finder/?film=any").status_code,
    "finder-note": lambda client: client.post("/licence-finder/keep/").status_code,
    "donation": lambda client: client.post("/support/").status_code,
    "preview": lambda client: client.post("/previews/new/").status_code,
    "cart": lambda client: client.post("/cart/tier/", {"tier": "k-12"}).status_code,
    "registration": lambda client: client.post(REGISTER).status_code,
    "registration-mail": lambda client: client.post(REGISTER, {"email": "a@x.example"}).status_code,
    "programme-pdf": lambda client: client.get("/screenings/any.pdf").status_code,
    "calendar": lambda client: client.get("/venues/any.ics").status_code,
    "subscription": lambda client: client.post("/mailing-list/").status_code,
    "subscription-mail": lambda client: client.post("/mailing-list/", {"email": "a@x.example"}).status_code,
    "institution": lambda client: client.post("/institutions/new/").status_code,
    "institution-step": lambda client: client.post("/institutions/1/leave/").status_code,
    "invitation": lambda client: client.post("/institutions/1/invite/").status_code,
    "checkout": lambda client: client.post("/checkout/").status_code,
    "sign-up-mail": lambda client: client.post("/account/signup/", {"email": "a@x.example"}).status_code,
}
# Views that share a limit with one above.
BROTHERS = [
    ("cart", "/cart/add/"),
    *(
        ("registration", f"/registrations/any/{verb}/")
        for verb in ("give-back", "change", "take", "leave", "again/1", "forget")
    ),
]


# Limits of letters: nothing is answered differently (tests/accounts/test_signing.py).
SILENT = {"account-letter", "unknown-account-letter"}


# Said on the page that asked, which keeps what was typed: tests/screenings/test_pages.py.
ON_THE_PAGE = {"plan", "replan", "festival-plan"}


def test_every_limit_is_tested() -> None:
    assert ASKING.keys() | SILENT | ON_THE_PAGE == project.LIMITS.keys()


@pytest.fixture
def member(client: Client) -> Client:
    client.force_login(User.objects.create_user("member@x.example"))
    return client


@pytest.mark.parametrize("name", ASKING)
def test_limit_stops_its_view(name: str, member: Client, settings: Settings) -> None:
    settings.LIMITS = settings.LIMITS | {name: "1/hour"}
    if name == "sign-up-mail":
        member.logout()
    assert ASKING[name](member) < TOO_MANY
    assert ASKING[name](member) == TOO_MANY


@pytest.mark.parametrize(("name", "address"), BROTHERS)
def test_limit_is_shared(name: str, address: str, member: Client, settings: Settings) -> None:
    settings.LIMITS = settings.LIMITS | {name: "1/hour"}
    assert ASKING[name](member) < TOO_MANY
    assert member.post(address).status_code == TOO_MANY


def test_mails_to_one_address_are_limited_and_strangers_spend_nobody_elses(
    client: Client, settings: Settings
) -> None:
    settings.LIMITS = settings.LIMITS | {"registration-mail": "1/day"}
    statuses = [
        client.post(REGISTER, {"email": email}, REMOTE_ADDR=address).status_code
        for email, address in [
            ("Ada@x.example", "203.0.113.1"),
            (" ada@X.example", "203.0.113.1"),
            ("ada@x.example", "203.0.113.2"),
            ("bo@x.example", "203.0.113.1"),
        ]
    ]
    assert statuses == [404, TOO_MANY, 404, 404]


def test_limits_of_allauth_show_the_same_page(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    data = {"login": "a@x.example", "password": "wrong"}
    first, second = (client.post("/account/login/", data, REMOTE_ADDR="203.0.113.99") for _ in range(2))
    assert (first.status_code, second.status_code, second["Retry-After"]) == (200, TOO_MANY, "60")
    assert "You can try again in 60 seconds." in second.text
