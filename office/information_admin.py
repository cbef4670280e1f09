"""The admin pages on which the office writes its information pages."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest

from office.information import information
from office.models import InformationPage, Page
from office.site.rows import OfficeAdmin


@admin.register(InformationPage)
class InformationPageAdmin(OfficeAdmin[InformationPage]):
    list_display = ("slug", "language", "title", "updated_at")
    list_filter = ("slug", "language")
    search_fields = ("title", "body")
    readonly_fields = ("updated_at",)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new text starts with the one that visitors read now, so that the office can edit it instead of starting from nothing."""
        initial: dict[str, Any] = dict(super().get_changeform_initial_data(request))
        slug = initial.get("slug")
        language = initial.get("language", settings.LANGUAGE_CODE)
        if slug in Page.values and language in dict(settings.LANGUAGES):
            shown = information(slug, language)
            initial |= {"language": language, "title": shown.title, "body": shown.body}
        return initial
