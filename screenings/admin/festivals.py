"""Festivals, to be read: their pages change them."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from office.site.rows import ReadOnlyAdmin
from screenings.models import (
    Festival,
    FestivalFilm,
    FestivalLostDay,
    FestivalPair,
    FestivalPin,
    FestivalPlan,
    FestivalPublication,
    FestivalScreening,
    FestivalWay,
)


@admin.register(Festival)
class FestivalAdmin(ReadOnlyAdmin[Festival]):
    list_display = ("name", "institution", "first_day", "last_day", "created_by")
    list_select_related = ("institution", "created_by")
    search_fields = ("name", "institution__legal_name")
    date_hierarchy = "first_day"


@admin.register(FestivalFilm)
class FestivalFilmAdmin(ReadOnlyAdmin[FestivalFilm]):
    list_display = ("film", "festival", "showings", "demand", "strand", "premiere")
    list_select_related = ("film__part_of", "festival")
    search_fields = ("film__title", "festival__name")


@admin.register(FestivalWay)
class FestivalWayAdmin(ReadOnlyAdmin[FestivalWay]):
    list_display = ("festival", "venue", "other", "minutes")
    list_select_related = ("festival", "venue", "other")


@admin.register(FestivalLostDay)
class FestivalLostDayAdmin(ReadOnlyAdmin[FestivalLostDay]):
    list_display = ("festival", "screen", "day")
    list_select_related = ("festival", "screen__venue")


@admin.register(FestivalPair)
class FestivalPairAdmin(ReadOnlyAdmin[FestivalPair]):
    list_display = ("film", "other", "why")
    list_select_related = ("film__film__part_of", "film__festival", "other__film__part_of", "other__festival")


@admin.register(FestivalPin)
class FestivalPinAdmin(ReadOnlyAdmin[FestivalPin]):
    list_display = ("film", "nth", "screen", "starts_at")
    list_select_related = ("film__film__part_of", "film__festival", "screen__venue")


@admin.register(FestivalPlan)
class FestivalPlanAdmin(ReadOnlyAdmin[FestivalPlan]):
    list_display = ("festival", "status", "moves_least", "asked_by", "created_at", "finished_at")
    list_filter = ("status",)
    list_select_related = ("festival", "asked_by")
    fields = readonly_fields = (
        "festival", "status", "moves_least", "seconds", "asked_by", "error", "created_at", "finished_at",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[FestivalPlan]:
        return super().get_queryset(request).defer("question", "programme")


@admin.register(FestivalScreening)
class FestivalScreeningAdmin(ReadOnlyAdmin[FestivalScreening]):
    list_display = ("screening", "film", "nth")
    list_select_related = ("screening", "film__film__part_of", "film__festival")


@admin.register(FestivalPublication)
class FestivalPublicationAdmin(ReadOnlyAdmin[FestivalPublication]):
    list_display = (
        "festival",
        "status",
        "only_covered",
        "done",
        "total",
        "asked_by",
        "created_at",
        "finished_at",
    )
    list_filter = ("status",)
    list_select_related = ("festival", "asked_by")
