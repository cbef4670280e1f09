from __future__ import annotations

import ast
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser, Permission
from pytest_django.fixtures import Settings

from accounts.models import User
from office.permissions import (
    is_kept_by_appointers,
    is_of_the_office,
    may,
    may_appoint,
    owes_second_factor,
    refuse_unless_may,
)
from wording.refusals import Refused

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]
APPS = ("accounts", "catalog", "config", "licensing", "office", "reminders", "screenings", "wording")
ASKED_HERE_ALONE = {"is_staff", "is_superuser", "has_perm", "has_perms", "has_module_perms"}
VIEW = "licensing.view_order"
BOTH = [(False, False), (False, True), (True, False), (True, True)]


def person(*permissions: str, **fields: bool) -> User:
    made = User.objects.create_user("someone@example.org", None, **fields)
    for permission in permissions:
        app, codename = permission.split(".")
        made.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return made


def test_may_needs_staff_and_the_permission() -> None:
    assert may(person(VIEW, is_staff=True), VIEW)


def test_may_lets_who_may_change_a_thing_see_it_and_not_the_other_way_round() -> None:
    changer = person("licensing.change_order", is_staff=True)
    assert may(changer, VIEW)
    assert not may(changer, "licensing.view_licence")
    viewer = User.objects.create_user("viewer@example.org", None, is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_order"))
    assert not may(viewer, "licensing.change_order")


def test_may_refuses_staff_without_the_permission() -> None:
    staff = person(is_staff=True)
    assert is_of_the_office(staff)
    assert not may(staff, VIEW)


def test_verbs_of_the_office_are_for_the_system_and_who_may() -> None:
    refuse_unless_may(None, VIEW)
    refuse_unless_may(person(VIEW, is_staff=True), VIEW)
    with pytest.raises(Refused) as refusal:
        refuse_unless_may(User.objects.create_user("visitor@example.org", None), VIEW)
    assert refusal.value.error_list[0].code == "office-only"


def test_the_accounts_of_staff_and_of_superusers_are_kept_by_who_appoints() -> None:
    kept = [is_kept_by_appointers(User(is_staff=staff, is_superuser=over)) for staff, over in BOTH]
    assert kept == [False, True, True, True]


def test_may_refuses_a_permission_without_staff() -> None:
    assert not may(person(VIEW), VIEW)


def test_may_refuses_a_visitor() -> None:
    assert not may(AnonymousUser(), VIEW)


def test_may_refuses_an_inactive_superuser() -> None:
    assert not may(person(is_staff=True, is_superuser=True, is_active=False), VIEW)


def test_may_refuses_a_superuser_without_second_factor_where_one_is_asked_for(
    settings: Settings,
) -> None:
    settings.STAFF_NEED_SECOND_FACTOR = True
    superuser = person(is_staff=True, is_superuser=True)
    assert owes_second_factor(superuser)
    assert not may(superuser, VIEW)
    assert not may_appoint(superuser)


def test_may_allows_a_superuser_with_second_factor(settings: Settings) -> None:
    settings.STAFF_NEED_SECOND_FACTOR = True
    superuser = person(is_staff=True, is_superuser=True)
    Authenticator.objects.create(user=superuser, type=Authenticator.Type.TOTP, data={"secret": ""})
    assert not owes_second_factor(superuser)
    assert may(superuser, VIEW)
    assert may_appoint(superuser)


def test_only_a_superuser_of_the_office_says_who_is_of_it() -> None:
    assert not may_appoint(person("accounts.change_user", is_staff=True))
    outside = User.objects.create_user("outside@example.org", None, is_superuser=True)
    assert not may_appoint(outside)
    assert not may_appoint(AnonymousUser())


def test_nobody_owes_a_second_factor_who_is_not_of_the_office(settings: Settings) -> None:
    settings.STAFF_NEED_SECOND_FACTOR = True
    assert not owes_second_factor(person())
    assert not owes_second_factor(AnonymousUser())


def test_no_code_asks_for_staff_or_permissions_past_the_one_rule() -> None:
    asking = {
        str(path.relative_to(ROOT))
        for app in APPS
        for path in (ROOT / app).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ASKED_HERE_ALONE
    }
    assert asking == {"office/permissions.py"}
