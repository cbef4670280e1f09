"""What a load balancer asks: by address, without the proxy's headers, and with servers away."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from pytest_django import Settings

from demo.place import free_port

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
def test_health_is_answered_by_address_and_without_the_proxy(
    client: Client, settings: Settings, path: str
) -> None:
    settings.ALLOWED_HOSTS = ["films.example"]
    settings.SECURE_SSL_REDIRECT = True
    assert client.get(path, headers={"host": "10.0.0.7:8000"}).status_code == 200


def test_live_asks_nobody(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: object
) -> None:
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{free_port()}/0"
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    with django_assert_num_queries(0):  # type: ignore[operator]  # pytest-django gives a function
        answer = client.get("/health/live")
    assert (answer.status_code, answer.json()) == (200, {"status": "live"})


def test_a_dead_database_is_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()) == (503, {"database": False, "broker": True})


def test_a_dead_broker_is_named_and_takes_no_page_out_of_service(client: Client, settings: Settings) -> None:
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{free_port()}/0"
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()) == (200, {"database": True, "broker": False})


def test_deep_health_names_the_server_that_is_away(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{free_port()}/0"
    answer = client.get("/health/deep")
    assert answer.status_code == 503
    assert answer.json()["faults"]["broker"].startswith("The broker does not answer")
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    answer = client.get("/health/deep")
    assert (answer.status_code, answer.json()) == (
        503,
        {"faults": {"database": "The database does not answer."}},
    )
