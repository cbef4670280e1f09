"""Limits: counted for each visitor, explained in words, and not applied while Valkey is down."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from accounts.requests import limits
from tests.silent import SLACK, silent_server

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_searches(settings: Settings) -> None:
    settings.LIMITS = settings.LIMITS | {"search": "2/minute"}


def search(client: Client, address: str = "203.0.113.1", **headers: str) -> int:
    return client.get("/films/?q=rust", REMOTE_ADDR=address, headers=headers).status_code


def test_limit_is_counted_for_each_address(client: Client) -> None:
    assert [search(client) for _ in range(3)] == [200, 200, 429]
    assert search(client, "203.0.113.2") == 200
    assert client.get("/films/", REMOTE_ADDR="203.0.113.1").status_code == 200


def test_limit_is_counted_for_each_person_wherever_they_are(client: Client) -> None:
    client.force_login(User.objects.create_user("one@x.example"))
    assert [search(client, f"203.0.113.{end}") for end in range(3)] == [200, 200, 429]
    client.force_login(User.objects.create_user("two@x.example"))
    assert search(client) == 200


def test_visitors_behind_a_proxy_have_limits_of_their_own(client: Client, settings: Settings) -> None:
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    answers = [search(client, "10.0.0.1", **{"X-Forwarded-For": f"203.0.113.{end}"}) for end in range(40)]
    assert answers == [200] * 40


def test_forged_header_escapes_no_limit(client: Client) -> None:
    answers = [search(client, **{"X-Forwarded-For": f"203.0.113.{end}"}) for end in range(9)]
    assert answers == [200, 200] + [429] * 7


def test_page_says_when_to_come_again(client: Client) -> None:
    for _ in range(2):
        search(client)
    page = client.get("/films/?q=rust", REMOTE_ADDR="203.0.113.1")
    assert 1 <= int(page["Retry-After"]) <= 60
    assert f"You can try again in {page['Retry-After']} seconds." in page.content.decode()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 second"), (60, "60 seconds"), (61, "2 minutes"), (3600, "60 minutes"), (3601, "2 hours")],
)
def test_waiting_time_is_rounded_up(seconds: int, words: str) -> None:
    assert limits.waiting_time(seconds) == words


@pytest.fixture
def another_store(settings: Settings) -> Iterator[None]:
    yield
    limits._counter.cache_clear()


def test_everything_is_allowed_while_valkey_is_away(
    client: Client, settings: Settings, another_store: None
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: a connection is refused
        settings.LIMITS_STORE = f"redis://127.0.0.1:{taken.getsockname()[1]}/0"
        limits._counter.cache_clear()
        assert [search(client) for _ in range(4)] == [200] * 4


def test_valkey_that_hangs_is_waited_for_once(settings: Settings, another_store: None) -> None:
    with silent_server() as hanging:
        settings.LIMITS_STORE = hanging.address
        limits._counter.cache_clear()
        began = time.monotonic()
        assert limits.spend("search", "someone") == 0
        assert time.monotonic() - began < limits.LONGEST_WAIT + SLACK
        once = hanging.visits()
        assert [limits.spend("search", "someone") for _ in range(4)] == [0] * 4
        assert hanging.visits() == once > 0
