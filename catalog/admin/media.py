"""Material about a film: previews, stills, study guides."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from catalog.admin.rows import FilmRowAdmin, FilmRowInline
from catalog.models import Preview, Still, StudyGuide
from wording.durations import duration_text


class PreviewInline(FilmRowInline):
    model = Preview


@admin.register(Preview)
class PreviewAdmin(FilmRowAdmin):
    list_display = ("title", "film", "length", "address")
    search_fields = ("title", "film__title")

    @admin.display(description=_("length"), ordering="seconds")
    def length(self, preview: Preview) -> str:
        return duration_text(-(-preview.seconds // 60)) if preview.seconds else ""


class StillInline(FilmRowInline):
    model = Still


@admin.register(Still)
class StillAdmin(FilmRowAdmin):
    list_display = ("film", "description", "credit")
    search_fields = ("description", "film__title")


class StudyGuideInline(FilmRowInline):
    model = StudyGuide


@admin.register(StudyGuide)
class StudyGuideAdmin(FilmRowAdmin):
    list_display = ("title", "film", "file")
    search_fields = ("title", "film__title")
