"""What is held, and what it covers, put before the pure rules of `terms.rights`."""

from __future__ import annotations

from collections.abc import Mapping

from licensing.models import Institution, Licence
from licensing.models.works import works_under
from licensing.terms.rights import Held


def held_by(institution: Institution, *, screenings_used: Mapping[str, int] | None = None) -> list[Held]:
    """All the licences of an institution as the pure rules see them: two queries.

    `screenings_used`: how many screenings each licence number has been used for; who keeps the programme knows.
    """
    licences = list(Licence.objects.filter(institution=institution))
    works = works_under(licence.film_id for licence in licences)
    used = screenings_used or {}
    return [
        licence.held(works=works[licence.film_id], screenings_used=used.get(licence.number, 0))
        for licence in licences
    ]
