"""Makers of films by what is typed of their names: all there are, not only those of the films that a search finds."""

from __future__ import annotations

from django.db.models import Count, Q
from django.utils.text import slugify

from catalog.models import Credit, Person, PersonName

MOST_MAKERS = 20
SHORTEST = 2
"""Letters, or one character of a script that is written without spaces."""


def makers_named(typed: str) -> list[tuple[str, int]]:
    """Names of directors of public films, with how many films; the best known first. One statement, none for too few letters."""
    text = " ".join(typed.split())
    if not text or (len(text) < SHORTEST and text.isascii()):
        return []
    named = Q(name__icontains=text) | Q(original_name__icontains=text) | Q(sort_name__icontains=text)
    if slug := slugify(text):
        named |= Q(slug__contains=slug)  # without accents
    otherwise = PersonName.objects.filter(text__icontains=text).order_by()
    keys = Person.objects.filter(named).order_by().values("pk").union(otherwise.values("person"))
    people = Person.objects.filter(
        pk__in=keys,
        credits__role=Credit.Role.DIRECTOR,
        credits__film__is_published=True,
        credits__film__part_of=None,
    )
    counted = people.annotate(films=Count("credits__film", distinct=True)).order_by(
        "-films", "sort_name", "pk"
    )
    return list(counted.values_list("name", "films")[:MOST_MAKERS])
