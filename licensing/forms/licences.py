"""What a person asks to see of the licences held."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from licensing.licences.listing import ORDERS, STANDINGS, WITHIN, Wanted


class LicenceFilterForm(forms.Form):
    """Sent by GET. What is not understood is left out, so that a link that was shortened still opens the list."""

    film = forms.CharField(label=_("Film"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("Kind of licence"), required=False)
    standing = forms.ChoiceField(label=_("Standing"), required=False)
    within = forms.TypedChoiceField(label=_("Ends"), coerce=int, empty_value=None, required=False)
    order = forms.ChoiceField(label=_("Order"), required=False)

    def __init__(self, data: Any, *, kinds: list[str]) -> None:
        super().__init__(data)
        choices: dict[str, list[tuple[object, object]]] = {
            "kind": [("", _("any")), *((kind, kind) for kind in kinds)],
            "standing": [("", _("any")), *((each.value, label) for each, label in STANDINGS.items())],
            "within": [("", _("at any time")), *WITHIN.items()],
            "order": [(name, label) for name, (label, _order) in ORDERS.items()],
        }
        for name, each in choices.items():
            self.fields[name].choices = each  # type: ignore[attr-defined]  # a ChoiceField
        for field in self.fields.values():
            is_choice = isinstance(field, forms.ChoiceField)
            field.widget.attrs["class"] = "form-select" if is_choice else "form-control"

    def wanted(self) -> Wanted:
        self.is_valid()
        given = self.cleaned_data
        return Wanted(
            film=given.get("film", ""),
            kind=given.get("kind", ""),
            standing=given.get("standing", ""),
            within=given.get("within"),
            order=given.get("order") or "end",
        )
