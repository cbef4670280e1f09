"""Asking for a key (KDM)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from licensing.delivery.key_events import KeyEvent
from licensing.delivery.keys import ask_for_key
from licensing.models import Delivery, KeyRequest, Licence
from office.refusals import RefusalsOn

if TYPE_CHECKING:
    from accounts.models import User

FIELD_OF_CODE = {"first-day": "first_day", "last-day": "last_day"}


class KeyRequestForm(forms.ModelForm[KeyRequest]):
    class Meta:
        model = KeyRequest
        fields = ("venue", "first_day", "last_day", "servers", "certificates", "send_to")
        widgets = {
            "first_day": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "last_day": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "servers": forms.Textarea(attrs={"rows": 3}),
            "certificates": forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
        }
        help_texts = {
            "last_day": _("The key is valid until the end of the next day."),
            "certificates": _("The servers' leaf certificates (PEM), one after the other, if you have them."),
        }

    def __init__(
        self, *args: Any, licence: Licence, user: User, event: KeyEvent | None = None, **kwargs: Any
    ) -> None:
        """Filled in for an event, as far as it is known here."""
        about = ("venue", "first_day", "last_day", "servers")
        kwargs["initial"] = {name: getattr(event, name) for name in about} if event else {}
        super().__init__(*args, **kwargs)
        self.licence, self.user = licence, user
        self.fields["send_to"].initial = user.email
        self.helper = FormHelper()
        self.helper.add_input(Submit("ask", _("Ask for the key")))

    def save(self, commit: bool = True) -> Delivery | None:  # type: ignore[override]  # a verb writes two rows
        """The delivery that is owed now; None if the verb refuses, and the form then says why."""
        with RefusalsOn(self, FIELD_OF_CODE):
            return ask_for_key(licence=self.licence, by=self.user, **self.cleaned_data)
        return None
