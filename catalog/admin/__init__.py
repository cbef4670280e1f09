"""The catalogue in the admin."""

from catalog.admin import (
    booklets,
    copies,
    films,
    imports,
    media,
    people,
    press,
    records,
    search,
    searching,
    statements,
)

__all__ = [
    "booklets",
    "copies",
    "films",
    "imports",
    "media",
    "people",
    "press",
    "records",
    "search",
    "searching",
    "statements",
]
