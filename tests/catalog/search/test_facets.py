"""The filters of the list: how many films each choice would leave."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from catalog.models import Film
from catalog.search import facets as counting
from catalog.search.browsing import Browsing, Facet
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def films() -> None:
    """West of the Tracks (CN, 2003, 554 min), and three films made by nobody that we know."""
    make_west_of_the_tracks()
    for number, (country, year, runtime) in enumerate(
        (("NL", 1964, 40), ("NL", 2005, 100), ("FR", 2009, 100))
    ):
        film = make_film(f"Film {number}", f"film-{number}", runtime=runtime)
        Film.objects.filter(pk=film.pk).update(countries=[country], year=year)


def asked(query: str) -> Browsing:
    return Browsing.asked(QueryDict(query).dict())


def choices(facets: list[Facet], name: str) -> dict[str, int]:
    return {choice.value: choice.count for facet in facets if facet.name == name for choice in facet.choices}


def test_every_filter_counts_the_films_in_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1):
        facets, count = asked("").facets_and_count()
    assert count == 4
    assert choices(facets, "country") == {"CN": 1, "FR": 1, "NL": 2}
    assert choices(facets, "decade") == {"2000": 3, "1960": 1}
    assert choices(facets, "length") == {"short": 1, "feature": 2, "longest": 1}


def test_a_filter_in_use_counts_what_the_others_leave(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1):
        facets, count = asked("country=NL&decade=2000").facets_and_count()
    assert count == 1
    assert choices(facets, "country") == {"CN": 1, "FR": 1, "NL": 1}
    assert choices(facets, "decade") == {"2000": 1, "1960": 1}
    assert choices(facets, "length") == {"feature": 1}


def test_a_choice_that_leaves_no_film_is_still_shown() -> None:
    facets, count = asked("country=CN&decade=1960").facets_and_count()
    assert count == 0
    assert choices(facets, "country") == {"CN": 0, "NL": 1}
    assert choices(facets, "decade") == {"2000": 1, "1960": 0}


def test_counts_stop_at_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST_COUNTED", 2)
    facets, count = asked("").facets_and_count()
    assert count == 2
    assert sum(choices(facets, "country").values()) == 2
