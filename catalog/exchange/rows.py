"""What the tables should contain, according to the records: one mapping of attributes per row.

Records that hang on a film come with `film_id`; names that the database knows by number
(sources, people, subjects, other films) are looked up in Known.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from catalog.exchange.people import Credited, person_slug
from catalog.exchange.records import FilmRecord, PartRecord, SourceRecord
from catalog.exchange.vocabulary import Vocabulary
from catalog.models.identifiers import SCHEMES
from records.alignment import Wanted

type Piece = FilmRecord | PartRecord


@dataclass
class Known:
    """Primary keys by the names that records use; films by slug, parts by whole and number."""

    sources: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    subjects: dict[str, int] = field(default_factory=dict)
    films: dict[str, int] = field(default_factory=dict)
    parts: dict[tuple[str, int], int] = field(default_factory=dict)
    readings: dict[str, int] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary(()))

    def source(self, key: str | None) -> int | None:
        """The primary key of a source; None where a record names none."""
        return self.sources[key] if key else None


def source_row(source: SourceRecord) -> Wanted:
    """A row of Source."""
    return {"key": source.key, "name": source.name, "kind": source.kind, "address": source.address or ""}


def person_row(person: Credited) -> Wanted:
    """A row of Person, without the biography: `life_rows`."""
    original = person.original
    return {
        "slug": person.slug,
        "name": person.credit.name,
        "sort_name": person.sort_name,
        "original_name": original.text if original else "",
        "original_language": original.language if original else "",
    }


def life_rows(people: Iterable[Credited]) -> list[Wanted]:
    """Biographies of those of whom a record gives one; of the others, what the office wrote is kept."""
    return [{"slug": person.slug, "biography": person.life} for person in people if person.life]


def name_rows(people: Iterable[Credited], known: Known) -> Iterator[Wanted]:
    """Rows of PersonName, in the order of the record."""
    for person in people:
        for order, name in enumerate(person.names or ()):
            yield {
                "person_id": known.people[person.slug],
                "text": name.text,
                "language": name.language,
                "kind": name.kind,
                "source_id": known.source(name.source),
                "order": order,
            }


def film_row(film: FilmRecord) -> Wanted:
    """A row of Film for a whole."""
    return {
        "slug": film.slug,
        "part_of_id": None,
        "part_unit": film.part_unit or "",
        "title": film.title.text,
        "title_language": film.title.language,
        "runtime": film.runtime_minutes,
        "year": film.year,
        "synopsis": film.synopsis,
        **_identifiers(film),
        **_shared(film),
    }


def featured_rows(films: tuple[FilmRecord, ...]) -> list[Wanted]:
    """Positions on the front page, of films whose records give one; for the others, the office's choice is kept."""
    return [{"slug": film.slug, "featured": film.featured} for film in films if film.featured]


def part_row(film: FilmRecord, part: PartRecord, whole_id: int) -> Wanted:
    """A row of Film for a part, which takes from the whole what it omits."""
    return {
        "slug": part.slug,
        "part_of_id": whole_id,
        "part_number": part.number,
        "title": part.title.text,
        "title_language": part.title.language,
        "runtime": part.runtime_minutes,
        "year": part.year or film.year,
        "synopsis": part.synopsis or "",
        **_identifiers(part),
        **_shared(film),
    }


def _identifiers(piece: Piece) -> Wanted:
    """Those that the record gives: of the others, what the office wrote is kept."""
    given = {scheme: getattr(piece, scheme) for scheme in SCHEMES}
    return {scheme: number for scheme, number in given.items() if number}


def _shared(film: FilmRecord) -> Wanted:
    return {
        "kind": film.kind,
        "colour": film.colour,
        "countries": film.countries,
        "languages": film.languages,
    }


def title_rows(piece: Piece, film_id: int, known: Known) -> Iterator[Wanted]:
    """Rows of Title, in the order of the record."""
    for order, title in enumerate(piece.titles):
        yield {
            "film_id": film_id,
            "text": title.text,
            "language": title.language,
            "kind": title.kind,
            "source_id": known.source(title.source),
            "order": order,
        }


def statement_rows(piece: Piece, film_id: int, known: Known) -> Iterator[Wanted]:
    """Rows of Statement."""
    for statement in piece.statements:
        yield {
            "film_id": film_id,
            "fact": statement.fact,
            "value": statement.as_text,
            "source_id": known.sources[statement.source],
            "note": statement.note or "",
        }


