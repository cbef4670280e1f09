"""Of which films we hold the right to show them to teachers, in a country on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from catalog.models import Film
from catalog.uses import RightUse
from licensing.prices.territory import rights_of
from licensing.terms.ours import days_held
from licensing.terms.stretches import stretch_at

NEEDED = frozenset({RightUse.EDUCATION})
"""A preview is watched by a teacher before a licence for education is bought."""


def ours_among(films: Iterable[Film], country: str, on: date) -> set[int]:
    """The keys of those films. One query."""
    found = rights_of(films).items()
    return {key for key, rights in found if stretch_at(days_held(rights, country, NEEDED), on) is not None}
