"""Where each public object of the catalogue is looked up. What visitors may not see does not exist for them: 404.

A film that was withdrawn did exist: 410, and why.
"""

from __future__ import annotations

from uuid import UUID

from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from catalog.models import Booklet, Collection, Film, FilmQuerySet, Person, Subscription
from catalog.models.traffic.subscriptions import SALT
from catalog.pages.family import public_family


class Withdrawn(Http404):
    """The address is that of a film that was withdrawn, or of a part of it; `catalog.serving.withdrawn` answers."""

    def __init__(self, film: Film) -> None:
        super().__init__()
        self.film = film


def film_for_page(slug: str, part_slug: str = "") -> Film:
    """The film that an address names, with its whole and the parts that visitors may see; raises Http404. One query."""
    whole = public_family(slug)
    if whole is None:
        raise absent(slug, part_slug)
    if not part_slug:
        return whole
    part = next((part for part in whole.parts.all() if part.slug == part_slug), None)
    if part is None:
        raise absent(slug, part_slug)
    return part


def absent(slug: str, part_slug: str = "") -> Http404:
    """What to raise for an address at which visitors see no film: Withdrawn if they saw one. One query."""
    path = f"{slug}/{part_slug}" if part_slug else slug
    film = Film.objects.at(path).select_related("part_of").first()
    if film is None or film.withdrawal is None:
        return Http404()
    was_public = film.withdrawn_at is not None or film.is_published  # a draft part was never seen
    return Withdrawn(film) if was_public else Http404()


def film_at(slug: str, part_slug: str = "") -> FilmQuerySet:
    """The published whole, or the published part of a published whole, that an address names; one or none. For its record alone."""
    films = Film.objects.public()
    if part_slug:
        return films.filter(part_of__slug=slug, part_of__part_of=None, slug=part_slug)
    return films.wholes().filter(slug=slug)


def booklet_at(token: UUID) -> Booklet:
    """Whoever has its address may see it until it expires; raises Http404."""
    return get_object_or_404(Booklet, token=token, expires_at__gt=timezone.now())


def subscription_of(token: str) -> Subscription | None:
    """The address on the mailing list that a link names; None if it is no link of ours, or the address has left."""
    try:
        key = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    return Subscription.objects.filter(pk=key).first()


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
