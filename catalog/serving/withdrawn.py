"""What the address of a withdrawn film answers: 410, why, and what is like it. Its records answer the same in one line."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from catalog.cards import film_cards
from catalog.lookup import Withdrawn
from catalog.models import Film
from catalog.pages.alike import alike
from revisions.reading import reading_of


class WithdrawnMiddleware:
    """Answers Withdrawn, whichever view raises it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Withdrawn):
            return None
        response = _page(request, error.film) if request.path.endswith("/") else _line(error.film)
        response.status_code = HTTPStatus.GONE
        return response


def _page(request: HttpRequest, film: Film) -> HttpResponse:
    context = {
        "film": film,
        "withdrawn": film.withdrawal,
        "cards": film_cards(alike(film), reading_of(request), {}),
        "site_query": "",
    }
    return render(request, "catalog/withdrawn.html", context)


def _line(film: Film) -> HttpResponse:
    gone = film.withdrawal or film
    sentence = _("“%(film)s” was withdrawn: %(reason)s") % {"film": film, "reason": gone.withdrawn_reason}
    return HttpResponse(f"{sentence}\n", content_type="text/plain; charset=utf-8")
