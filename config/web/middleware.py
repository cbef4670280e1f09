"""What every request must satisfy before our code reads it, and headers that every response has."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest, ValidationError
from django.db import DataError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.defaults import bad_request

from office.permissions import is_of_the_office

log = logging.getLogger(__name__)

type GetResponse = Callable[[HttpRequest], HttpResponse]
NUL = "\x00"
UNICODE = {"", "utf-8", "utf8"}


def not_understood(request: HttpRequest) -> HttpResponse:
    """Our plain error page, which reads nothing of the request but its language: the thread may still have that of the one before."""
    with translation.override(translation.get_language_from_request(request)):
        return bad_request(request, BadRequest())


class PageHeadersMiddleware:
    """Unless its view allows it, no response of Django is kept by a shared cache, or by a browser after signing out."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if not response.has_header("Cache-Control"):
            kept = {"no_store": True} if _is_personal(request) else {"no_cache": True}
            patch_cache_control(response, private=True, **kept)
        return response


def _is_personal(request: HttpRequest) -> bool:
    """Whether the page was made for a signed-in person, or for the holder of the token in its address."""
    person = getattr(request, "_cached_user", None)  # asking for request.user itself could cost a query here
    match = request.resolver_match
    return bool(person and person.is_authenticated) or bool(match and "token" in match.kwargs)


class BoundedBodyMiddleware:
    """Refuses a body that is larger than its address accepts, before any of it is read (settings.LARGEST_BODY)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        length = str(request.META.get("CONTENT_LENGTH") or "")
        if not length and request.META.get("HTTP_TRANSFER_ENCODING"):
            # Django reads as many bytes as the length says. Without it a form would arrive empty, and nobody would know why.
            return not_understood(request)
        if length.isdecimal() and int(length) > _largest_body(request):
            return render(request, "413.html", status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return None


def _largest_body(request: HttpRequest) -> int:
    """Files are accepted from signed-in people where a form asks for one, and from the office."""
    match, person = request.resolver_match, request.user
    if match is None or not person.is_authenticated:
        return settings.LARGEST_BODY
    if match.view_name in settings.TAKES_FILES:
        return settings.LARGEST_BODY_WITH_FILES
    if match.app_name == "admin" and is_of_the_office(person):
        return settings.LARGEST_BODY_OF_THE_OFFICE
    return settings.LARGEST_BODY


class ReadableRequestMiddleware:
    """Answers 400 to what our pages never send: NUL (which PostgreSQL cannot store), another charset, an impossible `next`."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        texts = [request.path_info, query.replace("%00", NUL), *request.COOKIES, *request.COOKIES.values()]
        if _holds_nul(texts) or not _is_unicode(request) or not _leads_somewhere(request.GET.getlist("next")):
            return not_understood(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Checks the form, once its size is known to be acceptable."""
        try:
            fields = request.POST
        except UnreadablePostError:  # the sender has gone
            return not_understood(request)
        values = (value for values in fields.lists() for value in (values[0], *values[1]))
        if _holds_nul(map(str, values)) or not _leads_somewhere(fields.getlist("next")):
            return not_understood(request)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The admin passes values to database look-ups unchecked: selected rows, filters, autocompletion.

        Elsewhere such errors are our own bugs, and are not handled here.
        """
        match = request.resolver_match
        if match and match.app_name == "admin" and _is_about_a_value(error):
            log.warning("A request to the office was not understood: %s", error)
            return not_understood(request)
        return None


def _is_about_a_value(error: Exception) -> bool:
    """Whether a field (get_prep_value) or its column could not accept a value."""
    return isinstance(error, ValidationError | DataError) or "expected a number but got" in str(error)


def _holds_nul(texts: Iterable[str]) -> bool:
    return any(NUL in text for text in texts)


def _is_unicode(request: HttpRequest) -> bool:
    return (request.content_params or {}).get("charset", "").lower() in UNICODE


def _leads_somewhere(addresses: Iterable[object]) -> bool:
    """Whether the addresses can be parsed at all. The views that follow them decide whether they may."""
    try:
        for address in addresses:
            urlsplit(str(address))
    except ValueError:
        return False
    return True
