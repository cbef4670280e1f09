"""Tables whose rows belong to films: shown in the film's form, and all together on their own page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest

from catalog.models import Film
from office.site.named import named_formfield
from office.site.rows import OfficeAdmin, StackInline, TableInline, name_inputs
from office.site.widgets import KnowsItsChoices


class _Sought:
    """Fields that refer to too many rows for a list become search boxes."""

    sought: ClassVar[frozenset[str]] = frozenset({"source", "person", "reading", "other"})

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        model: Any = self.model  # type: ignore[attr-defined]  # of the admin class mixed with
        return tuple(sorted({field.name for field in model._meta.fields} & self.sought))


class NamedCodes:
    """Countries and languages are written by name. `chooses_names`: from a list, for a form that shows each field once."""

    chooses_names: ClassVar[bool] = False
    names_cells: bool

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = named_formfield(db_field, chosen=self.chooses_names)
        if field is None:
            return super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]  # of the admin class mixed with
        name_inputs(field, even_single=self.names_cells)
        return field


class _Fetched:
    """What the rows refer to is fetched with them: a film has some hundred credits, prizes and statements with a source each."""

    also_fetched: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        sought = self.get_autocomplete_fields(request)  # type: ignore[attr-defined]  # of the admin class mixed with
        rows: QuerySet[Any] = super().get_queryset(request)  # type: ignore[misc]  # as above
        fetched = (*sought, *self.also_fetched)
        return rows.select_related(*fetched) if fetched else rows


class FilmRowInline(_Fetched, NamedCodes, _Sought, TableInline[Any, Film]):
    """Rows within the film's form."""

    form = KnowsItsChoices


class StackedFilmRowInline(_Fetched, NamedCodes, _Sought, StackInline[Any, Film]):
    """Like FilmRowInline, for rows with long texts or more fields than a window is wide."""

    form = KnowsItsChoices


class FilmRowAdmin(NamedCodes, _Sought, OfficeAdmin[Any]):
    """The whole table, searchable by any title of the film."""

    sought = _Sought.sought | {"film"}
    chooses_names = True
    change_form_template = "catalog/office/named_form.html"
    list_select_related: ClassVar[tuple[str, ...]] = ("film", "film__part_of")
