"""A film's form in the office: saved with its parts in one go, quick also for our largest film, and bounded."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.exchange.load import load_catalogue
from catalog.models import Film, Source, Title
from demo.sample.filling import DATA
from office.site.rows import MOST_ROWS
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db
ADD = "/admin/catalog/film/add/"
FORM, NEW = 33, 2
FILM = {"title": "Satan", "title_language": "en", "slug": "satan", "kind": "fiction", "colour": "colour", "year": "1994", "runtime": "432"}  # fmt: skip


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("office@example.org"))
    return client


def form_of(page: Any) -> dict[str, Any]:
    """What a browser would send back of a page."""
    data: dict[str, Any] = {}
    forms = [page.context["adminform"].form]
    for formset in page.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is not None and value is not False:
                data[bound.html_name] = "on" if value is True else value
    return data


def part(at: int, **data: object) -> dict[str, object]:
    given = {"title": f"Part {at + 1}", "title_language": "en", "slug": f"part-{at + 1}", "year": "1994", "runtime": "100", "is_published": "on"}  # fmt: skip
    return {f"parts-{at}-{name}": value for name, value in (given | data).items()}


def with_parts(page: Any, *parts: dict[str, object]) -> dict[str, Any]:
    data = form_of(page) | FILM | {"parts-TOTAL_FORMS": str(len(parts))}
    for each in parts:
        data |= each
    return data


def test_new_film_is_saved_with_its_parts_in_one_go(desk: Client) -> None:
    data = with_parts(desk.get(ADD), part(0, part_number="2"), part(1), part(2))
    answer = desk.post(ADD, data)
    assert answer.status_code == 302, answer.context["errors"]
    parts = Film.objects.get(slug="satan").parts.order_by("part_number").values_list("part_number", "title")
    assert list(parts) == [(2, "Part 1"), (3, "Part 2"), (4, "Part 3")]


def test_parts_of_one_number_or_slug_are_refused_at_their_fields(desk: Client) -> None:
    data = with_parts(desk.get(ADD), part(0, part_number="1"), part(1, part_number="1", slug="part-1"))
    answer = desk.post(ADD, data)
    [parts] = [
        each.formset for each in answer.context["inline_admin_formsets"] if each.formset.prefix == "parts"
    ]
    same = {"part_number": ["Two parts have the number 1."], "slug": ["Two parts have the slug “part-1”."]}
    assert parts.errors == [same, same]
    assert not Film.objects.exists()


def test_part_of_a_part_is_refused_in_words(desk: Client) -> None:
    whole = make_film()
    mine = Film.objects.create(slug="p", title="P", year=2000, runtime=9, part_of=whole, part_number=1)
    page = desk.get(f"/admin/catalog/film/{mine.pk}/change/")
    data = form_of(page) | {"parts-TOTAL_FORMS": "1"} | part(0)
    answer = desk.post(f"/admin/catalog/film/{mine.pk}/change/", data)
    assert "A part cannot have parts of its own." in answer.text
    answer = desk.post(ADD, with_parts(desk.get(ADD)) | {"part_of": mine.pk, "part_number": "1"})
    assert "A part cannot have parts of its own." in answer.text


def test_office_features_a_film_and_the_record_that_does_not_say_leaves_it_so(
    desk: Client, tmp_path: Path
) -> None:
    (tmp_path / "films").mkdir()
    (tmp_path / "films" / "satan.yaml").write_text(
        "slug: satan\ntitle: {text: Satan, language: en}\nyear: 1994\nruntime_minutes: 432\ncolour: colour\n"
        "kind: fiction\nsynopsis: A village waits.\n"
    )
    desk.post(ADD, with_parts(desk.get(ADD)) | {"featured": "2"})
    assert Film.objects.get().featured == 2
    load_catalogue(folder=tmp_path)
    assert Film.objects.get().featured == 2
    with (tmp_path / "films" / "satan.yaml").open("a") as record:
        record.write("featured: 1\n")
    assert load_catalogue(folder=tmp_path).changed == 1
    assert [film.title for film in Film.objects.featured()] == ["Satan"]
    assert Film.objects.get().featured == 1


def test_impossible_year_and_length_are_said_at_their_fields(desk: Client) -> None:
    answer = desk.post(ADD, with_parts(desk.get(ADD)) | {"year": "1500", "runtime": "0"})
    assert answer.context["adminform"].form.errors == {
        "year": ["Ensure this value is greater than or equal to 1888."],
        "runtime": ["Ensure this value is greater than or equal to 1."],
    }


def test_our_largest_film_opens_and_saves_quickly(desk: Client) -> None:
    load_catalogue(folder=DATA)
    largest = Film.objects.get(slug="west-of-the-tracks")
    path = f"/admin/catalog/film/{largest.pk}/change/"
    page = desk.get(path)
    data = form_of(page)
    opening: list[float] = []
    while len(opening) < 3 and min(opening, default=1.0) >= 1:  # a busy machine only adds to what it takes
        begun = time.process_time()
        assert desk.get(path).status_code == 200
        opening.append(time.process_time() - begun)
    assert min(opening) < 1
    begun = time.process_time()
    answer = desk.post(path, data)
    assert answer.status_code == 302, answer.context["errors"]
    assert time.process_time() - begun < 2
    assert len(data) < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS


def test_form_with_more_rows_than_a_film_has_is_refused_at_once(desk: Client) -> None:
    data = form_of(desk.get(ADD)) | FILM
    data |= {name: str(MOST_ROWS) for name in data if name.endswith("-TOTAL_FORMS")}
    begun = time.process_time()
    answer = desk.post(ADD, data)
    assert answer.status_code == 400
    assert time.process_time() - begun < 1


def test_countries_and_languages_are_taken_by_name_or_code(desk: Client) -> None:
    data = with_parts(desk.get(ADD), part(0, title_language="Chinese")) | {
        "title_language": "Hungarian",
        "countries": ["HU", "DE"],
        "languages": ["hu", "zh-Latn-pinyin"],
        "distribution_rights-TOTAL_FORMS": "1",
        "distribution_rights-0-territory": "Europe",
        "distribution_rights-0-countries": "France, de, Hungary",
        "titles-TOTAL_FORMS": "1",
        "titles-0-text": "Sátántangó",
        "titles-0-language": "hungarian",
        "titles-0-kind": "original",
        "titles-0-order": "0",
    }
    answer = desk.post(ADD, data)
    assert answer.status_code == 302, answer.context["named_errors"]
    film = Film.objects.get(slug="satan")
    assert (film.title_language, film.countries, film.languages) == (
        "hu",
        ["HU", "DE"],
        ["hu", "zh-Latn-pinyin"],
    )
    assert film.distribution_rights.get().countries == ["FR", "DE", "HU"]
    assert film.titles.get().language == "hu"
    assert film.parts.get().title_language == "zh"
    page = desk.get(f"/admin/catalog/film/{film.pk}/change/").text
    assert 'value="France, Germany, Hungary"' in page
    assert '<option value="HU" selected>Hungary</option>' in page


def test_errors_are_named_as_the_form_names_their_fields(desk: Client) -> None:
    data = with_parts(desk.get(ADD), part(0, runtime="long", title_language="Elvish tongue"))
    answer = desk.post(ADD, data | {"year": "1500", "title": ""})
    said = [(error.name, error.sentence) for error in answer.context["named_errors"]]
    assert said == [
        ("Title", "This field is required."),
        ("Year", "Ensure this value is greater than or equal to 1888."),
        ("Parts, row 1, Language of the title", "“Elvish tongue” is no language that we know. Write its name, or its tag, such as zh-Hans."),
        ("Parts, row 1, Runtime", "Enter a whole number."),
    ]  # fmt: skip
    assert "Nothing is saved yet" in answer.text


def test_form_says_what_records_miss_and_what_the_parts_add_up_to(desk: Client) -> None:
    film = make_west_of_the_tracks()
    page = desk.get(f"/admin/catalog/film/{film.pk}/change/")
    assert [lacking.fields for lacking in page.context["missing"]] == [
        "MARC 520, JSON-LD description, RIS AB, KBART notes",
        "MARC 511, JSON-LD actor",
        "MARC 538",
        "Open Graph",
    ]
    assert "The parts add up to 554 minutes; the film has 554." in page.text
    parts = next(
        each.formset for each in page.context["inline_admin_formsets"] if each.formset.prefix == "parts"
    )
    assert [form.instance.title for form in parts.initial_forms] == ["Rust", "Remnants", "Rails"]
    assert '<a href="/films/west-of-the-tracks.mrc">' in page.text


@pytest.mark.parametrize("rows", [1, 3])
def test_form_makes_the_same_queries_for_any_number_of_rows(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    film = make_film()
    for number in range(1, rows + 1):
        make_film(f"P {number}", f"p-{number}", part_of=film, part_number=number)
        source = Source.objects.create(key=f"s-{number}", name=f"S {number}")
        Title.objects.create(film=film, text=f"T {number}", language="en", kind="alternative", source=source)
    desk.get(ADD)
    with django_assert_num_queries(FORM):
        page = desk.get(f"/admin/catalog/film/{film.pk}/change/").text
    assert f">S {rows}</option>" in page
    with django_assert_num_queries(NEW):
        desk.get(ADD)


def test_countries_and_languages_are_offered_by_name(desk: Client) -> None:
    fields = desk.get(ADD).context["adminform"].form
    offered = {
        name: [label for _code, label in fields[name].field.widget.choices]
        for name in ("countries", "languages")
    }
    assert ("Hungary" in offered["countries"], "French" in offered["languages"]) == (True, True)
    assert '<option value="HU">Hungary</option>' in str(fields["countries"])
