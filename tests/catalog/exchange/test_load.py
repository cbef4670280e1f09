"""Loading the catalogue: all or nothing, and only what differs is written."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from psycopg import sql

from catalog.exchange.load import load_catalogue
from catalog.models import (
    Credit,
    DistributionRight,
    Film,
    Holdback,
    Person,
    PressNotice,
    Reading,
    Recognition,
    Relation,
    ScreeningCopy,
    Source,
    Statement,
)
from demo.sample.filling import DATA
from records.outcome import RecordsRefused

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Our own records, in a place where a test may change them."""
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def rewrite(folder: Path, slug: str, old: str, new: str) -> None:
    path = folder / "films" / f"{slug}.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def row_versions() -> dict[str, dict[int, str]]:
    """For every table of the catalogue, the transaction that wrote each row, by primary key."""
    versions: dict[str, dict[int, str]] = {}
    with connection.cursor() as cursor:
        for model in apps.get_app_config("catalog").get_models(include_auto_created=True):
            if not model._meta.db_table.startswith("catalog_"):
                continue  # the ledger of changes, which is not the catalogue's own
            columns = (sql.Identifier(str(model._meta.pk.column)), sql.Identifier(model._meta.db_table))
            cursor.execute(sql.SQL("SELECT {}, xmin::text || ':' || ctid::text FROM {}").format(*columns))
            versions[model._meta.db_table] = dict(cursor.fetchall())
    return versions


def written(before: dict[str, dict[int, str]], after: dict[str, dict[int, str]]) -> dict[str, int]:
    """How many rows of each table are new or have another version."""
    counts = {
        table: sum(before[table].get(key) != version for key, version in rows.items())
        for table, rows in after.items()
    }
    return {table: count for table, count in counts.items() if count}


def test_load_catalogue_loads_all_films() -> None:
    report = load_catalogue(folder=DATA)
    assert (report.created, report.changed, report.unchanged, len(report.warnings)) == (39, 0, 0, 10)
    assert Film.objects.wholes().count() == 39
    assert Film.objects.get(slug="berlin-alexanderplatz", part_of=None).parts.count() == 14
    featured = Film.objects.featured().values_list("slug", flat=True)
    assert list(featured) == ["west-of-the-tracks", "last-train-home", "24-city"]


def test_load_catalogue_twice_writes_no_row() -> None:
    load_catalogue(folder=DATA)
    before = row_versions()
    report = load_catalogue(folder=DATA)
    assert (report.created, report.changed, report.unchanged) == (0, 0, 39)
    assert written(before, row_versions()) == {}
    assert before["catalog_filmevent"]


def test_load_catalogue_changes_only_the_film_whose_record_changed(folder: Path) -> None:
    load_catalogue(folder=folder)
    before = row_versions()
    rewrite(folder, "shoah", "year: 1985\nruntime_minutes: 566", "year: 1985\nruntime_minutes: 570")
    rewrite(folder, "mrs-fang", ", Rural China]", "]")
    report = load_catalogue(folder=folder)
    after = row_versions()
    assert (report.created, report.changed, report.unchanged) == (0, 2, 37)
    assert written(before, after) == {
        "catalog_film": 1,
        "catalog_filmevent": 1,
        "catalog_filmsubjectevent": 1,
        "catalog_searchentry": 1,
    }
    gone = {table: len(before[table].keys() - after[table].keys()) for table in before}
    assert {table: count for table, count in gone.items() if count} == {"catalog_film_subjects": 1}
    assert Film.objects.get(slug="shoah").runtime == 570


