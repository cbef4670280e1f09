"""What the catalogue derives from its films, to be looked at: dates that libraries harvest by, and what films are found by."""

from __future__ import annotations

from django.contrib import admin

from catalog.models import FilmChange, PublishedRecord, SearchEntry, SearchWord
from office.site.rows import ReadOnlyAdmin


@admin.register(FilmChange)
class FilmChangeAdmin(ReadOnlyAdmin[FilmChange]):
    list_display = ("whole", "changed_at")
    ordering = ("-changed_at",)


@admin.register(PublishedRecord)
class PublishedRecordAdmin(ReadOnlyAdmin[PublishedRecord]):
    list_display = ("film", "whole", "kind", "published_at")
    ordering = ("-published_at",)


@admin.register(SearchEntry)
class SearchEntryAdmin(ReadOnlyAdmin[SearchEntry]):
    list_display = ("film", "length")
    list_select_related = ("film__part_of",)
    search_fields = ("film__title",)


@admin.register(SearchWord)
class SearchWordAdmin(ReadOnlyAdmin[SearchWord]):
    list_display = ("word",)
    search_fields = ("word",)
