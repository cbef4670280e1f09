"""Filters of the office's list of films."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalog.models import Film

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

UNDER = Film.objects.filter(part_of=OuterRef("pk")).order_by()
STATES = {
    "published": (_("Published"), Q(is_published=True)),
    "coming": (_("To be published at a time"), Q(publish_at__isnull=False)),
    "draft": (_("Drafts"), Q(is_published=False, publish_at=None, withdrawn_at=None)),
    "withdrawn": (_("Withdrawn"), Q(withdrawn_at__isnull=False)),
}


class WholeOrPart(admin.SimpleListFilter):
    title = _("whole or part")
    parameter_name = "piece"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, _StrPromise]]:
        return [("whole", _("Whole films")), ("part", _("Parts"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Film]) -> QuerySet[Film]:
        match self.value():
            case "whole":
                return queryset.filter(part_of=None)
            case "part":
                return queryset.filter(part_of__isnull=False)
        return queryset


class State(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, _StrPromise]]:
        return [(name, label) for name, (label, _condition) in STATES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Film]) -> QuerySet[Film]:
        chosen = STATES.get(self.value() or "")
        return queryset.filter(chosen[1]) if chosen else queryset


class Lengths(admin.SimpleListFilter):
    """What there is to look at in the lengths of films in parts."""

    title = _("lengths")
    parameter_name = "lengths"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, _StrPromise]]:
        return [
            ("differ", _("The parts do not add up to the whole")),
            ("unknown", _("A part's length is unknown")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Film]) -> QuerySet[Film]:
        is_unknown = Exists(UNDER.filter(runtime=None))
        match self.value():
            case "differ":
                added = UNDER.values("part_of").annotate(minutes=Sum("runtime")).values("minutes")
                summed = queryset.annotate(parts_minutes=Subquery(added), lacks_length=is_unknown)
                return summed.filter(parts_minutes__isnull=False, lacks_length=False).exclude(
                    parts_minutes=F("runtime")
                )
            case "unknown":
                return queryset.filter(is_unknown)
        return queryset
