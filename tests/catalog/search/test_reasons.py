"""Why a film was found."""

from __future__ import annotations

import pytest

from catalog.models import Film
from catalog.pages.listing import listed
from catalog.search.finding import find
from catalog.search.indexing import index_films
from catalog.search.reasons import Reason, reasons
from tests.catalog.make import make_west_of_the_tracks
from tests.standing import standing

pytestmark = pytest.mark.django_db


@standing(autouse=True)
def film() -> Film:
    film = make_west_of_the_tracks()
    Film.objects.filter(pk=film.pk).update(
        synopsis="A district.\n\nThe *factories* of [Tiexi](https://x.example) close. It snows."
    )
    index_films([film])
    return film


def why(query: str) -> tuple[Reason, ...]:
    found = find(Film.objects.public_wholes(), query)
    return next(iter(reasons(found.keys, found.question).values()))


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("rust", Reason("part", "Rust", "en", "1", "/films/west-of-the-tracks/rust/")),
        ("remants", Reason("part", "Remnants", "en", "2", "/films/west-of-the-tracks/remnants/")),
        ("wang bing", Reason("person", "Wang Bing", also="Director")),
        ("王兵", Reason("person", "Wang Bing", also="Director")),
        ("railway", Reason("subject", "Railways", "en")),
        ("tie xi qu", Reason("title", "Tiě xī qū", "zh-Latn-pinyin")),
    ],
)
def test_a_hit_says_what_has_the_words(query: str, reason: Reason) -> None:
    assert why(query) == (reason,)


@pytest.mark.parametrize("query", ["west of the tracks", "铁西", "tracks", "west of the trakcs"])
def test_a_title_that_the_card_shows_needs_no_reason(query: str) -> None:
    assert why(query) == ()


def test_a_word_of_the_synopsis_is_marked_in_its_sentence() -> None:
    (line,) = why("factory")
    assert line.pieces == (("The ", False), ("factories", True), (" of Tiexi close.", False))


def test_a_part_that_is_not_public_is_neither_found_nor_named(film: Film) -> None:
    Film.objects.filter(slug="rust").update(is_published=False, synopsis="A foundry.")
    (unnamed,) = listed([film.pk]).values()
    assert [part.slug for part in unnamed.parts.all()] == ["remnants", "rails"]
    assert find(Film.objects.public_wholes(), "rust").keys == [film.pk]  # as it was indexed
    assert why("rust") == ()
    index_films([film])
    assert find(Film.objects.public_wholes(), "rust").keys == []
    assert find(Film.objects.public_wholes(), "foundry").keys == []


def test_each_word_has_its_reason() -> None:
    assert [each.kind for each in why("bing rust snow")] == ["part", "person", "line"]
