"""People, addresses and second factors: nobody in the office can use them to gain permissions."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, Permission
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.office.people import someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(settings: Settings) -> User:
    """May view, add, change and delete everything, but is no superuser."""
    person = someone("change", settings)
    person.user_permissions.add(*Permission.objects.all())
    return person


@pytest.fixture
def desk(keeper: User) -> Client:
    client = Client()
    client.force_login(keeper)
    return client


def form_of(user: User, **data: object) -> dict[str, object]:
    given = {"email": user.email, "name": "N", "time_zone": "UTC", "language": "en", "is_active": "on"}
    return given | data


def test_nobody_makes_a_superuser_but_a_superuser(desk: Client, keeper: User) -> None:
    other = User.objects.create_user("reader@x.example")
    data = form_of(other, is_staff="on", is_superuser="on", user_permissions=["1"])
    assert desk.post(f"/admin/accounts/user/{other.pk}/change/", data).status_code == 302
    other.refresh_from_db()
    assert (other.name, other.is_staff, other.is_superuser, other.user_permissions.count()) == (
        "N",
        False,
        False,
        0,
    )
    assert desk.post(f"/admin/accounts/user/{keeper.pk}/change/", data).status_code == 403


@pytest.mark.parametrize("page", ["change", "password", "delete"])
def test_account_of_the_office_is_changed_by_superusers_alone(
    desk: Client, page: str, settings: Settings
) -> None:
    chief = someone("chief", settings)
    settings.STAFF_NEED_SECOND_FACTOR = False
    data = form_of(
        chief, password1="nine-hours-and-a-quarter", password2="nine-hours-and-a-quarter", post="yes"
    )
    assert desk.post(f"/admin/accounts/user/{chief.pk}/{page}/", data).status_code == 403


def test_address_of_the_office_is_not_verified_nor_moved(desk: Client, settings: Settings) -> None:
    chief = someone("chief", settings)
    settings.STAFF_NEED_SECOND_FACTOR = False
    mine = EmailAddress.objects.create(user=User.objects.create_user("r@x.example"), email="r@x.example")
    theirs = EmailAddress.objects.create(user=chief, email="new@x.example")
    assert (
        desk.post(f"/admin/account/emailaddress/{theirs.pk}/change/", {"verified": "on"}).status_code == 403
    )
    moved = {"verified": "on", "user": chief.pk, "email": "evil@x.example"}
    assert desk.post(f"/admin/account/emailaddress/{mine.pk}/change/", moved).status_code == 302
    mine.refresh_from_db()
    assert (mine.email, mine.user.email, mine.verified) == ("r@x.example", "r@x.example", True)
    assert desk.get("/admin/account/emailaddress/add/").status_code == 403


def test_secrets_of_second_factors_are_shown_to_nobody(settings: Settings) -> None:
    chief = someone("chief", settings)
    Authenticator.objects.update(data={"secret": "JBSWY3DPEHPK3PXP"})
    client = Client()
    client.force_login(chief)
    key = Authenticator.objects.get().pk
    for path in ("", f"{key}/change/", f"{key}/delete/", f"{key}/history/"):
        assert "JBSWY3DPEHPK3PXP" not in client.get(f"/admin/mfa/authenticator/{path}").text
    assert client.post(f"/admin/mfa/authenticator/{key}/change/", {"data": "{}"}).status_code == 403
    assert client.get("/admin/mfa/authenticator/add/").status_code == 403


def test_second_factor_of_the_office_is_removed_by_superusers_alone(desk: Client, settings: Settings) -> None:
    someone("chief", settings)
    settings.STAFF_NEED_SECOND_FACTOR = False
    key = Authenticator.objects.get().pk
    assert desk.post(f"/admin/mfa/authenticator/{key}/delete/", {"post": "yes"}).status_code == 403
    desk.post(
        "/admin/mfa/authenticator/", {"action": "delete_selected", "_selected_action": [key], "post": "yes"}
    )
    assert Authenticator.objects.count() == 1


def test_groups_are_changed_by_superusers_alone(desk: Client) -> None:
    group = Group.objects.create(name="office")
    assert desk.post(f"/admin/auth/group/{group.pk}/change/", {"name": "x"}).status_code == 403
    assert desk.get("/admin/auth/group/add/").status_code == 403
