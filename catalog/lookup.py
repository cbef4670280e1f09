"""Where each public object of the catalogue is looked up. What visitors may not see does not exist for them: 404."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from catalog.models import Film, Person
from catalog.pages.film_page import with_page, with_titles


def film_for_page(slug: str) -> Film:
    """A published whole with all that its page shows; raises Http404."""
    return with_titles(get_object_or_404(with_page(Film.objects.public().wholes()), slug=slug))


def part_for_page(slug: str, part_slug: str) -> Film:
    """A published part of a published whole; raises Http404."""
    parts = Film.objects.public().filter(part_of__slug=slug, part_of__part_of=None)
    return with_titles(get_object_or_404(with_page(parts), slug=part_slug))


def person_for_page(slug: str) -> Person:
    """Someone with a credit in a published film; raises Http404."""
    people = Person.objects.filter(credits__film__in=Film.objects.public()).distinct()
    return get_object_or_404(people, slug=slug)
