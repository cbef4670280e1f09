"""The office's search box: exact numbers lead straight to their page, words find what the person may see."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from pytest_django.fixtures import Settings

from accounts.models import User
from catalog.models import Film, Person
from catalog.search.indexing import index_films
from licensing.documents.numbers import readings
from licensing.models import Licence
from tests.office.people import someone
from tests.screenings.conftest import signed_in

pytestmark = pytest.mark.django_db


def found(client: Client, text: str) -> dict[str, list[str]]:
    page = client.get("/admin/search/", {"q": text})
    assert page.status_code == 200
    return {str(group.title): [line.text for line in group.lines] for group in page.context["found"]}


def test_an_exact_number_leads_to_its_page(licence: Licence, settings: Settings) -> None:
    client = signed_in(someone("view", settings))
    order = licence.line.order
    for text, row in (
        (licence.number, licence),
        (licence.number.lower(), licence),
        (order.number, order),
        (f"  {order.number} ", order),
    ):
        answer = client.get("/admin/search/", {"q": text})
        assert answer["Location"] == f"/admin/licensing/{row._meta.model_name}/{row.pk}/change/", text


def test_an_address_leads_to_its_person(settings: Settings) -> None:
    reader = someone("view", settings)
    answer = signed_in(reader).get("/admin/search/", {"q": "VIEW@office.example"})
    assert answer["Location"] == f"/admin/accounts/user/{reader.pk}/change/"


def test_words_find_films_people_and_institutions(licence: Licence, film: Film, settings: Settings) -> None:
    index_films([film])
    client = signed_in(someone("view", settings))
    assert film.title in found(client, film.title)["Films"]
    assert found(client, licence.institution.legal_name)["Institutions"] == [licence.institution.legal_name]
    assert found(client, "nothing of this name at all") == {}
    assert found(client, "") == {}


def test_what_is_named_so_stands_above_what_was_found_otherwise(film: Film, settings: Settings) -> None:
    """“Park” is a person's name before it is the beginning of a title's word."""
    Film.objects.filter(pk=film.pk).update(title="The Parking Lot")
    index_films([film])
    Person.objects.create(name="Park Chan-wook", slug="park-chan-wook")
    client = signed_in(someone("view", settings))
    assert list(found(client, "park")) == ["Makers of films", "Films"]
    Person.objects.all().update(name="Parker")
    assert list(found(client, "park")) == ["Films", "Makers of films"]


def test_nobody_finds_what_they_may_not_see(licence: Licence, settings: Settings) -> None:
    assert found(signed_in(someone("none", settings)), licence.number) == {}
    clerk = User.objects.create_user("clerk@office.example", None, is_staff=True)
    clerk.user_permissions.add(Permission.objects.get(codename="view_institution"))
    assert found(signed_in(clerk), licence.number) == {}
    assert list(found(signed_in(clerk), licence.institution.legal_name)) == ["Institutions"]


def test_search_is_for_the_office_alone(client: Client, outsider: User) -> None:
    assert client.get("/admin/search/", {"q": "x"}).status_code == 302
    assert signed_in(outsider).get("/admin/search/", {"q": "x"}).status_code == 302


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("INV-2027-0007", ["INV-2027-0007"]),
        ("inv 2027 7", ["INV-2027-0007"]),
        ("2027/7", ["INV-2027-0007"]),
        ("7", ["INV-2027-0007", "INV-2026-0007", "INV-2025-0007"]),
        ("INV 12345", ["INV-2027-12345", "INV-2026-12345", "INV-2025-12345"]),
        ("ORD-2027-0007", []),
        ("²", []),
        ("", []),
        ("1 2 3", []),
        ("9" * 40, []),
    ],
)
def test_readings_of_a_number(text: str, numbers: list[str]) -> None:
    assert readings(text, prefix="INV", year=2027) == numbers
