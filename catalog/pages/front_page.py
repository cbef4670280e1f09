"""What the front page shows: films that the office features, or the newest where there are none, and the longest."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from catalog.models.film import FilmQuerySet

MOST_FEATURED = 5
"""One large, the others two by two."""
NEWEST = 3
LONG_MINUTES = 180
MOST_LONG = 8


@dataclass(frozen=True, slots=True)
class FrontPage:
    """`heading` stands over the films to begin with; either list, of keys of films, may be empty."""

    heading: str | Promise
    films: list[int]
    longest: list[int]
    scale: int
    """How many minutes the longest film has."""


def front_page() -> FrontPage:
    """Two queries while films are featured, else three."""
    films = Film.objects.public_wholes()
    long = films.filter(runtime__gte=LONG_MINUTES).order_by("-runtime", "title", "pk")
    longest = list(long.values_list("pk", "runtime")[:MOST_LONG])
    heading, first = _("Featured films"), _keys(films.featured(), MOST_FEATURED)
    if not first:
        heading, first = _("The newest films"), _keys(films.order_by("-year", "-pk"), NEWEST)
    scale = (longest[0][1] or 0) if longest else 0
    return FrontPage(heading, first, [key for key, _runtime in longest], scale)


def _keys(films: FilmQuerySet, most: int) -> list[int]:
    return list(films.values_list("pk", flat=True)[:most])
