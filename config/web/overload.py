"""When the site is too busy or the database is down: a page that says so and when to try again (503, Retry-After), never a bare 500."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import kombu.exceptions
import redis
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language_from_request
from django.views import defaults
from psycopg import OperationalError as DriverError

RETRY_AFTER = 10
LONGEST_WAIT = 20
"""Seconds. A request that has waited longer for a thread is not worth handling: its sender has usually gone by then."""
WAITED = "longtake.waited"
"""The key in the WSGI environment under which config/web/serving.py says how many seconds a request waited."""
PASSING = (
    OperationalError,  # no connection in time, a lock or statement that took too long, a deadlock, a dead server
    InterfaceError,  # the connection was closed in the meantime
    DriverError,
    redis.ConnectionError,
    redis.TimeoutError,
    kombu.exceptions.OperationalError,
)


class WaitedTooLongMiddleware:
    """Refuses at once a request that has waited too long for a thread, so that a rush gets shorter instead of longer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.META.get(WAITED, 0) > LONGEST_WAIT:
            return busy(request)
        return self.get_response(request)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """Django's handler500: every unhandled exception of views and middleware ends here."""
    error = sys.exception()
    if error is not None and is_passing(error):
        return busy(request)
    return defaults.server_error(request)


def is_passing(error: BaseException) -> bool:
    """Whether trying again later may help, because nothing is wrong with the request."""
    return any(isinstance(one, PASSING) for one in _with_causes(error))


def busy(request: HttpRequest) -> HttpResponse:
    """A page in the reader's language, made without the database; for htmx one sentence, which page.js shows."""
    is_part = request.headers.get("HX-Request") == "true"
    template = "errors/busy_part.html" if is_part else "503.html"
    with translation.override(get_language_from_request(request)):
        response = HttpResponse(render_to_string(template), status=503)
        response["Content-Language"] = translation.get_language() or ""
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__
