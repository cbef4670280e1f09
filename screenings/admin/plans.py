"""Questions put to the planner, and options on screens."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from office.site.rows import ReadOnlyAdmin
from screenings.models import PlanRequest, ScreenHold, SecondOption


@admin.register(ScreenHold)
class ScreenHoldAdmin(ReadOnlyAdmin[ScreenHold]):
    list_display = ("screening", "until", "by", "created_at")
    search_fields = ("screening__title",)
    date_hierarchy = "until"
    list_select_related = ("screening", "by")


@admin.register(SecondOption)
class SecondOptionAdmin(ReadOnlyAdmin[SecondOption]):
    list_display = ("plan_request", "plan_index", "until", "by", "created_at")
    search_fields = ("plan_request__film__title",)
    list_select_related = ("plan_request__film__part_of", "plan_request__venue", "by")


@admin.register(PlanRequest)
class PlanRequestAdmin(ReadOnlyAdmin[PlanRequest]):
    list_display = ("film", "venue", "first_day", "last_day", "status", "asked_by", "created_at", "took")
    list_filter = ("status", "venue")
    search_fields = ("film__title", "venue__name", "asked_by__email")
    date_hierarchy = "created_at"
    list_select_related = ("film__part_of", "venue", "asked_by")
    fields = readonly_fields = (
        "film", "venue", "institution", "asked_by", "first_day", "last_day", "status", "took", "error", "created_at",
        "finished_at", "plans",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[PlanRequest]:
        return (
            super()
            .get_queryset(request)
            .annotate(waited=F("finished_at") - F("created_at"))
            .defer("question", "answer")
        )

    @admin.display(description=_("question and plans"))
    def plans(self, request: PlanRequest) -> SafeString:
        return format_html('<a href="{}">{}</a>', request.get_absolute_url(), _("on the desk"))

    @admin.display(description=_("answered after"))
    def took(self, request: Any) -> str:
        return f"{request.waited.total_seconds():.1f} s" if request.waited else ""
