"""Health checks: the process is alive; the database answers; everything works. They need no known host name or proxy header."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
from celery import current_app
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponseBase, JsonResponse

from operations.signs import readings

PATIENCE = 2
"""Seconds to wait for each server; PostgreSQL's client accepts no less."""
BROKER_PATIENCE = 1


class HealthMiddleware:
    """The first middleware: it answers before the host is checked, plain HTTP is redirected, or a pooled connection is used."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info == "/health/live":
            return live()
        if request.path_info == "/health/ready":
            return ready()
        if request.path_info == "/health/deep":
            return deep()
        return self.get_response(request)


def live() -> JsonResponse:
    return JsonResponse({"status": "live"})


def ready() -> JsonResponse:
    """200 when the database answers, otherwise 503. The broker is only reported, because pages work without it."""
    has_database = database_answers()
    answers = {"database": has_database, "broker": broker_answers()}
    return JsonResponse(answers, status=200 if has_database else 503)


def deep() -> JsonResponse:
    """200 when everything works, otherwise 503 with a sentence for each fault: for whoever is woken, not for load balancers."""
    if not database_answers():
        return JsonResponse({"faults": {"database": "The database does not answer."}}, status=503)
    faults = {name: reading.sentence for name, reading in readings().items() if not reading.is_well}
    if not broker_answers():
        faults["broker"] = "The broker does not answer: plans wait, and mails are sent when it is back."
    return JsonResponse({"faults": faults}, status=503 if faults else 200)


def database_answers() -> bool:
    """Uses a connection of its own: a busy pool does not mean a dead database, nor an idle pool a living one."""
    parameters = connection.get_connection_params() | {
        "connect_timeout": PATIENCE,
        "options": f"-c statement_timeout={PATIENCE}s",
    }
    try:
        with psycopg.connect(**parameters) as fresh:
            fresh.execute("SELECT 1")
    except psycopg.OperationalError:
        return False
    return True


def broker_answers() -> bool:
    """Whichever it is: Valkey, one that Sentinels watch, or RabbitMQ."""
    try:
        with current_app.connection_for_write(
            settings.CELERY_BROKER_URL, connect_timeout=BROKER_PATIENCE
        ) as broker:
            broker.ensure_connection(max_retries=0, timeout=BROKER_PATIENCE)
            broker.default_channel  # noqa: B018 - opening it asks the server
    except Exception:  # noqa: BLE001 - each kind of broker has errors of its own
        return False
    return True
