"""Where each public object of the catalogue is looked up. What visitors may not see does not exist for them: 404."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from catalog.models import Film, FilmQuerySet, Person
from catalog.pages.film_page import with_parts


def film_at(slug: str, part_slug: str = "") -> FilmQuerySet:
    """The published whole, or the published part of a published whole, that an address names; one or none."""
    films = Film.objects.public()
    if part_slug:
        return films.filter(part_of__slug=slug, part_of__part_of=None, slug=part_slug)
    return films.wholes().filter(slug=slug)


def film_for_page(slug: str, part_slug: str = "") -> Film:
    """The film that an address names, with its whole and the parts that visitors may see; raises Http404."""
    return with_parts(get_object_or_404(film_at(slug, part_slug).select_related("part_of")))


def person_for_page(slug: str) -> Person:
    """Someone with a credit in a published film; raises Http404."""
    people = Person.objects.filter(credits__film__in=Film.objects.public()).distinct()
    return get_object_or_404(people, slug=slug)
