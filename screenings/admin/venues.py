"""Venues, with their screens, hours and closed days."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet, Sum
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from office.site.rows import OfficeAdmin, ReadOnlyAdmin, TableInline
from screenings.models import (
    Closure,
    HouseStyle,
    MealPlace,
    OpeningHours,
    OutsideCalendar,
    Screen,
    ScreenServer,
    Venue,
    VenueWay,
)
from screenings.models.venues.places import OVERLAP
from screenings.venues.hours import overlap
from screenings.venues.seats import seats_followed


class ScreenInline(TableInline[Screen, Venue]):
    model = Screen
    fields = ("name", "capacity", "set_up", "turnaround", "wheelchair_places", "devices", "formats")


class HoursFormSet(BaseInlineFormSet[OpeningHours, Venue, Any]):
    def clean(self) -> None:
        """The rows of the page beside each other: each was asked only about those that are saved already."""
        super().clean()
        rows = [form for form in self.forms if form.instance.pk or form.has_changed()]
        if not any(self.errors) and overlap(form.instance for form in rows if form not in self.deleted_forms):
            raise ValidationError(OVERLAP, "overlap")


class OpeningHoursInline(TableInline[OpeningHours, Venue]):
    model = OpeningHours
    formset = HoursFormSet


class ClosureInline(TableInline[Closure, Venue]):
    model = Closure


class MealPlaceInline(TableInline[MealPlace, Venue]):
    model = MealPlace


class OutsideCalendarInline(TableInline[OutsideCalendar, Venue]):
    model = OutsideCalendar
    fields = ("name", "screen", "address", "read_at", "fault")
    readonly_fields = ("read_at", "fault")


@admin.register(Venue)
class VenueAdmin(OfficeAdmin[Venue]):
    list_display = (
        "name",
        "city",
        "country",
        "time_zone",
        "institution",
        "open_to_hire",
        "seats",
        "is_sample",
    )
    list_filter = ("country", "open_to_hire", "is_sample")
    search_fields = ("name", "city", "institution__legal_name")
    list_select_related = ("institution",)
    autocomplete_fields = ("institution", "hirers")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (ScreenInline, OpeningHoursInline, ClosureInline, MealPlaceInline, OutsideCalendarInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Venue]:
        return super().get_queryset(request).annotate(seats=Sum("screens__capacity"))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        with seats_followed(Screen.objects.filter(venue=form.instance)):
            super().save_related(request, form, formsets, change)

    @admin.display(description=_("seats"), ordering="seats")
    def seats(self, venue: Any) -> int:
        return venue.seats or 0


@admin.register(Screen)
class ScreenAdmin(OfficeAdmin[Screen]):
    list_display = ("name", "venue", "capacity", "set_up", "turnaround", "formats")
    list_filter = ("venue",)
    search_fields = ("name", "venue__name")
    list_select_related = ("venue",)
    autocomplete_fields = ("venue",)

    def save_model(self, request: HttpRequest, obj: Screen, form: Any, change: bool) -> None:
        with seats_followed(Screen.objects.filter(pk=obj.pk)):
            super().save_model(request, obj, form, change)


@admin.register(ScreenServer)
class ScreenServerAdmin(OfficeAdmin[ScreenServer]):
    list_display = ("name", "screen", "is_backup", "thumbprint")
    list_filter = ("screen__venue",)
    search_fields = ("name", "screen__venue__name")
    list_select_related = ("screen__venue",)


@admin.register(OpeningHours)
class OpeningHoursAdmin(OfficeAdmin[OpeningHours]):
    list_display = ("venue", "weekday", "opens", "closes")
    list_filter = ("weekday", "venue")
    search_fields = ("venue__name",)
    list_select_related = ("venue",)
    autocomplete_fields = ("venue",)


@admin.register(Closure)
class ClosureAdmin(OfficeAdmin[Closure]):
    list_display = ("venue", "first_day", "last_day", "reason")
    list_filter = ("venue",)
    search_fields = ("venue__name", "reason")
    date_hierarchy = "first_day"
    list_select_related = ("venue",)
    autocomplete_fields = ("venue",)


@admin.register(HouseStyle)
class HouseStyleAdmin(ReadOnlyAdmin[HouseStyle]):
    """Styles are changed where their wishes can be read: on the planner's form."""

    list_display = ("name", "venue", "is_usual")
    list_filter = ("venue", "is_usual")
    search_fields = ("name", "venue__name")
    list_select_related = ("venue",)
    fields = readonly_fields = ("venue", "name", "is_usual", "wishes")


@admin.register(VenueWay)
class VenueWayAdmin(ReadOnlyAdmin[VenueWay]):
    """Ways are kept on the desk's page of either venue, where one need not know which of the two comes first."""

    list_display = ("venue", "other", "minutes")
    list_select_related = ("venue", "other")
    search_fields = ("venue__name", "other__name")
