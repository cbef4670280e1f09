"""What whoever searches is told when the database gives a search up: on the site, in the office, in the records alike."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from catalog.search.asking import LONGEST_QUERY
from catalog.search.finding import TooSlow

RETRY_AFTER = 30


class TooSlowMiddleware:
    """Answers TooSlow, whichever page it comes from, with 503 and what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return _told(request) if isinstance(error, TooSlow) else None


def _told(request: HttpRequest) -> HttpResponse:
    """For htmx the sentence alone, which static/js/page.js shows above the list."""
    if request.headers.get("HX-Request") == "true":
        sentence = _("This search takes too long. Ask with fewer words, or longer ones.")
        response = HttpResponse(sentence, content_type="text/plain; charset=utf-8")
    else:
        query = request.GET.get("q", "")[:LONGEST_QUERY]
        response = render(request, "catalog/too_slow.html", {"site_query": query})
    response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
    response["Retry-After"] = str(RETRY_AFTER)
    return response
