"""What the front page shows, in the order and the words of the office: films, collections, doors, coming screenings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models import Collection, CollectionFilm, Door, Film, FrontSection
from catalog.models.film import FilmQuerySet
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
    films = Film.objects.public_wholes()
    long = films.filter(runtime__gte=LONG_MINUTES).order_by("-runtime", "title", "pk")
    longest = list(long.values_list("pk", "runtime")[:MOST_LONG]) if "longest" in shown else []
    heading, first = _("Featured films"), _keys(films.featured(), MOST_FEATURED)
    if not first:
        heading, first = _("The newest films"), _keys(films.order_by("-year", "-pk"), NEWEST)
    return FrontPage(
        sections,
        heading,
        first if "featured" in shown else [],
        [key for key, _runtime in longest],
        (longest[0][1] or 0) if longest else 0,
        list(Door.objects.all()) if "doors" in shown else [],
        _collections() if "collections" in shown else [],
    )


def _sections() -> Iterator[Section]:
    """Those that are shown, in their order: a section without a row stands where it does by itself."""
    rows = {row.kind: row for row in FrontSection.objects.all()}
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
    own = CollectionFilm.objects.filter(collection=OuterRef("pk"), film__in=Film.objects.public_wholes())
    keys = ArraySubquery(own.order_by("order", "pk").values("film_id")[:MOST_OF_COLLECTION])
    found = Collection.objects.on_front_page().annotate(film_keys=keys)[:MOST_COLLECTIONS]
    return [ShownCollection(each, list(vars(each)["film_keys"])) for each in found]


def _keys(films: FilmQuerySet, most: int) -> list[int]:
    return list(films.values_list("pk", flat=True)[:most])
