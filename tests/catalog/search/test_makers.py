"""Makers by what is typed, whichever films a search has found."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.models import Credit, Film, Person
from catalog.search.browsing import Browsing
from catalog.search.makers import MOST_MAKERS, makers_named
from tests.catalog.make import make_film, make_west_of_the_tracks
from tests.standing import standing

pytestmark = pytest.mark.django_db


@standing(autouse=True)
def films() -> None:
    make_west_of_the_tracks()
    for number, name in enumerate(("Jean-Luc Godard", "Chantal Akerman", "Béla Tarr")):
        direct(make_film(f"Film {number}", f"film-{number}"), name, f"{name.split()[-1].lower()}")


def direct(film: Film, name: str, slug: str) -> None:
    person = Person.objects.create(slug=slug, name=name)
    Credit.objects.create(film=film, person=person, role=Credit.Role.DIRECTOR)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("wang", ["Wang Bing"]),
        ("王", ["Wang Bing"]),
        ("tarr", ["Béla Tarr"]),
        ("aker", ["Chantal Akerman"]),
        ("%", []),
        ("a", []),
        ("  ", []),
    ],
)
def test_makers_are_found_by_any_part_of_a_name(typed: str, names: list[str]) -> None:
    assert [name for name, _films in makers_named(typed)] == names


def test_address_answers_with_choices_whatever_is_searched(client: Client) -> None:
    answer = client.get("/films.makers?maker=aker&q=tracks")
    assert answer.text == '<option value="Chantal Akerman">1</option>\n'


def test_makers_of_drafts_are_not_named() -> None:
    Film.objects.filter(title="Film 1").update(is_published=False)
    assert makers_named("akerman") == []


@pytest.mark.parametrize("rows", [1, 3])
def test_makers_take_one_query(django_assert_num_queries: DjangoAssertNumQueries, rows: int) -> None:
    for number in range(rows):
        direct(make_film(f"More {number}", f"more-{number}"), f"Anna Maker {number}", f"anna-{number}")
    with django_assert_num_queries(1):
        found = makers_named("anna")
    assert len(found) == rows
    assert rows < MOST_MAKERS


def test_maker_is_chosen_by_name_slug_or_name_in_another_script() -> None:
    for typed in ("Wang Bing", "wang bing", "wang-bing", "王兵"):
        films = Browsing.asked(QueryDict(f"maker={typed}").dict()).films()
        assert [film.title for film in films] == ["West of the Tracks"]
