"""Licences: which are held, and which end soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from licensing.admin.delivery_moves import PromiseAnother
from licensing.admin.licence_moves import LICENCE_MOVES
from licensing.admin.licence_questions import DoesItCover
from licensing.licences.life import life_of
from licensing.models import Licence, LicenceFeed
from licensing.terms.days import office_today
from licensing.terms.spans import Standing
from office.site.moves import MovesAdmin
from office.site.rows import ReadOnly, ReadOnlyAdmin

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class ExpiryFilter(admin.SimpleListFilter):
    title = _("expiry")
    parameter_name = "expiry"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Licence]
    ) -> list[tuple[str, str | _StrPromise]]:
        return [
            ("7", _("within 7 days")),
            ("30", _("within 30 days")),
            ("90", _("within 90 days")),
            ("ended", _("ended")),
            ("current", _("in force")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Licence]) -> QuerySet[Licence]:
        today, choice = office_today(), self.value()
        keys = Licence.objects.none()
        match choice:
            case "7" | "30" | "90":
                keys = Licence.objects.expiring(today, int(choice))
            case "ended":
                keys = Licence.objects.standing_as(Standing.ENDED, today)
            case "current":
                keys = Licence.objects.current(today)
            case _:
                return queryset
        return queryset.filter(pk__in=keys.values("pk"))


@admin.register(Licence)
class LicenceAdmin(ReadOnly, MovesAdmin[Licence]):
    """A licence is issued for an order; its words never change. What happens to it later is a move, with a reason."""

    list_display = ("number", "licensee_name", "film", "type_name", "starts_on", "ends_on", "phase", "pdf")
    list_filter = (ExpiryFilter, "status", "type_name", "institution__tier")
    search_fields = ("number", "licensee_name", "film__title", "film__part_of__title", "line__order__number")
    list_select_related = ("institution", "film__part_of")
    date_hierarchy = "ends_on"
    moves = (DoesItCover, *LICENCE_MOVES, PromiseAnother)

    @admin.display(description=_("now"))
    def phase(self, licence: Licence) -> str:
        return life_of(licence, office_today()).sentence

    @admin.display(description=_("certificate"))
    def pdf(self, licence: Licence) -> SafeString:
        return format_html('<a href="{}certificate.pdf">PDF</a>', licence.get_absolute_url())


@admin.register(LicenceFeed)
class LicenceFeedAdmin(ReadOnlyAdmin[LicenceFeed]):
    """Whose calendars are open. The address itself is the person's alone."""

    list_display = ("user", "renewed_at")
    list_select_related = ("user",)
    search_fields = ("user__email", "user__name")
    fields = ("user", "renewed_at")
