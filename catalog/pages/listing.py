"""Films with everything that a card in a list shows: one statement, however many films."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from catalog.models import Credit, Film, Person, Still, Title
from revisions.prepared import fetched

OWN = OuterRef("pk")
COLUMNS = (
    "id", "slug", "title", "title_language", "year", "runtime", "colour", "synopsis", "part_number",
)  # fmt: skip
PART = ("id", "slug", "title", "title_language", "runtime", "part_number")
TITLE = ("text", "language", "kind")
STILL = ("digest", "width", "height", "description", "credit", "focus_x", "focus_y")
MAKER = ("id", "slug", "name", "original_name", "original_language")


def listed(keys: Sequence[int]) -> dict[int, Film]:
    """The whole films with these keys, with `titles`, `parts`, `maker_credits` and the first still as `cover`; without keys that there are not."""
    if not keys:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM ({_statement()}) listed WHERE id = ANY(%s)", [list(keys)])  # noqa: S608 - Django's SQL
        return {row[0]: _film(row) for row in cursor.fetchall()}


@cache
def _statement() -> str:
    """The SQL, without parameters but the role: compiled once in each process, because that takes longer than running it."""
    parts = Film.objects.filter(part_of=OWN, is_published=True).order_by("part_number")
    titles = Title.objects.filter(film=OWN).order_by("order", "pk")
    makers = Credit.objects.makers().filter(film=OWN)
    stills = Still.objects.exclude(digest="").filter(film=OWN)[:1]
    films = Film.objects.order_by().values_list(
        *COLUMNS,
        _rows(parts, PART),
        _rows(titles, TITLE),
        _rows(makers, MAKER, "person__"),
        _rows(stills, STILL),
    )
    with connection.cursor() as cursor:
        return str(cursor.mogrify(*films.query.sql_with_params())).replace("%", "%%")


def _rows(rows: QuerySet[Any], columns: Sequence[str], of: str = "") -> ArraySubquery:
    """The rows as an array of JSON objects, in their own order."""
    return ArraySubquery(rows.values(row=JSONObject(**{name: F(of + name) for name in columns})))


def _film(row: Sequence[Any]) -> Film:
    *values, parts, titles, makers, stills = row
    film = Film(**dict(zip(COLUMNS, values, strict=True)))
    film.part_of = None
    children = [Film(**json.loads(text), part_of=film) for text in parts]
    vars(film).update(
        _prefetched_objects_cache={  # as prefetch_related fills it
            "parts": fetched(Film.objects.all(), children),
            "titles": fetched(Title.objects.all(), [Title(**json.loads(text)) for text in titles]),
        },
        cover=json.loads(stills[0]) if stills else None,
        maker_credits=[
            Credit(role=Credit.Role.DIRECTOR, person=Person(**json.loads(text))) for text in makers
        ],
    )
    return film
