"""What belongs to institutions, each in a list of its own: people, places, tax numbers, certificates; and listed domains."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from licensing.buyers.exemptions import accept_exemption, refuse_exemption
from licensing.buyers.mailboxes import confirm_mailbox
from licensing.models import Exemption, FinderNote, ListedDomain, Mailbox, Membership, Site, TaxNumber
from office.site.moves import Move, MovesAdmin
from office.site.rows import OfficeAdmin, ReadOnlyAdmin


class ConfirmMailbox(Move[Mailbox]):
    name = "confirm"
    label = _("Confirm by hand")
    permission = "licensing.change_institution"

    @classmethod
    def fits(cls, row: Mailbox) -> bool:
        return row.confirmed_at is None

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("institution"), self.row.institution
        yield _("e-mail address"), self.row.email
        yield _("for"), self.row.get_matter_display()
        yield _("asked at"), self.row.asked_at

    def act(self) -> str:
        confirm_mailbox(mailbox=self.row, by=self.by)
        return _now("%(mailbox)s gets this mail from now on.") % {"mailbox": self.row}


class ExemptionMove(Move[Exemption]):
    permission = "licensing.change_institution"

    def facts(self) -> Iterable[tuple[object, object]]:
        row = self.row
        yield _("institution"), row.institution
        yield _("state or country"), row.place
        yield _("number"), row.number
        yield _("valid until"), row.expires_on
        if row.file:
            yield _("certificate"), format_html('<a href="{}">{}</a>', row.file.url, row.file.name)


class Accept(ExemptionMove):
    name = "accept"
    label = _("Accept")

    @classmethod
    def fits(cls, row: Exemption) -> bool:
        return row.status not in {Exemption.Status.ACCEPTED, Exemption.Status.WITHDRAWN}

    def act(self) -> str:
        accept_exemption(exemption=self.row, by=self.by)
        return _now("The certificate for %(place)s counts from now on.") % {"place": self.row.place}


class RefuseExemption(ExemptionMove):
    name = "refuse"
    label = _("Do not accept")
    because = forms.CharField(
        label=_("Why it is not accepted"), max_length=250, help_text=_("The institution reads this.")
    )

    @classmethod
    def fits(cls, row: Exemption) -> bool:
        return row.status not in {Exemption.Status.REFUSED, Exemption.Status.WITHDRAWN}

    def act(self) -> str:
        refuse_exemption(exemption=self.row, because=self.cleaned_data["because"], by=self.by)
        return _now("The certificate for %(place)s is not accepted. The institution will be told why.") % {
            "place": self.row.place
        }


@admin.register(Exemption)
class ExemptionAdmin(MovesAdmin[Exemption]):
    list_display = ("institution", "place", "number", "expires_on", "status", "created_at")
    list_filter = ("status", "country")
    search_fields = ("institution__legal_name", "number")
    list_select_related = ("institution",)
    autocomplete_fields = ("institution",)
    date_hierarchy = "created_at"
    readonly_fields = ("status", "refused_because", "checked_by", "checked_at", "created_at")
    moves = (Accept, RefuseExemption)

    def has_delete_permission(self, request: HttpRequest, obj: Exemption | None = None) -> bool:
        """Invoices without tax may rest on one that was answered."""
        return (obj is None or obj.checked_at is None) and super().has_delete_permission(request, obj)

    @admin.display(description=_("state or country"), ordering="country")
    def place(self, exemption: Exemption) -> str:
        return exemption.place


@admin.register(Membership)
class MembershipAdmin(ReadOnlyAdmin[Membership]):
    list_display = ("user", "institution", "role", "joined_at")
    list_filter = ("role",)
    list_select_related = ("user", "institution")
    search_fields = ("user__email", "user__name", "institution__legal_name")
    date_hierarchy = "joined_at"


@admin.register(Site)
class SiteAdmin(OfficeAdmin[Site]):
    list_display = ("name", "kind", "institution")
    list_filter = ("kind",)
    list_select_related = ("institution",)
    search_fields = ("name", "address", "institution__legal_name")
    autocomplete_fields = ("institution",)


@admin.register(Mailbox)
class MailboxAdmin(MovesAdmin[Mailbox]):
    """What the office enters is confirmed; what a member entered waits for whoever reads it, or for the office's word."""

    list_display = ("email", "matter", "institution", "confirmed_at")
    list_filter = ("matter", ("confirmed_at", admin.EmptyFieldListFilter))
    list_select_related = ("institution",)
    readonly_fields = ("confirmed_at", "asked_at")
    moves = (ConfirmMailbox,)
    search_fields = ("email", "institution__legal_name")
    autocomplete_fields = ("institution",)


@admin.register(TaxNumber)
class TaxNumberAdmin(OfficeAdmin[TaxNumber]):
    list_display = ("number", "kind", "country", "institution")
    list_filter = ("kind", "country")
    list_select_related = ("institution",)
    search_fields = ("number", "institution__legal_name")
    autocomplete_fields = ("institution",)


@admin.register(ListedDomain)
class ListedDomainAdmin(OfficeAdmin[ListedDomain]):
    list_display = ("domain", "tier", "country", "name", "source")
    list_filter = ("tier", "source")
    search_fields = ("domain", "name")


@admin.register(FinderNote)
class FinderNoteAdmin(ReadOnlyAdmin[FinderNote]):
    list_display = ("title", "institution", "kept_by", "asked_on")
    list_select_related = ("institution", "kept_by")
    search_fields = ("question", "answer", "institution__legal_name")
    date_hierarchy = "kept_at"
