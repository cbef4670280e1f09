"""Tables whose rows hang on films: each with the film in its form, and all together on a page of their own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest

from catalog.models import Film
from office.site.rows import OfficeAdmin, StackInline, TableInline


class _Sought:
    """Fields that point at rows of which there are too many for a list are boxes that search."""

    sought: ClassVar[frozenset[str]] = frozenset({"source", "person", "reading", "other"})

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        model: Any = self.model  # type: ignore[attr-defined]  # of the admin class mixed with
        return tuple(sorted({field.name for field in model._meta.fields} & self.sought))


class FilmRowInline(_Sought, TableInline[Any, Film]):
    """Rows within the film's form."""


class StackedFilmRowInline(_Sought, StackInline[Any, Film]):
    """As FilmRowInline, for rows with long texts."""


class FilmRowAdmin(_Sought, OfficeAdmin[Any]):
    """The whole table, found by any title of the film."""

    sought = _Sought.sought | {"film"}
    list_select_related: ClassVar[tuple[str, ...]] = ("film", "film__part_of")
