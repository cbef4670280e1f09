"""Wishes for single parts: a few rows, each of a part's number, the hour at which it starts, and when its guest is there."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from screenings.forms.inputs import clock_input, day_input
from screenings.planning.part_wishes import PartWish

ROWS = 3
MOST_PARTS = 100
GUEST = ("guest_day", "guest_from", "guest_until")


class PartsForm(forms.Form):
    """Rows may stay empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in range(1, ROWS + 1):
            number = {"label": _("Part number"), "min_value": 1, "max_value": MOST_PARTS}
            self.fields[f"part_{row}"] = forms.IntegerField(required=False, **number)  # type: ignore[arg-type]  # mixed
            self.fields[f"starts_{row}"] = self._clock(_("It starts at"))
            self.fields[f"guest_day_{row}"] = forms.DateField(
                label=_("Its guest is there on"), required=False, widget=day_input()
            )
            self.fields[f"guest_from_{row}"] = self._clock(_("from"))
            self.fields[f"guest_until_{row}"] = self._clock(_("until"))

    def _clock(self, label: Any) -> forms.TimeField:
        return forms.TimeField(label=label, required=False, widget=clock_input())

    def parts_layout(self) -> tuple[Any, ...]:
        names = ("part", "starts", *GUEST)
        return tuple(
            Fieldset(_("A wish for a part"), *(f"{name}_{row}" for name in names))
            for row in range(1, ROWS + 1)
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for row in range(1, ROWS + 1):
            guest = [data.get(f"{name}_{row}") for name in GUEST]
            if any(guest) and not all(guest) and not any(f"{name}_{row}" in self.errors for name in GUEST):
                empty = next(name for name, value in zip(GUEST, guest, strict=True) if not value)
                self._say(
                    f"{empty}_{row}", _("Say on which day the guest is there, from when, and until when.")
                )
            is_asked = data.get(f"starts_{row}") or any(guest)
            if is_asked and not data.get(f"part_{row}") and f"part_{row}" not in self.errors:
                self._say(f"part_{row}", _("Say which part this is about."))
        return data

    def _say(self, field: str, sentence: Any) -> None:
        self.add_error(field, ValidationError(sentence, "required"))

    def part_wishes(self) -> list[PartWish]:
        data = self.cleaned_data
        wishes = []
        for row in range(1, ROWS + 1):
            guest = tuple(data[f"{name}_{row}"] for name in GUEST)
            if data[f"part_{row}"]:
                wishes.append(
                    PartWish(
                        part=data[f"part_{row}"],
                        starts=data[f"starts_{row}"],
                        guest=guest if all(guest) else None,
                    )
                )
        return wishes
