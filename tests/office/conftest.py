"""The cinema of tests/screenings, with what it was sold, for the office to look at."""

from __future__ import annotations

from tests.screenings.conftest import (
    cinema,
    clock,
    draft,
    film,
    licence,
    outsider,
    owner,
    public_screening_type,
    published,
    staff,
    venue,
)

__all__ = [
    "cinema",
    "clock",
    "draft",
    "film",
    "licence",
    "outsider",
    "owner",
    "public_screening_type",
    "published",
    "staff",
    "venue",
]
