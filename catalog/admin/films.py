"""Films, each with its parts and everything that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.admin.beside import beside_the_form
from catalog.admin.copies import CopyInline, RightInline
from catalog.admin.media import PreviewInline, StillInline, StudyGuideInline
from catalog.admin.parts import PartInline
from catalog.admin.press import PressInline, ReadingInline, RecognitionInline
from catalog.admin.rows import NamedCodes
from catalog.admin.statements import CreditInline, RelationInline, StatementInline, TitleInline
from catalog.models import Film, FilmQuerySet
from catalog.search.indexing import index_films
from catalog.search.matching import search_films
from office.site.rows import OfficeAdmin
from wording.durations import short_duration

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class WholeOrPart(admin.SimpleListFilter):
    title = _("whole or part")
    parameter_name = "piece"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, _StrPromise]]:
        return [("whole", _("Whole films")), ("part", _("Parts"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Film]) -> QuerySet[Film]:
        match self.value():
            case "whole":
                return queryset.filter(part_of=None)
            case "part":
                return queryset.filter(part_of__isnull=False)
        return queryset


@admin.register(Film)
class FilmAdmin(NamedCodes, OfficeAdmin[Film]):
    change_form_template = "catalog/office/film_form.html"
    chooses_names = True
    list_display = ("title", "part_of", "year", "length", "is_published", "featured", "page")
    list_filter = (WholeOrPart, "is_published", ("featured", admin.EmptyFieldListFilter), "kind", "colour")
    list_select_related = ("part_of",)
    search_fields = ("title",)  # what get_search_results does instead
    search_help_text = _("Any title, maker or part, in any script.")
    autocomplete_fields = ("part_of", "subjects")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (
        PartInline, TitleInline, CreditInline, StillInline, PreviewInline, CopyInline, RightInline,
        RecognitionInline, PressInline, ReadingInline, StudyGuideInline, RelationInline, StatementInline,
    )  # fmt: skip
    fieldsets = (
        (
            _("What it is called"),
            {"fields": (("title", "title_language"), "slug", ("part_of", "part_number"))},
        ),
        (
            _("Facts"),
            {
                "fields": (
                    ("year", "runtime", "length"),
                    ("kind", "colour"),
                    "countries",
                    "languages",
                    "part_unit",
                )
            },
        ),
        (_("Words"), {"fields": ("synopsis", "subjects")}),
        (_("On the site"), {"fields": (("is_published", "featured"),)}),
    )
    readonly_fields = ("length",)

    @admin.display(description=_("length"), ordering="runtime")
    def length(self, film: Film) -> str:
        return short_duration(film.runtime) if film.runtime else ""

    @admin.display(description=_("page"))
    def page(self, film: Film) -> SafeString:
        return format_html('<a href="{}">{}</a>', film.get_absolute_url(), _("open"))

    def render_change_form(  # noqa: PLR0917 - Django calls it with these arguments
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Film | None = None,
    ) -> HttpResponse:
        """With the sections of the form, the errors under the names that people read, and what the records still miss."""
        context |= beside_the_form(context, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Film], search_term: str
    ) -> tuple[QuerySet[Film], bool]:
        return search_films(cast("FilmQuerySet", queryset), search_term), False

    def save_related(
        self, request: HttpRequest, form: forms.BaseModelForm[Film], formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        index_films([form.instance])
