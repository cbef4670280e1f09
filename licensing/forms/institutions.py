"""Registering an institution."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pycountry
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from licensing.buyers.institutions import register_institution
from licensing.models import Institution, Tier
from licensing.models.uploads import PdfFormField
from office.refusals import RefusalsOn
from wording.countries import country_label

if TYPE_CHECKING:
    from accounts.models import User


def country_choices() -> list[tuple[str, str]]:
    return sorted(
        ((each.alpha_2, country_label(each.alpha_2)) for each in pycountry.countries),
        key=lambda choice: unicodedata.normalize("NFKD", choice[1]).casefold(),  # É among E
    )


class InstitutionForm(forms.ModelForm[Institution]):
    """Registers an institution, with the person who does so as its first member."""

    tier = forms.ChoiceField(
        label=_("Who you are"),
        choices=Tier.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "It determines your prices. The office verifies it from your address, your website or a certificate."
        ),
    )
    country = forms.ChoiceField(label=_("Country"), choices=country_choices, initial="US")
    exemption_certificate = PdfFormField(
        label=_("Tax exemption certificate"),
        required=False,
        help_text=_("A PDF, if you are exempt. It also helps to verify you."),
    )

    class Meta:
        model = Institution
        fields = ("legal_name", "tier", "country", "address", "billing_email", "exemption_certificate")
        widgets = {"address": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.helper = FormHelper()
        self.helper.add_input(Submit("register", pgettext("an institution", "Register")))

    def save(self, commit: bool = True) -> Any:
        """The institution; None if the verb refused, with its reasons among the errors."""
        with RefusalsOn(self):
            return register_institution(by=self.user, **self.cleaned_data)
        return None
