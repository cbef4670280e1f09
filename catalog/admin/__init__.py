"""The catalogue in the admin."""

from catalog.admin import copies, films, imports, media, people, press, records, search, searching, statements

__all__ = [
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
