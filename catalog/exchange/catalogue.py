"""Reads a folder of records: films/<slug>.yaml, sources.yaml for what several films cite, subjects.yaml for the vocabulary."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.exchange import checks
from catalog.exchange.people import Credited, gather_people
from catalog.exchange.records import (
    FilmRecord,
    SourceRecord,
    SourcesFile,
    SubjectRecord,
    SubjectsFile,
)
from records.document import Document, read_document
from records.faults import Fault, Severity
from records.reading import parsed
from wording.say import gettext_noop, say


@dataclass(frozen=True)
class Catalogue:
    """What a folder holds: its well-formed films by slug, every source, and every fault."""

    films: tuple[FilmRecord, ...]
    people: tuple[Credited, ...]
    sources: tuple[SourceRecord, ...]
    subjects: tuple[SubjectRecord, ...]
    faults: tuple[Fault, ...]

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that keep the catalogue from being loaded."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """The faults that someone should look at; the catalogue loads all the same."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.WARNING)


def read_catalogue(folder: Path) -> Catalogue:
    """Read and check every record below folder.

    Never raises for what the files hold: all faults of all files come back together, sorted by
    file and line. A folder without films is a fault (no-films) too.
    """
    paths = sorted((folder / "films").glob("*.yaml"))
    if not paths:
        template = gettext_noop("There are no films here; records are expected in films/<slug>.yaml.")
        return Catalogue((), (), (), (), (Fault("films", 1, "", say("no-films", template)),))
    documents = [read_document(path, below=folder) for path in paths]
    faults: list[Fault] = []
    sources: list[SourceRecord] = []
    known: dict[str, Document] = {}
    if (folder / "sources.yaml").exists():
        shared = read_document(folder / "sources.yaml", below=folder)
        described = parsed(shared, SourcesFile, faults)
        sources += described.sources if described else []
        faults += checks.check_source_keys(shared, known)
    subjects = _vocabulary(folder, faults)
    films = [film for document in documents if (film := parsed(document, FilmRecord, faults))]
    faults += _across(documents, known)
    people, disagreements = gather_people(films, {_slug(document): document for document in documents})
    faults += disagreements
    sources += [source for film in films for source in film.sources]
    films.sort(key=lambda film: film.slug)
    return Catalogue(tuple(films), tuple(people.values()), tuple(sources), subjects, tuple(sorted(faults)))


def _vocabulary(folder: Path, faults: list[Fault]) -> tuple[SubjectRecord, ...]:
    path = folder / "subjects.yaml"
    if not path.exists():
        return ()
    document = read_document(path, below=folder)
    faults += checks.check_subjects(document)
    written = parsed(document, SubjectsFile, faults)
    return tuple(written.subjects) if written else ()


def _slug(document: Document) -> str:
    return str(checks.value(document.data, "slug") or "")


def _across(documents: list[Document], known: dict[str, Document]) -> Iterator[Fault]:
    slugs: dict[str, Document] = {}
    readings: dict[str, Document] = {}
    identifiers: dict[tuple[str, str], str] = {}
    for document in documents:
        yield from checks.check_slug(document, slugs)
        yield from checks.check_source_keys(document, known)
        yield from checks.check_readings(document, readings)
        yield from checks.check_identifiers(document, identifiers)
    for document in documents:
        yield from checks.check_sources(document, known)
        yield from checks.check_films_named(document, slugs)
        yield from checks.check_repetition(document)
        yield from checks.check_parts(document)
