"""Public pages of the catalogue."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from accounts.requests.limits import limited
from accounts.requests.page import PageRequest
from catalog.lookup import film_for_page, part_for_page, person_for_page
from catalog.models import Film, Person
from catalog.pages.disagreements import disagreements
from catalog.pages.film_page import credits_by_role
from catalog.pages.front_page import front_page
from catalog.search.browsing import ORDERS, Browsing
from wording.enumeration import enumerated

FILMS_PER_PAGE = 24


def home(request: HttpRequest) -> HttpResponse:
    """What the distributor does, the films that it features, and the longest by their reels."""
    return render(request, "catalog/home.html", {"page": front_page()})


def asks(request: HttpRequest) -> bool:
    """Whether the catalogue is searched; browsing alone is cheap."""
    return bool(request.GET.get("q"))


@limited("search", when=asks)
def films(request: PageRequest) -> HttpResponse:
    """Search and browse; an htmx request gets the results alone."""
    browsing = Browsing.asked(request.GET.dict())
    page = Paginator(browsing.films().with_listing(), FILMS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "browsing": browsing,
        "facets": browsing.facets(),
        "orders": {key: label for key, (label, _columns) in ORDERS.items()},
        "page_obj": page,
        "page_numbers": list(page.paginator.get_elided_page_range(page.number)),
        "site_query": browsing.query,
    }
    is_partial = request.htmx and not request.htmx.history_restore_request
    response = render(request, "catalog/films.html#results" if is_partial else "catalog/films.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def film(request: HttpRequest, slug: str) -> HttpResponse:
    return _film_page(request, film_for_page(slug))


def part(request: HttpRequest, slug: str, part_slug: str) -> HttpResponse:
    return _film_page(request, part_for_page(slug, part_slug))


def _film_page(request: HttpRequest, shown: Film) -> HttpResponse:
    context = {
        "film": shown,
        "whole": shown.whole,
        "credits": credits_by_role(shown),
        "disagreements": disagreements(shown),
    }
    return render(request, "catalog/film.html", context)


def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Someone's films by what they did for them."""
    shown: Person = person_for_page(slug)
    credited = shown.credits.filter(film__in=Film.objects.public()).order_by(
        "-film__year", "film__title", "role"
    )
    films = {film.pk: film for film in Film.objects.filter(credits__in=credited).with_listing()}
    roles: dict[int, list[str]] = {}
    for credit in credited:
        roles.setdefault(credit.film_id, []).append(credit.detail or credit.get_role_display())
    filmography = [(films[pk], enumerated(done)) for pk, done in roles.items()]
    return render(
        request, "catalog/person.html", {"person": shown, "filmography": filmography, "site_query": ""}
    )
