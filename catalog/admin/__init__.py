"""The catalogue in the office."""

from catalog.admin import films, people, rows

__all__ = ["films", "people", "rows"]
