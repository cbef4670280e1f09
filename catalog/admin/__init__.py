"""The catalogue in the admin."""

from catalog.admin import (
    copies,
    films,
    media,
    people,
    press,
    records,
    search,
    searching,
    statements,
    traffic,
)

__all__ = [
    "copies",
    "films",
    "media",
    "people",
    "press",
    "records",
    "search",
    "searching",
    "statements",
    "traffic",
]
