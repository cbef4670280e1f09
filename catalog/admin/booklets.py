"""Catalogues as PDF that were asked for, to be looked at."""

from __future__ import annotations

from django.contrib import admin

from catalog.models import Booklet
from office.site.rows import ReadOnlyAdmin


@admin.register(Booklet)
class BookletAdmin(ReadOnlyAdmin[Booklet]):
    list_display = ("created_at", "asked_by", "films", "status", "expires_at")
    list_select_related = ("asked_by",)
    fields = ("search", "language", "films", "films_done", "is_cut", "status", "asked_by", "created_at", "finished_at", "expires_at")  # fmt: skip
