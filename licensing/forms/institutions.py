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
from licensing.buyers.joining import ask_to_join, may_be_here
from licensing.models import Institution, Tier
from office.refusals import RefusalsOn
from wording.bounds import validate_mailbox
from wording.countries import WITH_STATES, country_label, states_of

if TYPE_CHECKING:
    from accounts.models import User


def country_choices() -> list[tuple[str, str]]:
    return sorted(
        ((each.alpha_2, country_label(each.alpha_2)) for each in pycountry.countries),
        key=lambda choice: unicodedata.normalize("NFKD", choice[1]).casefold(),  # É among E
    )


def state_choices() -> list[tuple[str, Any]]:
    groups = [(country_label(country), [*states_of(country).items()]) for country in WITH_STATES]
    return [("", "—"), *groups]


class InstitutionForm(forms.ModelForm[Institution]):
    """Registers an institution, with the person who does so as its administrator.

    Where one like it is here already, the form asks once whether the person would rather join that one (`is_doubled`).
    """

    tier = forms.ChoiceField(
        label=_("Who you are"),
        choices=Tier.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "It determines your prices. It is verified from your address, your website or a certificate."
        ),
    )
    country = forms.ChoiceField(label=_("Country"), choices=country_choices, initial="US")
    state = forms.ChoiceField(
        label=_("State or province"),
        choices=state_choices,
        required=False,
        help_text=_("In the United States and Canada: the tax may depend on it."),
    )
    accounts_payable = forms.EmailField(
        label=_("Accounts payable"),
        required=False,
        validators=[validate_mailbox],
        help_text=_("A shared mailbox for invoices, if you have one: it stays when people leave."),
    )

    class Meta:
        model = Institution
        fields = ("legal_name", "tier", "enrolment", "country", "state", "bill_to", "accounts_payable")
        widgets = {"bill_to": forms.Textarea(attrs={"rows": 3})}

    field_order = ("legal_name", "tier", "enrolment", "country", "state", "bill_to", "accounts_payable")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.is_doubled = False
        # A browser would cut a longer name without a word; the form says that it is too long.
        self.fields["legal_name"].widget.attrs.pop("maxlength", None)
        self.helper = FormHelper()
        self.helper.add_input(Submit("register", pgettext("an institution", "Register")))

    def ask_whether_doubled(self) -> bool:
        """Whether an institution like this is here, and the person has not said yet that theirs is another. Two queries."""
        data = self.cleaned_data
        is_asked = "anyway" not in self.data and data["tier"] != Tier.INDIVIDUAL
        self.is_doubled = (
            is_asked
            and may_be_here(legal_name=data["legal_name"], country=data["country"], by=self.user).exists()
        )
        if self.is_doubled:
            self.helper.inputs = []
            self.helper.add_input(Submit("join", _("Ask to join it")))
            self.helper.add_input(Submit("anyway", _("Register another one"), css_class="btn-secondary"))
        return self.is_doubled

    def join(self) -> int | None:
        """How many institutions were asked; None with errors on the form if the verb refuses."""
        data = self.cleaned_data
        with RefusalsOn(self):
            return ask_to_join(legal_name=data["legal_name"], country=data["country"], by=self.user)
        return None

    def save(self, commit: bool = True) -> Any:
        """The institution; None if the verb refused, with its reasons among the errors."""
        with RefusalsOn(self):
            return register_institution(by=self.user, **self.cleaned_data)
        return None
