"""Tables whose rows belong to films: shown in the film's form, and all together on their own page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest

from catalog.models import Film
from office.site.rows import OfficeAdmin, StackInline, TableInline


class _Sought:
    """Fields that refer to too many rows for a list become search boxes."""

    sought: ClassVar[frozenset[str]] = frozenset({"source", "person", "reading", "other"})

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        model: Any = self.model  # type: ignore[attr-defined]  # of the admin class mixed with
        return tuple(sorted({field.name for field in model._meta.fields} & self.sought))


class FilmRowInline(_Sought, TableInline[Any, Film]):
    """Rows within the film's form."""


class StackedFilmRowInline(_Sought, StackInline[Any, Film]):
    """Like FilmRowInline, for rows with long texts."""


class FilmRowAdmin(_Sought, OfficeAdmin[Any]):
    """The whole table, searchable by any title of the film."""

    sought = _Sought.sought | {"film"}
    list_select_related: ClassVar[tuple[str, ...]] = ("film", "film__part_of")
