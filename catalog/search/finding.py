"""Finds films by a query: the keys of the best first, in at most seven statements, none of which reads a whole table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled

from catalog.models import FilmQuerySet
from catalog.search.asking import Question
from catalog.search.indexing import stems
from catalog.search.words.near import SHORTEST
from catalog.search.words.slips import meant_by, with_slips

MOST_RANKED = 1_000
"""Films that a query finds at most."""
MOST_NAMED = 500
FEW = 10
"""Fewer films than these, and none of exactly this title: the query may have a slip."""
SECONDS = 3
"""For one statement of a search. On a machine that is not overloaded it takes some hundredths."""
EXACT_TITLE, ONLY_TOLD = 6, 1
SETTINGS = """
    SELECT set_config('statement_timeout', %s, true), set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true),
        set_config('enable_indexscan', 'off', true)
"""
"""What fits the words comes out of their index as a bitmap, and at most MOST_RANKED films are looked up by their keys, in an index alone.

The planner expects one film in 200 for every word that stands for longer ones. Of sixty such words it would rather read all
entries until MOST_RANKED fit, which of a million takes some seconds if few fit.
"""
NAMED = """
    WITH found (film_id, length, tier) AS (
        (SELECT film_id, length, CASE WHEN names @@ %(own_names)s::tsquery THEN 6 ELSE 3 END
         FROM catalog_searchentry entry WHERE names @@ %(names)s::tsquery AND {within} LIMIT {named})
        UNION ALL
        (SELECT film_id, length, 5
         FROM catalog_searchentry entry WHERE names @@ %(names_from)s::tsquery AND {within} LIMIT {named})
        UNION ALL
        (SELECT film_id, length, CASE WHEN names @@ %(titles)s::tsquery THEN 4 ELSE 2 END
         FROM catalog_searchentry entry WHERE names @@ %(words)s::tsquery AND {within} LIMIT {most} + 1)
    )
    SELECT film_id, max(tier) FROM found GROUP BY 1 ORDER BY 2 DESC, min(length), 1 LIMIT {most} + 1
"""
TOLD = """
    WITH found AS (
        SELECT film_id, length
        FROM catalog_searchentry entry WHERE told @@ to_tsquery(%(stems)s, %(told)s) AND {within} LIMIT {most} + 1
    )
    SELECT film_id, 1 FROM found ORDER BY length, film_id
"""


type Ranked = list[tuple[int, int]]
"""Keys of films, best first, each with why it stands there: from EXACT_TITLE to ONLY_TOLD."""


type Statement = tuple[str, dict[str, str]]


class TooSlow(Exception):  # noqa: N818 - an answer: the page says it
    """The database has given up a search after SECONDS."""


@dataclass(frozen=True, slots=True)
class Found:
    """The films that a query finds, best first."""

    keys: list[int]
    question: Question
    """As it was asked at last: with what may stand for words that have slips."""
    is_capped: bool = False
    """Whether there may be more."""
    meant: str = ""
    """What was probably meant, if it is not what was typed."""
    exact: int = 0
    """How many of the films have what was typed; those that follow have something like it."""


def find(films: FilmQuerySet, query: str) -> Found:
    """Those of `films` that the query finds; none for a query without a letter or digit that is no film's name.

    Best first: exactly this title, titles that begin so, titles with all the words, a part or person of exactly this name,
    names with all the words, what is told; shorter titles before longer ones. Raises TooSlow.
    """
    question = Question.typed(query)
    if not question.key:
        return Found([], question)
    with patient():
        rows = _ask(films, question, enough=MOST_RANKED + 1)
        if _is_sure(question, rows):
            return Found(
                [key for key, _tier in rows[:MOST_RANKED]], question, len(rows) > MOST_RANKED, exact=len(rows)
            )
        return _with_slips(films, question, rows)


def _is_sure(question: Question, rows: Ranked) -> bool:
    """Whether no slip is to be looked for. What is told says nothing of short words, in which the slip may be."""
    has_title = any(tier == EXACT_TITLE for _key, tier in rows)
    named = _named(rows)
    asked = rows if question.is_all_told else named
    return has_title or len(asked) >= FEW or not question.words or bool(named and question.is_half_by_a_slip)


def _with_slips(films: FilmQuerySet, typed: Question, exact: Ranked) -> Found:
    """What is named as typed, what is named so with slips, what is told as typed, and the rest."""
    slipped, unknown = with_slips(typed)
    near = _ask(films, slipped, enough=FEW) if slipped != typed else []
    loose = unknown or frozenset(word for word in typed.words if len(word) == SHORTEST)
    if not exact and not _named(near) and 0 < len(loose) < len(typed.words):
        slipped = replace(
            slipped, optional=slipped.optional | loose
        )  # with a letter too many, “in” has three
        near = _ask(films, slipped, enough=FEW)
    ways = ((exact, True), (near, True), (exact, False), (near, False))
    keys = list(
        dict.fromkeys(key for rows, named in ways for key, tier in rows if (tier > ONLY_TOLD) == named)
    )
    found = {key for key, _tier in exact} if _named(exact) else set[int]()
    meant = next((meant_by(slipped, key) for key, _tier in near if key not in found), "")
    return Found(keys[:MOST_RANKED], slipped if near else typed, len(near) > MOST_RANKED, meant, len(exact))


def _named(rows: Ranked) -> Ranked:
    """Those that are named as asked, not only told of."""
    return [row for row in rows if row[1] > ONLY_TOLD]


def _ask(films: FilmQuerySet, question: Question, *, enough: int) -> Ranked:
    """What is named so; if that is not enough, what is told so too: with slips, most synopses tell of something like it."""
    named, told = statements_of(films, question)
    rows = _rows(*named)
    if told and len(rows) < enough:
        known = {key for key, _tier in rows}
        rows += [row for row in _rows(*told) if row[0] not in known]
    return rows


def _rows(statement: str, parameters: Mapping[str, str]) -> Ranked:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [(int(key), int(tier)) for key, tier in cursor.fetchall()]


def statements_of(films: FilmQuerySet, question: Question) -> tuple[Statement, Statement | None]:
    """The statement that finds by names and that which finds by what is told, None if that would ask nothing; tests explain them."""
    inner, given = films.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        condition = str(cursor.mogrify(inner, given)) if given else inner
    within = f"film_id IN ({condition})".replace("%", "%%")
    named = {
        "own_names": question.own_names(),
        "names": question.names(),
        "names_from": question.names_from(),
        "titles": question.all_words("A"),
        "words": question.all_words(),
    }
    told = {"stems": stems(), "told": question.told()}
    numbers = {"within": within, "most": MOST_RANKED, "named": MOST_NAMED}
    return (NAMED.format(**numbers), named), (TOLD.format(**numbers), told) if told["told"] else None


@contextmanager
def patient() -> Iterator[None]:
    """Limits each statement to SECONDS, and its plan to indexes (SETTINGS); raises TooSlow when it takes longer."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(SETTINGS, [f"{SECONDS}s"])
            yield
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise TooSlow from error
        raise
