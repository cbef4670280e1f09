"""What no form of the office sends: answered with a page, a sentence or 400, never with 500."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import Client

from accounts.models import User
from licensing.models import Licence
from screenings.models import Screening

NUL, LONG, FAR = "a\x00b", "x" * 5000, "9" * 40
ODD = ("x", "-1", "", NUL, LONG, FAR, "\ud7ff", "1,x", "'", "[]")
MODELS = [model for model in admin.site._registry if model._meta.managed]


@pytest.fixture
def desk(published: Screening, licence: Licence, staff: User) -> Client:
    client = Client()
    client.force_login(staff)
    return client


def place(model: type[models.Model]) -> str:
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/"


def answers(desk: Client, path: str, told: dict[str, Any]) -> int:
    return desk.get(path, told).status_code


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_lists_answer_odd_questions(model: type[models.Model], desk: Client) -> None:
    office = admin.site._registry[model]
    filters = [each for each in office.list_filter if isinstance(each, str)][:2]
    names = ["q", "o", "p", "order", "pk__in", *filters, *(f"{each}__exact" for each in filters[:1])]
    names += [f"{office.date_hierarchy}__year"] if office.date_hierarchy else []
    found = {answers(desk, place(model), {name: value}) for name in names for value in (NUL, FAR, "x")}
    assert found <= {200, 302, 400}


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_rows_that_cannot_be_are_not_found(model: type[models.Model], desk: Client) -> None:
    keys = ("x", FAR, "%00")
    pages = ("change", "delete", "history", "do/verify")
    found = {desk.get(f"{place(model)}{key}/{page}/").status_code for key in keys for page in pages}
    assert found <= {302, 400, 403, 404}


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_actions_on_what_is_no_row(model: type[models.Model], desk: Client) -> None:
    for key in ("x", FAR, NUL):
        for action in ("delete_selected", "no-such-action"):
            told = {"action": action, "_selected_action": [key], "index": "x", "post": "yes"}
            assert desk.post(place(model), told).status_code in (200, 302, 400, 403)


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_forms_answer_nonsense_in_every_field(model: type[models.Model], desk: Client) -> None:
    names = [field.name for field in model._meta.get_fields() if getattr(field, "editable", False)]
    for value in ("on", FAR, LONG):
        told: dict[str, Any] = dict.fromkeys(names, value)
        told |= {f"{name}_{place}": value for name in names for place in (0, 1)}
        assert desk.post(f"{place(model)}add/", told).status_code in (200, 302, 400, 403)


@pytest.mark.parametrize("name", ["page", "term", "field_name", "model_name", "app_label"])
def test_autocomplete_answers_odd_questions(name: str, desk: Client) -> None:
    asked = {"app_label": "catalog", "model_name": "film", "field_name": "part_of", "term": "a", "page": "1"}
    assert answers(desk, "/admin/autocomplete/", asked) == 200
    found = {answers(desk, "/admin/autocomplete/", asked | {name: value}) for value in ODD}
    assert found <= {200, 400, 403, 404}


@pytest.mark.parametrize(
    "told", [{"order": ""}, {"order": "x"}, {"o": "x"}, {"q": NUL}, {"tier__exact": NUL}]
)
def test_export_answers_odd_questions(told: dict[str, str], desk: Client) -> None:
    assert answers(desk, "/admin/licensing/price/export/", told) in (200, 400)


@pytest.mark.parametrize("content", [b"", b"\x00" * 50, b"film\nx", b"film,tier\n\xff\xfe", b"a" * 10_000])
def test_import_of_nonsense_is_refused_in_words(content: bytes, desk: Client) -> None:
    told = {"import_file": SimpleUploadedFile("p.csv", content), "format": "0", "resource": ""}
    assert desk.post("/admin/licensing/price/import/", told).status_code == 200
    gone = {"import_file_name": "gone", "original_file_name": "x.csv", "format": "0", "resource": ""}
    assert desk.post("/admin/licensing/price/process_import/", gone).status_code == 302


@pytest.mark.parametrize(
    "told",
    [{"obj": "x"}, {"obj": "licensing.Order:x"}, {"obj": "licensing.Order:999999"}, {"obj": "auth.User:1"},
     {"event_model": "x"}, {"model": "x"}, {"method": "tracks", "obj": ":"}, {"label": NUL}],
)  # fmt: skip
def test_audit_trail_answers_odd_questions(told: dict[str, str], desk: Client) -> None:
    assert answers(desk, "/admin/pghistory/events/", told) in (200, 302, 400, 404)


def test_membership_of_nobody_is_said_at_its_field(desk: Client) -> None:
    answer = desk.post("/admin/licensing/membership/add/", {"user": "on", "institution": "x"})
    assert "Select a valid choice" in str(answer.context["adminform"].form.errors["user"])


@pytest.mark.parametrize(
    "path", ["purchase-orders/%00.pdf", f"exemptions/{LONG}.pdf", "exemptions/", "%00", "..%2fx"]
)
def test_uploads_answer_odd_addresses(path: str, desk: Client) -> None:
    assert desk.get(f"/uploads/{path}").status_code in (400, 404)
