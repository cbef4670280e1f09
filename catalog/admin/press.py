"""The reception of films, and readings about them."""

from __future__ import annotations

from django.contrib import admin

from catalog.admin.rows import FilmRowAdmin, FilmRowInline, StackedFilmRowInline
from catalog.models import PressNotice, ReadingAbout, Recognition


class RecognitionInline(FilmRowInline):
    model = Recognition
    classes = ("collapse",)
    fields = ("order", "kind", "event", "year", "outcome", "source")


@admin.register(Recognition)
class RecognitionAdmin(FilmRowAdmin):
    list_display = ("film", "event", "year", "outcome", "kind")
    list_filter = ("kind", "year")
    search_fields = ("event", "outcome", "film__title")


class PressInline(StackedFilmRowInline):
    model = PressNotice
    classes = ("collapse",)
    fields = (("author", "outlet", "order"), "text", ("is_paraphrase", "source"), "note")


@admin.register(PressNotice)
class PressNoticeAdmin(FilmRowAdmin):
    list_display = ("film", "author", "outlet", "is_paraphrase")
    list_filter = ("is_paraphrase",)
    search_fields = ("author", "outlet", "film__title")


class ReadingInline(FilmRowInline):
    model = ReadingAbout
    classes = ("collapse",)
    fields = ("order", "reading", "pages")


@admin.register(ReadingAbout)
class ReadingAboutAdmin(FilmRowAdmin):
    list_display = ("reading", "film", "pages")
    list_select_related = ("film", "film__part_of", "reading")
    search_fields = ("reading__title", "film__title")
