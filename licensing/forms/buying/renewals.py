"""From licences that end to an order that renews them: how it is paid."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from moneyed import Money

from licensing.forms.buying.checkout import CheckoutForm
from licensing.models import Institution
from licensing.notices.ending import EXPIRY_DAYS
from licensing.sales.quoting.renewals import Proposal
from licensing.terms.days import office_today


class ChosenForm(forms.Form):
    """Which day they all end on, sent by GET. What is not understood is left out."""

    until = forms.DateField(
        label=_("All end on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class MailForm(forms.Form):
    """What the link in a mail about ending licences names: all that it listed, and has not been renewed since."""

    institution = forms.ModelChoiceField(Institution.objects.all())
    day = forms.DateField()

    def clean_day(self) -> date:
        """The mail was due where its reader lives, which may be a day ahead of the office; no mail is of a later day."""
        day: date = self.cleaned_data["day"]
        if day > office_today() + timedelta(days=1):
            raise ValidationError("No such mail.", "day")
        return day

    @property
    def last_days(self) -> list[date]:
        return [self.cleaned_data["day"] + timedelta(days=days) for days in EXPIRY_DAYS]


class RenewalForm(CheckoutForm):
    """The checkout's form without institution and days: the licences that are renewed decide them.

    Its page draws the form element: the ticks of the licences and the day on which they end belong to it.
    """

    def __init__(self, *args: Any, proposal: Proposal, total: Money | None, **kwargs: Any) -> None:
        super().__init__(*args, institution=proposal.institution, lines=proposal.lines, **kwargs)
        self.first_day = min(each.starts_on for each in proposal.possible)
        self._leave_out("institution", "start", "starts_on")
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.total = total
        self.helper.inputs = [Submit("place", _("Order the renewals for %(total)s") % {"total": total or ""})]

    def clean(self) -> dict[str, Any]:
        data = super().clean() | {"starts_on": self.first_day}
        if data.get("quoted") and data["quoted"] != self.now_quoted:
            self._shows_the_prices_of_now()
            words = _(
                "The licences, days or prices are no longer those that the page showed. The total is now %(total)s: look at it, and order again if it suits you."
            )
            raise ValidationError(words % {"total": self.total}, "price-changed")
        return data
