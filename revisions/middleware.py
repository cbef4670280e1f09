"""Kept pages for visitors who are nobody in particular: answered before there is a session, a person or a view."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from revisions import store
from revisions.reading import reading_of

type GetResponse = Callable[[HttpRequest], HttpResponse]


class KeptPagesMiddleware:
    """Stands behind what checks requests and before what knows persons; keeps what views that are `@kept` have made."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_nobody(request):
            return self.get_response(request)
        request.get_host()  # raises DisallowedHost for a name that is not ours, as CommonMiddleware would
        reading = reading_of(request)
        reading.is_for_nobody = True
        key = store.place(request, "whole")
        if found := store.find(key, reading):
            return found.answer(request)
        response = self.get_response(request)
        if reading.is_whole and response.status_code == 200 and not response.cookies:
            text, headers = response.content.decode(), store.whole_headers(response)
            response = store.keep(key, reading, text, headers).answer(request)
        store.send(reading)
        return response


def is_nobody(request: HttpRequest) -> bool:
    """Whether a page is asked for by someone with no session, no messages waiting, and nothing sent along."""
    own = (settings.SESSION_COOKIE_NAME, "messages")
    return (
        request.method in ("GET", "HEAD")
        and not any(name in request.COOKIES for name in own)
        and not request.headers.get("HX-Request")
        and not request.META.get("HTTP_TRANSFER_ENCODING")
        and request.META.get("CONTENT_LENGTH", "") in ("", "0")
    )
