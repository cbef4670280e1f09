"""What films are found by, to be read: catalog.search.indexing writes it."""

from __future__ import annotations

from django.contrib import admin

from catalog.models import SearchEntry, SearchWord
from office.site.rows import ReadOnlyAdmin


@admin.register(SearchEntry)
class SearchEntryAdmin(ReadOnlyAdmin[SearchEntry]):
    list_display = ("film", "length")
    list_select_related = ("film__part_of",)
    search_fields = ("film__title",)


@admin.register(SearchWord)
class SearchWordAdmin(ReadOnlyAdmin[SearchWord]):
    list_display = ("word",)
    search_fields = ("word",)
