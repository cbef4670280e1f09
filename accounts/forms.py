"""What sign-up asks beside address and password."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User, validate_time_zone


class SignupDetails(forms.Form):
    """Extra fields of allauth's sign-up form; the account adapter saves them."""

    name = forms.CharField(label=_("Your name"), max_length=150)
    time_zone = forms.CharField(
        label=_("Your time zone"), max_length=60, initial="UTC", validators=[validate_time_zone]
    )

    def signup(self, request: HttpRequest, user: User) -> None:
        """allauth calls this; the adapter has saved everything already."""
