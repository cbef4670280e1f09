"""Every door of the office, tried by those who should find it closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings

from office.site.moves import MovesAdmin
from screenings.audience.registering import register
from screenings.models import Registration, Screening
from tests.office.knocking import knocking_as
from tests.office.people import someone
from tests.office.press import address, buttons, press

pytestmark = pytest.mark.django_db
OPEN = {"", "jsi18n/", "login/", "logout/", "password_change/", "password_change/done/", "search/"}
"""What whoever is of the office may open: the first page and the search, which list nothing for them, and their own."""
KEY = re.compile(r"<(?:path:object_id|int:pk|id)>")
CLOSED = {302, 403, 404, 405}


@pytest.fixture
def registration(published: Screening) -> Registration:
    return register(screening=published, name="Ada", email="ada@reader.example")


def patterns(found: list[Any], before: str = "") -> Iterator[str]:
    for each in found:
        if isinstance(each, URLResolver):
            yield from patterns(each.url_patterns, before + str(each.pattern))
        elif isinstance(each, URLPattern):
            yield before + str(each.pattern)


def addresses() -> list[str]:
    """Every address below the admin, with keys of rows that are there."""
    [office] = [
        each
        for each in get_resolver().url_patterns
        if isinstance(each, URLResolver) and each.app_name == "admin"
    ]
    found = []
    for model, place in admin.site._registry.items():
        row = model._base_manager.first() if model._meta.managed else None
        before = f"{model._meta.app_label}/{model._meta.model_name}/"
        moves = [move.name for move in place.moves] if isinstance(place, MovesAdmin) else ["none"]
        for route in patterns(place.get_urls()):
            whole = f"{before}{route}"
            for name in moves if "<slug:move>" in route else [""]:
                key = str(row.pk if row else 1)
                found.append(KEY.sub(key, whole).replace("<slug:move>", name))
    plain = [
        route
        for route in patterns(office.url_patterns)
        if "<" not in route and "^" not in route and "(?P" not in route
    ]
    return sorted({*found, *plain, "autocomplete/", "accounts/", "licensing/"})


def rows() -> dict[str, list[Any]]:
    """All that is stored, but for sessions and the log."""
    skipped = ("sessions", "admin")
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in ContentType.objects.get_for_models(*admin.site._registry)
        if model._meta.managed and model._meta.app_label not in skipped
    }


def client_of(role: str, settings: Settings) -> Client:
    client = Client()
    client.force_login(someone(role, settings))
    return client


@pytest.mark.usefixtures("plain_refusals")
def test_staff_without_permissions_open_nothing(registration: Registration, settings: Settings) -> None:
    client, before = knocking_as(someone("none", settings)), rows()
    opened = {
        (method, path): answer.status_code
        for path in addresses()
        if path not in OPEN
        for method in ("get", "post")
        if (answer := getattr(client, method)(f"/admin/{path}")).status_code not in CLOSED
    }
    assert opened == {}
    assert rows() == before


@pytest.mark.parametrize(
    "path", ["", "licensing/order/", "licensing/order/1/change/", "autocomplete/", "nowhere/"]
)
def test_second_factor_is_asked_for_wherever_below_the_admin(path: str, settings: Settings) -> None:
    answer = client_of("chief-without-factor", settings).get(f"/admin/{path}")
    assert (answer.status_code, answer["Location"]) == (302, "/account/2fa/")


def test_superuser_without_second_factor_opens_nothing(
    registration: Registration, settings: Settings
) -> None:
    client = knocking_as(someone("chief-without-factor", settings))
    doors = [path for path in addresses() if path not in ("login/", "jsi18n/")]
    assert {client.get(f"/admin/{path}")["Location"] for path in doors} == {"/account/2fa/"}


@pytest.mark.usefixtures("plain_refusals")
def test_those_who_only_see_change_nothing(registration: Registration, settings: Settings) -> None:
    client, before = knocking_as(someone("view", settings)), rows()
    form = {
        "action": "send_again",
        "_selected_action": "1",
        "how": "x",
        "because": "x",
        "_save": "1",
        "post": "yes",
    }
    for path in addresses():
        if path not in OPEN:
            client.post(f"/admin/{path}", form)
    assert rows() == before


def test_those_who_only_see_are_offered_no_action_and_no_button(
    registration: Registration, draft: Screening, settings: Settings
) -> None:
    request = RequestFactory().get("/")
    request.user = someone("view", settings)
    client = Client()
    client.force_login(request.user)
    assert [place for place in admin.site._registry.values() if place.get_actions(request)] == []
    assert buttons(client, registration) == buttons(client, draft) == []
    assert client.post(address(draft, "move", "call-off")).status_code == 403


def test_those_who_may_change_press_the_buttons(draft: Screening, settings: Settings) -> None:
    client = client_of("change", settings)
    assert buttons(client, draft) == ["publish", "call-off"]
    assert (
        press(client, draft, "call-off")
        == "The Works is called off. Everyone who registered will be notified."
    )


def test_every_action_names_its_permission() -> None:
    free = [
        f"{place}: {name}"
        for place in admin.site._registry.values()
        for name, function, *_rest in (
            each[:2] if isinstance(each, tuple) else (each.name, each.func)
            for each in cast("Any", place)._get_base_actions()
        )
        if not getattr(function, "allowed_permissions", None)
    ]
    assert free == []


def test_address_of_a_registration_is_not_told_without_permission(
    registration: Registration, settings: Settings
) -> None:
    kind = ContentType.objects.get_for_model(Registration)
    shown = f"/admin/r/{kind.pk}/{registration.pk}/"
    assert client_of("none", settings).get(shown).status_code == 403
    assert client_of("view", settings).get(shown)["Location"].endswith(registration.get_absolute_url())


def test_visitors_and_members_are_sent_to_sign_in(client: Client, owner: models.Model) -> None:
    assert client.get("/admin/licensing/order/").status_code == 302
    client.force_login(owner)  # type: ignore[arg-type]  # a User
    assert client.get("/admin/licensing/order/").status_code == 302
