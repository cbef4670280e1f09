"""Everything that the page of a film or part shows, in few queries however much there is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import F, OuterRef, QuerySet, prefetch_related_objects
from django.db.models.functions import JSONObject

from catalog.models import (
    Collection,
    Credit,
    DistributionRight,
    Film,
    Person,
    PressNotice,
    Preview,
    ReadingAbout,
    Recognition,
    Relation,
    ScreeningCopy,
    Source,
    Statement,
    Still,
    StudyGuide,
    Subject,
)
from catalog.pages.disagreements import Disagreement, disagreements
from wording.enumeration import enumerated

SOME_FILM = -1
"""Stands in the statement where the key of a film belongs."""
OWN = OuterRef("pk")
type Row = dict[str, Any]


@dataclass(frozen=True)
class FilmPage:
    """A film with its parts and all their titles, and the rows that its page lists.

    Short lists are dictionaries of columns, at the film: `film.page_subjects`. A part has its first still, if it has one,
    as `card_still`, and whether it has previews as `has_previews`. Credits of a part without any are its
    whole's.
    """

    film: Film
    credits: list[Credit]
    statements: list[Statement]
    relations: list[Relation]

    @property
    def credits_by_role(self) -> list[tuple[str, list[Credit]]]:
        return credits_by_role(self.credits)

    @property
    def subtitles(self) -> list[str]:
        """Languages in which some copy of the film, of a part or of its whole has them, each once."""
        return self._of_copies("subtitles")

    @property
    def captions(self) -> list[str]:
        return self._of_copies("captions")

    @property
    def audio_description(self) -> list[str]:
        return self._of_copies("audio_description")

    @property
    def formats(self) -> str:
        values = {copy["format"] for copy in self._copies}
        return enumerated(str(label) for value, label in ScreeningCopy.Format.choices if value in values)

    @property
    def has_sample_copies(self) -> bool:
        return any(copy["is_sample"] for copy in self._copies)

    @property
    def _copies(self) -> list[Row]:
        return [*vars(self.film)["page_copies"], *vars(self.film)["page_family_copies"]]

    def _of_copies(self, column: str) -> list[str]:
        return sorted({tag for copy in self._copies for tag in copy[column]})

    @property
    def disagreements(self) -> list[Disagreement]:
        return disagreements(self.film, self.statements)


def with_page(film: Film) -> FilmPage:
    """Two queries, however much there is. Reads `parts`."""
    prefetch_related_objects([film, *film.parts.all()], "titles")
    lists = _lists_of(film)
    given = [_credit(row) for row in lists.pop("credits") or lists["whole_credits"]]
    lists["rights"] = [_right(row) for row in lists["rights"] or lists["whole_rights"]]
    del lists["whole_rights"]
    statements = [_statement(row) for row in lists.pop("statements")]
    relations = [_relation(row) for row in lists.pop("relations")]
    _give_parts_theirs(film, lists.pop("part_stills"), lists.pop("part_previews"))
    vars(film).update({f"page_{name}": rows for name, rows in lists.items()}, maker_credits=given)
    return FilmPage(film, given, statements, relations)


def _give_parts_theirs(film: Film, stills: list[Row], previews: list[Row]) -> None:
    first = {row["film_id"]: row for row in reversed(stills)}
    previewed = {row["film_id"] for row in previews}
    for part in film.parts.all():
        vars(part).update(card_still=first.get(part.pk), has_previews=part.pk in previewed)


def _lists() -> dict[str, ArraySubquery]:
    credit = ("role", "detail", *_of("person", "slug", "name", "original_name", "original_language"))
    related = ("slug", "title", "title_language", "year", "runtime", "part_of__slug", "part_of__title")
    picture = ("digest", "width", "height", "description", "credit", "focus_x", "focus_y")
    preview = ("title", "address", "file", "captions", "captions_language", "seconds")
    stills = Still.objects.exclude(digest="")  # uploaded before there were sizes
    credits_in_order = Credit.objects.order_by("order", "pk")
    rights = DistributionRight.objects.order_by("territory", "starts_on")
    return {
        "subjects": _rows(Subject.objects.filter(films=OWN), "slug", "name", "translations"),
        "collections": _rows(
            Collection.objects.filter(films=OWN, is_published=True), "slug", "name", "translations"
        ),
        "stills": _rows(stills.filter(film=OWN), *picture),
        "part_stills": _rows(stills.filter(film__part_of=OWN).order_by("film", "order", "pk"), "film_id", *picture),
        "previews": _rows(Preview.objects.filter(film=OWN), *preview),
        "part_previews": _rows(Preview.objects.filter(film__part_of=OWN).order_by("film", "order", "pk"), "film_id"),
        "guides": _rows(StudyGuide.objects.filter(film=OWN), "title", "file"),
        "rights": _rows(rights.filter(film=OWN), "territory", "starts_on", "ends_on"),
        "whole_rights": _rows(rights.filter(film=OuterRef("part_of_id")), "territory", "starts_on", "ends_on"),
        "copies": _rows(
            ScreeningCopy.objects.filter(film=OWN).order_by("label"),
            "format", "runtime", "subtitles", "captions", "audio_description", "chapter_points", "is_sample",
        ),
        "family_copies": _rows(
            ScreeningCopy.objects.filter(film__part_of=OWN, film__is_published=True),
            "format", "subtitles", "captions", "audio_description", "is_sample",
        ),
        "press": _rows(PressNotice.objects.filter(film=OWN), "author", "outlet", "text", "is_paraphrase"),
        "recognition": _rows(
            Recognition.objects.filter(film=OWN).in_order(), "event", "year", "outcome", "kind"
        ),
        "readings": _rows(
            ReadingAbout.objects.filter(film=OWN),
            "pages",
            *_of("reading", "author", "title", "container", "issue", "pages", "publisher", "year", "isbn", "note"),
        ),
        "credits": _rows(credits_in_order.filter(film=OWN), *credit),
        "whole_credits": _rows(credits_in_order.filter(film=OuterRef("part_of_id")), *credit),
        "statements": _rows(
            Statement.objects.filter(film=OWN), "fact", "value", "note", *_of("source", "name", "address")
        ),
        "relations": _rows(
            Relation.objects.filter(film=OWN, other__in=Film.objects.public()),
            "kind", "note", *_of("other", *related),
        ),
    }  # fmt: skip


def _of(table: str, *columns: str) -> list[str]:
    return [f"{table}__{column}" for column in columns]


def _rows(rows: QuerySet[Any], *columns: str) -> ArraySubquery:
    """The rows as an array of JSON objects, in their own order; `source__name` becomes source_name."""
    return ArraySubquery(
        rows.values(row=JSONObject(**{name.replace("__", "_"): F(name) for name in columns}))
    )


@cache
def _statement_of_lists() -> tuple[str, tuple[Any, ...], tuple[str, ...]]:
    """Its SQL, its parameters and the names of its columns: made once per process, since making it takes longer than asking it."""
    lists = _lists()
    aliases = {f"page_{name}": rows for name, rows in lists.items()}
    films = Film.objects.filter(pk=SOME_FILM).order_by().annotate(**aliases).values_list(*aliases)
    sql, parameters = films.query.sql_with_params()
    return sql, tuple(parameters), tuple(lists)


def _lists_of(film: Film) -> dict[str, list[Row]]:
    sql, parameters, names = _statement_of_lists()
    with connection.cursor() as cursor:
        cursor.execute(sql, [film.pk if value == SOME_FILM else value for value in parameters])
        row = cursor.fetchone() or [[] for _name in names]
    return {name: [json.loads(text) for text in texts] for name, texts in zip(names, row, strict=True)}


def _right(row: Row) -> Row:
    """Its days as dates; None without limit."""
    days = {name: row[name] and date.fromisoformat(row[name]) for name in ("starts_on", "ends_on")}
    return row | days


def _credit(row: Row) -> Credit:
    return Credit(role=row["role"], detail=row["detail"], person=Person(**_columns(row, "person_")))


def _statement(row: Row) -> Statement:
    return Statement(
        fact=row["fact"], value=row["value"], note=row["note"], source=Source(**_columns(row, "source_"))
    )


def _relation(row: Row) -> Relation:
    other = _columns(row, "other_")
    whole = {name: other.pop(f"part_of_{name}") for name in ("slug", "title")}
    return Relation(
        kind=row["kind"],
        note=row["note"],
        other=Film(**other, part_of=Film(**whole) if whole["slug"] else None),
    )


def _columns(row: Mapping[str, Any], prefix: str) -> Row:
    return {name.removeprefix(prefix): value for name, value in row.items() if name.startswith(prefix)}


def credits_by_role(given: Sequence[Credit]) -> list[tuple[str, list[Credit]]]:
    """Credits under the names of their roles, in the roles' own order."""
    grouped: dict[str, list[Credit]] = {}
    for credit in given:
        grouped.setdefault(credit.role, []).append(credit)
    return [(str(role.label), grouped[role]) for role in Credit.Role if role in grouped]
