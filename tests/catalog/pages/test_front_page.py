"""Which films the front page begins with, and in which order."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from catalog.models import Film
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db


def opening(client: Client) -> tuple[list[str], list[str]]:
    """Headings of the front page's sections, and the titles of the films it begins with."""
    content = client.get("/").content.decode()
    headings = re.findall(r"<h2 [^>]*>([^<]+)</h2>", content)
    return headings, re.findall(r'<h3><a class="plain" [^>]*>([^<]+)</a></h3>', content)


def test_front_page_begins_with_featured_films_in_the_offices_order(client: Client) -> None:
    make_film("Second", "second", featured=20)
    make_film("First", "first", featured=3)
    make_film("Also second", "also-second", featured=20)
    make_film("Withdrawn", "withdrawn", featured=1, is_published=False)
    make_film("Another", "another", year=2020)
    assert opening(client) == (["Featured films"], ["First", "Also second", "Second"])


def test_front_page_shows_five_featured_films_at_most(client: Client) -> None:
    for number in range(1, 8):
        make_film(f"Film {number}", f"film-{number}", featured=number)
    assert opening(client)[1] == ["Film 1", "Film 2", "Film 3", "Film 4", "Film 5"]


def test_front_page_begins_with_the_newest_where_none_is_featured(client: Client) -> None:
    make_west_of_the_tracks()
    for year in (1999, 2021, 2020, 1964):
        make_film(f"Of {year}", f"of-{year}", year=year)
    assert opening(client) == (
        ["The newest films", "The longest films we carry"],
        ["Of 2021", "Of 2020", "West of the Tracks"],
    )


def test_front_page_of_an_empty_catalogue_leads_to_all_films(client: Client) -> None:
    assert opening(client) == ([], [])
    assert 'href="/films/"' in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("slug", "position", "sentence"),
    [
        ("rails", 1, "The front page features whole films, from position 1."),
        ("west-of-the-tracks", 0, "Ensure this value is greater than or equal to 1."),
    ],
)
def test_featured_part_or_position_zero_is_refused_by_form_and_database(
    slug: str, position: int, sentence: str
) -> None:
    make_west_of_the_tracks()
    film = Film.objects.get(slug=slug)
    film.featured = position
    with pytest.raises(ValidationError) as refused:
        film.full_clean()
    assert refused.value.messages == [sentence]
    with pytest.raises(IntegrityError, match="film_featured_whole"), transaction.atomic():
        film.save()
