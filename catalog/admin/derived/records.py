"""What libraries harvest by, to be looked at: triggers write it."""

from __future__ import annotations

from django.contrib import admin

from catalog.models import FilmChange, PublishedRecord
from office.site.rows import ReadOnlyAdmin


@admin.register(FilmChange)
class FilmChangeAdmin(ReadOnlyAdmin[FilmChange]):
    list_display = ("whole", "changed_at")
    ordering = ("-changed_at",)


@admin.register(PublishedRecord)
class PublishedRecordAdmin(ReadOnlyAdmin[PublishedRecord]):
    list_display = ("film", "whole", "kind", "published_at")
    ordering = ("-published_at",)
