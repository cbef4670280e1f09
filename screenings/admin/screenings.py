"""Screenings and their showings, with buttons to publish and to call off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Min, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from office.site.moves import Move, MovesAdmin
from office.site.rows import ReadOnlyAdmin, ShownInline
from screenings.lookup import RUN
from screenings.models import Registration, Screening, Showing, TimetableChange
from screenings.programme.announcing import cancel_screening, publish_screening

if TYPE_CHECKING:
    from datetime import datetime


class ScreeningMove(Move[Screening]):
    permission = RUN

    def facts(self) -> Iterable[tuple[object, object]]:
        row = self.row
        yield _("screening"), row.title
        yield _("venue"), row.venue
        yield _("showings"), row.showings.standing().count()
        yield _("people registered"), row.registrations.coming().people()
        yield _("people on the waiting list"), row.registrations.in_line().people()


class Publish(ScreeningMove):
    name = "publish"
    label = _("Publish under its licence")

    @classmethod
    def fits(cls, row: Screening) -> bool:
        return row.status in (Screening.Status.DRAFT, Screening.Status.SUSPENDED)

    def act(self) -> str:
        publish_screening(screening=self.row, by=self.by)
        return _now("%(screening)s is now public.") % {"screening": self.row}


class CallOff(ScreeningMove):
    name = "call-off"
    label = _("Call off and notify everyone who registered")

    @classmethod
    def fits(cls, row: Screening) -> bool:
        return row.status != Screening.Status.CANCELLED

    def act(self) -> str:
        cancel_screening(screening=self.row, by=self.by)
        return _now("%(screening)s is called off. Everyone who registered will be notified.") % {
            "screening": self.row
        }


class TimetableChangeInline(ShownInline[TimetableChange, Screening]):
    model = TimetableChange
    fields = ("number", "created_at", "by", "undoes")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[TimetableChange]:
        return (
            super().get_queryset(request).select_related("by", "undoes", "screening").defer("before", "after")
        )


class ShowingInline(ShownInline[Showing, Screening]):
    model = Showing
    fields = ("starts_at", "ends_at", "film", "screen", "booked", "capacity", "status")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Showing]:
        return super().get_queryset(request).select_related("film__part_of", "screen__venue")


@admin.register(Screening)
class ScreeningAdmin(MovesAdmin[Screening]):
    list_display = ("title", "venue", "institution", "first", "status", "licence", "registered")
    list_filter = ("status", "admission", "venue")
    search_fields = ("title", "film__title", "institution__legal_name", "programmer__email")
    date_hierarchy = "created_at"
    list_select_related = ("venue", "institution", "licence")
    autocomplete_fields = ("programmer",)
    readonly_fields = (
        "film",
        "venue",
        "institution",
        "status",
        "licence",
        "published_at",
        "plan_request",
        "plan_index",
        "further_licences",
        # What decides which licence covers it is revised on its desk, where the licences are asked.
        "audience",
        "admission",
        "price",
        "public_advertising",
        "members_only",
        "outdoors",
    )
    inlines = (ShowingInline, TimetableChangeInline)
    moves = (Publish, CallOff)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a screening is made from a plan

    def has_delete_permission(self, request: HttpRequest, obj: Screening | None = None) -> bool:
        return False  # it is called off instead, so that everyone who registered is notified

    def get_queryset(self, request: HttpRequest) -> QuerySet[Screening]:
        """Registered are people, with whom they bring and without those who only wait."""
        people = Registration.objects.coming().people_by_screening()
        return super().get_queryset(request).annotate(first=Min("showings__starts_at"), registered=people)

    @admin.display(description=_("first showing"), ordering="first")
    def first(self, screening: Any) -> datetime | None:
        return screening.first  # type: ignore[no-any-return]  # annotated above

    @admin.display(description=_("registered"), ordering="registered")
    def registered(self, screening: Any) -> int:
        return screening.registered  # type: ignore[no-any-return]  # annotated above


@admin.register(Showing)
class ShowingAdmin(ReadOnlyAdmin[Showing]):
    list_display = ("starts_at", "film", "screen", "screening", "booked", "capacity", "status")
    list_filter = ("status", "screen__venue")
    search_fields = ("film__title", "screening__title", "screen__name")
    date_hierarchy = "starts_at"
    list_select_related = ("film__part_of", "screen__venue", "screening")
