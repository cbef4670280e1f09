"""One-click unsubscribe, preferences, and what mail providers report."""

from __future__ import annotations

import json
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from reminders import kinds
from reminders.addresses.stopped import wanted_by
from reminders.models import DeadAddress, DeclinedKind
from reminders.sending import delivery
from reminders.writing.declining import declining_token
from tests.reminders.conftest import Sink, where_it_is
from tests.reminders.note_kind import NewsKind, OwedNewsKind
from tests.reminders.owing import owe

pytestmark = pytest.mark.django_db
RETURNED = "/mails/returned/"
SECRET = "a-secret-of-this-test"
REPORT = {"email": "reader@x.example", "how": "bounce", "because": "550 No such user"}


def owe_one(kind: str) -> None:
    owe(
        key=kind,
        kind=kind,
        subject="x",
        recipient="reader@x.example",
        due_at=timezone.now() - timedelta(minutes=1),
        time_zone=where_it_is(12),
    )


def test_an_optional_mail_is_declined_with_one_click(news_kind: NewsKind, sink: Sink, client: Client) -> None:
    owe_one("test-news")
    delivery.deliver_due()
    [message] = sink.messages
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = urlsplit(message["List-Unsubscribe"].strip("<>")).path
    strict = Client(enforce_csrf_checks=True)  # mail readers have no token and no cookie
    assert "news" in strict.get(path).text
    assert not DeclinedKind.objects.exists()  # scanners follow links
    answer = strict.post(path, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, "test-news" in wanted_by("reader@x.example")) == (200, False)
    assert strict.post(path[:-2] + "/").status_code == 404


def test_the_address_that_declines_leaves_on_one_line_as_it_is(
    news_kind: NewsKind, sink: Sink, settings: Settings
) -> None:
    settings.SITE_URL = f"https://{'a-long-name.' * 12}example"
    owe_one("test-news")
    delivery.deliver_due()
    [content] = sink.contents
    [line] = [each for each in content.split(b"\r\n") if each.startswith(b"List-Unsubscribe:")]
    token = declining_token("reader@x.example", ["test-news"])
    assert line.startswith(f"List-Unsubscribe: <{settings.SITE_URL}/mails/decline/".encode())
    assert line.endswith(b"/>")
    assert len(line) > len(settings.SITE_URL) + len(token) > 200
    assert max(map(len, content.split(b"\r\n"))) <= 990


def test_a_mail_that_is_owed_by_contract_cannot_be_declined(news_kind: NewsKind, sink: Sink) -> None:
    owe_one("test-note")
    delivery.deliver_due()
    [message] = sink.messages
    assert (message["List-Unsubscribe"], message["List-Unsubscribe-Post"]) == (None, None)


def test_of_several_in_one_mail_those_are_declined_that_may_be(
    news_kind: NewsKind, sink: Sink, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(kinds._kinds, OwedNewsKind.name, OwedNewsKind())
    owe_one("test-news")
    owe_one("test-owed-news")
    delivery.deliver_due()
    [message] = sink.messages
    path = urlsplit(message["List-Unsubscribe"].strip("<>")).path
    assert client.post(path).status_code == 200
    assert list(DeclinedKind.objects.values_list("email", "kind")) == [("reader@x.example", "test-news")]


def test_a_person_chooses_on_their_own_page(news_kind: NewsKind, client: Client) -> None:
    person = User.objects.create_user("reader@x.example")
    assert client.get("/account/mails/").status_code == 302
    client.force_login(person)
    assert client.get("/account/mails/").text.count("checked") == len(wanted_by("reader@x.example"))
    client.post("/account/mails/", {"wanted": []})
    assert "test-news" not in wanted_by("reader@x.example")
    client.post("/account/mails/", {"wanted": ["test-news"]})
    assert wanted_by("reader@x.example") == ["test-news"]
    assert wanted_by("other@x.example") != ["test-news"]
    assert "Select a valid choice" in client.post("/account/mails/", {"wanted": ["test-note"]}).text


def report(client: Client, body: object, said: str = SECRET) -> int:
    return client.post(
        RETURNED,
        json.dumps(body),
        content_type="application/json",
        headers={"Authorization": f"Bearer {said}"},
    ).status_code


def test_a_provider_with_the_secret_stops_an_address(client: Client, settings: Settings) -> None:
    assert report(client, REPORT, "") == 404
    settings.RETURNS_SECRET = SECRET
    assert report(client, REPORT, "other") == 404
    assert not DeadAddress.objects.exists()
    assert [report(client, REPORT), report(client, REPORT)] == [204, 204]
    row = DeadAddress.objects.get()
    assert (row.email, row.how, row.because) == ("reader@x.example", "bounce", "550 No such user")


def test_a_reason_loses_what_the_database_cannot_keep(client: Client, settings: Settings) -> None:
    settings.RETURNS_SECRET = SECRET
    assert report(client, REPORT | {"because": "550 \x00No such\x00 user"}) == 204
    assert DeadAddress.objects.get().because == "550 No such user"


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        "x",
        REPORT | {"how": "other"},
        REPORT | {"email": "a\nb@x.example"},
        REPORT | {"email": 7},
        REPORT | {"because": "\ud800"},
    ],
)
def test_a_report_that_says_nothing_is_refused(body: object, client: Client, settings: Settings) -> None:
    settings.RETURNS_SECRET = SECRET
    assert report(client, body) == 400
    assert not DeadAddress.objects.exists()
