"""Films by any of their names, in any script, by their people and by what is told: `finding` says how."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, IntegerField, Value
from django.db.models.expressions import RawSQL

from catalog.models import FilmQuerySet
from catalog.search.finding import find


def search_films(films: FilmQuerySet, query: str) -> FilmQuerySet:
    """Those of the films that the query finds, best first; all of them, as they are, for an empty query. Searches at once."""
    return ranked(films, find(films, query).keys) if query.replace("\0", "").strip() else films


def ranked(films: FilmQuerySet, keys: Sequence[int]) -> FilmQuerySet:
    """The films with these keys, in their order."""
    place = Func(
        Value(list(keys), output_field=ArrayField(BigIntegerField())),
        F("pk"),
        function="array_position",
        output_field=IntegerField(),
    )
    return films.filter(pk__in=RawSQL("SELECT unnest(%s::bigint[])", [list(keys)])).order_by(place)
