"""Pages of the list, named by the film before them."""

from __future__ import annotations

import pytest

from catalog.models import Film
from catalog.search.browsing import ORDERS, Browsing
from catalog.search.paging import FILMS_PER_PAGE, Place, page_of
from tests.catalog.make import make_film
from tests.standing import standing

pytestmark = pytest.mark.django_db
FILMS = 2 * FILMS_PER_PAGE + 5


@standing
def films() -> None:
    """Filling takes longer than asking: a test asks many things of the same films."""
    for number in range(FILMS):
        make_film(f"Film {number:02}", f"film-{number:02}", runtime=60 + number // 3, year=1990 + number % 7)


def test_pages_forward_and_back_show_every_film_once_in_every_order(films: None) -> None:
    for query in [*(f"order={order}" for order in ORDERS), "q=film", "q=film&order=newest"]:
        pages_show_every_film_once(query)


def pages_show_every_film_once(query: str) -> None:
    browsing = Browsing.asked(dict(pair.split("=") for pair in query.split("&")))
    pages = [page_of(browsing, Place())]
    while pages[-1].after:
        pages.append(page_of(browsing, Place(after=pages[-1].after)))
    assert [len(page.keys) for page in pages] == [FILMS_PER_PAGE, FILMS_PER_PAGE, 5]
    assert len({key for page in pages for key in page.keys}) == FILMS
    assert page_of(browsing, Place(before=pages[2].before)).keys == pages[1].keys
    assert page_of(browsing, Place(before=pages[1].before)).keys == pages[0].keys
    assert page_of(browsing, Place(before=pages[1].before)).before is None


def test_a_page_stays_where_it_is_when_films_are_added_before_it(films: None) -> None:
    browsing = Browsing.asked({})
    first = page_of(browsing, Place())
    second = page_of(browsing, Place(after=first.after)).keys
    make_film("A Film Before All", "before-all")
    assert page_of(browsing, Place(after=first.after)).keys == second


def test_a_place_that_there_is_not_is_the_first_page(films: None) -> None:
    browsing = Browsing.asked({})
    first = page_of(browsing, Place()).keys
    for value in ("x", "-1", "999999999999", "9" * 40, "٣", ""):
        assert page_of(browsing, Place.asked({"after": value})).keys == first, value


def test_titles_are_filed_without_articles_accents_and_signs() -> None:
    for number, (title, language) in enumerate(
        [("Été", "fr"), ("The Hunters", "en"), ("L'Amour fou", "fr"), ("“Zoo”", "en"), ("Die Bleierne Zeit", "de"),
         ("Die Hard", "en"), ("A", "en")]
    ):  # fmt: skip
        make_film(title, f"filed-{number}", title_language=language)
    ordered = Film.objects.order_by("sort_title").values_list("title", flat=True)
    assert list(ordered) == [
        "A", "L'Amour fou", "Die Bleierne Zeit", "Die Hard", "Été", "The Hunters", "“Zoo”"
    ]  # fmt: skip
