"""Which kinds of mails a person wants."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from reminders.addresses.stopped import choose_kinds, optional_kinds, wanted_by


class KindsForm(forms.Form):
    wanted = forms.MultipleChoiceField(
        label=_("Write to me when"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Bills, licences and changes of your screenings always reach you: they are part of what was agreed."
        ),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"wanted": wanted_by(email)}
        self.email = email
        self.fields["wanted"].choices = [(kind.name, kind.label) for kind in optional_kinds()]  # type: ignore[attr-defined]  # of a choice field

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.add_input(Submit("save", _("Save")))
        return helper

    def save(self) -> None:
        choose_kinds(email=self.email, wanted=self.cleaned_data["wanted"])
