"""Giving: how much, by whom, and whether to be named."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from licensing.forms.buying.checkout import choice_of
from licensing.forms.institutions import country_choices
from licensing.models import Donation, DonationOffer, Institution, Order, Tier
from licensing.sales.donations.giving import give
from office.refusals import RefusalsOn
from typesetting.printing import validate_printable
from wording.one_line import one_line

if TYPE_CHECKING:
    from accounts.models import User

OTHER, MYSELF = "other", "0"
METHODS = {Order.Method.CARD: _("by card"), Order.Method.INVOICE: _("by bank transfer")}
LISTINGS = {
    Donation.Listing.NO: _("Do not list me."),
    Donation.Listing.NAMED: _("List me under this name:"),
    Donation.Listing.ANONYMOUS: _("Count me among those who gave without a name."),
}


class DonationForm(forms.Form):
    """For one currency; the page offers the others."""

    request_key = forms.CharField(widget=forms.HiddenInput, max_length=40)
    choice = forms.ChoiceField(label=_("Amount"), widget=forms.RadioSelect)
    amount = forms.DecimalField(label=_("Another amount"), required=False, max_digits=9, decimal_places=2)
    giver = forms.ChoiceField(label=_("Who gives"), widget=forms.RadioSelect)
    donor = forms.CharField(
        label=_("Your name, as the receipt is to say it"),
        max_length=250,
        required=False,
        validators=[one_line, validate_printable],
    )
    country = forms.ChoiceField(label=_("Country"), choices=country_choices)
    method = forms.ChoiceField(label=_("You pay"), widget=forms.RadioSelect)
    listing = forms.ChoiceField(
        label=_("The list of supporters"),
        choices=[*LISTINGS.items()],
        widget=forms.RadioSelect,
        initial=Donation.Listing.NO,
    )
    name = forms.CharField(label=_("Name in the list"), max_length=120, required=False, validators=[one_line])

    def __init__(
        self,
        *args: Any,
        offer: DonationOffer,
        methods: Sequence[Order.Method],
        institutions: Sequence[Institution],
        user: User,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer, self.user = offer, user
        self.institutions = {str(each.pk): each for each in institutions if each.tier != Tier.INDIVIDUAL}
        amounts = [(f"{each.normalize():f}", str(Money(each, offer.currency))) for each in offer.amounts]
        choice_of(self, "choice").choices = [*amounts, (OTHER, _("another amount"))]
        choice_of(self, "method").choices = [(each.value, METHODS[each]) for each in methods]
        givers = [
            (MYSELF, _("I give for myself")),
            *((key, str(each)) for key, each in self.institutions.items()),
        ]
        choice_of(self, "giver").choices = givers
        self.initial = {
            "choice": amounts[len(amounts) // 2][0] if amounts else OTHER, "giver": MYSELF, "donor": user.name, "country": "US",
            "method": methods[0].value if methods else "", **self.initial,
        }  # fmt: skip
        self.is_known = any(each.tier == Tier.INDIVIDUAL for each in institutions)
        if self.is_known:
            del self.fields["donor"], self.fields["country"]
        if not self.institutions:
            self.fields["giver"].widget = forms.HiddenInput()
        self.helper = FormHelper()
        self.helper.layout = Layout(*self.fields)
        self.helper.add_input(Submit("give", _("Give")))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("choice") == OTHER and data.get("amount") is None and "amount" not in self.errors:
            self.add_error("amount", ValidationError(_("Enter the amount."), "amount"))
        return data

    def save(self) -> Order | None:
        """The order; None if the verb refused, with its reasons among the errors."""
        data = self.cleaned_data
        chosen = data["amount"] if data["choice"] == OTHER else Decimal(data["choice"])
        with RefusalsOn(self, {"fraction": "amount"}):
            return give(
                amount=Money(chosen, self.offer.currency),
                method=data["method"],
                by=self.user,
                institution=self.institutions.get(data["giver"]),
                donor=data.get("donor", ""),
                country=data.get("country", ""),
                listing=data["listing"],
                name=data["name"],
                request_key=data["request_key"],
            )
        return None
