"""What no page of ours would send is answered with 400, what is too large with 413; and what answers say of themselves."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings as project
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation

from accounts.models import User
from tests.catalog.make import make_film

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"
MIB = 1024 * 1024


@pytest.fixture
def member(client: Client) -> Client:
    client.force_login(User.objects.create_user("member@x.example"))
    return client


@pytest.fixture
def office() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("office@x.example"))
    return client


def send(client: Client, body: bytes, content_type: str, address: str = "/cart/tier/") -> int:
    return client.generic("POST", address, body, content_type).status_code


@pytest.mark.parametrize(
    "address",
    [
        "/registrations/%00/",
        "/registrations/%00.ics",
        "/static/%00",
        "/films/?q=a%00b",
        "/films/?%00=a",
        "/account/login/?next=%00",
        "/account/login/?next=http://[::1",
        "/account/signup/?next=/&next=//[",
        "/admin/licensing/order/%00/change/",
        "/admin/licensing/order/?q=%00",
    ],
)
def test_address_with_what_no_page_of_ours_has_is_not_understood(office: Client, address: str) -> None:
    answer = office.get(address)
    assert (answer.status_code, "We could not read that request" in answer.text) == (400, True)


@pytest.mark.parametrize("key", ["0.001", "on", ""])
def test_rows_of_the_office_that_cannot_be_are_not_understood(office: Client, key: str) -> None:
    chosen = {"action": "delete_selected", "_selected_action": key, "index": "0"}
    make_film()
    assert office.post("/admin/catalog/film/", chosen).status_code == 400


@pytest.mark.parametrize("name", ["sessionid", "csrftoken", "django_language", "messages"])
def test_cookie_with_nul_is_not_understood(client: Client, name: str) -> None:
    cookie = f'{name}="abcdefghi\\000b"'
    assert client.get("/account/login/", headers={"Cookie": cookie}).status_code == 400


def test_what_is_not_understood_is_answered_in_the_language_of_its_sender(client: Client) -> None:
    client.get("/account/login/", headers={"Accept-Language": "zh-hans"})
    for language in ("en", "fr", "zh-hans"):
        answer = client.get("/films/?q=%00", headers={"Accept-Language": language})
        with translation.override(language):
            assert str(translation.gettext("Bad request")) in answer.text
        assert answer.status_code == 400


@pytest.mark.parametrize(
    ("content_type", "answer"),
    [
        (FORM, 302),
        (f"{FORM}; charset=UTF-8", 302),
        (f"{FORM}; charset=latin-1", 400),
        (f"{FORM}; charset=utf-16", 400),
        (f"{FORM}; charset=nonsense", 400),
        ("multipart/form-data; boundary=x; charset=utf-7", 400),
        ("multipart/form-data", 400),
    ],
)
def test_form_in_a_foreign_charset_is_not_understood(client: Client, content_type: str, answer: int) -> None:
    assert send(client, b"tier=k-12", content_type) == answer


def test_query_in_a_charset_that_cannot_read_it_is_not_understood(client: Client) -> None:
    """Django would read the query by the charset of the form, and IDNA has no way to."""
    answer = client.generic("POST", "/account/signup/?film=a%3D1%2C2", b"a=b", f"{FORM}; charset=idna")
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("content_type", "answer"),
    [("text/plain; a*=b", 404), ("text/plain; a*=x'y'%ff", 400), ("; charset*=''", 404)],
)
def test_content_type_that_cannot_be_read_is_no_fault(client: Client, content_type: str, answer: int) -> None:
    """404: it could be read, and the form says no tier."""
    assert client.generic("POST", "/cart/tier/", b"a=b", content_type).status_code == answer


@pytest.mark.parametrize(
    "body", [b"tier=k-12&next=%00", b"tier%00=k-12", b"tier=k-12\x00", b"tier=k-12&next=http://[::1"]
)
def test_form_with_what_no_page_of_ours_has_is_not_understood(client: Client, body: bytes) -> None:
    assert send(client, body, FORM) == 400


def test_form_of_bytes_that_are_no_text_is_read_as_far_as_possible(client: Client) -> None:
    assert send(client, b"tier=k-12&next=%ff%fe", FORM) == 302


def upload(client: Client, address: str, size: int) -> Any:
    file = SimpleUploadedFile("paper.pdf", b"%PDF-" + bytes(size), "application/pdf")
    return client.post(address, {"exemption_certificate": file})


def test_body_of_a_guest_is_small(client: Client) -> None:
    assert send(client, b"tier=k-12&next=/" + b"x" * project.LARGEST_BODY, FORM) == 413
    answer = upload(client, "/account/login/", project.LARGEST_BODY)
    assert (answer.status_code, "That is too large" in answer.text) == (413, True)
    assert upload(client, "/institutions/1/hand-in-exemption/", project.LARGEST_BODY).status_code == 413


def test_files_are_taken_from_members_where_a_form_asks_for_one(member: Client) -> None:
    step = "/institutions/1/hand-in-exemption/"
    assert upload(member, step, 6 * MIB).status_code == 404  # it was read: this institution is nobody's
    assert upload(member, step, project.LARGEST_BODY_WITH_FILES).status_code == 413
    assert upload(member, "/institutions/new/", project.LARGEST_BODY).status_code == 413
    assert upload(member, "/account/", project.LARGEST_BODY).status_code == 413
    assert upload(member, "/admin/catalog/film/add/", project.LARGEST_BODY).status_code == 413


def test_files_are_taken_from_the_office(office: Client) -> None:
    assert upload(office, "/admin/catalog/film/add/", 6 * MIB).status_code != 413


def test_body_without_a_length_is_not_understood(client: Client) -> None:
    answer = client.post("/cart/tier/", headers={"Transfer-Encoding": "chunked"}, CONTENT_LENGTH="")
    assert answer.status_code == 400


@pytest.mark.parametrize("address", ["/", "/films/", "/cart/", "/nowhere/"])
def test_pages_of_guests_are_asked_for_anew(client: Client, address: str) -> None:
    assert client.get(address)["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("address", ["/", "/orders/", "/institutions/new/", "/nowhere/", "/account/"])
def test_pages_of_the_signed_in_are_not_kept(member: Client, address: str) -> None:
    assert member.get(address)["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("address", ["/registrations/no-such/", "/registrations/no-such.ics"])
def test_pages_of_a_token_are_not_kept(client: Client, address: str) -> None:
    assert "no-store" in client.get(address)["Cache-Control"]


def test_what_its_view_lets_others_keep_is_kept(member: Client) -> None:
    assert set(member.get("/.well-known/jwks.json")["Cache-Control"].split(", ")) == {
        "max-age=3600",
        "public",
    }


@pytest.mark.parametrize("address", ["/", "/nowhere/", "/films/?q=%00"])
def test_every_answer_names_what_browsers_may_do(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer["Permissions-Policy"] == project.PERMISSIONS_POLICY
    assert "camera=()" in answer["Permissions-Policy"]
    assert "default-src" in answer["Content-Security-Policy"]
