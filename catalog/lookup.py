"""Where each public object of the catalogue is looked up. What visitors may not see does not exist for them: 404."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from catalog.models import Booklet, Film, FilmQuerySet, Person
from catalog.pages.family import public_family


def film_for_page(slug: str, part_slug: str = "") -> Film:
    """The film that an address names, with its whole and the parts that visitors may see; raises Http404. One query."""
    whole = public_family(slug)
    if whole is None:
        raise Http404
    if not part_slug:
        return whole
    part = next((part for part in whole.parts.all() if part.slug == part_slug), None)
    if part is None:
        raise Http404
    return part


def film_at(slug: str, part_slug: str = "") -> FilmQuerySet:
    """The published whole, or the published part of a published whole, that an address names; one or none. For its record alone."""
    films = Film.objects.public()
    if part_slug:
        return films.filter(part_of__slug=slug, part_of__part_of=None, slug=part_slug)
    return films.wholes().filter(slug=slug)


def booklet_at(token: UUID) -> Booklet:
    """Whoever has its address may see it until it expires; raises Http404."""
    return get_object_or_404(Booklet, token=token, expires_at__gt=timezone.now())


def person_for_page(slug: str) -> Person:
    """Someone with a credit in a published film; raises Http404."""
    people = Person.objects.filter(credits__film__in=Film.objects.public()).distinct()
    return get_object_or_404(people, slug=slug)
