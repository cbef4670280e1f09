"""Loads a folder of records into the catalogue: everything or nothing, and only what differs."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Model, QuerySet

from catalog.exchange import rows
from catalog.exchange.catalogue import Catalogue, read_catalogue
from catalog.exchange.records import FilmRecord
from catalog.exchange.vocabulary import Vocabulary, drop_replaced_terms, load_subjects
from catalog.models import (
    Credit,
    DistributionRight,
    Film,
    Person,
    PressNotice,
    Preview,
    Reading,
    ReadingAbout,
    Recognition,
    Relation,
    ScreeningCopy,
    Source,
    Statement,
    Title,
)
from catalog.search.indexing import index_films
from records.alignment import Difference, Wanted, align
from records.faults import Fault
from records.outcome import LoadReport, RecordsRefused
from wording.say import Say, gettext_noop, say
from wording.say import Title as Titled

LOCK = 0x4C6F6E67  # any fixed number: two loads at once would each create the same films

type Rows = Callable[[rows.Piece, int, rows.Known], Iterator[Wanted]]
type FilmRows = Callable[[FilmRecord, int, rows.Known], Iterator[Wanted]]


def load_catalogue(*, folder: Path) -> LoadReport:
    """Make the catalogue match the records in `folder`, in one transaction.

    Raises RecordsRefused, with every fault, if any record has an error; nothing is changed
    then. A row that already agrees is not written. Films that have no record any more stay, and
    so do copies, previews and rights that only the office has entered.
    """
    catalogue = read_catalogue(folder)
    if catalogue.errors:
        raise RecordsRefused(catalogue.faults)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        return _Loading(catalogue).run()


@dataclass
class _Loading:
    catalogue: Catalogue
    known: rows.Known = field(default_factory=rows.Known)
    whole_of: dict[int, int] = field(default_factory=dict)
    created: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)

    def run(self) -> LoadReport:
        self._load_names()
        self._load_wholes()
        self._load_parts()
        self._load_pieces()
        self._load_film_lists()
        drop_replaced_terms(self.known.vocabulary)
        self._load_readings()
        index_films(Film.objects.wholes())
        changed = len(self.touched - self.created)
        unchanged = len(self.catalogue.films) - len(self.created) - changed
        return LoadReport(len(self.created), changed, unchanged, self.catalogue.warnings)

    def _load_names(self) -> None:
        sources = [rows.source_row(source) for source in self.catalogue.sources]
        people = [rows.person_row(person) for person in self.catalogue.people]
        self.known.sources = _keys(align(Source.objects.all(), sources, key=["key"], remove=False))
        self.known.people = _keys(align(Person.objects.all(), people, key=["slug"], remove=False))
        self.known.vocabulary = Vocabulary(self.catalogue.subjects)
        self.known.subjects = load_subjects(self.known.vocabulary, self.catalogue.films)

    def _load_wholes(self) -> None:
        wanted = [rows.film_row(film) for film in self.catalogue.films]
        difference = align(Film.objects.wholes(), wanted, key=["slug"], remove=False)
        self.known.films = _keys(difference)
        self.created = {film.pk for film in difference.created}
        self.whole_of = {pk: pk for pk in self.known.films.values()}
        featured = align(
            Film.objects.wholes(), rows.featured_rows(self.catalogue.films), key=["slug"], remove=False
        )
        self._touch(film.pk for film in (*difference.touched, *featured.touched))

    def _load_parts(self) -> None:
        wanted = [
            rows.part_row(film, part, self.known.films[film.slug])
            for film in self.catalogue.films
            for part in film.parts
        ]
        existing = Film.objects.filter(part_of_id__in=self.known.films.values())
        self._refuse_lost_parts(existing, wanted)
        _step_aside(existing, wanted)
        difference = align(existing, wanted, key=["part_of_id", "part_number"], remove=False)
        slugs = {pk: slug for slug, pk in self.known.films.items()}
        for part in difference.rows.values():
            if part.part_of_id is not None and part.part_number is not None:
                self.whole_of[part.pk] = part.part_of_id
                self.known.parts[slugs[part.part_of_id], part.part_number] = part.pk
        self._touch(part.pk for part in difference.touched)

    def _refuse_lost_parts(self, existing: QuerySet[Film], wanted: list[Wanted]) -> None:
        kept = {(row["part_of_id"], row["part_number"]) for row in wanted}
        faults = tuple(
            Fault(f"films/{part.whole.slug}.yaml", 1, "parts", _lost(part))
            for part in existing.select_related("part_of")
            if (part.part_of_id, part.part_number) not in kept
        )
        if faults:
            raise RecordsRefused(faults)

    def _load_pieces(self) -> None:
        """The columns that wholes and parts share."""
        lists: list[tuple[QuerySet[Model], Rows, Collection[str], bool]] = [
            (Title.objects.all(), rows.title_rows, ("film_id", "text", "language", "kind"), True),
            (Statement.objects.all(), rows.statement_rows, ("film_id", "fact", "value", "source_id"), True),
            (ScreeningCopy.objects.all(), rows.copy_rows, ("film_id", "label"), False),
            (Preview.objects.all(), rows.preview_rows, ("film_id", "title"), False),
        ]
        for table, wanted, key, remove in lists:
            found = [row for piece, pk in self._pieces() for row in wanted(piece, pk, self.known)]
            self._align(table, found, key=key, remove=remove)

    def _load_film_lists(self) -> None:
        """The columns that only wholes have in a record."""
        lists: list[tuple[QuerySet[Model], FilmRows, Collection[str], bool]] = [
            (Credit.objects.all(), rows.credit_rows, ("film_id", "person_id", "role", "detail"), True),
            (Recognition.objects.all(), rows.recognition_rows, ("film_id", "order"), True),
            (PressNotice.objects.all(), rows.press_rows, ("film_id", "order"), True),
            (Relation.objects.all(), rows.relation_rows, ("film_id", "other_id", "kind"), True),
            (DistributionRight.objects.all(), rows.right_rows, ("film_id", "territory"), False),
            (Film.subjects.through.objects.all(), rows.subject_links, ("film_id", "subject_id"), True),
        ]
        for table, wanted, key, remove in lists:
            films = [(film, self.known.films[film.slug]) for film in self.catalogue.films]
            found = [row for film, pk in films for row in wanted(film, pk, self.known)]
            self._align(table, found, key=key, remove=remove)

    def _load_readings(self) -> None:
        wanted = rows.reading_rows(self.catalogue.films, self.known)
        difference = align(Reading.objects.all(), wanted, key=["key"], remove=False)
        self.known.readings = _keys(difference)
        written_with = {reading.key: film.slug for film in self.catalogue.films for reading in film.readings}
        self._touch(self.known.films[written_with[reading.key]] for reading in difference.touched)
        links = rows.reading_links(self.catalogue.films, self.known)
        self._align(ReadingAbout.objects.all(), links, key=("reading_id", "film_id"), remove=True)

    def _align(
        self, table: QuerySet[Model], wanted: list[Wanted], *, key: Collection[str], remove: bool
    ) -> None:
        existing = table.filter(film_id__in=self.whole_of)
        difference = align(existing, wanted, key=key, remove=remove)
        self._touch(row.__dict__["film_id"] for row in difference.touched)

    def _pieces(self) -> Iterator[tuple[rows.Piece, int]]:
        for film in self.catalogue.films:
            yield film, self.known.films[film.slug]
            for part in film.parts:
                yield part, self.known.parts[film.slug, part.number]

    def _touch(self, film_ids: Iterator[int]) -> None:
        self.touched.update(self.whole_of[pk] for pk in film_ids)


def _keys[M: Model](difference: Difference[M]) -> dict[str, int]:
    return {str(name): row.pk for (name,), row in difference.rows.items()}


def _lost(part: Film) -> Say:
    template = gettext_noop(
        "Part {number} of {film} is in the catalogue but not in the record; "
        "remove it in the office first, if nothing has been sold or shown of it."
    )
    whole = part.whole
    film = Titled(whole.title, whole.title_language)
    return say("part-lost", template, number=part.part_number or 0, film=film)


def _step_aside(existing: QuerySet[Film], wanted: list[Wanted]) -> None:
    """Parts that swap slugs would have the same one for a moment, which the database refuses."""
    slugs = {(row["part_of_id"], row["part_number"]): row["slug"] for row in wanted}
    moving = [part for part in existing if slugs[part.part_of_id, part.part_number] != part.slug]
    if len(moving) > 1:
        for part in moving:
            part.slug = f"part-{part.pk}-moving"
        Film.objects.bulk_update(moving, ["slug"])
