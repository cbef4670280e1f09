"""Who has registered, and for what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from office.site.moves import Move, MovesAdmin
from office.site.rows import ReadOnlyAdmin, ShownInline
from screenings.audience.registering import give_back
from screenings.models import Arrival, Place, Registration, ShowingFeed, Wait


class GiveBack(Move[Registration]):
    name = "give-back"
    label = _("Give the places back")
    permission = "screenings.change_registration"

    @classmethod
    def fits(cls, row: Registration) -> bool:
        return row.cancelled_at is None

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("name"), self.row.name
        yield _("e-mail"), self.row.email
        yield _("screening"), self.row.screening
        yield _("people"), self.row.people
        yield _("places"), self.row.places.count()

    def act(self) -> str:
        give_back(registration=self.row)
        return _now("The places of %(name)s are given back.") % {"name": self.row.name}


class PlaceInline(ShownInline[Place, Registration]):
    model = Place
    fields = ("showing", "people", "arrived")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Place]:
        return (
            super().get_queryset(request).select_related("showing__film__part_of", "registration__screening")
        )


class WaitInline(ShownInline[Wait, Registration]):
    model = Wait
    fields = ("showings", "people", "joined_at", "offered_until")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Wait]:
        rows = super().get_queryset(request).select_related("registration__screening")
        return rows.prefetch_related("showings__film__part_of")


@admin.register(Registration)
class RegistrationAdmin(MovesAdmin[Registration]):
    list_display = (
        "name",
        "email",
        "screening",
        "people",
        "is_pass",
        "places_held",
        "created_at",
        "standing",
    )
    list_filter = (
        "is_pass",
        ("confirmed_at", admin.EmptyFieldListFilter),
        ("cancelled_at", admin.EmptyFieldListFilter),
    )
    search_fields = ("name", "email", "screening__title")
    date_hierarchy = "created_at"
    list_select_related = ("screening",)
    readonly_fields = (
        *("screening", "email", "user", "people", "is_pass", "created_at"),
        *("standing", "held_until", "confirmed_at", "cancelled_at", "forgotten_at"),
    )
    inlines = (PlaceInline, WaitInline)
    moves = (GiveBack,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # only the verb that counts places may take one

    def has_delete_permission(self, request: HttpRequest, obj: Registration | None = None) -> bool:
        return False  # it is given back instead, so that its places are counted

    def get_queryset(self, request: HttpRequest) -> QuerySet[Registration]:
        return super().get_queryset(request).annotate(held=Count("places"))

    @admin.display(description=_("state"))
    def standing(self, registration: Registration) -> str:
        return str(registration.state.label)

    @admin.display(description=_("places"), ordering="held")
    def places_held(self, registration: Any) -> int:
        return registration.held  # type: ignore[no-any-return]  # annotated above


@admin.register(ShowingFeed)
class ShowingFeedAdmin(ReadOnlyAdmin[ShowingFeed]):
    """Its address is the person's alone, and is not shown."""

    list_display = ("user", "renewed_at")
    fields = ("user", "renewed_at")
    search_fields = ("user__email",)
    list_select_related = ("user",)


@admin.register(Arrival)
class ArrivalAdmin(ReadOnlyAdmin[Arrival]):
    list_display = ("at", "place", "people", "by")
    search_fields = ("place__registration__name",)
    list_select_related = ("place__registration__screening", "place__showing__film__part_of", "by")


@admin.register(Place)
class PlaceAdmin(ReadOnlyAdmin[Place]):
    list_display = ("showing", "registration", "people", "arrived")
    search_fields = ("registration__name", "registration__email", "showing__film__title")
    list_select_related = ("showing__film__part_of", "registration__screening")
