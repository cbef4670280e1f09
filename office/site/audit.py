"""The audit trail in the office: people see the events of those tables that they may see."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

import pghistory.core
from django.apps import apps
from django.contrib import admin
from django.contrib.admin import ShowFacets
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from pghistory.admin.core import EventsAdmin

from office.permissions import may
from office.site.history import change_words, people


class AuditAdmin(EventsAdmin):
    """The package's list of all events; the history of one row is on the row's own page."""

    show_facets = ShowFacets.NEVER  # the package's list of events cannot count them
    fields = readonly_fields = ("when", "what", "row", "done", "changes", "who")

    def __init__(self, model: type[models.Model], site: admin.AdminSite) -> None:
        super().__init__(model, site)
        self.opts.verbose_name, self.opts.verbose_name_plural = _("change"), _("changes")

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        return self.readonly_fields

    @admin.display(description=_("when"), ordering="pgh_created_at")
    def when(self, event: Any) -> datetime:
        return cast("datetime", event.pgh_created_at)

    @admin.display(description=_("what"))
    def what(self, event: Any) -> str:
        return str(_tracked(event)._meta.verbose_name)

    @admin.display(description=_("row"))
    def row(self, event: Any) -> str:
        model = _tracked(event)
        if not admin.site.is_registered(model):
            return str(event.pgh_obj_id)
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_history"
        return format_html(
            '<a href="{}">{}</a>', reverse(name, args=[quote(event.pgh_obj_id)]), event.pgh_obj_id
        )

    @admin.display(description=_("what happened"))
    def done(self, event: Any) -> str:
        done = {"insert": _("created"), "update": _("changed"), "delete": _("deleted")}
        return str(done.get(event.pgh_label, event.pgh_label))

    @admin.display(description=_("changes"))
    def changes(self, event: Any) -> SafeString:
        columns = {name: (before, after) for name, (before, after) in (event.pgh_diff or {}).items()}
        return format_html_join(
            "", "<p>{}</p>", ((words,) for words in change_words(_tracked(event), columns))
        )

    @admin.display(description=_("by"))
    def who(self, event: Any) -> str:
        return people([event.pgh_context]).get((event.pgh_context or {}).get("user"), "")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        seen = [model._meta.label for model in tracked_models() if may_view(request, model)]
        return super().get_queryset(request).filter(pgh_obj_model__in=seen)  # type: ignore[no-untyped-call,no-any-return]  # pghistory has no types

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if reference := request.GET.get("obj"):
            refuse_row(request, reference)
        if (name := request.GET.get("event_model")) and name not in event_model_names():
            raise Http404
        return super().changelist_view(request, extra_context)  # type: ignore[no-untyped-call,no-any-return]  # as above


def _tracked(event: Any) -> type[models.Model]:
    return apps.get_model(event.pgh_obj_model)


def refuse_row(request: HttpRequest, reference: str) -> None:
    """Raises PermissionDenied or Http404 unless `reference`, such as `licensing.Order:7`, is a row that the person may see."""
    label, _colon, key = reference.partition(":")
    model = next((model for model in tracked_models() if model._meta.label_lower == label.lower()), None)
    if model is None:
        raise Http404
    if not may_view(request, model):
        raise PermissionDenied
    try:
        found = model._base_manager.filter(pk=model._meta.pk.to_python(key)).exists()  # noqa: SLF001 - Django documents it
    except ValidationError as error:
        raise Http404 from error
    if not found:
        raise Http404


def may_view(request: HttpRequest, model: type[models.Model]) -> bool:
    return may(request.user, f"{model._meta.app_label}.view_{model._meta.model_name}")


def tracked_models() -> list[type[models.Model]]:
    return [cast("Any", event).pgh_tracked_model for event in pghistory.core.event_models()]


def event_model_names() -> set[str]:
    return {event._meta.label_lower for event in pghistory.core.event_models()}
