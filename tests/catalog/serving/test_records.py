"""Records at their addresses: what each holds, who sees it, and how many statements it takes."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from django.http import StreamingHttpResponse
from django.test import Client
from lxml import etree
from PIL import Image
from pymarc import MARCReader
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.exports.formats import FORMATS
from catalog.models import Collection, Film
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db
WHOLE, PART = "/films/west-of-the-tracks", "/films/west-of-the-tracks/rust"
STATEMENTS = 11
STATEMENTS_WITH_PARTS = 15


def body(answer: Any) -> bytes:
    return answer.getvalue() if isinstance(answer, StreamingHttpResponse) else answer.content


@pytest.mark.parametrize("role", ["anonymous", "member", "staff"])
@pytest.mark.parametrize("suffix", [*FORMATS, "png"])
def test_record_is_public_until_its_film_is_withdrawn(client: Client, suffix: str, role: str) -> None:
    make_west_of_the_tracks()
    if role != "anonymous":
        client.force_login(User.objects.create_user("a@x.example", is_staff=role == "staff"))
    assert [client.get(f"{path}.{suffix}").status_code for path in (WHOLE, PART)] == [200, 200]
    Film.objects.filter(slug="west-of-the-tracks").update(is_published=False)
    assert [client.get(f"{path}.{suffix}").status_code for path in (WHOLE, PART)] == [404, 404]
    if suffix != "png":
        assert b"West of the Tracks" not in body(client.get(f"/films.{suffix}"))
        assert b"Rust" not in body(client.get(f"/films.{suffix}"))


def test_withdrawn_part_is_in_no_record_of_its_whole(client: Client) -> None:
    make_west_of_the_tracks()
    Film.objects.filter(slug="rails").update(is_published=False)
    for suffix in FORMATS:
        assert b"Rails" not in client.get(f"{WHOLE}.{suffix}").content
        assert client.get(f"/films/west-of-the-tracks/rails.{suffix}").status_code == 404


def test_marc_of_a_whole_has_a_record_for_each_part(client: Client) -> None:
    make_west_of_the_tracks()
    records = list(MARCReader(client.get(f"{WHOLE}.mrc").content, permissive=False))
    assert [record["245"].get_subfields("a", "p") for record in records if record] == [
        ["West of the Tracks"], *(["West of the Tracks", part] for part in ("Rust", "Remnants", "Rails"))
    ]  # fmt: skip
    assert "licence" in str(records[0] and records[0]["540"])
    (rust,) = MARCReader(client.get(f"{PART}.mrc").content, permissive=False)
    assert rust is not None
    assert rust["700"]["a"] == "Wang, Bing"


def test_search_is_exported_as_its_page_lists_it(client: Client) -> None:
    make_west_of_the_tracks()
    make_film()
    assert len(json.loads(body(client.get("/films.json")))["films"]) == 2
    found = json.loads(body(client.get("/films.json?q=铁西区")))["films"]
    assert [film["title"]["text"] for film in found] == ["West of the Tracks"]
    assert json.loads(body(client.get("/films.json?country=US")))["films"][0]["title"]["text"] == "Dead Birds"
    assert json.loads(body(client.get("/films.json?q=nothing+like+it"))) == {"films": []}


@pytest.mark.parametrize("query", ["q=" + "a" * 10_000, "q=!!!%20---", "q=%F0%9F", "page=-1"])
def test_hostile_search_is_answered(client: Client, query: str) -> None:
    make_film()
    assert client.get(f"/films.csv?{query}").status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("suffix", "statements"), [("json", STATEMENTS), ("mrc", STATEMENTS_WITH_PARTS)])
def test_export_takes_as_many_statements_for_three_films_as_for_one(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int, suffix: str, statements: int
) -> None:
    make_west_of_the_tracks()
    for number in range(rows - 1):
        film = make_film(f"Film {number}", f"film-{number}")
        make_film("Part", "part", part_of=film, part_number=1)
    with django_assert_num_queries(statements):
        body(client.get(f"/films.{suffix}"))


def test_poster_is_a_picture_of_the_size_that_the_page_says(client: Client) -> None:
    make_west_of_the_tracks()
    with Image.open(BytesIO(client.get(f"{WHOLE}.png").content)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    page = client.get(f"{WHOLE}/").text
    assert f'<meta property="og:image" content="http://127.0.0.1:8000{WHOLE}.png">' in page


def test_pages_lead_to_the_records(client: Client) -> None:
    make_west_of_the_tracks()
    page = client.get(f"{PART}/").text
    assert all(f'href="{PART}.{suffix}"' in page for suffix in FORMATS)
    listed = client.get("/films/?q=west&page=1").text
    assert all(f'href="/films.{suffix}?q=west"' in listed for suffix in FORMATS)


def test_atom_lists_what_was_published(client: Client) -> None:
    make_west_of_the_tracks()
    make_film("Hidden", "hidden", is_published=False)
    feed = etree.fromstring(client.get("/films.atom").content)
    titles = [each.text for each in feed.findall("{*}entry/{*}title")]
    assert titles == ["West of the Tracks"]
    assert [
        each.text for each in etree.fromstring(client.get("/films.atom?q=zzzz").content).findall("{*}entry")
    ] == []


def test_sitemap_has_films_and_parts(client: Client) -> None:
    make_west_of_the_tracks()
    hidden = make_film("Hidden", "hidden", is_published=False)
    for slug, film in (("long-days", Film.objects.get(slug="west-of-the-tracks")), ("none-to-see", hidden)):
        Collection.objects.create(slug=slug, name=slug).films.add(film)
    index = etree.fromstring(client.get("/sitemap.xml").content)
    places = [each.text or "" for each in index.findall("{*}sitemap/{*}loc")]
    found = [
        (url.text or "").removeprefix("http://127.0.0.1:8000")
        for place in places
        for url in etree.fromstring(client.get(place.removeprefix("http://127.0.0.1:8000")).content).findall(
            "{*}url/{*}loc"
        )
    ]
    assert sorted(found) == sorted(
        [
            "/collections/long-days/",
            f"{WHOLE}/",
            *(f"{WHOLE}/{part}/" for part in ("rust", "remnants", "rails")),
        ]
    )


def test_schema_is_published(client: Client) -> None:
    assert client.get("/schemas/film.json").json()["title"] == "FilmShape"
