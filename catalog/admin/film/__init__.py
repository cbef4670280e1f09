"""The form of a film: its own fields, its parts, its moves, and what stands beside it."""

from catalog.admin.film import films

__all__ = ["films"]
