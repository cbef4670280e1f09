"""Search by any title, maker or part, in any script, that tolerates typing errors.

A film's `search_text` consists of folded lines in three sections, separated by blank lines: its titles; its parts, whole
film, people and subjects; all of these without spaces, so that “tiexiqu” finds “Tiě xī qū”. Every line begins after a newline, so
that ranking knows where a name begins.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import transaction
from django.db.models import Case, CharField, F, FloatField, Func, IntegerField, Q, Value, When

from catalog.models import Film, FilmQuerySet

LONGEST_QUERY = 200
LEAST_SIMILAR = 0.55
"""Minimum word similarity (pg_trgm) for a misspelt word to match: “sthantango” finds “Sátántangó”.

The index compares with the connection's own setting, which config/database.py sets to this value.
"""
MOST_RANKED = 5_000
SHORTEST_FUZZY = 4
BATCH = 200


def fold(text: str) -> str:
    """Text in the form that search compares: compatibility forms unified, no diacritics, no case, single spaces (UAX 15, NFKD)."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = (
        " " if unicodedata.category(c) in ("Cc", "Pd") else c
        for c in decomposed
        if not unicodedata.combining(c)
    )
    return " ".join("".join(kept).casefold().split())


def compact(text: str) -> str:
    """Folded text with only letters and digits."""
    return "".join(character for character in fold(text) if character.isalnum())


@transaction.atomic
def index_films(films: Iterable[Film]) -> int:
    """Bring `search_text` of these films, their parts and their wholes up to date; returns how many rows changed."""
    keys = {key for film in films for key in (film.pk, film.part_of_id) if key is not None}
    family = (
        Film.objects.filter(Q(pk__in=keys) | Q(part_of_id__in=keys))
        .select_related("part_of")
        .prefetch_related("titles", "parts__titles", "credits__person", "subjects", "part_of__titles")
    )
    changed = []
    for film in family:
        text = _search_text(film)
        if text != film.search_text:
            film.search_text = text
            changed.append(film)
    return Film.objects.bulk_update(changed, ["search_text"], batch_size=BATCH)


def _search_text(film: Film) -> str:
    own = [film.title, *(title.text for title in film.titles.all())]
    others = list(_other_names(film))
    pages = (map(fold, own), map(fold, others), map(compact, [*own, *others]))
    return "\n\n".join("\n" + "\n".join(dict.fromkeys(filter(None, lines))) for lines in pages) + "\n"


def _other_names(film: Film) -> Iterator[str]:
    for relative in (*film.parts.all(), *([film.part_of] if film.part_of else [])):
        yield relative.title
        yield from (title.text for title in relative.titles.all())
    for credit in film.credits.all():
        yield from (credit.person.name, credit.person.original_name)
    for subject in film.subjects.all():
        yield subject.name
        yield from (words["name"] for words in subject.translations.values())


def search_films(films: FilmQuerySet, query: str) -> FilmQuerySet:
    """Those of the films that the query finds, best first: own title, then a part or maker, then similar spellings.

    At most MOST_RANKED films, and as many more that have exactly this name: comparing the names takes time for each film found.
    """
    folded = fold(query[:LONGEST_QUERY])
    if not folded:
        return films
    exact = Q(search_text__contains=f"\n{folded}\n")
    first, others = (films.filter(each).values("pk")[:MOST_RANKED] for each in (exact, _found(query, folded)))
    similarity = TrigramWordSimilarity(folded, "search_text", output_field=FloatField())
    return (
        films.filter(pk__in=first.union(others))
        .annotate(similarity=similarity)
        .annotate(own_titles=_own_titles(), rank=_rank(folded))
        .order_by("-rank", "-similarity", "title", "pk")
    )


def _found(query: str, folded: str) -> Q:
    """Every condition is one that the index on `search_text` serves."""
    found = Q(*(Q(search_text__contains=word) for word in folded.split()))
    if len(folded) >= SHORTEST_FUZZY:
        found |= Q(search_text__trigram_word_similar=folded)
    if squeezed := compact(query[:LONGEST_QUERY]):
        found |= Q(search_text__contains=squeezed)
    return found


def _own_titles() -> Func:
    """The first section of the search text, with a newline at each end."""
    page = Func(F("search_text"), Value("\n\n"), Value(1), function="split_part", output_field=CharField())
    return Func(page, Value("\n"), function="concat", output_field=CharField())


def _rank(folded: str) -> Case:
    return Case(
        When(own_titles__contains=f"\n{folded}\n", then=Value(5)),
        When(own_titles__contains=f"\n{folded}", then=Value(4)),
        When(own_titles__contains=folded, then=Value(3)),
        When(search_text__contains=f"\n{folded}\n", then=Value(2)),
        When(search_text__contains=folded, then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
