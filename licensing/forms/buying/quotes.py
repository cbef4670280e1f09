"""A quote from the cart, an order from a quote, and a quote's link for a colleague."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from licensing.forms.buying.checkout import (
    FIELD_OF_CODE,
    METHOD_CHOICES,
    choice_of,
    share_fields,
    share_layout,
    shares_from,
)
from licensing.forms.buying.sites import SiteChoices
from licensing.models import Institution, Order, Quote
from licensing.models.uploads import PdfFormField
from licensing.prices.wanted import Pair, WantedLine, wanted_lines
from licensing.sales.ordering.orders import place_order
from licensing.sales.payment.paying import methods_offered
from licensing.sales.quoting.quoted import begins_on, quoted_rows
from licensing.sales.quoting.quotes import make_quote, share_quote
from office.refusals import RefusalsOn
from typesetting.printing import validate_printable
from wording.bounds import validate_mailbox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from accounts.models import User


class QuoteForm(forms.Form):
    """Turns a cart into a quote for one institution."""

    institution = forms.CharField(widget=forms.HiddenInput, max_length=20)
    request_key = forms.CharField(widget=forms.HiddenInput, max_length=40)
    quoted = forms.CharField(widget=forms.HiddenInput, max_length=32, required=False)
    starts_on = forms.DateField(
        label=_("The licences would begin on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(
        self,
        *args: Any,
        institution: Institution,
        user: User,
        lines: Sequence[WantedLine | Pair],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        wanted = wanted_lines(lines)
        pairs = [(each.film, each.licence_type) for each in wanted]
        self.sites = SiteChoices(institution, user, pairs, are_needed=False)
        self.fields |= self.sites.fields()
        self.buyer, self.user, self.lines = institution, user, wanted
        self.helper = FormHelper()
        self.helper.add_input(Submit("make", _("Make the quote")))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.sites.refuse_unnamed(self)
        return data

    def save(self) -> Quote | None:
        """The quote; None if the verb refused, with its reasons among the errors."""
        data = self.cleaned_data
        with RefusalsOn(self, {"starts-too-early": "starts_on", "starts-too-late": "starts_on"}):
            return make_quote(
                institution=self.buyer,
                lines=self.sites.on(self.lines, data),
                by=self.user,
                starts_on=data["starts_on"],
                request_key=data["request_key"],
                expected=data["quoted"] or None,
            )
        return None


class QuoteOrderForm(forms.Form):
    """Orders what a quote says. `told` marks the changes since it was made that the page shows."""

    told = forms.CharField(widget=forms.HiddenInput, max_length=32, required=False)
    method = forms.ChoiceField(label=_("You pay"), widget=forms.RadioSelect)
    purchase_order_number = forms.CharField(
        label=_("Purchase order number"),
        max_length=60,
        required=False,
        validators=[validate_printable],
        help_text=_("If you pay by purchase order."),
    )
    cost_centre = forms.CharField(
        label=_("Cost centre"), max_length=60, required=False, validators=[validate_printable]
    )
    purchase_order = PdfFormField(
        label=_("The purchase order"), required=False, help_text=_("A PDF, if you have one.")
    )
    is_exact_name = forms.BooleanField(error_messages={"required": _("Confirm the exact legal name.")})

    def __init__(self, *args: Any, quote: Quote, user: User, mark: str, **kwargs: Any) -> None:
        kwargs["initial"] = {"told": mark}
        super().__init__(*args, **kwargs)
        self.fields |= share_fields()
        unnamed = [
            (each.film, each.licence_type) for each in quoted_rows(quote) if not (each.sites or each.renews)
        ]
        self.sites = SiteChoices(quote.institution, user, unnamed)
        asked = self.sites.fields()
        self.fields |= asked
        self.quote, self.user, self.now_told = quote, user, mark
        choice_of(self, "method").choices = [
            (method.value, METHOD_CHOICES[method]) for method in methods_offered()
        ]
        self.fields["is_exact_name"].label = _(
            "“%(name)s” is our exact legal name, as it must appear on the licence."
        ) % {"name": quote.institution.legal_name}
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "told", *asked, "method", "purchase_order_number", "cost_centre", "purchase_order",
            *share_layout(), Field("is_exact_name"),
        )  # fmt: skip
        self.helper.add_input(Submit("place", _("Place the order")))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.sites.refuse_unnamed(self)
        return data

    def save(self) -> Order | None:
        """The order; None if the verb refused, with its reasons among the errors."""
        data, quote = self.cleaned_data, self.quote
        with RefusalsOn(self, FIELD_OF_CODE):
            return place_order(
                institution=quote.institution,
                quote=quote,
                sites=self.sites.chosen(data),
                method=data["method"],
                by=self.user,
                starts_on=begins_on(quote),
                purchase_orders=shares_from(data, str(quote.total.currency)),
                request_key=f"quote:{quote.number}",
                expected=data["told"],
            )
        self.data = {**self.data, "told": self.now_told}
        return None


class ShareForm(forms.Form):
    """Sends the link of a quote to a colleague."""

    email = forms.EmailField(
        label=_("Colleague's e-mail address"),
        validators=[validate_mailbox],
        help_text=_("A member of the institution, or somebody who is invited to it."),
    )

    def __init__(self, *args: Any, quote: Quote, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.quote, self.user = quote, user

    def save(self) -> bool:
        with RefusalsOn(self, {"not-invited": "email"}):
            share_quote(quote=self.quote, email=self.cleaned_data["email"], by=self.user)
            return True
        return False
