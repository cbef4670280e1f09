"""What the office's search box finds in the catalogue: films by any title, and their people."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from catalog.models import Film, Person
from catalog.search.matching import search_films
from office.site.front.searching import Searchable, register


def films(text: str) -> QuerySet[Film]:
    return search_films(Film.objects.select_related("part_of"), text)


def people(text: str) -> QuerySet[Person]:
    named = (
        Q(name__icontains=text)
        | Q(original_name__icontains=text)
        | Q(sort_name__icontains=text)
        | Q(names__text__icontains=text)
    )
    return Person.objects.filter(named).order_by("sort_name", "pk")


register(
    Searchable(_("Films"), "catalog.view_film", films, note=lambda film: film.year or ""),
    Searchable(_("Makers of films"), "catalog.view_person", people, note=lambda person: person.original_name),
)
