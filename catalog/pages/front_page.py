"""What the front page shows, in the order and the words of the office: films, collections, doors, coming screenings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models import Collection, CollectionFilm, Door, Film, FrontSection
from revisions.prepared import Prepared
from wording.translations import Said, said

MOST_FEATURED = 5
"""One large, the others two by two."""
NEWEST = 3
LONG_MINUTES = 180
MOST_LONG = 8
MOST_COLLECTIONS = 4
MOST_OF_COLLECTION = 4
STEP = 10
"""From one section to the next, where the office has not said otherwise: its own numbers fit between."""


@dataclass(frozen=True, slots=True)
class Section:
    """`heading` and `text` are the office's; None where it leaves them to us."""

    kind: str
    heading: Said | None = None
    text: Said | None = None

    @property
    def template(self) -> str:
        return f"catalog/front/{self.kind}.html"


@dataclass(frozen=True, slots=True)
class ShownCollection:
    collection: Collection
    films: list[int]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """`heading` stands over the films to begin with, if the office gives none; any list, of keys of films, may be empty."""

    sections: list[Section]
    heading: str | Promise
    films: list[int]
    longest: list[int]
    scale: int
    """How many minutes the longest film has."""
    doors: list[Door] = field(default_factory=list)
    collections: list[ShownCollection] = field(default_factory=list)


def front_page() -> FrontPage:
    """Five queries while films are featured, else six; less for what is not shown."""
    sections = list(_sections())
    shown = {section.kind for section in sections}
    longest = _LONGEST.columns() if "longest" in shown else []
    heading, first = _("Featured films"), _keys(_FEATURED)
    if not first:
        heading, first = _("The newest films"), _keys(_NEWEST)
    return FrontPage(
        sections,
        heading,
        first if "featured" in shown else [],
        [key for key, _runtime in longest],
        longest[0][1] if longest else 0,
        _DOORS.rows() if "doors" in shown else [],
        _collections() if "collections" in shown else [],
    )


def _sections() -> Iterator[Section]:
    """Those that are shown, in their order: a section without a row stands where it does by itself."""
    rows = {row.kind: row for row in _SECTIONS.rows()}
    places = {
        kind.value: rows[kind].order if kind in rows else number * STEP
        for number, kind in enumerate(FrontSection.Kind, start=1)
    }
    for kind in sorted(places, key=lambda kind: places[kind]):
        row = rows.get(kind)
        if row is None:
            yield Section(kind)
        elif row.is_shown:
            heading = said(row, "heading") if row.heading else None
            yield Section(kind, heading, said(row, "text") if row.text else None)


def _collections() -> list[ShownCollection]:
    return [ShownCollection(each, list(vars(each)["film_keys"])) for each in _COLLECTIONS.rows()]


def _keys(films: Prepared[tuple[int]]) -> list[int]:
    return [key for (key,) in films.columns()]


def _longest() -> QuerySet[Film, tuple[int, int | None]]:
    long = Film.objects.public_wholes().filter(runtime__gte=LONG_MINUTES)
    return long.order_by("-runtime", "title", "pk").values_list("pk", "runtime")[:MOST_LONG]


def _collections_and_films() -> QuerySet[Collection]:
    own = CollectionFilm.objects.filter(collection=OuterRef("pk"), film__in=Film.objects.public_wholes())
    keys = ArraySubquery(own.order_by("order", "pk").values("film_id")[:MOST_OF_COLLECTION])
    return Collection.objects.on_front_page().annotate(film_keys=keys)[:MOST_COLLECTIONS]


_SECTIONS, _DOORS = Prepared(FrontSection.objects.all), Prepared(Door.objects.all)
_FEATURED = Prepared(lambda: Film.objects.public_wholes().featured().values_list("pk")[:MOST_FEATURED])
_NEWEST = Prepared(lambda: Film.objects.public_wholes().order_by("-year", "-pk").values_list("pk")[:NEWEST])
_LONGEST, _COLLECTIONS = Prepared(_longest), Prepared(_collections_and_films)
