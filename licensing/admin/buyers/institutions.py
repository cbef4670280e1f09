"""Institutions, and the queue of those waiting to be verified."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from licensing.admin.buyers.institution_moves import AddAdministrator, Refuse, Verify
from licensing.admin.sales.quote_moves import MakeQuote
from licensing.models import (
    Exemption,
    Institution,
    Invitation,
    JoinRequest,
    Mailbox,
    Membership,
    Site,
    TaxNumber,
)
from office.site.moves import MovesAdmin
from office.site.rows import ShownInline, TableInline


class MembershipInline(ShownInline[Membership, Institution]):
    model = Membership
    fields = ("user", "role", "joined_at")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return super().get_queryset(request).select_related("user")


class InvitationInline(ShownInline[Invitation, Institution]):
    model = Invitation
    fields = ("email", "role", "invited_by", "created_at", "expires_at", "accepted_at", "withdrawn_at")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Invitation]:
        return super().get_queryset(request).select_related("invited_by")


class JoinRequestInline(ShownInline[JoinRequest, Institution]):
    model = JoinRequest
    fields = ("user", "wrote", "status", "created_at", "answered_by")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[JoinRequest]:
        return super().get_queryset(request).select_related("user", "answered_by")


class SiteInline(TableInline[Site, Institution]):
    model = Site
    extra = 0


class MailboxInline(TableInline[Mailbox, Institution]):
    model = Mailbox
    extra = 0
    readonly_fields = ("confirmed_at",)
    show_change_link = True


class TaxNumberInline(ShownInline[TaxNumber, Institution]):
    model = TaxNumber
    fields = ("kind", "country", "number")
    readonly_fields = fields


class ExemptionInline(ShownInline[Exemption, Institution]):
    model = Exemption
    fields = ("country", "state", "number", "expires_on", "status")
    readonly_fields = fields
    show_change_link = True


@admin.register(Institution)
class InstitutionAdmin(MovesAdmin[Institution]):
    list_display = (
        "legal_name", "tier", "country", "verification", "member_count", "verified_how", "created_at",
    )  # fmt: skip
    list_filter = ("verification", "tier", "country")
    search_fields = ("legal_name", "email_domain", "mailboxes__email", "members__email")
    date_hierarchy = "created_at"
    ordering = ("-created_at",)
    autocomplete_fields = ("parent",)
    inlines = (
        MembershipInline,
        InvitationInline,
        JoinRequestInline,
        SiteInline,
        MailboxInline,
        TaxNumberInline,
        ExemptionInline,
    )
    readonly_fields = (
        "verification",
        "verified_how",
        "refused_because",
        "verified_by",
        "verified_at",
        "created_at",
    )
    moves = (Verify, Refuse, AddAdministrator, MakeQuote)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Institution]:
        members = Count("memberships", distinct=True)
        return super().get_queryset(request).annotate(_member_count=members)

    @admin.display(description=_("members"), ordering="_member_count")
    def member_count(self, institution: Institution) -> int:
        return int(cast("Any", institution)._member_count)  # noqa: SLF001 - annotated above
