"""What triggers and the index of the search write: the office only reads it."""

from catalog.admin.derived import records, search

__all__ = ["records", "search"]