def test_load_catalogue_follows_what_a_record_drops_and_adds(folder: Path) -> None:
    load_catalogue(folder=folder)
    shared = folder / "sources.yaml"
    index = "  - {key: shared-index, name: An index, kind: database}\n"
    shared.write_text(shared.read_text(encoding="utf-8") + index, encoding="utf-8")
    said = "  - {fact: year, value: 2010, source: OLD}\n"
    karamay = (folder / "films" / "karamay.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    (old,) = [line for line in karamay if "fact: runtime" in line][:1]
    rewrite(folder, "karamay", old, said.replace("OLD", "shared-index"))
    before = list(Statement.objects.filter(film__slug="karamay").values_list("fact", "value", "source__key"))
    report = load_catalogue(folder=folder)
    after = list(Statement.objects.filter(film__slug="karamay").values_list("fact", "value", "source__key"))
    assert (report.created, report.changed, report.unchanged) == (0, 1, 38)
    assert set(after) - set(before) == {("year", "2010", "shared-index")}
    assert [fact for fact, value, _ in set(before) - set(after)] == ["runtime"]


def test_load_catalogue_lets_parts_change_places(folder: Path) -> None:
    load_catalogue(folder=folder)
    rewrite(folder, "petition", "slug: the-masses", "slug: moving")
    rewrite(folder, "petition", "slug: mother-and-daughter", "slug: the-masses")
    rewrite(folder, "petition", "slug: moving", "slug: mother-and-daughter")
    assert load_catalogue(folder=folder).changed == 1
    parts = Film.objects.filter(part_of__slug="petition").order_by("part_number")
    assert [part.slug for part in parts] == [
        "mother-and-daughter",
        "the-masses",
        "beijing-south-railway-station",
    ]


def test_load_catalogue_keeps_what_only_the_office_has_entered() -> None:
    load_catalogue(folder=DATA)
    film = Film.objects.get(slug="mrs-fang")
    ScreeningCopy.objects.create(film=film, label="The archive's own print", format="35mm", runtime=87)
    Person.objects.filter(slug="zhao-liang").update(biography="Born in Xi'an.")
    assert load_catalogue(folder=DATA).unchanged == 39
    assert film.copies.count() == 2
    assert Person.objects.get(slug="zhao-liang").biography == "Born in Xi'an."


def test_load_catalogue_finds_a_holdback_again_in_whichever_order_it_is_written(folder: Path) -> None:
    record = folder / "films" / "still-life.yaml"
    before = record.read_text(encoding="utf-8")
    for uses in ("education, broadcast", "broadcast, education"):
        holdback = f"holdbacks:\n  - uses: [{uses}]\n    countries: [US, CA]\n    until: 2030-12-31\n"
        record.write_text(f"{before}\n{holdback}", encoding="utf-8")
        load_catalogue(folder=folder)
    assert [set(row.uses) for row in Holdback.objects.all()] == [{"education", "broadcast"}]


def test_load_catalogue_keeps_two_rights_of_a_territory_apart_and_narrows_one(folder: Path) -> None:
    record = folder / "films" / "still-life.yaml"
    before = record.read_text(encoding="utf-8")
    [line] = [each for each in before.splitlines() if "territory: North America" in each]
    also = "  - {territory: North America, countries: [US], uses: [theatrical]}"
    for text in (
        before.replace("countries: [US, CA, MX]", "countries: [US, CA, MX], uses: [education]"),
        before.replace(line, f"{line.replace('starts_on', 'uses: [education], starts_on')}\n{also}"),
    ):
        record.write_text(text, encoding="utf-8")
        load_catalogue(folder=folder)
    rights = DistributionRight.objects.filter(film__slug="still-life").order_by("pk")
    assert [row.uses for row in rights] == [["education"], ["theatrical"]]


def test_load_catalogue_with_errors_loads_nothing_and_tells_all(folder: Path) -> None:
    rewrite(folder, "shoah", "countries: [FR]", "countries: [XX]")
    rewrite(folder, "karamay", "year: 2010\nruntime_minutes: 356", "year: 2010\nruntime_minutes: 0")
    with pytest.raises(RecordsRefused) as refused:
        load_catalogue(folder=folder)
    errors = [(fault.file, fault.code) for fault in refused.value.faults if fault.severity == "error"]
    assert errors == [
        ("films/karamay.yaml", "runtime-not-positive"),
        ("films/shoah.yaml", "unknown-country"),
    ]
    assert (Film.objects.count(), Source.objects.count(), Person.objects.count()) == (0, 0, 0)


def test_load_catalogue_refuses_to_lose_a_part(folder: Path) -> None:
    load_catalogue(folder=folder)
    path = folder / "films" / "petition.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  - number: 3"), text.index("\nstatements:") + 1
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    before = row_versions()
    with pytest.raises(RecordsRefused) as refused:
        load_catalogue(folder=folder)
    (fault,) = refused.value.faults
    assert (fault.file, fault.code, fault.message) == (
        "films/petition.yaml",
        "part-lost",
        (
            "Part 3 of Petition is in the catalogue but not in the record; "
            "remove it in the office first, if nothing has been sold or shown of it."
        ),
    )
    assert row_versions() == before


