"""Institutions and the queue of those that wait to be verified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from licensing.admin.actions import NoteActionForm, apply, note_of
from licensing.institutions import refuse, verify
from licensing.models import Institution, Membership

if TYPE_CHECKING:
    from accounts.models import User


class MembershipInline(admin.TabularInline[Membership, Institution]):
    model = Membership
    extra = 0
    autocomplete_fields = ("user",)


@admin.register(Institution)
class InstitutionAdmin(admin.ModelAdmin[Institution]):
    list_display = (
        "legal_name", "tier", "country", "verification", "member_count", "has_certificate", "verified_how", "created_at",
    )  # fmt: skip
    list_filter = ("verification", "tier", "is_tax_exempt", "country")
    search_fields = ("legal_name", "billing_email", "members__email")
    date_hierarchy = "created_at"
    ordering = ("-created_at",)
    inlines = (MembershipInline,)
    readonly_fields = (
        "verification",
        "verified_how",
        "refused_because",
        "verified_by",
        "verified_at",
        "created_at",
    )
    action_form = NoteActionForm
    actions = ("verify_selected", "refuse_selected")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Institution]:
        return super().get_queryset(request).annotate(_member_count=Count("memberships"))

    @admin.display(description=_("members"), ordering="_member_count")
    def member_count(self, institution: Institution) -> int:
        return int(cast("Any", institution)._member_count)  # noqa: SLF001 - annotated above

    @admin.display(description=_("certificate"), boolean=True)
    def has_certificate(self, institution: Institution) -> bool:
        return bool(institution.exemption_certificate)

    @admin.action(description=_("Verify (say how)"), permissions=["change"])
    def verify_selected(self, request: HttpRequest, rows: QuerySet[Institution]) -> None:
        by, how = cast("User", request.user), note_of(request)
        apply(request, rows, lambda row: verify(institution=row, how=how, by=by))

    @admin.action(description=_("Do not accept (say why)"), permissions=["change"])
    def refuse_selected(self, request: HttpRequest, rows: QuerySet[Institution]) -> None:
        by, because = cast("User", request.user), note_of(request)
        apply(request, rows, lambda row: refuse(institution=row, because=because, by=by))


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin[Membership]):
    list_display = ("user", "institution", "joined_at")
    list_select_related = ("user", "institution")
    search_fields = ("user__email", "user__name", "institution__legal_name")
    autocomplete_fields = ("user", "institution")
    date_hierarchy = "joined_at"
