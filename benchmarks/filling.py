"""Fills a database with very many films, and their search entries, in minutes.

What is written is what the application writes: entries are made by `catalog.search.entries`, words by `catalog.search.words`.
Only the way there is short: no film is read back from the database to be indexed, triggers rest (nobody harvests these films),
and indexes that guard nothing are made at the end, all at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import batched
from typing import TYPE_CHECKING, Any

from benchmarks.titles import Made

if TYPE_CHECKING:
    from catalog.search.entries import Entry

BATCH, SAMPLED = 2_000, 200
TABLES = [
    "catalog_film",
    "catalog_person",
    "catalog_credit",
    "catalog_searchentry",
    "catalog_searchword",
]
INDEXES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid = ANY(%s::regclass[]) AND NOT indisunique AND NOT indisexclusion
"""
ADD = (
    """INSERT INTO catalog_person (slug, name, sort_name, original_name, original_language, biography)
       SELECT 'maker-' || md5(name), name, '', '', '', '' FROM (SELECT DISTINCT unnest(%(makers)s::text[])) given (name)
       WHERE name <> '' ON CONFLICT DO NOTHING""",
    """INSERT INTO catalog_film (id, slug, title, title_language, part_unit, kind, year, runtime, colour, countries, languages,
           synopsis, is_published) OVERRIDING SYSTEM VALUE
       SELECT place, 'film-' || place, title, language, '', 'documentary', year, runtime, 'colour',
           ARRAY[(ARRAY['NL', 'FR', 'CN', 'US', 'BR', 'IN', 'JP', 'DE'])[1 + place %% 8]], ARRAY['en'], synopsis, true
       FROM unnest(%(places)s::int[], %(titles)s::text[], %(languages)s::text[], %(years)s::int[], %(runtimes)s::int[],
           %(synopses)s::text[]) given (place, title, language, year, runtime, synopsis)""",
    """INSERT INTO catalog_credit (film_id, person_id, role, detail, "order")
       SELECT place, person.id, 'director', '', 0 FROM unnest(%(places)s::int[], %(makers)s::text[]) given (place, maker)
       JOIN catalog_person person ON person.slug = 'maker-' || md5(maker)""",
)


def fill(made: Iterable[Made]) -> list[Made]:
    """Puts the films in, with keys from 1; returns some of them. Entries are made while the database writes the last ones."""
    sample: list[Made] = []
    known = set[str]()
    with ThreadPoolExecutor(1) as writer, indexes_made_at_the_end():
        writer.submit(_without_triggers).result()
        writing: Future[None] | None = None
        for films in batched(enumerate(made, start=1), BATCH):
            entries = [_entry(place, film) for place, film in films]
            known.update(word for entry in entries for word in entry.words)
            if writing:
                writing.result()
            writing = writer.submit(_add, films, entries)
            sample += [film for _place, film in films[:: max(1, len(films) // SAMPLED)]]
        if writing:
            writing.result()
        writer.submit(_learn, known).result()
        writer.submit(_close).result()
    return sample


def _entry(place: int, film: Made) -> Entry:
    from catalog.search.entries import Name, written

    names: list[Name] = [(film.title, film.language, "A"), (film.maker, "", "C")]
    return written(place, film.title, film.year, names, [film.synopsis])


def _add(films: Sequence[tuple[int, Made]], entries: Sequence[Entry]) -> None:
    from django.db import connection

    from catalog.search.indexing import write

    columns: dict[str, Any] = {
        "places": [place for place, _film in films],
        "titles": [film.title for _place, film in films],
        "languages": [film.language for _place, film in films],
        "years": [film.year for _place, film in films],
        "runtimes": [film.runtime for _place, film in films],
        "synopses": [film.synopsis for _place, film in films],
        "makers": [film.maker for _place, film in films],
    }
    with connection.cursor() as cursor:
        for statement in ADD:
            cursor.execute(statement, columns)
    write(entries)


def _learn(known: Iterable[str]) -> None:
    from catalog.search.indexing import learn

    learn(sorted(known))


def _without_triggers() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")


def _close() -> None:
    from django.db import connection

    connection.close()


@contextmanager
def indexes_made_at_the_end() -> Iterator[None]:
    """Of all tables that are filled; then what PostgreSQL knows of their rows is brought up to date."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(INDEXES, [TABLES])
        definitions = dict(cursor.fetchall())
        cursor.execute("DROP INDEX " + ", ".join(definitions))
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for definition in definitions.values():
            cursor.execute(definition)
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence('catalog_film', 'id'), max(id)) FROM catalog_film"
        )
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("RESET statement_timeout")
        cursor.execute("RESET maintenance_work_mem")
