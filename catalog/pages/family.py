"""Which films the page of a film shows: itself, its whole with all parts, and what it is related to."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import Coalesce

from catalog.models import Film, FilmQuerySet, Relation
from revisions import subjects

FIELDS = ("pk", "whole_key", "part_keys", "related_keys", "related_wholes")


@dataclass(frozen=True, slots=True)
class Family:
    """Keys alone: they are asked for before the revisions are, and the rest of the page after."""

    film: int
    whole: int
    parts: tuple[int, ...]
    related: tuple[int, ...]

    @property
    def subjects(self) -> set[str]:
        """What the page of the film is about, its prices and the programme with it."""
        own = {self.film, self.whole, *self.parts}
        return {
            subjects.SHARED,
            subjects.TERMS,
            subjects.PROGRAMME,
            *map(subjects.film, own | set(self.related)),
            *map(subjects.prices, own),
        }


def family_of(films: FilmQuerySet) -> Family | None:
    """The family of the one film among these, if there is one. One query."""
    relations = Relation.objects.filter(film=OuterRef("pk")).order_by()
    row = (
        films.annotate(
            whole_key=Coalesce("part_of_id", "pk"),
            part_keys=ArraySubquery(
                Film.objects.filter(part_of=Coalesce(OuterRef("part_of_id"), OuterRef("pk")))
                .order_by()
                .values("pk")
            ),
            related_keys=ArraySubquery(relations.values("other_id")),
            related_wholes=ArraySubquery(
                relations.values(key=Coalesce(F("other__part_of_id"), F("other_id")))
            ),
        )
        .order_by()
        .values_list(*FIELDS)
        .first()
    )
    if row is None:
        return None
    film, whole, parts, related, wholes = row
    return Family(film, whole, tuple(parts), (*related, *wholes))
