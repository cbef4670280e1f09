"""Screening copies, which can be shown, and distribution rights, which say where."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from catalog.admin.rows import FilmRowAdmin, FilmRowInline
from catalog.models import DistributionRight, ScreeningCopy
from office.site.filters import ValuesFilter
from wording.durations import short_duration


class CopyInline(FilmRowInline):
    model = ScreeningCopy
    classes = ("collapse",)
    fields = ("label", "format", "runtime", "language", "subtitles", "captions", "chapter_points")


@admin.register(ScreeningCopy)
class ScreeningCopyAdmin(FilmRowAdmin):
    list_display = ("film", "label", "format", "length", "language", "subtitles", "captions")
    list_filter = ("format", ("language", ValuesFilter))
    search_fields = ("label", "film__title")

    @admin.display(description=_("length"), ordering="runtime")
    def length(self, copy: ScreeningCopy) -> str:
        return short_duration(copy.runtime)


class RightInline(FilmRowInline):
    model = DistributionRight
    classes = ("collapse",)
    fields = ("territory", "countries", "starts_on", "ends_on", "note")


@admin.register(DistributionRight)
class DistributionRightAdmin(FilmRowAdmin):
    list_display = ("film", "territory", "countries", "starts_on", "ends_on")
    list_filter = ("territory",)
    date_hierarchy = "ends_on"
    search_fields = ("territory", "film__title")
