"""What the office wrote, in the reader's language where it was translated."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.template import Context, Template
from django.test import Client
from django.utils.translation import override

from accounts.models import User
from catalog.exchange.catalogue import read_catalogue
from catalog.exchange.load import load_catalogue
from catalog.models import Credit, DistributionRight, Film, Subject
from catalog.search.indexing import index_films
from catalog.search.matching import search_films
from demo.sample.filling import DATA
from tests.catalog.make import make_west_of_the_tracks
from wording.countries import territory_label
from wording.translations import Said, said

RAILWAYS = {"fr": {"name": "Chemins de fer"}, "zh-hans": {"name": "铁路"}}


@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        ("fr", Said("Chemins de fer", "fr")),
        ("fr-ca", Said("Chemins de fer", "fr")),
        ("zh-hans", Said("铁路", "zh-hans")),
        ("en", Said("Railways", "en")),
        ("de", Said("Railways", "en")),
    ],
)
def test_said_is_in_the_readers_language_or_else_the_offices(reader: str, expected: Said) -> None:
    with override(reader):
        assert said(Subject(name="Railways", translations=RAILWAYS), "name") == expected
        assert said({"name": "Railways", "translations": RAILWAYS}, "name") == expected


def test_said_bears_its_language_where_the_page_has_another() -> None:
    page = Template(
        '{% load i18n films %}{% blocktranslate with name=what|said:"name" %}of {{ name }}{% endblocktranslate %}'
    )
    rivers = Subject(name="<Rivers>")
    with override("fr"):
        assert page.render(Context({"what": rivers})) == 'of <span lang="en">&lt;Rivers&gt;</span>'
        assert page.render(Context({"what": rivers}, autoescape=False)) == "of <Rivers>"
    with override("en"):
        assert page.render(Context({"what": rivers})) == "of &lt;Rivers&gt;"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "translations",
    [["Chemins"], {"fr": "Chemins"}, {"de": {"name": "Bahn"}}, {"en": {"name": "Trains"}}, {"fr": {"slug": "x"}},
     {"fr": {"name": " "}}, {"fr": {"name": "x" * 121}}, {"fr": {"name": 1}}],
)  # fmt: skip
def test_translations_are_texts_by_language_and_field(translations: object) -> None:
    with pytest.raises(ValidationError) as refused:
        Subject(slug="railways", name="Railways", translations=translations).full_clean()
    assert list(refused.value.message_dict) == ["translations"]


@pytest.mark.django_db
def test_the_database_refuses_translations_of_another_shape() -> None:
    with pytest.raises(IntegrityError, match="subject_translations_by_language"), transaction.atomic():
        Subject.objects.create(slug="railways", name="Railways", translations=["Chemins de fer"])


@pytest.mark.django_db
def test_the_office_writes_translations_line_by_line(client: Client) -> None:
    client.force_login(User.objects.create_superuser("office@x.example"))
    railways = Subject.objects.create(slug="railways", name="Railways", translations=RAILWAYS)
    address = f"/admin/catalog/subject/{railways.pk}/change/"
    form = client.get(address).context["adminform"].form
    assert form["translations"].value() == RAILWAYS
    assert 'aria-label="French: name"' in str(form["translations"])
    assert "铁路" in str(form["translations"])
    places = form.fields["translations"].places
    data = {"slug": "railways", "name": "Railways"}
    data |= {
        f"{rows}-{count}_FORMS": "0" for rows in ("see_from", "narrower") for count in ("TOTAL", "INITIAL")
    }
    data |= {
        f"translations_{place}": "Voies ferrées" if key == ("fr", "name") else ""
        for place, key in enumerate(places)
    }
    assert client.post(address, data).status_code == 302
    railways.refresh_from_db()
    assert railways.translations == {"fr": {"name": "Voies ferrées"}}
    data |= dict.fromkeys([f"translations_{place}" for place in range(len(places))], "")
    assert client.post(address, data).status_code == 302
    railways.refresh_from_db()
    assert railways.translations == {}


@pytest.mark.django_db
def test_pages_and_search_speak_the_readers_language(client: Client) -> None:
    film = make_west_of_the_tracks()
    film.subjects.update(translations=RAILWAYS)
    DistributionRight.objects.create(film=film, territory="North America", countries=["US", "CA", "MX"])
    index_films([film])
    client.cookies["django_language"] = "fr"
    page = client.get(film.get_absolute_url()).text
    assert ">Chemins de fer</a>" in page
    assert "Amérique du Nord" in page
    assert "Chemins de fer (1)" in client.get("/films/").text
    assert list(search_films(Film.objects.wholes(), "铁路")) == [film]
    found = client.get("/films/", {"q": "铁路"}).text
    assert '<span lang="fr">Chemins de fer</span>' in found  # why it was found


@pytest.mark.parametrize(
    ("reader", "name", "expected"),
    [
        ("en", "North America", Said("North America", "en")),
        ("fr", "North America", Said("Amérique du Nord", "fr")),
        ("zh-hans", "north america", Said("北美洲", "zh-hans")),
        ("fr", "World", Said("Monde", "fr")),
        ("en", "World", Said("World", "en")),
        ("fr", "Our part of the world", Said("Our part of the world", "en")),
    ],
)
def test_territories_are_those_of_cldr(reader: str, name: str, expected: Said) -> None:
    with override(reader):
        assert territory_label(name) == expected


def test_every_heading_of_the_sample_is_translated() -> None:
    catalogue = read_catalogue(DATA)
    used = {name for film in catalogue.films for name in film.subjects}
    terms = {term.name for term in catalogue.subjects}
    assert used <= terms | {word.name for term in catalogue.subjects for word in term.see_from}
    assert {tuple(subject.translations) for subject in catalogue.subjects} == {("fr", "zh-hans")}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (
            "  - {name: Work, translations: {fr: Travail}}\n  - {name: Work, translations: {fr: Travail}}\n",
            "repeated-item",
        ),
        ("  - {name: Work, translations: {de: Arbeit}}\n", "language"),
        ("  - {name: Work, fr: Travail}\n", "unknown-field"),
    ],
)
def test_a_fault_in_the_headings_is_told_with_its_line(tmp_path: Path, written: str, code: str) -> None:
    (tmp_path / "films").mkdir()
    record = (DATA / "films" / "karamay.yaml").read_text()
    (tmp_path / "films" / "karamay.yaml").write_text(record)
    (tmp_path / "subjects.yaml").write_text("subjects:\n" + written)
    faults = [fault for fault in read_catalogue(tmp_path).errors if fault.file == "subjects.yaml"]
    assert code in [fault.code for fault in faults]


@pytest.mark.django_db
def test_loading_leaves_alone_what_the_office_translated(tmp_path: Path) -> None:
    (tmp_path / "films").mkdir()
    for name in ("sources.yaml", "films/karamay.yaml"):
        (tmp_path / name).write_text((DATA / name).read_text())
    load_catalogue(folder=tmp_path)
    own = Subject.objects.earliest("pk")
    Subject.objects.filter(pk=own.pk).update(translations={"fr": {"name": "À nous"}})
    load_catalogue(folder=tmp_path)
    own.refresh_from_db()
    assert own.translations == {"fr": {"name": "À nous"}}
    (tmp_path / "subjects.yaml").write_text(
        f"subjects:\n  - {{name: {own.name!r}, translations: {{fr: Du fichier}}}}\n"
    )
    load_catalogue(folder=tmp_path)
    own.refresh_from_db()
    assert own.translations == {"fr": {"name": "Du fichier"}}


def test_credits_in_chinese_name_camera_and_sound_each_by_its_word() -> None:
    with override("zh-hans"):
        assert str(Credit.Role.CINEMATOGRAPHY.label) == "摄影"
        assert str(Credit.Role.SOUND.label) == "录音"
