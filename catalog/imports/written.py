"""Films of the catalogue as the records that they could have been loaded from: the other way round of catalog.exchange.rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet

from catalog.models import Credit, Film, ReadingAbout, Title

type Data = dict[str, Any]


def written(slugs: Iterable[str]) -> dict[str, Data]:
    """The records of those films that there are, by slug. The same statements for any number; empty fields are left out."""
    return {film.slug: _film(film) for film in _rows(Film.objects.wholes().filter(slug__in=list(slugs)))}


def _rows(films: QuerySet[Film]) -> QuerySet[Film]:
    titles = Title.objects.select_related("source").order_by("order", "pk")
    credited = (
        Credit.objects.select_related("person", "source")
        .prefetch_related("person__names__source")
        .order_by("order", "pk")
    )
    links = ReadingAbout.objects.select_related("reading__source").order_by("order", "pk")
    pieces = ("statements__source", "copies", "previews")
    return films.prefetch_related(
        Prefetch("titles", titles), Prefetch("credits", credited), Prefetch("reading_links", links),
        "reading_links__reading__about__film", "recognitions__source", "press__source", "relations__other", "subjects",
        "distribution_rights", "holdbacks", *pieces, Prefetch("parts", Film.objects.order_by("part_number")),
        Prefetch("parts__titles", titles), *(f"parts__{piece}" for piece in pieces),
    )  # fmt: skip


def _film(film: Film) -> Data:
    return told(
        **_piece(film),
        colour=film.colour,
        countries=list(film.countries),
        languages=list(film.languages),
        kind=film.kind,
        part_unit=film.part_unit,
        featured=film.featured,
        credits=[_credit(each) for each in film.credits.all()],
        recognition=[
            told(event=each.event, year=each.year, outcome=each.outcome, kind=each.kind, **_cited(each))
            for each in film.recognitions.all()
        ],
        press=[
            told(author=each.author, outlet=each.outlet, paraphrase=each.text, **_cited(each))
            for each in film.press.all()
        ],
        readings=[_reading(link) for link in film.reading_links.all()],
        subjects=[subject.name for subject in film.subjects.all()],
        relations=[
            told(film=each.other.slug, kind=each.kind, note=each.note) for each in film.relations.all()
        ],
        rights=[
            told(territory=each.territory, countries=list(each.countries), uses=list(each.uses), starts_on=each.starts_on, ends_on=each.ends_on, note=each.note)
            for each in film.distribution_rights.all()
        ],
        holdbacks=[
            told(uses=list(each.uses), countries=list(each.countries), until=each.until, note=each.note)
            for each in film.holdbacks.all()
        ],
        parts=[
            told(number=part.part_number, **_piece(part)) for part in film.parts.all()
        ],
    )  # fmt: skip


def _piece(film: Film) -> Data:
    """What wholes and parts share."""
    return {
        "slug": film.slug,
        "title": {"text": film.title, "language": film.title_language},
        "titles": [
            told(text=each.text, language=each.language, kind=each.kind, source=each.source and each.source.key)
            for each in film.titles.all()
        ],
        "year": film.year,
        "runtime_minutes": film.runtime,
        "synopsis": film.synopsis,
        "statements": [
            told(fact=each.fact, value=_stated(each.fact, each.value), source=each.source.key, note=each.note)
            for each in film.statements.all()
        ],
        "copies": [
            told(
                label=each.label, format=each.format, runtime_minutes=each.runtime, language=each.language,
                subtitles=list(each.subtitles), captions=list(each.captions),
                audio_description=list(each.audio_description), chapter_points=list(each.chapter_points), sample=each.is_sample,
            )
            for each in film.copies.all()
        ],
        "previews": [
            told(title=each.title, address=each.address, seconds=each.seconds)
            for each in film.previews.all()
            if each.address  # records do not tell of uploaded ones
        ],
    }  # fmt: skip


def _credit(credit: Credit) -> Data:
    person = credit.person
    original = told(text=person.original_name, language=person.original_language or "und")
    return told(
        role=credit.role,
        detail=credit.detail,
        name=person.name,
        sort_name=person.sort_name,
        original=original if person.original_name else None,
        names=[
            told(
                text=each.text, language=each.language, kind=each.kind, source=each.source and each.source.key
            )
            for each in person.names.all()
        ],
        life=person.biography,
        source=credit.source and credit.source.key,
    )


def _reading(link: ReadingAbout) -> Data:
    reading = link.reading
    others = [each for each in reading.about.all() if each.film_id != link.film_id]
    return told(
        key=reading.key, author=reading.author, title=reading.title, container=reading.container, issue=reading.issue,
        pages=reading.pages, publisher=reading.publisher, year=reading.year, isbn=reading.isbn, note=reading.note,
        source=reading.source and reading.source.key, pages_here=link.pages,
        also_about=[told(film=each.film.slug, pages=each.pages) for each in others],
    )  # fmt: skip


def _stated(fact: str, value: str) -> int | str | list[str]:
    """As records write it: minutes and years as numbers, codes as a list."""
    if fact in ("countries", "languages"):
        return value.split(", ")
    return int(value) if fact in ("runtime", "year") and value.isdecimal() else value


def _cited(row: Any) -> Data:
    return {"source": row.source and row.source.key, "note": row.note}


def told(**values: Any) -> Data:
    """Without what is empty: a record leaves out what it does not say."""
    return {name: value for name, value in values.items() if not is_nothing(value)}


def is_nothing(value: Any) -> bool:
    """Nought is something."""
    return value is None or value is False or value in ("", [])
