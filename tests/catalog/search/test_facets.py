"""The filters of the list: how many films each choice would leave."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from catalog.models import Film, ScreeningCopy
from catalog.search import facets as counting
from catalog.search.browsing import Browsing, Facet
from tests.catalog.make import make_film, make_west_of_the_tracks
from tests.standing import standing

pytestmark = pytest.mark.django_db


@standing(autouse=True)
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


def copied(slug: str, **columns: object) -> None:
    film = Film.objects.get(slug=slug)
    ScreeningCopy.objects.create(film=film, label=f"Copy {film.copies.count()}", runtime=100, **columns)


def test_subtitles_captions_and_format_count_copies_of_films_and_of_their_public_parts() -> None:
    copied("film-0", format="dvd", subtitles=["en", "fr"])
    copied("film-1", format="dcp", captions=["en"])
    copied("rust", format="dcp", subtitles=["en"])
    copied("rails", format="16mm", captions=["fr"])
    Film.objects.filter(slug="rails").update(is_published=False)
    facets = asked("").facets()
    assert choices(facets, "subtitles") == {"en": 2, "fr": 1}
    assert choices(facets, "captions") == {"en": 1}
    assert choices(facets, "format") == {"dcp": 2, "dvd": 1}
    for query, titles in {
        "subtitles=en": ["Film 0", "West of the Tracks"],
        "captions=en": ["Film 1"],
        "captions=fr": [],
        "format=dcp": ["Film 1", "West of the Tracks"],
        "format=16mm": [],
        "format=vhs": ["Film 0", "Film 1", "Film 2", "West of the Tracks"],
    }.items():
        assert [film.title for film in asked(query).films()] == titles, query


def test_films_in_parts_are_those_with_public_parts() -> None:
    whole = make_film("Hidden parts", "hidden-parts")
    make_film("Hidden", "hidden", part_of=whole, part_number=1, is_published=False, runtime=10)
    assert choices(asked("").facets(), "parts") == {"one": 4, "several": 1}
    assert [film.title for film in asked("parts=several").films()] == ["West of the Tracks"]


def test_recently_added_counts_from_the_beginning_of_an_office_day() -> None:
    for slug, days in (("film-0", 31), ("film-1", 29), ("film-2", 400), ("west-of-the-tracks", 89)):
        Film.objects.filter(slug=slug).update(added_at=timezone.now() - timedelta(days=days))
    assert choices(asked("").facets(), "added") == {"30": 1, "90": 3, "365": 3}
    assert [film.title for film in asked("added=30").films()] == ["Film 1"]
