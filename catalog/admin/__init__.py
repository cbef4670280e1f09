"""The catalogue in the admin."""

from catalog.admin import (
    copies,
    derived,
    films,
    front,
    media,
    people,
    press,
    searching,
    statements,
    subjects,
)

__all__ = [
    "copies",
    "derived",
    "films",
    "front",
    "media",
    "people",
    "press",
    "searching",
    "statements",
    "subjects",
]
