"""From a film to what it is found by: words and whole names with their weights, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from catalog.models import Film
from catalog.models.filing import articles_of
from catalog.search.words.folding import bigrams, compact, fold, is_unspaced, spellings, words
from catalog.search.words.near import LONGEST, SHORTEST

type Weight = Literal["A", "B", "C"]
type Lexeme = tuple[str, Weight]
type Name = tuple[str, str, Weight]
"""A name with its language ("" for a person's) and weight."""

LONGEST_LEXEME = 80
WHOLE = "="
"""Stands before a whole name without its spaces, so that it is no word: `=westofthetracks`."""


@dataclass(frozen=True, slots=True)
class Entry:
    film: int
    names: str
    """As the text of a tsvector."""
    told: str
    """Words, to be made into stems by the database."""
    length: int
    words: frozenset[str]
    """Those in which a slip is looked for."""


def entry_of(film: Film) -> Entry:
    """Of a film whose titles, parts, credits and subjects are fetched already."""
    return written(film.pk, film.title, film.year, list(_names(film)), list(_synopses(film)))


def written(film: int, title: str, year: int, names: Sequence[Name], synopses: Sequence[str]) -> Entry:
    """Of a film that need not be in the database: `names` are all its names, the title too."""
    lexemes = {lexeme for name in names for lexeme in lexemes_of(*name)}
    lexemes.add((str(year), "C"))
    said = (text for text, *_rest in names)
    told = [word for text in (*said, *synopses) for word in words(text)]
    return Entry(
        film=film,
        names=vector(lexemes),
        told=" ".join(_said(told)),
        length=min(len(title), 250),
        words=frozenset(word for word in told if _may_slip(word)),
    )


def _may_slip(word: str) -> bool:
    return (2 if is_unspaced(word) else SHORTEST) <= len(word) <= LONGEST


def _names(film: Film) -> Iterator[Name]:
    yield from ((text, language, "A") for text, language in _titles(film))
    for relative in (*_parts(film), *([film.part_of] if film.part_of else [])):
        yield from ((text, language, "B") for text, language in _titles(relative))
    for credit in film.credits.all():
        yield (credit.person.name, "", "C")
        yield (credit.person.original_name, "", "C")
        yield from ((name.text, "", "C") for name in credit.person.names.all())
    for subject in film.subjects.all():
        for term in filter(None, (subject, subject.broader)):
            yield (term.name, "", "C")
            yield from ((each["name"], "", "C") for each in term.translations.values())
        yield from ((word.name, "", "C") for word in subject.see_from.all())


def _synopses(film: Film) -> Iterator[str]:
    yield film.synopsis
    yield from (part.synopsis for part in _parts(film))


def _parts(film: Film) -> list[Film]:
    """Those that visitors may see: nobody learns of the others by searching."""
    return [part for part in film.parts.all() if part.is_published]


def _titles(film: Film) -> Iterator[tuple[str, str]]:
    yield film.title, film.title_language
    yield from ((title.text, title.language) for title in film.titles.all())


def lexemes_of(name: str, language: str, weight: Weight) -> Iterator[Lexeme]:
    found = words(name)
    for word in found:
        if is_unspaced(word):
            yield from ((each, weight) for each in (*bigrams(word), word[-1]))
        else:
            yield from ((each[:LONGEST_LEXEME], weight) for each in spellings(word))
    if key := whole(name):
        yield key, weight
    if len(found) > 1 and found[0] in articles_of(language):
        yield whole("".join(found[1:])), weight
    if len(found) > 1:  # run together: `tiexiqu` begins a word
        yield compact(name)[:LONGEST_LEXEME], weight


def whole(name: str) -> str:
    """The whole name as a lexeme; empty for an empty one. A name of signs alone is its signs."""
    key = compact(name) or fold(name)
    return WHOLE + key[:LONGEST_LEXEME] if key else ""


def _said(found: Iterable[str]) -> Iterator[str]:
    for word in found:
        if is_unspaced(word):
            yield from bigrams(word)
        else:
            yield from spellings(word)


def vector(lexemes: Iterable[Lexeme]) -> str:
    """The text of a tsvector (https://www.postgresql.org/docs/current/datatype-textsearch.html)."""
    weights: dict[str, set[Weight]] = {}
    for lexeme, weight in lexemes:
        weights.setdefault(lexeme, set()).add(weight)
    places: tuple[Weight, ...] = ("A", "B", "C")
    return " ".join(
        f"{quoted(lexeme)}:" + ",".join(f"{places.index(each) + 1}{each}" for each in sorted(found))
        for lexeme, found in weights.items()
    )


def quoted(lexeme: str) -> str:
    escaped = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
