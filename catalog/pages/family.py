"""Which films the page of a film shows: itself, its whole with all parts, and what it is related to."""

from __future__ import annotations

from django.db.models import Q

from catalog.models import Film, FilmQuerySet
from revisions.prepared import Prepared, fetched

A_SLUG = "-"
"""Stands in the statement where the slug of a whole film belongs; no film has it."""

FAMILY = """
    SELECT film.id, ARRAY['shared', 'terms', 'programme']
        || ARRAY(
            SELECT unnest(ARRAY['film:' || own.id, 'prices:' || own.id]) FROM catalog_film own
            WHERE own.id = COALESCE(film.part_of_id, film.id) OR own.part_of_id = COALESCE(film.part_of_id, film.id)
        )
        || ARRAY(
            SELECT 'film:' || unnest(ARRAY[other.id, other.part_of_id])
            FROM catalog_relation JOIN catalog_film other ON other.id = other_id WHERE film_id = film.id
        )
    FROM catalog_film film LEFT JOIN catalog_film whole ON whole.id = film.part_of_id
    WHERE film.slug = %s AND COALESCE(whole.slug, '') = %s
"""
"""The key of a film and the subjects of its page; the film's slug, and that of its whole or nothing, are the parameters."""


def family(slug: str, part_slug: str = "") -> tuple[str, list[str]]:
    """For `Reading.find`."""
    return FAMILY, ([part_slug, slug] if part_slug else [slug, ""])


def public_family(slug: str) -> Film | None:
    """The whole film with this slug, with those of its parts that visitors may see, if they may see it. One query."""
    films = _FILMS.rows(slug=slug)
    whole = next((film for film in films if film.part_of_id is None), None)
    if whole is not None:
        parts = [film for film in films if film is not whole]
        for film in films:
            kept = fetched(Film.objects.all(), parts if film is whole else [])
            vars(film)["_prefetched_objects_cache"] = {"parts": kept}
        for part in parts:
            part.part_of = whole
    return whole


def _family_of_a_slug() -> FilmQuerySet:
    whole = Film.objects.filter(slug=A_SLUG, part_of=None).order_by().values("pk")[:1]
    return Film.objects.filter(Q(pk=whole) | Q(part_of=whole), is_published=True).order_by("part_number")


_FILMS = Prepared(_family_of_a_slug, slug=A_SLUG)
