"""Which films the front page begins with, and in which order."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from catalog.models import Collection, Door, Film, FrontSection
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db


def opening(client: Client) -> tuple[list[str], list[str]]:
    """Headings of the front page's sections, and the titles of the films it begins with."""
    content = client.get("/").text.partition("<main")[2].partition("</main>")[0]
    headings = re.findall(r"<h2 [^>]*>([^<]+)</h2>", content)
    return headings, re.findall(r'<h3><a class="plain" [^>]*>([^<]+)</a></h3>', content)


def test_front_page_begins_with_featured_films_in_the_offices_order(client: Client) -> None:
    make_film("Second", "second", featured=20)
    make_film("First", "first", featured=3)
    make_film("Also second", "also-second", featured=20)
    make_film("Withdrawn", "withdrawn", featured=1, is_published=False)
    make_film("Another", "another", year=2020)
    assert opening(client) == (["Featured films", "Where to begin"], ["First", "Also second", "Second"])


def test_front_page_shows_five_featured_films_at_most(client: Client) -> None:
    for number in range(1, 8):
        make_film(f"Film {number}", f"film-{number}", featured=number)
    assert opening(client)[1] == ["Film 1", "Film 2", "Film 3", "Film 4", "Film 5"]


def test_front_page_begins_with_the_newest_where_none_is_featured(client: Client) -> None:
    make_west_of_the_tracks()
    for year in (1999, 2021, 2020, 1964):
        make_film(f"Of {year}", f"of-{year}", year=year)
    assert opening(client) == (
        ["The newest films", "Where to begin", "The longest films we carry"],
        ["Of 2021", "Of 2020", "West of the Tracks"],
    )


def test_front_page_of_an_empty_catalogue_leads_to_all_films(client: Client) -> None:
    assert opening(client) == (["Where to begin"], [])
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


def test_sections_stand_in_the_offices_order_and_words(client: Client) -> None:
    make_film(featured=1)
    FrontSection.objects.create(kind="doors", order=5, heading="Come in", text="By one of these.")
    FrontSection.objects.create(kind="opening", order=30, heading="A house of long films")
    content = client.get("/").text
    assert opening(client)[0] == ["Come in", "Featured films"]
    assert content.index("By one of these.") < content.index("<h1>A house of long films</h1>")


def test_section_that_the_office_hides_is_not_there_and_the_page_keeps_a_first_heading(
    client: Client,
) -> None:
    make_film(featured=1)
    for kind in ("opening", "featured", "doors"):
        FrontSection.objects.create(kind=kind, is_shown=False)
    assert opening(client)[0] == []
    assert '<h1 class="visually-hidden">' in client.get("/").text


def test_doors_of_the_office_stand_in_place_of_ours(client: Client) -> None:
    assert "Cinemas and festivals" in client.get("/").text
    translations = {"fr": {"name": "Les maîtres"}}
    Door.objects.create(name="Teachers of law", text="Film in class.", link="Begin", address="/prices/", translations=translations)  # fmt: skip
    content = client.get("/").text
    assert "Teachers of law" in content
    assert '<a href="/prices/">Begin</a>' in content
    assert "Cinemas and festivals" not in content
    assert "Les maîtres" in client.get("/", headers={"Accept-Language": "fr"}).text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example", "http://a.example", "prices", "/a b"])  # fmt: skip
def test_door_leads_to_a_path_of_ours_or_a_safe_address(address: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Door(name="A", text="B", link="C", address=address).full_clean()
    assert list(refused.value.message_dict) == ["address"]


def gather(*films: Film, **columns: object) -> Collection:
    collection = Collection.objects.create(**{"slug": "long-days", "name": "Long days", "front_position": 1} | columns)  # fmt: skip
    for order, film in enumerate(films):
        collection.places.create(film=film, order=order)
    return collection


def test_collection_is_on_the_front_page_and_has_a_page_with_its_films_in_order(client: Client) -> None:
    gather(make_film("Zoo", "zoo"), make_film("Ark", "ark"), make_film("Gone", "gone", is_published=False))
    assert 'href="/collections/long-days/"' in client.get("/").text
    page = client.get("/collections/long-days/").text
    assert re.findall(r'<h2><a class="plain" [^>]*>([^<]+)</a></h2>', page) == ["Zoo", "Ark"]


def test_collection_without_a_film_to_see_or_unpublished_is_nowhere(client: Client) -> None:
    gather(make_film("Gone", "gone", is_published=False))
    gather(make_film(), slug="draft", name="Draft", is_published=False)
    assert client.get("/collections/long-days/").status_code == 404
    assert client.get("/collections/draft/").status_code == 404
    assert "/collections/" not in client.get("/").text


def test_film_names_the_collections_that_visitors_may_see_and_their_changes_at_once(client: Client) -> None:
    film = make_film()
    there = gather(film, translations={"fr": {"name": "Longues journées"}})
    gather(film, slug="draft", name="Draft", is_published=False)

    def named(language: str = "en") -> list[tuple[str, str]]:
        page = client.get(film.get_absolute_url(), headers={"accept-language": language}).text
        return re.findall(r'<li><a href="(/collections/[^"]+)">(.+?)</a></li>', page)

    assert [found[0] for found in named()] == ["/collections/long-days/"]
    assert "Longues journées" in named("fr")[0][1]
    Collection.objects.filter(pk=there.pk).update(name="Slow days")
    assert "Slow days" in named()[0][1]
    there.places.all().delete()
    assert named() == []
