"""The catalogue in the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.models import (
    Credit,
    DistributionRight,
    Film,
    FilmQuerySet,
    Person,
    PressNotice,
    Preview,
    Reading,
    ReadingAbout,
    Recognition,
    Relation,
    ScreeningCopy,
    Source,
    Statement,
    Still,
    StudyGuide,
    Subject,
    Title,
)
from catalog.reel import duration_text, short_duration
from catalog.search import index_films, search_films

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest
    from django.utils.functional import _StrPromise

    FilmAdminBase = admin.ModelAdmin[Film]
    PersonAdminBase = admin.ModelAdmin[Person]
    SourceAdminBase = admin.ModelAdmin[Source]
    SubjectAdminBase = admin.ModelAdmin[Subject]
    ReadingAdminBase = admin.ModelAdmin[Reading]
    FilmRowAdminBase = admin.ModelAdmin[Any]
    TabularBase = admin.TabularInline[Any, Any]
    StackedBase = admin.StackedInline[Any, Any]
else:  # Django's own classes take no type arguments at run time
    FilmAdminBase = PersonAdminBase = SourceAdminBase = SubjectAdminBase = admin.ModelAdmin
    ReadingAdminBase = FilmRowAdminBase = admin.ModelAdmin
    TabularBase = admin.TabularInline
    StackedBase = admin.StackedInline


class TitleInline(TabularBase):
    model = Title
    extra = 0
    fields = ("order", "kind", "language", "text", "source")
    autocomplete_fields = ("source",)


class PartInline(TabularBase):
    model = Film
    fk_name = "part_of"
    extra = 0
    fields = ("part_number", "title", "title_language", "slug", "year", "runtime", "is_published")
    prepopulated_fields = {"slug": ("title",)}
    show_change_link = True
    verbose_name = _("part")
    verbose_name_plural = _("parts")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # what was sold or shown of a part must stay; unpublish it instead


class CreditInline(TabularBase):
    model = Credit
    extra = 0
    fields = ("order", "role", "person", "detail", "source")
    autocomplete_fields = ("person", "source")


class StatementInline(TabularBase):
    model = Statement
    extra = 0
    fields = ("fact", "value", "source", "note")
    autocomplete_fields = ("source",)


class CopyInline(TabularBase):
    model = ScreeningCopy
    extra = 0
    fields = ("label", "format", "runtime", "language", "subtitles", "chapter_points")


class RightInline(TabularBase):
    model = DistributionRight
    extra = 0
    fields = ("territory", "countries", "starts_on", "ends_on", "note")


class RecognitionInline(TabularBase):
    model = Recognition
    extra = 0
    fields = ("order", "kind", "event", "year", "outcome", "source")
    autocomplete_fields = ("source",)


class PressInline(StackedBase):
    model = PressNotice
    extra = 0
    fields = (("author", "outlet", "order"), "text", ("is_paraphrase", "source"), "note")
    autocomplete_fields = ("source",)


class ReadingInline(TabularBase):
    model = ReadingAbout
    extra = 0
    fields = ("order", "reading", "pages")
    autocomplete_fields = ("reading",)


class RelationInline(TabularBase):
    model = Relation
    fk_name = "film"
    extra = 0
    fields = ("kind", "other", "note")
    autocomplete_fields = ("other",)


class PreviewInline(TabularBase):
    model = Preview
    extra = 0


class StillInline(TabularBase):
    model = Still
    extra = 0


class StudyGuideInline(TabularBase):
    model = StudyGuide
    extra = 0


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
class FilmAdmin(FilmAdminBase):
    list_display = ("title", "part_of", "year", "length", "is_published", "page")
    list_filter = (WholeOrPart, "is_published", "kind", "colour")
    list_select_related = ("part_of",)
    list_per_page = 50
    search_fields = ("search_text",)
    search_help_text = _("Any title, maker or part, in any script.")
    autocomplete_fields = ("part_of", "subjects")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (
        TitleInline, PartInline, CreditInline, StatementInline, CopyInline, RightInline, RecognitionInline,
        PressInline, ReadingInline, RelationInline, PreviewInline, StillInline, StudyGuideInline,
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": (("title", "title_language"), "slug", ("part_of", "part_number"), "is_published")}),
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
    )
    readonly_fields = ("length",)

    @admin.display(description=_("length"), ordering="runtime")
    def length(self, film: Film) -> str:
        return short_duration(film.runtime) if film.runtime else ""

    @admin.display(description=_("page"))
    def page(self, film: Film) -> SafeString:
        return format_html('<a href="{}">{}</a>', film.get_absolute_url(), _("open"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Film], search_term: str
    ) -> tuple[QuerySet[Film], bool]:
        return search_films(cast("FilmQuerySet", queryset), search_term), False

    def save_related(
        self, request: HttpRequest, form: forms.BaseModelForm[Film], formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        index_films([form.instance])


@admin.register(Person)
class PersonAdmin(PersonAdminBase):
    list_display = ("name", "original_name", "sort_name", "films")
    search_fields = ("name", "original_name", "sort_name")
    prepopulated_fields = {"slug": ("name",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        return super().get_queryset(request).annotate(film_count=Count("credits__film", distinct=True))

    @admin.display(description=_("films"), ordering="film_count")
    def films(self, person: Person) -> int:
        return int(getattr(person, "film_count", 0))

    def save_model(
        self, request: HttpRequest, obj: Person, form: forms.ModelForm[Person], change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        index_films(Film.objects.filter(credits__person=obj).distinct())


@admin.register(Source)
class SourceAdmin(SourceAdminBase):
    list_display = ("name", "kind", "key", "address")
    list_filter = ("kind",)
    search_fields = ("name", "key")


@admin.register(Subject)
class SubjectAdmin(SubjectAdminBase):
    list_display = ("name", "slug", "films")
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Subject]:
        return super().get_queryset(request).annotate(film_count=Count("films"))

    @admin.display(description=_("films"), ordering="film_count")
    def films(self, subject: Subject) -> int:
        return int(getattr(subject, "film_count", 0))


class AboutInline(TabularBase):
    model = ReadingAbout
    extra = 0
    fields = ("film", "pages", "order")
    autocomplete_fields = ("film",)


@admin.register(Reading)
class ReadingAdmin(ReadingAdminBase):
    list_display = ("title", "author", "year", "container")
    search_fields = ("title", "author", "container", "isbn")
    autocomplete_fields = ("source",)
    inlines = (AboutInline,)


class FilmRowAdmin(FilmRowAdminBase):
    """A table whose rows hang on a film: seen all together, found by any title of the film."""

    list_select_related: ClassVar[tuple[str, ...]] = ("film", "film__part_of")
    list_per_page = 50

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        others = {field.name for field in self.model._meta.fields} & {"source", "person", "reading", "other"}
        return ("film", *sorted(others))


@admin.register(Title)
class TitleAdmin(FilmRowAdmin):
    list_display = ("text", "language", "kind", "film")
    list_filter = ("kind", "language")
    search_fields = ("text", "film__title")


@admin.register(Credit)
class CreditAdmin(FilmRowAdmin):
    list_display = ("person", "role", "detail", "film")
    list_filter = ("role",)
    list_select_related = ("film", "film__part_of", "person")
    search_fields = ("person__name", "person__original_name", "film__title")


@admin.register(Statement)
class StatementAdmin(FilmRowAdmin):
    list_display = ("film", "fact", "value", "source", "note")
    list_filter = ("fact",)
    list_select_related = ("film", "film__part_of", "source")
    search_fields = ("value", "film__title", "source__name")


@admin.register(Recognition)
class RecognitionAdmin(FilmRowAdmin):
    list_display = ("film", "event", "year", "outcome", "kind")
    list_filter = ("kind", "year")
    search_fields = ("event", "outcome", "film__title")


@admin.register(PressNotice)
class PressNoticeAdmin(FilmRowAdmin):
    list_display = ("film", "author", "outlet", "is_paraphrase")
    list_filter = ("is_paraphrase",)
    search_fields = ("author", "outlet", "film__title")


@admin.register(ReadingAbout)
class ReadingAboutAdmin(FilmRowAdmin):
    list_display = ("reading", "film", "pages")
    list_select_related = ("film", "film__part_of", "reading")
    search_fields = ("reading__title", "film__title")


@admin.register(Relation)
class RelationAdmin(FilmRowAdmin):
    list_display = ("film", "kind", "other", "note")
    list_filter = ("kind",)
    list_select_related = ("film", "film__part_of", "other", "other__part_of")
    search_fields = ("film__title", "other__title")


@admin.register(ScreeningCopy)
class ScreeningCopyAdmin(FilmRowAdmin):
    list_display = ("film", "label", "format", "length", "language", "subtitles")
    list_filter = ("format", "language")
    search_fields = ("label", "film__title")

    @admin.display(description=_("length"), ordering="runtime")
    def length(self, copy: ScreeningCopy) -> str:
        return short_duration(copy.runtime)


@admin.register(DistributionRight)
class DistributionRightAdmin(FilmRowAdmin):
    list_display = ("film", "territory", "countries", "starts_on", "ends_on")
    list_filter = ("territory",)
    date_hierarchy = "ends_on"
    search_fields = ("territory", "film__title")


@admin.register(Preview)
class PreviewAdmin(FilmRowAdmin):
    list_display = ("title", "film", "length", "address")
    search_fields = ("title", "film__title")

    @admin.display(description=_("length"), ordering="seconds")
    def length(self, preview: Preview) -> str:
        return duration_text(-(-preview.seconds // 60)) if preview.seconds else ""


@admin.register(Still)
class StillAdmin(FilmRowAdmin):
    list_display = ("film", "description", "credit")
    search_fields = ("description", "film__title")


@admin.register(StudyGuide)
class StudyGuideAdmin(FilmRowAdmin):
    list_display = ("title", "film", "file")
    search_fields = ("title", "film__title")
