"""What sign-up asks in addition to address and password, and the profile form."""

from __future__ import annotations

from zoneinfo import available_timezones

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from wording.one_line import one_line


def time_zone_choices() -> list[tuple[str, str]]:
    """IANA zones that people live in: those named after a place, and UTC."""
    return [
        (name, name.replace("_", " "))
        for name in sorted(available_timezones())
        if "/" in name or name == "UTC"
    ]


class SignupDetails(forms.Form):
    """Extra fields of allauth's sign-up form; the account adapter saves them."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        validators=[one_line],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    time_zone = forms.ChoiceField(
        label=_("Your time zone"), choices=time_zone_choices, initial="America/New_York"
    )

    def signup(self, request: HttpRequest, user: User) -> None:
        """allauth calls this method. The adapter has already saved everything."""


class ProfileForm(forms.ModelForm[User]):
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zone_choices)

    class Meta:
        model = User
        fields = ("name", "time_zone", "language")

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.add_input(Submit("save", _("Save")))
        return helper
