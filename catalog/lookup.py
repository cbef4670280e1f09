"""Where each public object of the catalogue is looked up. What visitors may not see does not exist for them: 404."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from catalog.models import Collection, Film, FilmQuerySet, Person
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


def person_for_page(slug: str) -> Person:
    """Someone with a credit in a published film; raises Http404."""
    people = Person.objects.filter(credits__film__in=Film.objects.public()).distinct()
    return get_object_or_404(people, slug=slug)


def collection_for_page(slug: str) -> Collection:
    """A published collection with a film that visitors may see; raises Http404."""
    return get_object_or_404(Collection.objects.public(), slug=slug)


def film_keys_of(collection: Collection) -> list[int]:
    """The keys of a collection's films that visitors may see, in its order."""
    places = collection.places.filter(film__in=Film.objects.public_wholes()).order_by("order", "pk")
    return list(places.values_list("film_id", flat=True))
