"""Where each public object of the catalogue is looked up. What visitors may not see does not exist for them: 404."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from catalog.models import Film, FilmQuerySet, Person
from catalog.pages.family import Family, family_of
from catalog.pages.film_page import with_page, with_titles


def film_at(slug: str, part_slug: str = "") -> FilmQuerySet:
    """The published whole, or the published part of a published whole, that an address names; one or none."""
    films = Film.objects.public()
    if part_slug:
        return films.filter(part_of__slug=slug, part_of__part_of=None, slug=part_slug)
    return films.wholes().filter(slug=slug)


def family_at(slug: str, part_slug: str = "") -> Family:
    """The film that an address names, and those that its page shows with it; raises Http404."""
    family = family_of(film_at(slug, part_slug))
    if family is None:
        raise Http404
    return family


def film_for_page(slug: str, part_slug: str = "") -> Film:
    """The film that an address names, with all that its page shows; raises Http404."""
    return with_titles(get_object_or_404(with_page(film_at(slug, part_slug))))


def person_for_page(slug: str) -> Person:
    """Someone with a credit in a published film; raises Http404."""
    people = Person.objects.filter(credits__film__in=Film.objects.public()).distinct()
    return get_object_or_404(people, slug=slug)
