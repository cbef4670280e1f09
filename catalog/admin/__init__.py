"""The catalogue in the admin."""

from catalog.admin import (
    copies,
    films,
    front,
    media,
    people,
    press,
    records,
    search,
    searching,
    statements,
    subjects,
)

__all__ = [
    "copies",
    "films",
    "front",
    "media",
    "people",
    "press",
    "records",
    "search",
    "searching",
    "statements",
    "subjects",
]
