"""Every field of the office has a name for people who use a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.contrib import admin
from django.db import models
from django.test import Client

from accounts.models import User
from screenings.models import Screening
from tests.office.press import address

MODELS = [model for model in admin.site._registry if model._meta.managed]
SHARES = 4
"""The models are dealt out to so many tests, which other processes may run."""
QUIET = ("hidden", "submit", "button", "image")


class Fields(HTMLParser):
    """Collects form fields and what labels them; `unnamed` lists those without a label."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.labelled: set[str | None] = set()
        self.within = 0
        self.found: list[dict[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "label":
            self.within += 1
            self.labelled.add(attributes.get("for"))
        named = (
            self.within
            or attributes.get("aria-label")
            or attributes.get("aria-labelledby")
            or attributes.get("title")
        )
        if tag in ("input", "select", "textarea") and attributes.get("type") not in QUIET and not named:
            self.found.append(attributes)

    def handle_endtag(self, tag: str) -> None:
        self.within -= tag == "label"

    @property
    def unnamed(self) -> list[str | None]:
        return [each.get("name") for each in self.found if each.get("id") not in self.labelled]


@pytest.mark.parametrize("share", range(SHARES))
def test_every_field_has_a_name(share: int, published: Screening, staff: User) -> None:
    client = Client()
    client.force_login(staff)
    found = {page: Fields(client.get(page).text).unnamed for page in pages_of(MODELS[share::SHARES])}
    assert {page: unnamed for page, unnamed in found.items() if unnamed} == {}


def pages_of(chosen: list[type[models.Model]]) -> Iterator[str]:
    """The list, the empty form and the form of the first row of each model."""
    for model in chosen:
        listed = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        row = model._base_manager.first()
        yield from (listed, f"{listed}add/", *([address(row)] if row else []))


def test_every_field_of_an_import_has_a_name(db: None, staff: User) -> None:
    client = Client()
    client.force_login(staff)
    assert Fields(client.get("/admin/licensing/price/import/").text).unnamed == []


def test_every_field_of_a_move_has_a_name(published: Screening, staff: User) -> None:
    client = Client()
    client.force_login(staff)
    page = client.get(address(published.institution, "move", "refuse")).text
    assert "because" in page
    assert Fields(page).unnamed == []
