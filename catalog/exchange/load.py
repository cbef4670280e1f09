"""Loads a folder of records into the catalogue: everything or nothing, and only what differs."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Max, Model, Q, QuerySet

from catalog.exchange import rows
from catalog.exchange.catalogue import Catalogue, read_catalogue
from catalog.exchange.checks import cited_by
from catalog.exchange.people import Credited
from catalog.exchange.records import FilmRecord
from catalog.exchange.vocabulary import Vocabulary, drop_replaced_terms, led_to, load_subjects
from catalog.models import (
    Credit,
    DistributionRight,
    Film,
    Holdback,
    Person,
    PersonName,
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
    so do copies, previews, rights and holdbacks that only the office has entered.
    """
    catalogue = read_catalogue(folder)
    if catalogue.errors:
        raise RecordsRefused(catalogue.faults)
    with transaction.atomic():
        hold_loading()
        return Loading(catalogue).run()


def hold_loading() -> None:
    """Waits until no other load or import is under way; to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


@dataclass
class Loading:
    """Makes the rows of some films match their records. Time and memory are those of these films, however many others there are.

    `is_import`: people and subjects that the catalogue has are left as the office wrote them, only new ones are added; new films
    and parts are drafts.
    """

    catalogue: Catalogue
    is_import: bool = False
    known: rows.Known = field(default_factory=rows.Known)
    renamed: set[int] = field(default_factory=set)
    whole_of: dict[int, int] = field(default_factory=dict)
    created: set[int] = field(default_factory=set)
    created_parts: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)

    def run(self) -> LoadReport:
        self._load_names()
        self._load_wholes()
        self._load_parts()
        self._load_pieces()
        self._load_film_lists()
        drop_replaced_terms(self.known.vocabulary)
        self._load_readings()
        index_films(Film.objects.filter(pk__in=self.touched | self.renamed))
        changed = len(self.touched - self.created)
        unchanged = len(self.catalogue.films) - len(self.created) - changed
        return LoadReport(len(self.created), changed, unchanged, self.catalogue.warnings)

    def _load_names(self) -> None:
        self._load_sources()
        people = {person.slug: rows.person_row(person) for person in self.catalogue.people}
        known = Person.objects.filter(slug__in=people)
        if self.is_import:
            people = _without(people, known.values_list("slug", flat=True))
        named = align(known, list(people.values()), key=["slug"], remove=False)
        self.known.people = dict(known.values_list("slug", "pk"))
        renamed = self._load_lives([each for each in self.catalogue.people if each.slug in people])
        self.known.vocabulary = Vocabulary(self.catalogue.subjects, led_to(self.catalogue.films))
        loaded = load_subjects(self.known.vocabulary, self.catalogue.films, keeps=self.is_import)
        self.known.subjects = loaded.keys
        changed = {row.pk for row in named.changed} | renamed
        if changed or loaded.changed:
            under = Q(subjects__in=loaded.changed) | Q(subjects__broader__in=loaded.changed)
            films = Film.objects.filter(Q(credits__person__in=changed) | under)
            self.renamed = set(films.values_list("pk", flat=True))

    def _load_lives(self, people: Sequence[Credited]) -> set[int]:
        """What records say of people's lives, and their other names; the keys of those whose names changed."""
        lives = rows.life_rows(people)
        align(
            Person.objects.filter(slug__in=[row["slug"] for row in lives]), lives, key=["slug"], remove=False
        )
        given = [each for each in people if each.names is not None]
        if not given:
            return set()
        held = PersonName.objects.filter(person__slug__in=[each.slug for each in given])
        wanted = list(rows.name_rows(given, self.known))
        names = align(held, wanted, key=["person_id", "text", "language"], remove=True)
        return {row.person_id for row in names.touched}

    def _load_sources(self) -> None:
        sources = {source.key: rows.source_row(source) for source in self.catalogue.sources}
        cited = {key for film in self.catalogue.films for key in cited_by(film)}
        known = Source.objects.filter(key__in=cited | sources.keys())
        align(known, list(sources.values()), key=["key"], remove=False)
        self.known.sources = dict(known.values_list("key", "pk"))

    def _load_wholes(self) -> None:
        wanted = [rows.film_row(film) for film in self.catalogue.films]
        existing = Film.objects.wholes().filter(slug__in=[film.slug for film in self.catalogue.films])
        difference = align(existing, wanted, key=["slug"], remove=False, at_first=self._at_first())
        own = _keys(difference)
        self.created = {film.pk for film in difference.created}
        self.whole_of = {pk: pk for pk in own.values()}
        named = Film.objects.wholes().filter(slug__in=_named(self.catalogue.films) - own.keys())
        self.known.films = dict(named.values_list("slug", "pk")) | own
        featured = align(existing.all(), rows.featured_rows(self.catalogue.films), key=["slug"], remove=False)
        self._touch(film.pk for film in (*difference.touched, *featured.touched))

    def _at_first(self) -> Wanted:
        """What films and parts begin with and the office then decides."""
        return {"is_published": not self.is_import}

    def _load_parts(self) -> None:
        wanted = [
            rows.part_row(film, part, self.known.films[film.slug])
            for film in self.catalogue.films
            for part in film.parts
        ]
        existing = self._of_standing(Film.objects.all(), "part_of_id")
        self._refuse_lost_parts(existing, wanted)
        _step_aside(existing, wanted)
        difference = align(
            existing, wanted, key=["part_of_id", "part_number"], remove=False, at_first=self._at_first()
        )
        self.created_parts = {part.pk for part in difference.created}
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
            (Holdback.objects.all(), rows.holdback_rows, ("film_id", "uses", "countries"), False),
            (Film.subjects.through.objects.all(), rows.subject_links, ("film_id", "subject_id"), True),
        ]
        for table, wanted, key, remove in lists:
            films = [(film, self.known.films[film.slug]) for film in self.catalogue.films]
            found = [row for film, pk in films for row in wanted(film, pk, self.known)]
            self._align(table, found, key=key, remove=remove)
        self._load_rights()

    def _load_rights(self) -> None:
        """A right is found again by its territory, so that its uses can be narrowed; where a record has a territory twice, by its uses too."""
        films = [(film, self.known.films[film.slug]) for film in self.catalogue.films]
        found = [row for film, pk in films for row in rows.right_rows(film, pk, self.known)]
        times = Counter((row["film_id"], row["territory"]) for row in found)
        for key, is_twice in ((("film_id", "territory"), False), (("film_id", "territory", "uses"), True)):
            some = [row for row in found if (times[row["film_id"], row["territory"]] > 1) is is_twice]
            self._align(DistributionRight.objects.order_by("pk"), some, key=key, remove=False)

    def _load_readings(self) -> None:
        wanted = rows.reading_rows(self.catalogue.films, self.known)
        existing = Reading.objects.filter(key__in=[row["key"] for row in wanted])
        difference = align(existing, wanted, key=["key"], remove=False)
        self.known.readings = _keys(difference)
        written_with = {reading.key: film.slug for film in self.catalogue.films for reading in film.readings}
        self._touch(self.known.films[written_with[reading.key]] for reading in difference.touched)
        links = rows.reading_links(self.catalogue.films, self.known)
        own = [link for link in links if link["film_id"] in self.whole_of]
        self._align(ReadingAbout.objects.all(), own, key=("reading_id", "film_id"), remove=True)
        self._link_others([link for link in links if link["film_id"] not in self.whole_of])

    def _link_others(self, links: list[Wanted]) -> None:
        """Films that are not loaded now, and that a reading is about too: the link is added after those that they have."""
        others = {int(str(link["film_id"])) for link in links}
        had = ReadingAbout.objects.filter(film_id__in=others)
        pairs = set(had.values_list("reading_id", "film_id"))
        last = dict(had.order_by().values_list("film_id").annotate(last=Max("order")))
        new = [link for link in links if (link["reading_id"], link["film_id"]) not in pairs]
        for place, link in enumerate(new, start=1):
            order = last.get(link["film_id"], -1) + place
            ReadingAbout.objects.create(**{**link, "order": order})

    def _align(
        self, table: QuerySet[Model], wanted: list[Wanted], *, key: Collection[str], remove: bool
    ) -> None:
        existing = self._of_standing(table, "film_id")
        difference = align(existing, wanted, key=key, remove=remove)
        self._touch(row.__dict__["film_id"] for row in difference.touched)

    def _of_standing[M: Model](self, table: QuerySet[M], field: str) -> QuerySet[M]:
        """The rows of films and parts that stood before: those created now have none, and the database is not asked for them."""
        standing = self.whole_of.keys() - self.created - self.created_parts
        return table.filter(**{f"{field}__in": standing}) if standing else table.none()

    def _pieces(self) -> Iterator[tuple[rows.Piece, int]]:
        for film in self.catalogue.films:
            yield film, self.known.films[film.slug]
            for part in film.parts:
                yield part, self.known.parts[film.slug, part.number]

    def _touch(self, film_ids: Iterator[int]) -> None:
        self.touched.update(self.whole_of[pk] for pk in film_ids)


def _keys[M: Model](difference: Difference[M]) -> dict[str, int]:
    return {str(name): row.pk for (name,), row in difference.rows.items()}


def _without(rows_by_slug: dict[str, Wanted], known: Iterable[str]) -> dict[str, Wanted]:
    kept = set(known)
    return {slug: row for slug, row in rows_by_slug.items() if slug not in kept}


def _named(films: Iterable[FilmRecord]) -> set[str]:
    """The slugs of films that relations and readings name."""
    related = {relation.film for film in films for relation in film.relations}
    return related | {
        about.film for film in films for reading in film.readings for about in reading.also_about
    }


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
