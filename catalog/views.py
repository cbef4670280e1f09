"""Public pages of the catalogue."""

from __future__ import annotations

from itertools import islice
from typing import cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.functional import SimpleLazyObject
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from accounts.requests.limits import always, limited
from accounts.requests.page import PageRequest
from catalog.cards import Card, drawn, film_cards
from catalog.lookup import collection_for_page, film_for_page, film_keys_of, person_for_page
from catalog.material.previews import PLAYERS
from catalog.models import Film, FrontSection, Person, SeeFrom, Subject
from catalog.pages.family import family
from catalog.pages.film_page import with_page
from catalog.pages.front_page import front_page
from catalog.search.browsing import ORDERS, Browsing
from catalog.search.facets import MOST_COUNTED
from catalog.search.filters import LONGEST_VALUE
from catalog.search.makers import makers_named
from catalog.search.paging import Place, page_of
from catalog.search.reasons import reasons
from revisions.pages import by_visitor, kept
from revisions.reading import Reading, reading_of
from revisions.subjects import CATALOGUE, PRICES, PROGRAMME, SHARED, TERMS
from wording.enumeration import enumerated


@kept(CATALOGUE, SHARED, PROGRAMME)
def home(request: HttpRequest) -> HttpResponse:
    """The sections that the office shows, in its order. Screenings come from the tag that the template loads."""
    page = front_page()
    films = [
        Card(key, "components/feature.html", (("is_first", not place),))
        for place, key in enumerate(page.films)
    ]
    longest = [Card(key, "components/longest_film.html", (("scale", page.scale),)) for key in page.longest]
    gathered = [
        Card(key, values=(("card_heading", "h4"),)) for each in page.collections for key in each.films
    ]
    cards = iter(drawn([*films, *longest, *gathered], reading_of(request)))
    context = {
        "page": page,
        "films": list(islice(cards, len(films))),
        "longest": list(islice(cards, len(longest))),
        "collections": [(each.collection, list(islice(cards, len(each.films)))) for each in page.collections],
        "opens": any(section.kind == FrontSection.Kind.OPENING for section in page.sections),
    }
    return render(request, "catalog/home.html", context)


@kept(CATALOGUE, SHARED)
def collection(request: HttpRequest, slug: str) -> HttpResponse:
    """A collection's films, in its order."""
    shown = collection_for_page(slug)
    keys = film_keys_of(shown)
    context = {"collection": shown, "cards": film_cards(keys, reading_of(request), {}), "site_query": ""}
    return render(request, "catalog/collection.html", context)


def asks(request: HttpRequest) -> bool:
    """Whether the catalogue is searched; browsing alone is cheap."""
    return bool(request.GET.get("q"))


def browsed(query: QueryDict) -> str:
    """The list as it is kept: its first page, in an order, narrowed in one way. A search, or a page further on, is made each time.

    What browsing ignores is not part of it, or an unknown order would be another address of the same list.
    """
    browsing = Browsing.asked(query.dict())
    order = [("order", browsing.order)] if browsing.order else []
    return urlencode([*browsing.chosen.items(), *order]) if len(browsing.chosen) <= 1 else ""


@limited("search", when=asks)
@kept(CATALOGUE, SHARED, PRICES, TERMS, query=browsed)
def films(request: PageRequest) -> HttpResponse:
    """Search and browse; an htmx request gets the results alone."""
    browsing = Browsing.asked(request.GET.dict())
    if term := _term_led_to(browsing):
        return redirect(f"{reverse('catalog:films')}?{urlencode(request.GET.dict() | {'subject': term})}")
    context = _listed(browsing, Place.asked(request.GET.dict()), reading_of(request))
    is_partial = request.htmx and not request.htmx.history_restore_request
    response = render(request, "catalog/films.html#results" if is_partial else "catalog/films.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _term_led_to(browsing: Browsing) -> str:
    """The slug of the term for an address that has a word which only leads to one; its query is asked of such words alone."""
    asked = browsing.chosen.get("subject")
    if not asked or Subject.objects.filter(slug=asked).exists():
        return ""
    return SeeFrom.objects.filter(slug=asked).values_list("subject__slug", flat=True).first() or ""


def _listed(browsing: Browsing, place: Place, reading: Reading) -> dict[str, object]:
    facets, count = browsing.facets_and_count()
    page = page_of(browsing, place)
    if not page.keys or any(facet.is_typed and facet.chosen for facet in facets):
        reading.is_too_many()  # of addresses that lead nowhere there is no end, and none of what may be typed
    found = browsing.found if browsing.query else None
    return {
        "browsing": browsing,
        "found": found,
        "facets": facets,
        "orders": {key: label for key, (label, _columns) in ORDERS.items()},
        "page": page,
        "is_first_page": place.is_first,
        "cards": film_cards(page.keys, reading, reasons(page.keys, found.question) if found else {}),
        "count": count,
        "has_more": count >= MOST_COUNTED,
        "unfiltered": reverse("catalog:films", query={"q": browsing.query}),
        "site_query": browsing.query,
    }


@limited("search", when=always)
@require_safe
def makers(request: HttpRequest) -> HttpResponse:
    """Makers by what is typed in the filter, as the choices of its list: for the script of the page."""
    typed = request.GET.get("maker", "").replace("\0", "")[:LONGEST_VALUE]
    return render(request, "catalog/makers.html", {"makers": makers_named(typed)})


@csp_override(cast("dict[str, list[str]]", settings.SECURE_CSP) | {"frame-src": list(PLAYERS)})
@kept(visitor=by_visitor)
def film(request: HttpRequest, slug: str, part_slug: str = "") -> HttpResponse:
    """The page of a film or of a part. What fills it is fetched when a part of the page has to be made."""
    reading = reading_of(request)
    key = reading.find(*family(slug, part_slug))
    # A section is kept of a film only that visitors may see, so that without one to make nothing is to be looked up.
    shown = cast("Film", SimpleLazyObject(lambda: film_for_page(slug, part_slug)))
    about = [subject for subject in reading.shown if subject.startswith("film:")]
    context = {
        "key": key,
        "film": shown,
        "page": SimpleLazyObject(lambda: with_page(shown)),
        "about_film": [SHARED, *about],
        "about_prices": [
            SHARED,
            TERMS,
            *about,
            *(each for each in reading.shown if each.startswith("prices:")),
        ],
        "today": timezone.localdate(timezone=timezone.get_default_timezone()),
        "visitor": by_visitor(request),
    }
    return render(request, "catalog/film.html", context)


@kept(CATALOGUE, SHARED)
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Someone's films by what they did for them."""
    shown: Person = person_for_page(slug)
    credited = shown.credits.filter(film__in=Film.objects.public()).order_by(
        "-film__year", "film__title", "order", "role"
    )
    films = {film.pk: film for film in Film.objects.filter(credits__in=credited).with_listing()}
    roles: dict[int, list[str]] = {}
    for credit in credited:
        roles.setdefault(credit.film_id, []).append(credit.detail or credit.get_role_display())
    filmography = [(films[pk], enumerated(done)) for pk, done in roles.items()]
    return render(
        request, "catalog/person.html", {"person": shown, "filmography": filmography, "site_query": ""}
    )
