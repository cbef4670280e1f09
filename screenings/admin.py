"""Venues, screenings and registrations in the office. What has consequences is done by the same verbs that the pages call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin, messages
from django.db.models import Count, F, Min, Q, QuerySet, Sum
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from licensing.refusals import Refused
from screenings.announcing import cancel_screening, publish_screening
from screenings.models import (
    Closure,
    OpeningHours,
    Place,
    PlanRequest,
    Registration,
    Screen,
    Screening,
    Showing,
    Venue,
)
from screenings.registering import give_back

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


class ReadOnly:
    """Rows that verbs write, and the office only looks at."""

    def has_add_permission(self, *args: Any) -> bool:
        return False

    def has_change_permission(self, *args: Any) -> bool:
        return False

    def has_delete_permission(self, *args: Any) -> bool:
        return False


class ScreenInline(admin.TabularInline[Screen, Venue]):
    model = Screen
    extra = 0
    fields = ("name", "capacity", "set_up", "turnaround", "formats")


class OpeningHoursInline(admin.TabularInline[OpeningHours, Venue]):
    model = OpeningHours
    extra = 0


class ClosureInline(admin.TabularInline[Closure, Venue]):
    model = Closure
    extra = 0


@admin.register(Venue)
class VenueAdmin(admin.ModelAdmin[Venue]):
    list_display = ("name", "city", "country", "time_zone", "institution", "seats", "is_sample")
    list_filter = ("country", "is_sample")
    search_fields = ("name", "city", "institution__legal_name")
    list_select_related = ("institution",)
    autocomplete_fields = ("institution",)
    prepopulated_fields = {"slug": ("name",)}
    inlines = (ScreenInline, OpeningHoursInline, ClosureInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Venue]:
        return super().get_queryset(request).annotate(seats=Sum("screens__capacity"))

    @admin.display(description=_("seats"), ordering="seats")
    def seats(self, venue: Any) -> int:
        return venue.seats or 0


@admin.register(Screen)
class ScreenAdmin(admin.ModelAdmin[Screen]):
    list_display = ("name", "venue", "capacity", "set_up", "turnaround", "formats")
    list_filter = ("venue",)
    search_fields = ("name", "venue__name")
    list_select_related = ("venue",)
    autocomplete_fields = ("venue",)


@admin.register(OpeningHours)
class OpeningHoursAdmin(admin.ModelAdmin[OpeningHours]):
    list_display = ("venue", "weekday", "opens", "closes")
    list_filter = ("weekday", "venue")
    search_fields = ("venue__name",)
    list_select_related = ("venue",)
    autocomplete_fields = ("venue",)


@admin.register(Closure)
class ClosureAdmin(admin.ModelAdmin[Closure]):
    list_display = ("venue", "first_day", "last_day", "reason")
    list_filter = ("venue",)
    search_fields = ("venue__name", "reason")
    date_hierarchy = "first_day"
    list_select_related = ("venue",)
    autocomplete_fields = ("venue",)


class ShowingInline(ReadOnly, admin.TabularInline[Showing, Screening]):
    model = Showing
    extra = 0
    fields = ("starts_at", "ends_at", "film", "screen", "booked", "capacity", "status")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Showing]:
        return super().get_queryset(request).select_related("film__part_of", "screen__venue")


@admin.register(Screening)
class ScreeningAdmin(admin.ModelAdmin[Screening]):
    list_display = ("title", "venue", "institution", "first", "status", "licence", "registered")
    list_filter = ("status", "admission", "venue")
    search_fields = ("title", "film__title", "institution__legal_name", "programmer__email")
    date_hierarchy = "created_at"
    list_select_related = ("venue", "institution", "licence")
    autocomplete_fields = ("film", "venue", "institution")
    raw_id_fields = ("programmer",)
    readonly_fields = (
        "status",
        "licence",
        "published_at",
        "plan_request",
        "plan_index",
        "audience",
        "admission",
    )
    inlines = (ShowingInline,)
    actions = ("publish", "call_off")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a screening comes from a plan

    def get_queryset(self, request: HttpRequest) -> QuerySet[Screening]:
        standing = Q(registrations__cancelled_at=None)
        counted = Count("registrations", filter=standing, distinct=True)
        return super().get_queryset(request).annotate(first=Min("showings__starts_at"), registered=counted)

    @admin.display(description=_("first showing"), ordering="first")
    def first(self, screening: Any) -> datetime | None:
        return screening.first  # type: ignore[no-any-return]  # annotated above

    @admin.display(description=_("registered"), ordering="registered")
    def registered(self, screening: Any) -> int:
        return screening.registered  # type: ignore[no-any-return]  # annotated above

    @admin.action(description=_("Publish under the licence that covers it"))
    def publish(self, request: HttpRequest, rows: QuerySet[Screening]) -> None:
        self._each(request, rows, lambda row: publish_screening(screening=row, by=cast("User", request.user)))

    @admin.action(description=_("Call off, and tell everyone registered"))
    def call_off(self, request: HttpRequest, rows: QuerySet[Screening]) -> None:
        self._each(request, rows, lambda row: cancel_screening(screening=row, by=cast("User", request.user)))

    def _each(
        self, request: HttpRequest, rows: QuerySet[Screening], verb: Callable[[Screening], object]
    ) -> None:
        for row in rows:
            try:
                verb(row)
            except Refused as refused:
                for sentence in refused.messages:
                    self.message_user(request, f"{row}: {sentence}", messages.ERROR)
            else:
                self.message_user(request, _("Done: %(screening)s.") % {"screening": row}, messages.SUCCESS)


@admin.register(Showing)
class ShowingAdmin(ReadOnly, admin.ModelAdmin[Showing]):
    list_display = ("starts_at", "film", "screen", "screening", "booked", "capacity", "status")
    list_filter = ("status", "screen__venue")
    search_fields = ("film__title", "screening__title", "screen__name")
    date_hierarchy = "starts_at"
    list_select_related = ("film__part_of", "screen__venue", "screening")


class PlaceInline(ReadOnly, admin.TabularInline[Place, Registration]):
    model = Place
    extra = 0
    fields = ("showing",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Place]:
        return (
            super().get_queryset(request).select_related("showing__film__part_of", "registration__screening")
        )


@admin.register(Registration)
class RegistrationAdmin(admin.ModelAdmin[Registration]):
    list_display = ("name", "email", "screening", "is_pass", "places_held", "created_at", "cancelled_at")
    list_filter = ("is_pass", ("cancelled_at", admin.EmptyFieldListFilter))
    search_fields = ("name", "email", "screening__title")
    date_hierarchy = "created_at"
    list_select_related = ("screening",)
    readonly_fields = ("screening", "email", "user", "is_pass", "created_at", "cancelled_at")
    inlines = (PlaceInline,)
    actions = ("give_places_back",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a place is taken by the verb that counts it

    def has_delete_permission(self, request: HttpRequest, obj: Registration | None = None) -> bool:
        return False  # it is given back instead, so that the place is counted

    def get_queryset(self, request: HttpRequest) -> QuerySet[Registration]:
        return super().get_queryset(request).annotate(held=Count("places"))

    @admin.display(description=_("places"), ordering="held")
    def places_held(self, registration: Any) -> int:
        return registration.held  # type: ignore[no-any-return]  # annotated above

    @admin.action(description=_("Give the places back"))
    def give_places_back(self, request: HttpRequest, rows: QuerySet[Registration]) -> None:
        for row in rows:
            give_back(registration=row)


@admin.register(Place)
class PlaceAdmin(ReadOnly, admin.ModelAdmin[Place]):
    list_display = ("showing", "registration")
    search_fields = ("registration__name", "registration__email", "showing__film__title")
    list_select_related = ("showing__film__part_of", "registration__screening")


@admin.register(PlanRequest)
class PlanRequestAdmin(ReadOnly, admin.ModelAdmin[PlanRequest]):
    list_display = ("film", "venue", "first_day", "last_day", "status", "asked_by", "created_at", "took")
    list_filter = ("status", "venue")
    search_fields = ("film__title", "venue__name", "asked_by__email")
    date_hierarchy = "created_at"
    list_select_related = ("film__part_of", "venue", "asked_by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[PlanRequest]:
        return (
            super()
            .get_queryset(request)
            .annotate(waited=F("finished_at") - F("created_at"))
            .defer("question", "answer")
        )

    @admin.display(description=_("answered after"))
    def took(self, request: Any) -> str:
        return f"{request.waited.total_seconds():.1f} s" if request.waited else ""
