"""The catalogue in the admin."""

from catalog.admin import copies, films, media, people, press, records, searching, statements

__all__ = ["copies", "films", "media", "people", "press", "records", "searching", "statements"]
