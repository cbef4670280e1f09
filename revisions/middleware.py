"""Kept pages for visitors without a session: answered before a session, a user or a view is involved."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from revisions.reading import reading_of
from revisions.storage import store

type GetResponse = Callable[[HttpRequest], HttpResponse]


class KeptPagesMiddleware:
    """Comes after the middleware that checks requests and before sessions; stores what views marked `@kept` render."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_without_session(request):
            return self.get_response(request)
        request.get_host()  # raises DisallowedHost for a host name that is not ours, as CommonMiddleware would
        reading = reading_of(request)
        reading.has_no_session = True
        key = store.key_for(request)
        found = store.find(key, reading)
        if found and found.headers:
            return found.answer(request)
        response = self.get_response(request)
        if reading.page and response.status_code == 200 and not response.cookies:
            headers = store.headers_to_keep(response)
            response = store.keep(key, reading, reading.page, headers).answer(request)
        store.send(reading)
        return response


def is_without_session(request: HttpRequest) -> bool:
    """Whether a page is requested by a visitor who has no session and no waiting messages, and sends no data."""
    personal_cookies = (settings.SESSION_COOKIE_NAME, "messages")
    return (
        request.method in ("GET", "HEAD")
        and not any(name in request.COOKIES for name in personal_cookies)
        and not request.headers.get("HX-Request")
        and not request.META.get("HTTP_TRANSFER_ENCODING")
        and request.META.get("CONTENT_LENGTH", "") in ("", "0")
    )
