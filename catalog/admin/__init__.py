"""The catalogue in the admin."""

from catalog.admin import (
    copies,
    film,
    front,
    mailing,
    media,
    people,
    press,
    records,
    searching,
    statements,
    subjects,
    traffic,
)

__all__ = [
    "copies",
    "film",
    "front",
    "mailing",
    "media",
    "people",
    "press",
    "records",
    "searching",
    "statements",
    "subjects",
    "traffic",
]
