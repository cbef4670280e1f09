"""Keeps the rows that films are found by up to date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import batched

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q, QuerySet

from catalog.models import Film
from catalog.search.entries import Entry, entry_of
from catalog.search.words.near import shorter_by_one

BATCH, LEARNT = 500, 5_000
STEMS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
"""PostgreSQL's text search configuration for the language that the office writes in."""
WRITE = """
    INSERT INTO catalog_searchentry (film_id, names, told, length)
    SELECT film, names::tsvector, to_tsvector(%s::regconfig, told), length
    FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::smallint[]) given (film, names, told, length)
    ON CONFLICT (film_id) DO UPDATE SET names = EXCLUDED.names, told = EXCLUDED.told, length = EXCLUDED.length
    WHERE (catalog_searchentry.names, catalog_searchentry.told) IS DISTINCT FROM (EXCLUDED.names, EXCLUDED.told)
"""
KNOWN = "SELECT word FROM catalog_searchword WHERE word = ANY(%s)"
LEARN = """
    INSERT INTO catalog_searchword (word, near)
    SELECT word, string_to_array(near, ' ') FROM unnest(%s::text[], %s::text[]) given (word, near)
    ON CONFLICT DO NOTHING
"""


def stems() -> str:
    return STEMS.get(settings.LANGUAGE_CODE.split("-", maxsplit=1)[0], "simple")


@transaction.atomic
def index_films(films: Iterable[Film]) -> int:
    """Brings the entries of these films, their parts and their wholes up to date; returns how many rows changed.

    Memory is that of BATCH films, of the keys of all, and of the words that are new.
    """
    keys = {key for film in films for key in (film.pk, film.part_of_id) if key is not None}
    changed, new = 0, set[str]()
    for batch in batched(sorted(keys), BATCH):
        entries = [entry_of(film) for film in _family(batch)]
        changed += write(entries)
        new |= _unknown({word for entry in entries for word in entry.words})
    learn(sorted(new))
    return changed


def _family(keys: Sequence[int]) -> QuerySet[Film]:
    return (
        Film.objects.filter(Q(pk__in=keys) | Q(part_of_id__in=keys))
        .select_related("part_of")
        .prefetch_related(
            "titles",
            "parts__titles",
            "credits__person__names",
            "subjects__broader",
            "subjects__see_from",
            "part_of__titles",
        )
    )


def write(entries: Sequence[Entry]) -> int:
    """Returns how many rows changed."""
    if not entries:
        return 0
    columns = zip(*((each.film, each.names, each.told, each.length) for each in entries), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(WRITE, [stems(), *map(list, columns)])
        return int(cursor.rowcount)


def _unknown(words: set[str]) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(KNOWN, [list(words)])
        return words - {word for (word,) in cursor.fetchall()}


def learn(words: Sequence[str]) -> None:
    """In alphabetical order, and once in a transaction: two that learn the same words wait for each other in one direction."""
    for some in batched(words, LEARNT):
        with connection.cursor() as cursor:
            cursor.execute(LEARN, [list(some), [" ".join(shorter_by_one(word)) for word in some]])
