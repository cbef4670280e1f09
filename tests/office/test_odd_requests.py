"""Requests that no form of the office sends are answered with a page, a sentence or 400, never with 500."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.http import HttpRequest
from django.test import Client, RequestFactory

from accounts.models import User
from licensing.models import Licence
from office.site.moves import MovesAdmin
from reminders.models import MailText
from screenings.models import Screening
from tests.office.knocking import knocking_as
from tests.office.press import address
from tests.undone import undone

NUL, LONG, FAR = "a\x00b", "x" * 5000, "9" * 40
ODD = ("x", "-1", "", NUL, LONG, FAR, "\ud7ff", "1,x", "'", "[]")
MODELS = [model for model in admin.site._registry if model._meta.managed]
SHARES = 8
"""The models are dealt out to so many tests: setting up what was sold takes longer than asking about one."""


@pytest.fixture
def desk(published: Screening, licence: Licence, staff: User) -> Client:
    client = Client()
    client.force_login(staff)
    return client


@pytest.fixture
def knocking(published: Screening, licence: Licence, staff: User) -> Client:
    return knocking_as(staff)


def models_of(share: int) -> Iterator[type[models.Model]]:
    """Each finds the same rows: what was written for the one before is rolled back."""
    for model in MODELS[share::SHARES]:
        with undone():
            yield model


def place(model: type[models.Model]) -> str:
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/"


def answers(desk: Client, path: str, data: dict[str, Any]) -> int:
    return desk.get(path, data).status_code


@pytest.mark.usefixtures("plain_refusals")
@pytest.mark.parametrize("share", range(SHARES))
def test_lists_answer_odd_questions(share: int, knocking: Client) -> None:
    found, expected = {}, {}
    for model in models_of(share):
        for name in names_in_questions(model):
            found[model, name] = [answers(knocking, place(model), {name: value}) for value in (NUL, FAR, "x")]
            expected[model, name] = [400, *list_answers(model, name)]
    assert found == expected


def names_in_questions(model: type[models.Model]) -> list[str]:
    office = admin.site._registry[model]
    filters = [each for each in office.list_filter if isinstance(each, str)][:2]
    names = ["q", "o", "p", "order", "pk__in", *filters, *(f"{each}__exact" for each in filters[:1])]
    return names + ([f"{office.date_hierarchy}__year"] if office.date_hierarchy else [])


def list_answers(model: type[models.Model], name: str) -> list[int]:
    """For a number that is too large and for a letter. A filter that cannot take a value redirects to the list."""
    if name in ("q", "o", "p") or model is MailText:  # whose list is a page without filters
        return [200, 200]
    if name.endswith("__year"):
        return [400, 302]
    if name == "order" and "order" not in {field.name for field in model._meta.fields}:
        return [302, 302]
    *path, last = name.removesuffix("__exact").removesuffix("__in").split("__")
    field: Any = model._meta
    for step in path:
        field = field.get_field(step).related_model._meta
    field = field.pk if last == "pk" else field.get_field(last)
    if isinstance(field, models.BooleanField | models.DateField):
        return [302, 302]
    if isinstance(field, models.IntegerField | models.ForeignKey | models.ManyToManyField):
        return [200, 302]
    return [200, 200]


@pytest.mark.usefixtures("plain_refusals")
@pytest.mark.parametrize("share", range(SHARES))
def test_rows_that_cannot_be_are_not_found(share: int, knocking: Client, staff: User) -> None:
    found, expected = {}, {}
    for model in models_of(share):
        for page, status in row_answers(model, staff).items():
            addresses = [f"{place(model)}{key}/{page}/" for key in ("x", FAR, "%00")]
            found[model, page] = [knocking.get(each).status_code for each in addresses]
            expected[model, page] = [status, status, 400]
    assert found == expected


def row_answers(model: type[models.Model], staff: User) -> dict[str, int]:
    """Of each page of a row that is not there."""
    office = admin.site._registry[model]
    return {
        "change": 302,
        "delete": 302 if office.has_delete_permission(asked_by(staff)) else 403,
        "history": 302,
        "do/verify": 404 if isinstance(office, MovesAdmin) else 302,
    }


def asked_by(staff: User) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = staff
    return request


@pytest.mark.usefixtures("plain_refusals")
@pytest.mark.parametrize("share", range(SHARES))
def test_actions_on_what_is_no_row(share: int, knocking: Client) -> None:
    found = {}
    for model in models_of(share):
        for key in ("x", FAR, NUL):
            for action in ("delete_selected", "no-such-action"):
                data = {"action": action, "_selected_action": [key], "index": "x", "post": "yes"}
                found[model, key, action] = knocking.post(place(model), data).status_code
    assert found == dict.fromkeys(found, 400)


@pytest.mark.parametrize("share", range(SHARES))
def test_forms_answer_nonsense_in_every_field(share: int, knocking: Client, staff: User) -> None:
    found, expected = {}, {}
    for model in models_of(share):
        before = model._default_manager.count()
        names = [field.name for field in model._meta.get_fields() if getattr(field, "editable", False)]
        statuses = []
        for value in ("on", FAR, LONG):
            data: dict[str, Any] = dict.fromkeys(names, value)
            data |= {f"{name}_{at}": value for name in names for at in (0, 1)}
            statuses.append(knocking.post(f"{place(model)}add/", data).status_code)
        found[model] = (statuses, model._default_manager.count())
        may_add = admin.site._registry[model].has_add_permission(asked_by(staff))
        expected[model] = ([200 if may_add else 403] * 3, before)
    assert found == expected


@pytest.mark.parametrize(
    ("name", "status"),
    [("page", 404), ("term", 200), ("field_name", 403), ("model_name", 403), ("app_label", 403)],
)
def test_autocomplete_answers_odd_questions(name: str, status: int, desk: Client) -> None:
    asked = {"app_label": "catalog", "model_name": "film", "field_name": "part_of", "term": "a", "page": "1"}
    assert answers(desk, "/admin/autocomplete/", asked) == 200
    found = {value: answers(desk, "/admin/autocomplete/", asked | {name: value}) for value in ODD}
    first_page = {"": 200} if name == "page" else {}
    assert found == dict.fromkeys(ODD, status) | {NUL: 400} | first_page


@pytest.mark.parametrize(
    ("data", "status"),
    [({"order": ""}, 400), ({"order": "x"}, 400), ({"o": "x"}, 200), ({"q": NUL}, 400), ({"tier__exact": NUL}, 400)],
)  # fmt: skip
def test_export_answers_odd_questions(data: dict[str, str], status: int, desk: Client) -> None:
    assert answers(desk, "/admin/licensing/price/export/", data) == status


@pytest.mark.parametrize("content", [b"", b"\x00" * 50, b"film\nx", b"film,tier\n\xff\xfe", b"a" * 10_000])
def test_import_of_nonsense_is_refused_in_words(content: bytes, desk: Client) -> None:
    data = {"import_file": SimpleUploadedFile("p.csv", content), "format": "0", "resource": ""}
    assert desk.post("/admin/licensing/price/import/", data).status_code == 200
    gone = {"import_file_name": "gone", "original_file_name": "x.csv", "format": "0", "resource": ""}
    assert desk.post("/admin/licensing/price/process_import/", gone).status_code == 302


@pytest.mark.parametrize(
    ("data", "status"),
    [({"obj": "x"}, 404), ({"obj": "licensing.Order:x"}, 404), ({"obj": "licensing.Order:999999"}, 404),
     ({"obj": "auth.User:1"}, 404), ({"event_model": "x"}, 404), ({"model": "x"}, 200),
     ({"method": "tracks", "obj": ":"}, 404), ({"label": NUL}, 400)],
)  # fmt: skip
def test_audit_trail_answers_odd_questions(data: dict[str, str], status: int, desk: Client) -> None:
    assert answers(desk, "/admin/pghistory/events/", data) == status


def test_administrator_without_an_address_is_said_at_its_field(desk: Client, licence: Licence) -> None:
    page = address(licence.institution, "move", "add-administrator")
    for email in ("on", LONG, f"{LONG}@x.example", "a@b"):
        answer = desk.post(page, {"email": email})
        assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["email"])


@pytest.mark.parametrize(
    ("path", "status"),
    [("purchase-orders/%00.pdf", 400), (f"exemptions/{LONG}.pdf", 404), ("exemptions/", 404), ("%00", 400),
     ("..%2fx", 404)],
)  # fmt: skip
def test_uploads_answer_odd_addresses(path: str, status: int, desk: Client) -> None:
    assert desk.get(f"/uploads/{path}").status_code == status


@pytest.mark.filterwarnings("ignore:DateTimeField .* received a naive datetime:RuntimeWarning")
@pytest.mark.parametrize("day", ["0001-01-01", "2027-03-20", "9999-12-31"])
def test_dates_without_a_time_zone_in_an_address_are_answered(desk: Client, day: str) -> None:
    for model, field in (("mfa/authenticator", "created_at"), ("licensing/order", "placed_at")):
        assert answers(desk, f"/admin/{model}/", {f"{field}__gte": day}) in {200, 302, 400}