def copy_rows(piece: Piece, film_id: int, _known: Known) -> Iterator[Wanted]:
    """Rows of ScreeningCopy."""
    for copy in piece.copies:
        yield {
            "film_id": film_id,
            "label": copy.label,
            "format": copy.format,
            "runtime": copy.runtime_minutes,
            "language": copy.language or "",
            "subtitles": copy.subtitles,
            "captions": copy.captions,
            "audio_description": copy.audio_description,
            "chapter_points": copy.chapter_points,
            "is_sample": copy.sample,
        }


def preview_rows(piece: Piece, film_id: int, _known: Known) -> Iterator[Wanted]:
    """Rows of Preview, in the order of the record."""
    for order, preview in enumerate(piece.previews):
        yield {
            "film_id": film_id,
            "title": preview.title,
            "address": preview.address,
            "seconds": preview.seconds,
            "order": order,
        }


def credit_rows(film: FilmRecord, film_id: int, known: Known) -> Iterator[Wanted]:
    """Rows of Credit, in the order of the record."""
    for order, credit in enumerate(film.credits):
        yield {
            "film_id": film_id,
            "person_id": known.people[person_slug(credit)],
            "role": credit.role,
            "detail": credit.detail or "",
            "source_id": known.source(credit.source),
            "order": order,
        }


def recognition_rows(film: FilmRecord, film_id: int, known: Known) -> Iterator[Wanted]:
    """Rows of Recognition, in the order of the record, by which they are found again."""
    for order, recognition in enumerate(film.recognition):
        yield {
            "film_id": film_id,
            "order": order,
            "event": recognition.event,
            "year": recognition.year,
            "outcome": recognition.outcome,
            "kind": recognition.kind,
            "source_id": known.source(recognition.source),
            "note": recognition.note or "",
        }


def press_rows(film: FilmRecord, film_id: int, known: Known) -> Iterator[Wanted]:
    """Rows of PressNotice, in the order of the record, by which they are found again."""
    for order, notice in enumerate(film.press):
        yield {
            "film_id": film_id,
            "order": order,
            "author": notice.author or "",
            "outlet": notice.outlet,
            "text": notice.paraphrase,
            "is_paraphrase": True,
            "source_id": known.source(notice.source),
            "note": notice.note or "",
        }


def relation_rows(film: FilmRecord, film_id: int, known: Known) -> Iterator[Wanted]:
    """Rows of Relation."""
    for relation in film.relations:
        yield {
            "film_id": film_id,
            "other_id": known.films[relation.film],
            "kind": relation.kind,
            "note": relation.note or "",
        }


def right_rows(film: FilmRecord, film_id: int, _known: Known) -> Iterator[Wanted]:
    """Rows of DistributionRight."""
    for right in film.rights:
        yield {
            "film_id": film_id,
            "territory": right.territory,
            "countries": right.countries,
            "uses": right.uses,
            "starts_on": right.starts_on,
            "ends_on": right.ends_on,
            "note": right.note or "",
        }


def holdback_rows(film: FilmRecord, film_id: int, _known: Known) -> Iterator[Wanted]:
    """Rows of Holdback."""
    for each in film.holdbacks:
        yield {
            "film_id": film_id,
            "uses": each.uses,
            "countries": each.countries,
            "until": each.until,
            "note": each.note or "",
        }


def subject_links(film: FilmRecord, film_id: int, known: Known) -> Iterator[Wanted]:
    """Rows of the table between films and subjects."""
    terms = dict.fromkeys(known.vocabulary.slug_of(word) for word in film.subjects)
    yield from ({"film_id": film_id, "subject_id": known.subjects[term]} for term in terms)


def reading_rows(films: tuple[FilmRecord, ...], known: Known) -> list[Wanted]:
    """Rows of Reading, from whichever record each is written in."""
    return [
        {
            "key": reading.key,
            "author": reading.author or "",
            "title": reading.title,
            "container": reading.container or "",
            "issue": reading.issue or "",
            "pages": reading.pages or "",
            "publisher": reading.publisher or "",
            "year": reading.year,
            "isbn": reading.isbn or "",
            "note": reading.note or "",
            "source_id": known.source(reading.source),
        }
        for film in films
        for reading in film.readings
    ]


def reading_links(films: tuple[FilmRecord, ...], known: Known) -> list[Wanted]:
    """Rows of ReadingAbout: a film's own readings first, then those written with other films."""
    links = [(film.slug, reading.key, reading.pages_here) for film in films for reading in film.readings]
    links += [
        (about.film, reading.key, about.pages)
        for film in films
        for reading in film.readings
        for about in reading.also_about
    ]
    order: dict[str, int] = {}
    rows: list[Wanted] = []
    for slug, key, pages in links:
        order[slug] = order.get(slug, -1) + 1
        rows.append(
            {
                "reading_id": known.readings[key],
                "film_id": known.films[slug],
                "pages": pages or "",
                "order": order[slug],
            }
        )
    return rows
