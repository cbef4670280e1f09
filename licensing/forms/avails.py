"""What a visitor asks of avails."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from licensing.forms.institutions import country_choices
from licensing.prices.avails import Asked
from licensing.terms.days import office_today
from licensing.terms.words import USE_LABELS
from office.distributor.reader import distributor


class AvailsForm(forms.Form):
    """Sent by GET. What is not understood is left out, so that a link that was shortened still opens the list."""

    country = forms.ChoiceField(label=_("Country"), required=False, choices=country_choices)
    use = forms.ChoiceField(
        label=_("Use"),
        required=False,
        choices=[("", _("any")), *((use.value, label) for use, label in USE_LABELS.items())],
    )
    on = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, data: Any) -> None:
        given = {name: data.get(name) for name in self.base_fields if data.get(name)}
        self.home = distributor().country
        standing = {"country": self.home, "on": office_today().isoformat()}
        super().__init__(standing | given)
        for field in self.fields.values():
            is_choice = isinstance(field, forms.ChoiceField)
            field.widget.attrs["class"] = "form-select" if is_choice else "form-control"

    def asked(self) -> Asked:
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            country=given.get("country") or self.home,
            on=given.get("on") or office_today(),
            use=given.get("use", ""),
        )