@pytest.mark.parametrize(
    ("slug", "counts"),
    [
        ("west-of-the-tracks", [8, 6, 31, 9, 4, 6, 4, 3]),
        ("last-train-home", [3, 8, 17, 6, 0, 3, 4, 0]),
        ("24-city", [5, 16, 18, 3, 0, 7, 3, 0]),
    ],
)
def test_load_catalogue_holds_all_that_the_record_tells(slug: str, counts: list[int]) -> None:
    load_catalogue(folder=DATA)
    film = Film.objects.get(slug=slug, part_of=None)
    assert [
        film.titles.count(),
        film.credits.count(),
        film.statements.count(),
        film.recognitions.count(),
        film.press.count(),
        film.readings.count(),
        film.relations.count(),
        film.parts.count(),
    ] == counts


def test_load_catalogue_tells_west_of_the_tracks_as_its_distributor_does() -> None:
    load_catalogue(folder=DATA)
    film = Film.objects.get(slug="west-of-the-tracks")
    parts = film.parts.order_by("part_number")
    assert (film.title, film.year, film.runtime, film.countries) == ("West of the Tracks", 2003, 554, ["CN"])
    assert [(part.title, part.runtime, part.year) for part in parts] == [
        ("Rust", 244, 2003),
        ("Remnants", 178, 2003),
        ("Rails", 132, 2003),
    ]
    assert [(title.text, title.language) for title in film.titles.filter(kind="original")] == [
        ("铁西区", "zh-Hans"),
        ("鐵西區", "zh-Hant"),
    ]
    assert Credit.objects.get(film=film, role="director").person.original_name == "王兵"
    poll = Recognition.objects.get(film=film, event="British Film Institute poll")
    assert (poll.kind, str(poll.source and poll.source.key)) == ("poll", "wp-wott")
    assert PressNotice.objects.get(film=film, outlet="The New York Times").author == "Jeannette Catsoulis"
    assert Relation.objects.filter(film=film, other__slug="24-city", kind="companion").exists()
    about = Reading.objects.get(key="wang-memory-subjectivity").about.order_by("film__slug")
    assert [(link.film.slug, link.pages) for link in about] == [
        ("24-city", ""),
        ("west-of-the-tracks", "152"),
    ]
    runtimes = film.statements.filter(fact="runtime").order_by("value", "source__key")
    assert [(said.value, said.source.key) for said in runtimes if said.value in {"551", "554"}] == [
        ("551", "alula-wott"),
        ("551", "wp-wott"),
        ("554", "der-wott"),
    ]
    assert Source.objects.get(key="der-wott").address == "http://www.der.org/films/west-of-the-tracks.html"
    assert Source.objects.get(key="lu-chapter").address == ""


def test_load_catalogue_command_says_what_it_did() -> None:
    out, err = StringIO(), StringIO()
    call_command("load_catalogue", str(DATA), stdout=out, stderr=err)
    assert out.getvalue() == "Films: 39 created, 0 changed, 0 unchanged.\n"
    assert err.getvalue().splitlines()[-1] == (
        "films/sorrow-and-the-pity.yaml:42: warning: parts: The parts add up to 248 minutes; "
        "the film is given as 251: 3 minutes are unaccounted for. [parts-sum]"
    )


def test_load_catalogue_command_prints_all_faults_and_fails(folder: Path) -> None:
    rewrite(folder, "shoah", "countries: [FR]", "countries: [XX]")
    rewrite(folder, "karamay", "year: 2010\nruntime_minutes: 356", "year: 2010\nruntime_minutes: 0")
    err = StringIO()
    with pytest.raises(CommandError, match=r"^Nothing was loaded: the records have 2 errors\.$") as failed:
        call_command("load_catalogue", str(folder), stdout=StringIO(), stderr=err)
    assert failed.value.returncode == 1
    assert [line for line in err.getvalue().splitlines() if " error: " in line] == [
        (
            "films/karamay.yaml:8: error: runtime_minutes: "
            "A runtime must be at least one minute; 0 was given. [runtime-not-positive]"
        ),
        (
            "films/shoah.yaml:8: error: countries[1]: "
            "“XX” is not an ISO 3166-1 country code of two letters, such as CN. [unknown-country]"
        ),
    ]
    assert Film.objects.count() == 0
