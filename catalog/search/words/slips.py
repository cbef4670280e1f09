"""One slip in a query: in any of its words, or in the spaces between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.db import connection

from catalog.search.asking import Question
from catalog.search.words.folding import is_unspaced
from catalog.search.words.near import LONGEST, SHORTEST, is_one_slip, shorter_by_one

MOST_NEAR = 200
MOST_INSTEAD = 30
SHORTEST_HALF = 2
NEAR = """
    (SELECT word FROM unnest(%s::text[]) part CROSS JOIN LATERAL (
        SELECT word FROM catalog_searchword WHERE near @> ARRAY[part]::varchar[] LIMIT {most}) found)
    UNION (SELECT word FROM catalog_searchword WHERE word = ANY(%s))
"""
"""Each part by itself: of one array that overlaps another, the planner expects so many that it reads every word."""
WORDS_OF = "SELECT tsvector_to_array(names) FROM catalog_searchentry WHERE film_id = %s"


def with_slips(question: Question) -> tuple[Question, frozenset[str]]:
    """The question with what may stand for each word, and the words for which nothing does. One statement.

    Words of one or two letters need not be there: any could be a slip of any other.
    """
    asked = [word for word in dict.fromkeys(question.words) if _is_long_enough(word)]
    joined = list(_joined(question.words))
    pairs = [words[at] for at, words in joined]
    known = _near([*asked, *filter(_is_long_enough, pairs)])
    instead = {word: _instead(word, known) for word in (*asked, *pairs)}
    short = frozenset(word for word in question.words if not _is_long_enough(word))
    slipped = replace(
        question,
        instead={word: found for word, found in instead.items() if found},
        otherwise=tuple(words for at, words in joined if instead[words[at]]),
        optional=short if short < set(question.words) else frozenset(),
    )
    return slipped, frozenset(word for word in asked if not instead[word])


def _joined(words: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """A space too many: the words with each two neighbours as one, and which that is."""
    for at in range(len(words) - 1):
        yield at, (*words[:at], words[at] + words[at + 1], *words[at + 2 :])


def _instead(word: str, known: set[str]) -> tuple[str, ...]:
    found = [other for other in known if is_one_slip(word, other)]
    found += [f"{a} {b}" for a, b in _halves(word) if a in known and b in known]
    return tuple(sorted(found, key=lambda each: (each != word, each)))[:MOST_INSTEAD]


def _near(words: list[str]) -> set[str]:
    shorter = {part for word in words for part in shorter_by_one(word)}
    halves = {half for word in words for pair in _halves(word) for half in pair}
    with connection.cursor() as cursor:
        cursor.execute(NEAR.format(most=MOST_NEAR), [list(shorter), list(halves)])
        return {word for (word,) in cursor.fetchall()}


def _halves(word: str) -> Iterator[tuple[str, str]]:
    """A space too few, or a letter in its place."""
    for at in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
        yield word[:at], word[at:]
        if len(word) - at - 1 >= SHORTEST_HALF:
            yield word[:at], word[at + 1 :]


def _is_long_enough(word: str) -> bool:
    return (2 if is_unspaced(word) else SHORTEST) <= len(word) <= LONGEST


def _short(word: str, has: set[str]) -> str:
    """For a word too short to be looked up with its slips: the film's own word, if only one is so near, or the word itself."""
    if word in has or len(word) >= SHORTEST or is_unspaced(word):
        return word
    near = [each for each in has if each.isalpha() and len(each) > len(word) and is_one_slip(word, each)]
    return near[0] if len(near) == 1 else word


def meant_by(question: Question, film: int) -> str:
    """What was probably meant, by the words of the best film; empty if that is what was typed."""
    with connection.cursor() as cursor:
        cursor.execute(WORDS_OF, [film])
        row = cursor.fetchone()
    has = set(row[0]) if row else set()
    said = []
    for word in question.words:
        choices = question.instead.get(word, (word,))
        said.append(next((each for each in choices if set(each.split()) <= has), "") or _short(word, has))
    meant = " ".join(said)
    return meant if meant != " ".join(question.words) else ""
