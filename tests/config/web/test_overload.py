"""Which faults pass, and what people read then."""

from __future__ import annotations

import logging

import kombu.exceptions
import pytest
import redis
from django.db import IntegrityError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from psycopg_pool import PoolTimeout

from config.web.overload import is_passing, server_error

FAULTS: dict[str, Exception] = {
    "database": OperationalError("canceling statement due to lock timeout"),
    "closed": InterfaceError("the connection is closed"),
    "pool": PoolTimeout("couldn't get a connection after 3.00 sec"),
    "cache": redis.TimeoutError("Timeout reading from socket"),
    "broker": kombu.exceptions.OperationalError("Connection refused"),
    "ours": ZeroDivisionError("a mistake"),
    "doubled": IntegrityError("duplicate key"),
}


def fail(request: HttpRequest, kind: str) -> HttpResponse:
    raise FAULTS[kind]


urlpatterns = [path("fail/<str:kind>", fail)]
handler500 = server_error


@pytest.fixture
def visitor(caplog: pytest.LogCaptureFixture) -> Client:
    caplog.set_level(logging.CRITICAL, logger="django.request")
    return Client(raise_request_exception=False)


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize("kind", ["database", "closed", "pool", "cache", "broker"])
def test_what_passes_is_a_page_that_says_when_to_come_again(visitor: Client, kind: str) -> None:
    answer = visitor.get(f"/fail/{kind}", headers={"accept-language": "zh-hans"})
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "10", "no-store")
    assert answer["Content-Language"] == "zh-hans"
    assert '<p class="eyebrow">503</p>' in answer.text


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize("kind", ["ours", "doubled"])
def test_a_mistake_of_ours_stays_one(visitor: Client, kind: str) -> None:
    answer = visitor.get(f"/fail/{kind}")
    assert (answer.status_code, answer.headers.get("Retry-After")) == (500, None)


@override_settings(ROOT_URLCONF=__name__)
def test_htmx_is_told_one_sentence(visitor: Client) -> None:
    answer = visitor.get("/fail/database", headers={"hx-request": "true"})
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert answer.text == "We are very busy just now. Try again in a few seconds.\n"


def test_a_fault_is_known_by_its_cause() -> None:
    wrapped = RuntimeError("while a page was made")
    wrapped.__cause__ = OperationalError("the server went away")
    assert is_passing(wrapped)
    assert not is_passing(RuntimeError("alone"))


def test_the_sites_own_handler_is_this_one() -> None:
    from config import urls

    assert urls.handler500 == "config.web.overload.server_error"
