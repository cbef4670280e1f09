"""Everything that the page of a film or part shows, in few queries however much there is."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Prefetch, QuerySet, prefetch_related_objects
from django.db.models.functions import JSONObject

from catalog.models import (
    Credit,
    DistributionRight,
    Film,
    FilmQuerySet,
    PressNotice,
    Preview,
    ReadingAbout,
    Recognition,
    Relation,
    ScreeningCopy,
    Statement,
    StudyGuide,
    Subject,
)


def with_page(films: FilmQuerySet) -> FilmQuerySet:
    """Films with everything on their page. Short lists that are only printed come as JSON with the film, as dictionaries.

    Titles are not included: see `with_titles`.
    """
    return films.select_related("part_of").annotate(
        page_subjects=_rows(Subject.objects.filter(films=OuterRef("pk")), "slug", "name", "translations"),
        page_previews=_rows(Preview.objects.filter(film=OuterRef("pk")), "title", "address", "seconds"),
        page_guides=_rows(StudyGuide.objects.filter(film=OuterRef("pk")), "title", "file"),
        page_rights=_rows(_rights(), "territory", "countries", "starts_on", "ends_on"),
        page_copies=_rows(_copies(), "label", "format", "runtime", "language", "subtitles", "chapter_points"),
        page_press=_rows(
            PressNotice.objects.filter(film=OuterRef("pk")),
            "author", "outlet", "text", "is_paraphrase", "source__name", "source__address",
        ),
        page_recognition=_rows(
            Recognition.objects.filter(film=OuterRef("pk")), "event", "year", "outcome", "kind", "note"
        ),
        page_readings=_rows(
            ReadingAbout.objects.filter(film=OuterRef("pk")),
            "pages", "reading__author", "reading__title", "reading__container", "reading__issue", "reading__pages",
            "reading__publisher", "reading__year", "reading__isbn", "reading__note",
        ),
    ).prefetch_related(
        Prefetch("parts", queryset=Film.objects.public().order_by("part_number")),
        Prefetch("part_of__parts", queryset=Film.objects.public().order_by("part_number")),
        Prefetch("credits", queryset=_credits()),
        Prefetch("part_of__credits", queryset=_credits()),
        Prefetch("statements", queryset=Statement.objects.select_related("source")),
        Prefetch("relations", queryset=_relations()),
    )  # fmt: skip


def with_titles(film: Film) -> Film:
    """The film, with its own titles and those of its parts fetched in one query."""
    prefetch_related_objects([film, *film.parts.all()], "titles")
    return film


def _rows(rows: QuerySet[Any], *columns: str) -> ArraySubquery:
    """The rows as an array of JSON objects, in their own order; `source__name` becomes source_name."""
    return ArraySubquery(
        rows.values(row=JSONObject(**{name.replace("__", "_"): F(name) for name in columns}))
    )


def _rights() -> QuerySet[DistributionRight]:
    return DistributionRight.objects.filter(film=OuterRef("pk")).order_by("territory")


def _copies() -> QuerySet[ScreeningCopy]:
    return ScreeningCopy.objects.filter(film=OuterRef("pk")).order_by("label")


def _credits() -> QuerySet[Credit]:
    return Credit.objects.select_related("person").order_by("order", "pk")


def _relations() -> QuerySet[Relation]:
    return Relation.objects.filter(other__in=Film.objects.public()).select_related("other", "other__part_of")


def credits_by_role(film: Film) -> list[tuple[str, list[Credit]]]:
    """Credits grouped by role, in the order of `Credit.Role`; a part without credits shows those of its whole film."""
    grouped: dict[str, list[Credit]] = {}
    for credit in film.credits.all() or (film.part_of.credits.all() if film.part_of else ()):
        grouped.setdefault(credit.role, []).append(credit)
    return [(str(role.label), grouped[role]) for role in Credit.Role if role in grouped]
