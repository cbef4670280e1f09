"""Licence types, territories and countries in the reader's language."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.translation import override

from accounts.models import User
from catalog.models import Film
from demo.sample.filling import DATA
from licensing.forms.institutions import country_choices
from licensing.models import Institution, Licence, LicenceType, Tier
from licensing.prices.offers import Buyer, open_price_book
from licensing.prices.price_list import read_price_list
from tests.licensing.conftest import TODAY, signed_in
from wording.sentences import sentence

FRENCH = {"fr": {"name": "Site, trois ans", "summary": "En classe.", "format_lock": "le disque"}}


@pytest.fixture
def french(site: LicenceType) -> LicenceType:
    site.format_lock, site.formats, site.translations = "the disc", ["disc"], FRENCH
    site.save()
    return site


def in_french(user: User | None) -> Client:
    client = signed_in(user)
    client.cookies["django_language"] = "fr"
    return client


def test_prices_and_film_page_speak_the_readers_language(
    french: LicenceType, screening: LicenceType, film: Film
) -> None:
    for address in ("/prices/", film.get_absolute_url()):
        page = in_french(None).get(f"{address}?tier=k-12").text
        assert "Site, trois ans" in page
        assert "le disque" in page
        assert "Site, three years" not in page
        assert '<span lang="en">Public screening, once</span>' in page
    # A film's page has the matrix instead.
    assert "En classe." in in_french(None).get("/prices/?tier=k-12").text


def test_a_held_licence_is_named_in_the_readers_language(
    french: LicenceType, licence: Licence, teacher: User
) -> None:
    for address in ("/licences/", f"/licences/{licence.number}/"):
        assert "Site, trois ans" in in_french(teacher).get(address).text
    assert "États-Unis" in in_french(teacher).get(f"/licences/{licence.number}/").text


def test_a_licence_sold_under_another_name_keeps_it(
    french: LicenceType, licence: Licence, teacher: User
) -> None:
    LicenceType.objects.update(name="Renamed")
    page = in_french(teacher).get(f"/licences/{licence.number}/").text
    assert '<span lang="en">Site, three years</span>' in page
    assert "Site, trois ans" not in page


def test_a_refusal_names_type_and_country_in_the_readers_language(french: LicenceType, film: Film) -> None:
    book = open_price_book([film], on=TODAY)
    with override("fr"):
        territory, no_price = book.quote(film, french, Buyer(Tier.INDIVIDUAL, "CN")).reasons
        assert "Chine" in sentence(territory)
        assert "Site, trois ans" in sentence(no_price)


def test_countries_are_sorted_as_the_reader_reads_them() -> None:
    with override("fr"):
        names = [name for _code, name in country_choices()]
    assert names.index("Espagne") < names.index("États-Unis") < names.index("Finlande")


def test_an_institutions_page_names_its_country(school: Institution, teacher: User) -> None:
    assert "États-Unis" in in_french(teacher).get(f"/institutions/{school.pk}/").text


def test_every_licence_type_of_the_sample_is_translated() -> None:
    for kind in read_price_list(DATA / "price_list.yaml").types:
        wanted = {"name", "summary"} | ({"format_lock"} if kind.format_lock else set())
        assert {language: set(texts) for language, texts in kind.translations.items()} == {
            "fr": wanted,
            "zh-hans": wanted,
        }
        LicenceType(**kind.row(1)).clean_fields()
