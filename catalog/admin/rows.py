"""Tables whose rows hang on films, each seen all together."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalog.models import (
    Credit,
    DistributionRight,
    PressNotice,
    Preview,
    ReadingAbout,
    Recognition,
    Relation,
    ScreeningCopy,
    Statement,
    Still,
    StudyGuide,
    Title,
)
from office.site.filters import ValuesFilter
from office.site.rows import OfficeAdmin
from wording.durations import duration_text, short_duration


class FilmRowAdmin(OfficeAdmin[Any]):
    """A table whose rows hang on a film: seen all together, found by any title of the film."""

    list_select_related: ClassVar[tuple[str, ...]] = ("film", "film__part_of")

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
    list_filter = ("format", ("language", ValuesFilter))
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
