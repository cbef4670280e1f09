"""Search by any title, maker or part, in any script."""

from __future__ import annotations

import pytest

from catalog.models import Film, Person, Title
from catalog.search.indexing import index_films
from catalog.search.matching import search_films
from catalog.search.words.folding import compact, fold
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db


def found(query: str) -> list[str]:
    return [film.title for film in search_films(Film.objects.wholes(), query)]


@pytest.mark.parametrize(
    ("text", "folded", "squeezed"),
    [
        ("Tiě xī qū", "tie xi qu", "tiexiqu"),
        ("Sátántangó", "satantango", "satantango"),
        ("À l’ouest\tdes  rails", "a l’ouest des rails", "alouestdesrails"),
        ("铁西区", "铁西区", "铁西区"),
        ("ＯＵＴ １", "out 1", "out1"),
        ("Straße", "strasse", "strasse"),
        ("zero\x00byte", "zero byte", "zerobyte"),
    ],
)
def test_fold_makes_one_of_what_readers_take_for_one(text: str, folded: str, squeezed: str) -> None:
    assert (fold(text), compact(text)) == (folded, squeezed)


@pytest.mark.parametrize(
    "query",
    [
        "West of the Tracks",
        "铁西区",
        "tie xi qu",
        "TIEXIQU",
        "Rust",
        "remnants",
        "wang bing",
        "王兵",
        "bing wang",
        "tracks west",
        "railways",
    ],
)
def test_search_finds_by_title_part_maker_and_subject(query: str) -> None:
    make_west_of_the_tracks()
    make_film()
    assert found(query) == ["West of the Tracks"]


@pytest.mark.parametrize(
    ("query", "title"), [("west of the trakcs", "West of the Tracks"), ("ded birds", "Dead Birds")]
)
def test_search_forgives_a_slip(query: str, title: str) -> None:
    make_west_of_the_tracks()
    make_film()
    assert found(query)[0] == title


def test_search_puts_the_exact_title_before_beginnings_and_these_before_the_rest() -> None:
    make_film("Homecoming Rust", "c")
    make_film("Rust and Bone", "b")
    make_film("Rust", "a")
    make_west_of_the_tracks()
    assert found("rust") == ["Rust", "Rust and Bone", "Homecoming Rust", "West of the Tracks"]


@pytest.mark.parametrize("query", ["", "   ", "\x00"])
def test_search_for_nothing_leaves_all(query: str) -> None:
    make_film()
    assert found(query) == ["Dead Birds"]


@pytest.mark.parametrize("query", ["%", "_", "\\", "100%", "zzzzzzzz", "'; drop table"])
def test_search_takes_signs_for_themselves(query: str) -> None:
    make_film()
    assert found(query) == []


def test_index_films_writes_only_what_changed() -> None:
    film = make_west_of_the_tracks()
    assert index_films([film]) == 0
    Title.objects.create(film=film, text="鉄西区", language="ja", kind=Title.Kind.TRANSLATION)
    assert index_films([film]) == 4  # its three parts bear the title of the whole
    assert found("鉄西区") == ["West of the Tracks"]


def test_index_films_brings_a_renamed_maker_to_the_search() -> None:
    film = make_west_of_the_tracks()
    Person.objects.filter(slug="wang-bing").update(name="Somebody Else")
    index_films([film])
    assert found("Somebody Else") == ["West of the Tracks"]
