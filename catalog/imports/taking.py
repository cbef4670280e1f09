"""Some films of a file at a time: checked by the rules of records, compared with what there is, loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import DataError, IntegrityError, transaction
from pydantic import ValidationError

from catalog.exchange import checks
from catalog.exchange.catalogue import Catalogue
from catalog.exchange.load import Loading, hold_loading
from catalog.exchange.people import DETAILS, Credited, person_slug
from catalog.exchange.records import FilmRecord
from catalog.exchange.vocabulary import preferred_names
from catalog.imports.findings import Finding, Sort, Taken, change, found
from catalog.imports.merging import differences, merged
from catalog.imports.written import Data, is_nothing, written
from catalog.models import Film, Person, Source
from catalog.models.subjects import subject_slug
from records.document import Document
from records.faults import Fault
from records.outcome import RecordsRefused
from records.reading import parsed
from wording.say import Say, gettext_noop, say

AT_ONCE = 200
"""Films that are read, compared and loaded together."""
LONGEST_SLUG_SHOWN = 100
NAMING = ("relations", "readings")
"""Fields in which a film names others."""


@dataclass
class Row:
    """A film of the file: its record after the import, and the fields that differ from ours."""

    document: Document
    slug: str
    record: FilmRecord | None = None
    is_new: bool = False
    changes: list[tuple[str, Any, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def line(self) -> int:
        return self.document.line(())

    def note(self, fault: Fault) -> None:
        self.findings.append(found(fault, self.slug[:LONGEST_SLUG_SHOWN]))

    def refuse(self, said: Say, field_name: str = "") -> None:
        self.record = None
        self.note(Fault(self.document.file, self.line, field_name, said))


@dataclass
class Taking:
    """An import under way.

    `seen`: at which row each slug stood; `refused`: the rows that were; `names_later`: a film names one that is not there
    yet; `put_off`: the rows of such films, None if another worker may have met some.
    """

    is_loose: bool
    dry_run: bool
    seen: dict[str, int] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)
    names_later: bool = False
    put_off: set[int] | None = field(default_factory=set)

    def remember(self, document: Document) -> None:
        """A row that an earlier run took."""
        if slug := _slug(document):
            self.seen.setdefault(slug, document.line(()))

    def take(self, documents: Sequence[Document], *, again: bool = False) -> Taken:
        """What becomes of these films. Nothing is written in a dry run. Belongs in a transaction.

        `again`: only what names other films, which are all there by now. What the first reading counted and told is not
        counted and told again; a row that is only now refused is counted as refused.
        """
        hold_loading()
        asked = [each for each in documents if self._is_put_off(each)] if again else documents
        rows = [self._row(document) for document in asked]
        ours = written({row.slug for row in rows if row.slug})
        self._say_people(rows)
        _say_subjects(rows)
        for row in rows:
            if not any(each.sort is Sort.ERROR for each in row.findings):
                self._decide(row, ours.get(row.slug, {}))
        self._check_cited(rows)
        self._check_named(rows, again=again)
        if not self.dry_run:
            _load_rows([row for row in rows if row.record and (row.is_new or row.changes)])
        self.refused |= {row.line for row in rows if row.record is None}
        return _told_again(rows) if again else _told(rows)

    def _is_put_off(self, document: Document) -> bool:
        """Whether the second reading looks at this row: not if it was refused, or taken with all that it names."""
        line = document.line(())
        return line not in self.refused and (self.put_off is None or line in self.put_off)

    def _row(self, document: Document) -> Row:
        row = Row(document, _slug(document))
        for fault in document.faults:
            row.note(fault)
        if not row.slug:
            return row
        line = self.seen.setdefault(row.slug, row.line)
        if line != row.line:
            template = gettext_noop("Row {line} of this file has the same name in its address, “{slug}”.")
            row.refuse(say("duplicate-slug", template, line=line, slug=row.slug))
        return row

    def _decide(self, row: Row, ours: Data) -> None:
        given = row.document.data
        given = (
            {name: _without_empty(value) for name, value in given.items()}
            if isinstance(given, dict)
            else given
        )
        data = merged(ours, given, is_loose=self.is_loose) if isinstance(given, dict) else given
        document = Document(row.document.file, data, row.document.lines)
        faults: list[Fault] = []
        record = parsed(document, FilmRecord, faults)
        faults += [
            *checks.check_repetition(document),
            *checks.check_parts(document),
            *_nameless(document, record),
        ]
        for fault in sorted(faults):
            row.note(fault)
        if record is None or any(each.sort is Sort.ERROR for each in row.findings):
            return
        row.record, row.is_new = record, not ours
        if ours:
            row.changes = list(differences(_normal(ours), _plain(record)))

    def _say_people(self, rows: list[Row]) -> None:
        """In MARC a name is turned; where the catalogue knows the person, it is written as there."""
        if not self.is_loose:
            return
        credited = [each for row in rows for each in _credits(row.document.data)]
        sort_names = {each["sort_name"] for each in credited if isinstance(each.get("sort_name"), str)}
        people = Person.objects.filter(sort_name__in=sort_names).order_by("-pk")
        names = dict(people.values_list("sort_name", "name"))
        for each in credited:
            each["name"] = names.get(str(each.get("sort_name")), each.get("name"))

    def _check_cited(self, rows: list[Row]) -> None:
        cited = {row.slug: set(checks.cited_by(row.record)) for row in rows if row.record}
        known = set(Source.objects.filter(key__in=set().union(*cited.values())).values_list("key", flat=True))
        for row in rows:
            own = {source.key for source in row.record.sources} if row.record else set[str]()
            for key in sorted(cited.get(row.slug, set()) - known - own):
                template = gettext_noop("There is no source “{source}” in this record or in the catalogue.")
                row.refuse(say("unknown-source", template, source=key), "sources")

    def _check_named(self, rows: list[Row], *, again: bool) -> None:
        """A film may name one that comes later in the file: then it is named in a second reading."""
        here = {row.slug for row in rows if row.record}
        named = {slug for row in rows for slug in _films_named(row.record)}
        there = Film.objects.wholes().filter(slug__in=named - here)
        known = (
            here
            | set(there.values_list("slug", flat=True))
            | (self.seen.keys() if self.dry_run and again else set())
        )
        for row in rows:
            lacking = _films_named(row.record) - known
            if row.slug in _films_named(row.record):
                row.refuse(
                    say("names-itself", gettext_noop("A film cannot be related to itself.")), "relations"
                )
            elif lacking and again:
                for slug in sorted(lacking):
                    row.refuse(
                        say(
                            "unknown-film",
                            gettext_noop("There is no film “{slug}” in the catalogue."),
                            slug=slug,
                        ),
                        "relations",
                    )
            elif lacking and row.record:
                self.names_later = True
                if self.put_off is not None:
                    self.put_off.add(row.line)
                row.record = _without_naming(row.record, lacking)
                row.changes = [each for each in row.changes if each[0] not in NAMING]


def _say_subjects(rows: list[Row]) -> None:
    """A word that leads to a term of the catalogue becomes the term, which is what is compared and loaded."""
    lists = [words for row in rows if (words := checks.items(row.document.data, "subjects"))]
    names = preferred_names(word for words in lists for word in words if isinstance(word, str))
    for words in lists:
        said: list[Any] = []
        for word in words:
            name = names.get(subject_slug(word), word) if isinstance(word, str) else word
            if name == word or name not in (*said, *words):
                said.append(name)
        words[:] = said


def _slug(document: Document) -> str:
    slug = checks.value(document.data, "slug")
    return slug if isinstance(slug, str) else ""


def names_films(document: Document) -> bool:
    """Whether the second reading looks at this film."""
    readings = checks.items(document.data, "readings")
    return bool(
        checks.items(document.data, "relations") or any(checks.items(each, "also_about") for each in readings)
    )


def _credits(data: Any) -> list[dict[str, Any]]:
    return [each for each in checks.items(data, "credits") if isinstance(each, dict)]


def _without_empty(value: Any) -> Any:
    """Items of lists without the fields that say nothing."""
    if isinstance(value, list):
        return [_without_empty(each) for each in value]
    if isinstance(value, dict):
        return {name: _without_empty(each) for name, each in value.items() if each not in (None, "", [])}
    return value


def _nameless(document: Document, record: FilmRecord | None) -> Iterator[Fault]:
    for place, credit in enumerate(record.credits if record else ()):
        if not person_slug(credit):
            template = gettext_noop(
                "No address can be made from “{name}”; also give the name in Latin letters."
            )
            yield document.fault(
                ("credits", place, "name"), say("name-without-address", template, name=credit.name)
            )


def _normal(ours: Data) -> Data:
    """Ours as the rules of records would write it, so that only what differs in meaning is a difference."""
    try:
        record = FilmRecord.model_validate(ours)
    except ValidationError:
        return ours
    return _plain(record)


def _plain(record: FilmRecord) -> Data:
    dumped = record.model_dump(exclude={"sources"})
    dumped["subjects"].sort()  # a film has them in no order
    return {name: value for name, each in dumped.items() if not is_nothing(value := _bare(each))}


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: bare for name, each in value.items() if not is_nothing(bare := _bare(each))}
    return [_bare(each) for each in value] if isinstance(value, list) else value


def _films_named(record: FilmRecord | None) -> set[str]:
    if record is None:
        return set()
    about = {each.film for reading in record.readings for each in reading.also_about}
    return about | {relation.film for relation in record.relations}


def _without_naming(record: FilmRecord, lacking: set[str]) -> FilmRecord:
    readings = [
        reading.model_copy(
            update={"also_about": [each for each in reading.also_about if each.film not in lacking]}
        )
        for reading in record.readings
    ]
    relations = [relation for relation in record.relations if relation.film not in lacking]
    return record.model_copy(update={"readings": readings, "relations": relations})


def _load_rows(rows: list[Row]) -> None:
    """All at once; where the database or a rule refuses that, film by film, so that the others land."""
    if not rows:
        return
    try:
        with transaction.atomic():
            _load([row.record for row in rows if row.record])
    except (RecordsRefused, IntegrityError, DataError) as error:
        if len(rows) > 1:
            for row in rows:
                _load_rows([row])
        elif isinstance(error, RecordsRefused):
            for fault in error.errors:
                rows[0].refuse(fault.say, fault.field)
        else:
            rows[0].refuse(
                say(
                    "not-stored",
                    gettext_noop(
                        "The database does not take this film; is a value out of range, or used by another film?"
                    ),
                )
            )


def _load(films: list[FilmRecord]) -> None:
    people: dict[str, Credited] = {}
    for credit in (credit for film in films for credit in film.credits):
        person = people.setdefault(person_slug(credit), Credited(person_slug(credit), credit, {}))
        for detail in DETAILS:
            if (value := getattr(credit, detail)) is not None:
                person.given.setdefault(detail, (value, ""))
    sources = {source.key: source for film in films for source in film.sources}
    catalogue = Catalogue(tuple(films), tuple(people.values()), tuple(sources.values()), (), ())
    Loading(catalogue, is_import=True).run()


def _told_again(rows: list[Row]) -> Taken:
    """What the second reading adds to the first."""
    taken = Taken()
    for row in rows:
        if row.record is None:
            taken.refused += 1
            taken.findings += [each for each in row.findings if each.sort is Sort.ERROR]
        else:
            naming = (each for each in row.changes if each[0] in NAMING)
            taken.findings += [change(row.line, row.slug, *each) for each in naming]
    return taken


def _told(rows: list[Row]) -> Taken:
    taken = Taken()
    for row in rows:
        if row.record and not row.is_new and not row.changes:
            row.findings.clear()  # warnings of what stands already
        taken.findings += row.findings
        if row.record is None:
            taken.refused += 1
        elif row.is_new:
            taken.created += 1
            taken.findings.append(Finding(Sort.NEW, row.line, row.slug, "", row.record.title.text))
        elif row.changes:
            taken.changed += 1
            taken.findings += [change(row.line, row.slug, *each) for each in row.changes]
        else:
            taken.unchanged += 1
    return taken
