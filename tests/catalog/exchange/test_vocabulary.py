"""The vocabulary of subjects: words lead to terms, and films of narrower terms are found under broader ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from catalog.exchange.load import load_catalogue
from catalog.models import Film, SeeFrom, Subject
from catalog.search.browsing import Browsing
from catalog.search.indexing import index_films
from demo.sample.filling import DATA
from records.outcome import RecordsRefused
from tests.catalog.make import make_film

pytestmark = pytest.mark.django_db
FILM = (
    "slug: satan\ntitle: {text: Satan, language: en}\nyear: 1994\nruntime_minutes: 432\ncolour: colour\n"
    "kind: fiction\nsynopsis: A village waits.\nsubjects: [Railways, Wages, Snow]\n"
)
TERMS = """subjects:
  - {name: Work, see_from: [{name: Wages, translations: {fr: Salaires}}]}
  - {name: Industry, broader: Work, see_from: [{name: Railways}, {name: Factories}]}
"""


def folder_with(place: Path, terms: str = TERMS) -> Path:
    (place / "films").mkdir()
    (place / "films" / "satan.yaml").write_text(FILM)
    (place / "subjects.yaml").write_text(terms)
    return place


def test_film_stands_under_the_terms_that_its_words_lead_to(tmp_path: Path) -> None:
    Subject.objects.create(slug="railways", name="Railways")
    load_catalogue(folder=folder_with(tmp_path))
    film = Film.objects.get()
    assert list(film.subjects.values_list("slug", "broader__slug")) == [
        ("industry", "work"),
        ("snow", None),
        ("work", None),
    ]
    assert not Subject.objects.filter(slug="railways").exists()
    words = SeeFrom.objects.order_by("name").values_list("name", "language", "slug", "subject__slug")
    assert list(words) == [
        ("Factories", "en", "factories", "industry"),
        ("Railways", "en", "railways", "industry"),
        ("Salaires", "fr", "", "work"),
        ("Wages", "en", "wages", "work"),
    ]
    assert load_catalogue(folder=tmp_path).unchanged == 1


@pytest.mark.parametrize("broader", ["Nowhere", "Railways"])
def test_broader_term_that_is_none_is_refused(tmp_path: Path, broader: str) -> None:
    with pytest.raises(RecordsRefused) as refused:
        load_catalogue(folder=folder_with(tmp_path, TERMS.replace("broader: Work", f"broader: {broader}")))
    assert [fault.say.code for fault in refused.value.faults] == ["broader-term"]


@pytest.mark.parametrize("asked", ["railways", "factories", "industry", "work"])
def test_search_finds_a_film_by_its_terms_their_words_and_broader_terms(asked: str) -> None:
    work = Subject.objects.create(slug="work", name="Work")
    industry = Subject.objects.create(slug="industry", name="Industry", broader=work)
    SeeFrom.objects.create(subject=industry, name="Railways")
    SeeFrom.objects.create(subject=industry, name="Factories")
    film = make_film()
    film.subjects.add(industry)
    index_films([film])
    assert Browsing.asked({"q": asked}).ranked_keys() == [film.pk]


def test_broader_term_counts_and_shows_films_of_its_narrower_terms_once(client: Client) -> None:
    work = Subject.objects.create(slug="work", name="Work")
    industry = Subject.objects.create(slug="industry", name="Industry", broader=work)
    both, one, _other = make_film("A", "a"), make_film("B", "b"), make_film("C", "c")
    both.subjects.add(work, industry)
    one.subjects.add(industry)
    browsing = Browsing.asked({"subject": "work"})
    assert list(browsing.films()) == [both, one]
    (facet,) = (facet for facet in browsing.facets() if facet.name == "subject")
    assert [(choice.value, choice.count) for choice in facet.choices] == [("industry", 2), ("work", 2)]


def test_address_of_a_word_that_was_a_term_leads_to_its_term(client: Client) -> None:
    industry = Subject.objects.create(slug="industry", name="Industry")
    SeeFrom.objects.create(subject=industry, name="Railways", slug="railways")
    answer = client.get("/films/?subject=railways&order=newest")
    assert (answer.status_code, answer["Location"]) == (302, "/films/?subject=industry&order=newest")
    assert client.get("/films/?subject=nothing").status_code == 200


def test_term_has_two_levels_by_form_and_database() -> None:
    work = Subject.objects.create(slug="work", name="Work")
    industry = Subject.objects.create(slug="industry", name="Industry", broader=work)
    for term, broader in ((Subject(slug="x", name="X"), industry), (work, industry), (work, work)):
        term.broader = broader
        with pytest.raises(ValidationError) as refused:
            term.full_clean()
        assert "broader" in refused.value.message_dict
        with pytest.raises(IntegrityError), transaction.atomic():
            term.save()


def test_the_sample_has_some_thirty_terms_and_a_film_at_least_under_each() -> None:
    load_catalogue(folder=DATA)
    assert 30 <= Subject.objects.count() <= 40
    assert not Subject.objects.filter(films=None, narrower__films=None).exists()
