"""How many queries each page of the catalogue makes, whatever the number of rows."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.models import Film
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db

HOME, FILMS, FILM, PERSON = 8, 4, 7, 8  # made anew: what a transaction sees, as a test's, is never kept
FILM_FOR_MEMBER = 9  # as for a visitor, with the session and the person


@pytest.mark.parametrize("rows", [1, 3])
def test_films_page_makes_the_same_queries_for_any_number(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    make_west_of_the_tracks()
    for number in range(rows - 1):
        make_film(f"Film {number}", f"film-{number}")
    with django_assert_num_queries(FILMS):
        client.get("/films/")


@pytest.mark.parametrize("rows", [1, 3])
def test_home_makes_the_same_queries_for_any_number(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    make_west_of_the_tracks()
    for number in range(rows - 1):
        make_film(f"Film {number}", f"film-{number}", runtime=300)
    with django_assert_num_queries(HOME + 1):  # none is featured: the newest
        client.get("/")
    Film.objects.wholes().update(featured=1)
    with django_assert_num_queries(HOME):
        client.get("/")


def test_film_page_counts_for_a_visitor(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_west_of_the_tracks()
    with django_assert_num_queries(FILM):
        client.get("/films/west-of-the-tracks/")


def test_film_page_counts_for_a_member(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_west_of_the_tracks()
    client.force_login(User.objects.create_user("reader@example.org", "secret"))
    with django_assert_num_queries(FILM_FOR_MEMBER):
        client.get("/films/west-of-the-tracks/")


def test_person_page_counts(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_west_of_the_tracks()
    with django_assert_num_queries(PERSON):
        client.get("/people/wang-bing/")
