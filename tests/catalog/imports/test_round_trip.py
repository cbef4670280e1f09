"""What the catalogue exports, it reads back: nothing differs, and an empty catalogue gets it all."""

from __future__ import annotations

import io

import pytest

from catalog.exchange.load import load_catalogue
from catalog.exports.formats import FORMATS as EXPORTS
from catalog.exports.reading import described_all
from catalog.imports.findings import Finding, Sort, Taken
from catalog.imports.formats.registry import FORMATS
from catalog.imports.running import import_films
from catalog.models import Credit, DistributionRight, Film, Person, Reading, ScreeningCopy, Source, Subject
from demo.sample.filling import DATA

pytestmark = pytest.mark.django_db
READ_AS = {"json": "json", "csv": "csv", "mrc": "marc", "marcxml": "marcxml"}


def exported(suffix: str) -> bytes:
    chosen = EXPORTS[suffix]
    films = described_all(list(Film.objects.wholes().order_by("slug").values_list("pk", flat=True)), with_parts=chosen.with_parts)  # fmt: skip
    return b"".join(piece.encode() if isinstance(piece, str) else piece for piece in chosen.many(films))


def imported(content: bytes, form: str, **options: bool) -> Taken:
    total = Taken()
    for step in import_films(
        opening=lambda: io.BytesIO(content), name="films", form=FORMATS[form], **options
    ):
        total.add(step.taken)
        total.findings += step.taken.findings
    return total


@pytest.mark.parametrize(("suffix", "form"), READ_AS.items())
def test_import_of_our_own_export_changes_nothing(suffix: str, form: str) -> None:
    load_catalogue(folder=DATA)
    before = exported("json")
    taken = imported(exported(suffix), form)
    assert [(each.film, each.field, each.said) for each in wrong(taken)] == []
    assert (taken.created, taken.changed, taken.unchanged, taken.refused) == (0, 0, 39, 0)
    assert exported("json") == before


@pytest.mark.parametrize(("suffix", "form"), READ_AS.items())
def test_import_of_our_own_export_fills_an_empty_catalogue_once(suffix: str, form: str) -> None:
    load_catalogue(folder=DATA)
    facts, makers = told(), credited()
    content = exported(suffix)
    empty()
    taken = imported(content, form)
    assert wrong(taken) == []
    assert (taken.created, taken.changed, taken.refused) == (39, 0, 0)
    assert told() == facts
    assert _directed(credited()) == _directed(makers)
    if form != "csv":
        assert {each[:3] for each in credited()} == {each[:3] for each in makers}
    again = imported(content, form)
    assert (wrong(again), again.created, again.changed, again.unchanged) == ([], 0, 0, 39)


def wrong(taken: Taken) -> list[Finding]:
    """All but what the editor is told of lengths that nobody knows."""
    return [each for each in taken.findings if each.sort not in {Sort.NEW, Sort.WARNING}]


def _directed(given: set[tuple[str, str, str, str]]) -> set[tuple[str, str]]:
    return {(film, name) for film, name, role, _detail in given if role == "director"}


def told() -> list[tuple[object, ...]]:
    """What every format says of films and parts alike."""
    fields = (
        "part_of__slug",
        "slug",
        "part_number",
        "title",
        "year",
        "runtime",
        "kind",
        "colour",
        "countries",
    )
    return list(Film.objects.order_by("part_of__slug", "slug").values_list(*fields))


def credited() -> set[tuple[str, str, str, str]]:
    return set(Credit.objects.values_list("film__slug", "person__name", "role", "detail"))


def empty() -> None:
    for held in (ScreeningCopy, DistributionRight):
        held.objects.all().delete()
    Film.objects.exclude(part_of=None).delete()
    Subject.objects.update(broader=None)  # whose deletion would be refused
    for table in (Film, Reading, Person, Subject, Source):
        table.objects.all().delete()
