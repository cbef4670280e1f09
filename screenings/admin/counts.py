"""What programmers enter around a screening, and what screens are booked for elsewhere: to look up, not to change here."""

from __future__ import annotations

from django.contrib import admin

from office.site.rows import ReadOnlyAdmin
from screenings.models import MaterialTick, OutsideBooking, ShowingCount


@admin.register(ShowingCount)
class ShowingCountAdmin(ReadOnlyAdmin[ShowingCount]):
    list_display = ("showing", "people", "box_office", "by", "at")
    search_fields = ("showing__film__title", "showing__screening__title")
    date_hierarchy = "at"
    list_select_related = ("showing__film", "by")
    fields = readonly_fields = ("showing", "people", "box_office", "by", "at")


@admin.register(MaterialTick)
class MaterialTickAdmin(ReadOnlyAdmin[MaterialTick]):
    list_display = ("screening", "step", "about", "note", "by", "at")
    list_filter = ("step",)
    search_fields = ("screening__title", "note")
    date_hierarchy = "at"
    list_select_related = ("screening", "by")
    fields = readonly_fields = ("screening", "step", "about", "note", "by", "at")


@admin.register(OutsideBooking)
class OutsideBookingAdmin(ReadOnlyAdmin[OutsideBooking]):
    list_display = ("screen", "starts_at", "ends_at", "what", "calendar")
    list_filter = ("screen__venue",)
    search_fields = ("what", "calendar__name", "screen__name")
    date_hierarchy = "starts_at"
    list_select_related = ("screen__venue", "calendar")
    fields = readonly_fields = ("calendar", "screen", "starts_at", "ends_at", "what")
