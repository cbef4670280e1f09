"""The page of the dummy gateway, which takes no money."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from licensing.sales.payment.gateways import State


class DummyCardForm(forms.Form):
    """What the dummy gateway should answer."""

    outcome = forms.ChoiceField(
        label=_("The gateway answers"),
        choices=[
            (State.PAID.value, _("paid")),
            (State.PENDING.value, _("to be confirmed later")),
            (State.FAILED.value, _("card refused")),
            (State.EXPIRED.value, _("nobody paid in time")),
        ],
        initial=State.PAID.value,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("pay", _("Pay")))
