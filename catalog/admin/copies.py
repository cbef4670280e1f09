"""Screening copies, which can be shown, and distribution rights, which say where."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import admin
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from catalog.admin.rows import FilmRowAdmin, StackedFilmRowInline
from catalog.models import DistributionRight, Holdback, ScreeningCopy
from catalog.models.rights import USES
from office.site.filters import ValuesFilter
from wording.durations import short_duration
from wording.enumeration import enumerated


class CopyInline(StackedFilmRowInline):
    model = ScreeningCopy
    classes = ("collapse",)
    fields = (
        ("label", "format", "runtime"),
        ("language", "subtitles", "captions", "audio_description"),
        "chapter_points",
    )


@admin.register(ScreeningCopy)
class ScreeningCopyAdmin(FilmRowAdmin):
    list_display = ("film", "label", "format", "length", "language", "subtitles", "captions")
    list_filter = ("format", ("language", ValuesFilter))
    search_fields = ("label", "film__title")

    @admin.display(description=_("length"), ordering="runtime")
    def length(self, copy: ScreeningCopy) -> str:
        return short_duration(copy.runtime)


class RightInline(StackedFilmRowInline):
    model = DistributionRight
    classes = ("collapse",)
    fields = (("territory", "countries"), "uses", ("starts_on", "ends_on"), "note")


@admin.register(DistributionRight)
class DistributionRightAdmin(FilmRowAdmin):
    list_display = ("film", "territory", "countries", "for_uses", "starts_on", "ends_on")
    list_filter = ("territory",)
    date_hierarchy = "ends_on"
    search_fields = ("territory", "film__title")

    @admin.display(description=_("uses"))
    def for_uses(self, right: DistributionRight) -> str:
        return uses_words(right.uses) or _now("all uses")


class HoldbackInline(StackedFilmRowInline):
    model = Holdback
    classes = ("collapse",)
    fields = ("uses", ("countries", "until"), "note")


@admin.register(Holdback)
class HoldbackAdmin(FilmRowAdmin):
    list_display = ("film", "held_uses", "countries", "until")
    date_hierarchy = "until"
    search_fields = ("film__title", "note")

    @admin.display(description=_("uses"))
    def held_uses(self, holdback: Holdback) -> str:
        return uses_words(holdback.uses)


def uses_words(uses: Iterable[str]) -> str:
    held = set(uses)
    return enumerated(str(label) for value, label in USES if value in held)
