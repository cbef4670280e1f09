"""The admin pages on which the office keeps its own record, accounts and terms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from office.distributor.files import form_type, logo_type
from office.distributor.keeping import keep_logo, keep_vendor_form
from office.distributor.reader import first_values
from office.models import BankAccount, Distributor, DistributorFile, LicenceTerms
from office.refusals import RefusalsOn
from office.site.rows import OfficeAdmin, OneRowAdmin, ReadOnlyAdmin, StackInline


class DistributorForm(forms.ModelForm[Distributor]):
    new_logo = forms.FileField(
        label=_("new logo"),
        required=False,
        help_text=_("A PNG or JPEG of at most 200 KB, for invoices and licences issued from now on."),
    )
    no_logo = forms.BooleanField(label=_("take the logo away"), required=False)
    new_form = forms.FileField(
        label=_("new vendor form"),
        required=False,
        help_text=_(
            "A PDF, such as a W-9. Everyone can download it: the contact page and each invoice link to it."
        ),
    )
    no_form = forms.BooleanField(label=_("take the vendor form away"), required=False)

    class Meta:
        model = Distributor
        fields = (
            "legal_name", "address", "country", "ein", "vat_number", "contact_email", "reply_to", "phone",
            "remit_to", "signatory", "signatory_title", "paper", "quote_days",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for field, check in (("new_logo", logo_type), ("new_form", form_type)):
            if file := cleaned.get(field):
                with RefusalsOn(self, {"too-large": field, "not-a-logo": field, "not-a-pdf": field}):
                    check(file.read())
                file.seek(0)
        return cleaned

    def keep_files(self) -> None:
        """After the record is saved."""
        values = self.cleaned_data
        if values["new_logo"] or values["no_logo"]:
            keep_logo(
                distributor=self.instance, content=values["new_logo"].read() if values["new_logo"] else None
            )
        if values["new_form"] or values["no_form"]:
            keep_vendor_form(
                distributor=self.instance, content=values["new_form"].read() if values["new_form"] else None
            )


class BankInline(StackInline[BankAccount, Distributor]):
    model = BankAccount


@admin.register(Distributor)
class DistributorAdmin(OneRowAdmin[Distributor]):
    """One row. Its form begins with what the environment says."""

    form = DistributorForm
    inlines = (BankInline,)
    list_display = ("legal_name", "country", "contact_email")
    readonly_fields = ("logo", "vendor_form")
    fieldsets = (
        (None, {"fields": ("legal_name", "address", "country", "ein", "vat_number")}),
        (_("How to reach you"), {"fields": ("contact_email", "reply_to", "phone")}),
        (_("Payment"), {"fields": ("remit_to", "vendor_form", "new_form", "no_form")}),
        (
            _("Documents"),
            {
                "fields": (
                    "signatory",
                    "signatory_title",
                    "quote_days",
                    "paper",
                    "logo",
                    "new_logo",
                    "no_logo",
                )
            },
        ),
    )

    def has_delete_permission(self, request: HttpRequest, obj: Distributor | None = None) -> bool:
        return False

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        first = first_values()
        known = {name: getattr(first, name) for name in ("legal_name", "address", "contact_email", "phone")}
        return {**known, **super().get_changeform_initial_data(request)}

    def save_model(self, request: HttpRequest, obj: Distributor, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        form.keep_files()


class LicenceTermsForm(forms.ModelForm[LicenceTerms]):
    class Meta:
        model = LicenceTerms
        fields = ("version", "language", "holds_from", "governing_law", "text")

    def clean(self) -> dict[str, Any]:
        if not Distributor.objects.exists():
            raise forms.ValidationError(_("Save the distributor's record first."), "no-distributor")
        return super().clean() or self.cleaned_data


@admin.register(LicenceTerms)
class LicenceTermsAdmin(OfficeAdmin[LicenceTerms]):
    """What a document has named is only looked at; a new version is added."""

    form = LicenceTermsForm
    list_display = ("version", "language", "holds_from", "governing_law", "used_at")
    list_filter = ("language",)
    search_fields = ("version", "governing_law")
    readonly_fields = ("used_at",)
    fields = ("version", "language", "holds_from", "governing_law", "text", "used_at")

    def has_change_permission(self, request: HttpRequest, obj: LicenceTerms | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.used_at is None)

    def has_delete_permission(self, request: HttpRequest, obj: LicenceTerms | None = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or obj.used_at is None)


@admin.register(DistributorFile)
class DistributorFileAdmin(ReadOnlyAdmin[DistributorFile]):
    list_display = ("media_type", "digest", "kept_at")
    fields = ("media_type", "digest", "kept_at")
