"""Steps on an institution's page: its details, sites, mailboxes, tax numbers and certificates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from licensing.buyers.details import add_site, remove_site, revise_details
from licensing.buyers.exemptions import hand_in_exemption, remove_exemption
from licensing.buyers.institutions import ask_verification
from licensing.buyers.mailboxes import add_mailbox, remove_mailbox
from licensing.buyers.taxes import record_tax_number, remove_tax_number
from licensing.forms.institutions import country_choices, state_choices
from licensing.forms.steps import Step
from licensing.models import Exemption, Mailbox, Site, TaxNumber, Tier
from licensing.models.buyers.institutions import LONGEST_ADDRESS
from licensing.models.uploads import PdfFormField
from typesetting.printing import validate_printable
from wording.bounds import validate_mailbox
from wording.countries import country_label, states_of
from wording.one_line import one_line


def address_field(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST_ADDRESS,
        validators=[validate_printable],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=help_text,
    )


class AskVerification(Step):
    name, section, button = "ask-verification", "details", _("Ask to be verified again")

    def act(self, **data: Any) -> str:
        ask_verification(institution=self.institution, by=self.by)
        return _now("The office has been asked to check again.")


class Details(Step):
    name, section, button = "details", "details", _("Save the details")
    field_of_code = {"verified": "legal_name"}
    legal_name = forms.CharField(
        label=_("Exact legal name"), max_length=250, validators=[one_line, validate_printable]
    )
    tier = forms.ChoiceField(label=_("Tier"), choices=Tier.choices)
    country = forms.ChoiceField(label=_("Country"), choices=country_choices)
    state = forms.ChoiceField(
        label=_("State or province"),
        choices=state_choices,
        required=False,
        help_text=_("In the United States and Canada: the tax may depend on it."),
    )
    enrolment = forms.IntegerField(
        label=_("Number enrolled"),
        required=False,
        min_value=1,
        max_value=100_000_000,
        help_text=_("Pupils or students, where prices depend on it."),
    )
    bill_to = address_field(_("Billing address"))
    ship_to = address_field(
        _("Shipping address"), _("Where we send discs and parcels. Empty: to the billing address.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        row = kwargs["institution"]
        kwargs.setdefault("initial", {field: getattr(row, field) for field in self.base_fields})
        super().__init__(*args, **kwargs)

    def act(self, **data: Any) -> str:
        revise_details(institution=self.institution, by=self.by, **data)
        return _now("The details are saved.")


class AddSite(Step):
    name, section, button = "add-site", "sites", _("Add the site")
    site_name = forms.CharField(label=_("Name"), max_length=150, validators=[one_line, validate_printable])
    kind = forms.ChoiceField(label=_("Kind"), choices=Site.Kind.choices)
    address = address_field(_("Address"))

    def act(self, **data: Any) -> str:
        site = add_site(
            institution=self.institution,
            by=self.by,
            name=data["site_name"],
            kind=data["kind"],
            address=data["address"],
        )
        return _now("%(site)s is on the list.") % {"site": site}


class RemoveSite(Step):
    name, section, button, rows = "remove-site", "sites", _("Remove"), "sites"

    def act(self, **data: Any) -> str:
        remove_site(site=data["row"], by=self.by)
        return _now("%(site)s is removed. Licences that name it keep its name.") % {"site": data["row"]}


class AddMailbox(Step):
    name, section, button = "add-mailbox", "mailboxes", _("Add the mailbox")
    matter = forms.ChoiceField(label=_("For"), choices=Mailbox.Matter.choices)
    email = forms.EmailField(label=_("E-mail address"), validators=[validate_mailbox])

    def act(self, **data: Any) -> str:
        mailbox = add_mailbox(institution=self.institution, by=self.by, **data)
        if mailbox.confirmed_at:
            return _now("%(mailbox)s gets this mail from now on.") % {"mailbox": mailbox}
        return _now(
            "%(mailbox)s gets an e-mail with a link now, and this mail as soon as somebody there has confirmed it."
        ) % {"mailbox": mailbox}


class RemoveMailbox(Step):
    name, section, button, rows = "remove-mailbox", "mailboxes", _("Remove"), "mailboxes"

    def act(self, **data: Any) -> str:
        remove_mailbox(mailbox=data["row"], by=self.by)
        return _now("%(mailbox)s is removed.") % {"mailbox": data["row"]}


class RecordTaxNumber(Step):
    name, section, button = "record-tax-number", "tax", _("Save the number")
    kind = forms.ChoiceField(label=_("Kind"), choices=TaxNumber.Kind.choices)
    number = forms.CharField(label=_("Number"), max_length=40, validators=[one_line, validate_printable])

    def act(self, **data: Any) -> str:
        made = record_tax_number(institution=self.institution, by=self.by, **data)
        return _now("%(number)s is saved.") % {"number": made}


class RemoveTaxNumber(Step):
    name, section, button, rows = "remove-tax-number", "tax", _("Remove"), "tax_numbers"

    def act(self, **data: Any) -> str:
        remove_tax_number(tax_number=data["row"], by=self.by)
        return _now("%(number)s is removed.") % {"number": data["row"]}


class HandInExemption(Step):
    name, section, button = "hand-in-exemption", "tax", _("Hand it in")
    field_of_code = {"expired": "expires_on", "state": "place", "too-large": "file", "not-a-pdf": "file"}
    place = forms.ChoiceField(label=_("State or country"))
    number = forms.CharField(
        label=_("Number of the certificate"),
        max_length=60,
        required=False,
        validators=[one_line, validate_printable],
    )
    expires_on = forms.DateField(
        label=_("Valid until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The last day. Leave empty if it does not end."),
    )
    file = PdfFormField(label=_("The certificate"), help_text=_("A PDF of at most 5 MB."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [(f"US-{code}", name) for code, name in states_of("US").items()]
        self.choose("place", [(country_label("US"), states), (_("Countries"), country_choices())])  # type: ignore[list-item]  # groups
        self.initial.setdefault("place", self.institution.country)

    def act(self, **data: Any) -> str:
        country, _dash, state = data["place"].partition("-")
        made: Exemption = hand_in_exemption(
            institution=self.institution,
            by=self.by,
            country=country,
            state=state,
            number=data["number"],
            expires_on=data["expires_on"],
            file=data["file"],
        )
        return _now("The certificate for %(place)s is with the office.") % {"place": made.place}


class RemoveExemption(Step):
    name, section, button, rows = "remove-exemption", "tax", _("Withdraw"), "exemptions"

    def act(self, **data: Any) -> str:
        remove_exemption(exemption=data["row"], by=self.by)
        return _now("The certificate for %(place)s is withdrawn.") % {"place": data["row"].place}
