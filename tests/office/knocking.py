"""One person who knocks at hundreds of doors of the office, for tests that ask only what its views answer."""

from __future__ import annotations

from typing import Any

from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponseBase
from django.test import Client, override_settings
from django_htmx.middleware import HtmxDetails

from accounts.models import User


def knocking_as(person: User) -> Client:
    """A client without the middleware, which all addresses share: the person and their permissions are not read anew for each."""
    client = Client()
    handler: Any = client.handler
    with override_settings(MIDDLEWARE=[]):
        handler.load_middleware()
    ask = handler._middleware_chain

    def ask_as_person(request: HttpRequest) -> HttpResponseBase:
        request.user = person
        request.session = {}  # type: ignore[assignment]  # nothing of it is stored
        request.htmx = HtmxDetails(request)  # type: ignore[attr-defined]  # as its middleware does
        request._messages = CookieStorage(request)  # type: ignore[attr-defined]  # as its middleware does
        answer: HttpResponseBase = ask(request)
        return answer

    handler._middleware_chain = ask_as_person
    return client
