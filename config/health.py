"""For load balancers: the process lives; the database answers. Asked by any name or address, with no header of a proxy."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import redis
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponseBase, JsonResponse

PATIENCE = 2
"""Seconds for each server; PostgreSQL's client takes no less."""


class HealthMiddleware:
    """The first of all: answers before hosts are checked, plain HTTP is redirected, or a pooled connection is taken."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info == "/health/live":
            return live()
        if request.path_info == "/health/ready":
            return ready()
        return self.get_response(request)


def live() -> JsonResponse:
    return JsonResponse({"status": "live"})


def ready() -> JsonResponse:
    """200 when the database answers, else 503. The broker is only named: pages do without it."""
    has_database = database_answers()
    answers = {"database": has_database, "broker": broker_answers()}
    return JsonResponse(answers, status=200 if has_database else 503)


def database_answers() -> bool:
    """Asked on a connection of its own: a pool in use is no dead database, and one at rest no living one."""
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
    try:
        with redis.Redis.from_url(
            settings.CELERY_BROKER_URL, socket_timeout=1, socket_connect_timeout=1, retry=None
        ) as broker:
            return bool(broker.ping())
    except redis.RedisError:
        return False
