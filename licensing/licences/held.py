"""What is held, and what it covers, put before the pure rules of `terms.rights`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import Q, QuerySet

from catalog.models import Film
from licensing.models import Institution, Licence
from licensing.terms.rights import Held, SiteScope


def works_under(films: Iterable[int]) -> dict[int, frozenset[int]]:
    """What a licence for each of these films covers, as keys of films: a whole covers its parts, a part only itself."""
    works = {film: {film} for film in films}
    for whole, part in Film.objects.filter(part_of__in=works).values_list("part_of", "pk"):
        if whole is not None:
            works[whole].add(part)
    return {film: frozenset(each) for film, each in works.items()}


COVER_SCHOOLS = (SiteScope.DISTRICT.value, SiteScope.CONSORTIUM.value)
"""The site scopes with which a licence of a district or consortium also covers the schools under it."""


def licences_of(institution: Institution) -> QuerySet[Licence]:
    """The licences that an institution may use: its own, and those of its district or consortium that cover the schools."""
    above = Q(institution=institution.parent_id, grants__site_scope__in=COVER_SCHOOLS)
    own = Q(institution=institution)
    return Licence.objects.filter(own | above if institution.parent_id else own)


def held_by(institution: Institution, *, screenings_used: Mapping[str, int] | None = None) -> list[Held]:
    """All the licences that an institution may use, as the pure rules see them: two queries.

    `screenings_used`: how many screenings each licence number has been used for; who keeps the programme knows.
    """
    licences = list(licences_of(institution))
    works = works_under(licence.film_id for licence in licences)
    used = screenings_used or {}
    return [
        licence.held(works=works[licence.film_id], screenings_used=used.get(licence.number, 0))
        for licence in licences
    ]
