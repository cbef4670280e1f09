"""The audit trail in the office: people see the events of those tables that they may see."""

from __future__ import annotations

from typing import Any, cast

import pghistory.core
from django.contrib.admin import ShowFacets
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from pghistory.admin.core import EventsAdmin

from office.permissions import may


class AuditAdmin(EventsAdmin):
    show_facets = ShowFacets.NEVER  # the package's list of events cannot count them

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
