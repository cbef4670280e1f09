"""Which films a licence for a film covers."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.models import Film


def works_under(films: Iterable[int]) -> dict[int, frozenset[int]]:
    """What a licence for each of these films covers, as keys of films: a whole covers its parts, a part only itself."""
    works = {film: {film} for film in films}
    for whole, part in Film.objects.filter(part_of__in=works).values_list("part_of", "pk"):
        if whole is not None:
            works[whole].add(part)
    return {film: frozenset(each) for film, each in works.items()}
