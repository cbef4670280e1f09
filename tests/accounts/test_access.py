"""Who may open what of the account pages and of the office."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return User.objects.create_user("person@x.example", "a-long-password", name="Per Son")


@pytest.fixture
def office() -> User:
    return User.objects.create_superuser("office@x.example", "a-long-password")


def test_account_page_sends_the_anonymous_to_sign_in(client: Client) -> None:
    answer = client.get("/account/")
    assert (answer.status_code, answer["Location"]) == (302, "/account/login/?next=/account/")


def test_account_page_shows_and_saves_only_ones_own_details(
    client: Client, person: User, office: User
) -> None:
    client.force_login(person)
    assert client.get("/account/").status_code == 200
    answer = client.post("/account/", {"name": "New Name", "time_zone": "Asia/Shanghai", "language": "fr"})
    person.refresh_from_db()
    office.refresh_from_db()
    assert answer.status_code == 302
    assert (person.name, person.time_zone, person.language, office.name) == (
        "New Name",
        "Asia/Shanghai",
        "fr",
        "",
    )


def test_office_is_closed_to_visitors_and_members(client: Client, person: User) -> None:
    assert client.get("/admin/").status_code == 302
    client.force_login(person)
    for place in ("/admin/", "/admin/reminders/reminder/"):
        answer = client.get(place)
        assert (answer.status_code, answer["Location"]) == (302, f"/admin/login/?next={place}")


def test_office_opens_to_staff(client: Client, office: User) -> None:
    client.force_login(office)
    assert client.get("/admin/").status_code == 200


def test_office_asks_staff_for_a_second_factor_in_production(
    client: Client, office: User, settings: Settings
) -> None:
    settings.STAFF_NEED_SECOND_FACTOR = True
    client.force_login(office)
    answer = client.get("/admin/")
    assert (answer.status_code, answer["Location"]) == (302, "/account/2fa/")


def test_staff_with_a_second_factor_enter_in_production(
    client: Client, office: User, settings: Settings
) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    settings.STAFF_NEED_SECOND_FACTOR = True
    TOTP.activate(office, generate_totp_secret())
    client.force_login(office)
    assert client.get("/admin/").status_code == 200


def test_account_list_in_the_office_counts_its_queries(
    client: Client, office: User, django_assert_num_queries: object
) -> None:
    client.force_login(office)
    for more in (0, 3):
        for number in range(more):
            User.objects.create_user(f"reader{number}@x.example")
        with django_assert_num_queries(7):  # type: ignore[operator]  # pytest-django gives a function
            client.get("/admin/accounts/user/")
