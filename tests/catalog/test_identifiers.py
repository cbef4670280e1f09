"""Numbers by which others know a film: checked, unique, and told to whoever takes the record."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from pymarc import MARCReader

from catalog.exchange.catalogue import read_catalogue
from catalog.models import Film
from catalog.models.identifiers import Identifies, written
from tests.catalog.make import make_film

pytestmark = pytest.mark.django_db
EIDR, ISAN, IMDB, WIKIDATA = (
    "10.5240/7791-8534-2C23-9030-8610-5",
    "0000-0000-D07A-0090-Q",
    "tt0389448",
    "Q1234",
)


@pytest.mark.parametrize(
    ("scheme", "typed", "held"),
    [
        ("eidr", EIDR, EIDR),
        ("eidr", "https://doi.org/10.5240/7791-8534-2c23-9030-8610-5", EIDR),
        ("isan", ISAN, ISAN),
        ("isan", "ISAN 0000-0000-D07A-0090", ISAN),
        ("isan", "0000-0000-D07A-0090-Q-0000-0000-X", "0000-0000-D07A-0090-Q-0000-0000-X"),
        ("imdb", "https://www.imdb.com/title/tt0389448/?ref_=nm", IMDB),
        ("wikidata", "https://www.wikidata.org/wiki/Q1234", WIKIDATA),
    ],
)
def test_number_is_held_as_its_register_writes_it(scheme: str, typed: str, held: str) -> None:
    assert written(scheme, typed) == held
    Identifies(scheme)(held)


@pytest.mark.parametrize(
    ("scheme", "typed"),
    [
        ("eidr", "10.5240/7791-8534-2C23-9030-8610-6"),
        ("eidr", "10.5240/7791-8534-2C23-9030-8610"),
        ("eidr", "10.1000/7791-8534-2C23-9030-8610-5"),
        ("isan", "0000-0000-D07A-0090-A"),
        ("isan", "no number"),
        ("imdb", "nm0910905"),
        ("wikidata", "1234"),
    ],
)
def test_number_with_a_slip_is_refused_in_a_sentence(scheme: str, typed: str) -> None:
    film = make_film()
    setattr(film, scheme, typed)
    with pytest.raises(ValidationError) as refused:
        film.full_clean()
    [error] = refused.value.error_dict[scheme]
    assert error.code == scheme
    assert "a character is wrong, missing or too many" in str(error.messages)


def test_second_film_of_a_number_is_refused_and_the_first_is_named() -> None:
    make_film("First", "first", eidr=EIDR)
    second = make_film("Second", "second")
    second.eidr = EIDR
    with pytest.raises(ValidationError) as refused:
        second.full_clean()
    assert refused.value.message_dict == {"eidr": ["“First” has this number of EIDR already."]}
    with pytest.raises(IntegrityError, match="film_eidr_once"), transaction.atomic():
        second.save()
    with pytest.raises(IntegrityError, match="film_isan_written"), transaction.atomic():
        Film.objects.filter(pk=second.pk).update(isan="0")


def test_page_and_records_have_them(client: Client) -> None:
    make_film(eidr=EIDR, isan=ISAN, imdb=IMDB, wikidata=WIKIDATA)
    page = client.get("/films/dead-birds/").text
    assert f'<a href="https://www.imdb.com/title/{IMDB}/" rel="external">{IMDB}</a>' in page
    assert ISAN in page
    linked = json.loads(client.get("/films/dead-birds.jsonld").content)
    assert linked["titleEIDR"] == EIDR
    assert linked["sameAs"] == [
        f"https://ui.eidr.org/view/content?id={EIDR}",
        f"https://www.imdb.com/title/{IMDB}/",
        f"https://www.wikidata.org/entity/{WIKIDATA}",
    ]
    [record] = MARCReader(client.get("/films/dead-birds.mrc").content)
    assert record is not None
    numbers = [(field.indicator1, field["a"], field["2"]) for field in record.get_fields("024")]
    assert numbers == [
        ("7", EIDR, "eidr"),
        ("7", ISAN, "isan"),
        ("7", IMDB, "imdb"),
        ("7", WIKIDATA, "wikidata"),
    ]
    [row] = csv.DictReader(client.get("/films/dead-birds.csv").content.decode("utf-8-sig").splitlines())
    assert [row[scheme] for scheme in ("eidr", "isan", "imdb", "wikidata")] == [EIDR, ISAN, IMDB, WIKIDATA]
    told = json.loads(client.get("/films/dead-birds.json").content)["identifiers"]
    assert told[1] == {"scheme": "isan", "value": ISAN, "address": ""}


RECORD = (
    "slug: {slug}\ntitle: {{text: A, language: en}}\nyear: 1994\nruntime_minutes: 432\ncolour: colour\n"
    "kind: fiction\nsynopsis: A village waits.\neidr: {eidr}\n"
)


def test_record_with_a_wrong_number_or_that_of_another_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "films").mkdir()
    for slug, number in (("a", EIDR), ("b", EIDR.lower()), ("c", f"{EIDR[:-1]}6")):
        (tmp_path / "films" / f"{slug}.yaml").write_text(RECORD.format(slug=slug, eidr=number))
    catalogue = read_catalogue(tmp_path)
    assert [(fault.file, fault.code) for fault in catalogue.errors] == [
        ("films/b.yaml", "duplicate-identifier"),
        ("films/c.yaml", "bad-identifier"),
    ]
    assert catalogue.films[0].eidr == EIDR
