"""The catalogue in the office: at a glance, found by any title, search kept up to date."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.models import Film, ImportFinding
from catalog.search.matching import search_films
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("office@example.org", "secret"))
    return client


OURS = [
    model
    for model in apps.get_app_config("catalog").get_models()
    if not model.__name__.endswith("Event") and not model._meta.proxy and model is not ImportFinding
]
"""Findings stand on the page of their import."""


def test_every_model_of_the_catalogue_is_in_the_office() -> None:
    assert [model for model in OURS if not admin.site.is_registered(model)] == []


@pytest.mark.parametrize(
    "model",
    [model._meta.model_name for model in OURS],
)
def test_every_list_opens(office: Client, model: str) -> None:
    make_west_of_the_tracks()
    assert office.get(f"/admin/catalog/{model}/?q=a").status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_film_list_makes_the_same_queries_for_any_number(
    office: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for number in range(rows):
        make_film(f"Film {number}", f"film-{number}")
    with django_assert_num_queries(5):
        office.get("/admin/catalog/film/")


@pytest.mark.parametrize("query", ["铁西区", "tiexiqu", "wang bing"])
def test_film_is_found_by_any_title_or_maker(office: Client, query: str) -> None:
    make_west_of_the_tracks()
    make_film()
    page = office.get("/admin/catalog/film/", {"q": query, "piece": "whole"})
    assert [film.title for film in page.context["cl"].result_list] == ["West of the Tracks"]


def test_film_page_of_the_office_shows_length_and_all_that_hangs_on_it(office: Client) -> None:
    film = make_west_of_the_tracks()
    page = office.get(f"/admin/catalog/film/{film.pk}/change/").content.decode()
    assert "9:14" in page
    assert "铁西区" in page


def test_renaming_a_person_in_the_office_brings_the_name_to_the_search(office: Client) -> None:
    film = make_west_of_the_tracks()
    person = film.credits.get().person
    office.post(
        f"/admin/catalog/person/{person.pk}/change/",
        {
            "slug": person.slug,
            "name": "Wang B.",
            "sort_name": "Wang",
            "original_name": "汪冰",
            "original_language": "zh-Hans",
            "names-TOTAL_FORMS": "0",
            "names-INITIAL_FORMS": "0",
        },
    )
    assert [film.title for film in search_films(Film.objects.wholes(), "汪冰")] == ["West of the Tracks"]
