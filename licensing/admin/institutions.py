"""Institutions, and the queue of those waiting to be verified."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from licensing.admin.institution_moves import Refuse, Verify
from licensing.models import Institution, Membership
from office.site.moves import MovesAdmin
from office.site.rows import OfficeAdmin, TableInline


class MembershipInline(TableInline[Membership, Institution]):
    model = Membership
    autocomplete_fields = ("user",)


@admin.register(Institution)
class InstitutionAdmin(MovesAdmin[Institution]):
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
    moves = (Verify, Refuse)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Institution]:
        return super().get_queryset(request).annotate(_member_count=Count("memberships"))

    @admin.display(description=_("members"), ordering="_member_count")
    def member_count(self, institution: Institution) -> int:
        return int(cast("Any", institution)._member_count)  # noqa: SLF001 - annotated above

    @admin.display(description=_("certificate"), boolean=True)
    def has_certificate(self, institution: Institution) -> bool:
        return bool(institution.exemption_certificate)


@admin.register(Membership)
class MembershipAdmin(OfficeAdmin[Membership]):
    list_display = ("user", "institution", "joined_at")
    list_select_related = ("user", "institution")
    search_fields = ("user__email", "user__name", "institution__legal_name")
    autocomplete_fields = ("user", "institution")
    date_hierarchy = "joined_at"
