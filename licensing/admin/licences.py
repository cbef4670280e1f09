"""Licences: what is held, what ends soon, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from licensing.admin.actions import NoteActionForm, apply, note_of
from licensing.days import office_today
from licensing.licences import revoke
from licensing.life import life_of
from licensing.models import Licence

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from accounts.models import User


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
        today, told = office_today(), self.value()
        keys = Licence.objects.none()
        match told:
            case "7" | "30" | "90":
                keys = Licence.objects.expiring(today, int(told))
            case "ended":
                keys = Licence.objects.filter(ends_on__lt=today)
            case "current":
                keys = Licence.objects.current(today)
            case _:
                return queryset
        return queryset.filter(pk__in=keys.values("pk"))


@admin.register(Licence)
class LicenceAdmin(admin.ModelAdmin[Licence]):
    """A licence is issued by payment and changed by nobody; it can be revoked, with a reason."""

    list_display = ("number", "licensee_name", "film", "type_name", "starts_on", "ends_on", "phase", "pdf")
    list_filter = (ExpiryFilter, "status", "type_name", "institution__tier")
    search_fields = ("number", "licensee_name", "film__title", "film__part_of__title", "line__order__number")
    list_select_related = ("institution", "film__part_of")
    date_hierarchy = "ends_on"
    action_form = NoteActionForm
    actions = ("revoke_selected",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Licence | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Licence | None = None) -> bool:
        return False

    def has_revoke_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("licensing.change_licence")

    @admin.display(description=_("now"))
    def phase(self, licence: Licence) -> str:
        return life_of(licence, office_today()).sentence

    @admin.display(description=_("certificate"))
    def pdf(self, licence: Licence) -> SafeString:
        return format_html('<a href="{}certificate.pdf">PDF</a>', licence.get_absolute_url())

    @admin.action(description=_("Revoke (say why)"), permissions=["revoke"])
    def revoke_selected(self, request: HttpRequest, rows: QuerySet[Licence]) -> None:
        by, because = cast("User", request.user), note_of(request)
        apply(request, rows, lambda row: revoke(licence=row, because=because, by=by))
