"""Staff who may only see move nothing: every move of every admin page, every form, every action of a list."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import models
from django.test import RequestFactory
from django.urls import reverse
from pytest_django.fixtures import Settings

from licensing.models import Licence
from office.permissions import may
from office.site.moves import MovesAdmin
from screenings.models import Screening
from tests.office.people import someone
from tests.office.press import address
from tests.screenings.conftest import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_refusals")]
MOVING = [
    (model, move) for model, place in admin.site._registry.items() if isinstance(place, MovesAdmin)
    for move in place.moves if ".view_" not in move.permission
]  # fmt: skip
"""Moves that change something; a question to a licence is for everyone who may see it."""


def rows() -> list[models.Model]:
    """The first row of every table that has one."""
    found = [model._base_manager.first() for model in admin.site._registry if model._meta.managed]
    return [row for row in found if row is not None]


def test_there_are_moves() -> None:
    assert len({model for model, _move in MOVING}) >= 7
    assert len(MOVING) >= 30


def test_every_move_is_refused(licence: Licence, published: Screening, settings: Settings) -> None:
    client = signed_in(someone("view", settings))
    for model, move in MOVING:
        row = model._base_manager.first()
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_move"
        page = reverse(name, args=[row.pk if row else 1, move.name])
        assert client.post(page).status_code == 403, page
        assert client.get(page).status_code == 403, page


def test_no_page_of_a_row_has_a_button_or_takes_a_form(
    licence: Licence, published: Screening, settings: Settings
) -> None:
    viewer = someone("view", settings)
    client = signed_in(viewer)
    for row in rows():
        page = client.get(address(row))
        assert page.status_code == 200, row
        place = admin.site._registry[type(row)]
        shown = [link for _label, link, _id in page.context.get("moves") or []]
        if isinstance(place, MovesAdmin):
            free = [move.name for move in place.moves if may(viewer, move.permission)]
            assert [link.rstrip("/").rpartition("/")[2] for link in shown] == free
        assert 'name="_save"' not in page.text, row
        assert client.post(address(row), {"x": "y"}).status_code == 403, row
        assert client.post(address(row, "delete"), {"post": "yes"}).status_code == 403, row


def test_no_list_offers_an_action(licence: Licence, published: Screening, settings: Settings) -> None:
    viewer = someone("view", settings)
    request = RequestFactory().get("/")
    request.user = viewer
    client = signed_in(viewer)
    for model, place in admin.site._registry.items():
        assert place.get_actions(request) == {}, model
    for row in rows():
        meta = row._meta
        adding = reverse(f"admin:{meta.app_label}_{meta.model_name}_add")
        assert client.post(adding, {}).status_code == 403, adding
        listed = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
        client.post(listed, {"action": "delete_selected", ACTION_CHECKBOX_NAME: [row.pk], "post": "yes"})
        assert type(row)._base_manager.filter(pk=row.pk).exists(), row
