"""Which films the page of a film shows: itself, its whole with all parts, and what it is related to."""

from __future__ import annotations

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
