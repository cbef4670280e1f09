"""Wishes for single parts: a few rows, each of a part's number, the hour at which it starts, and when its guest is there; and what is
shown again: a part twice in a week, the whole twice in a month."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from screenings.forms.inputs import clock_input, day_input
from screenings.forms.planning.groups import Group
from screenings.planning.part_wishes import PartWish, Repeats
from screenings.reach import refuse_beyond_reach

ROWS = 3
MOST_PARTS = 100
TIMES = ((0, _("not again")), (1, _("once more")), (2, _("twice more")), (3, _("three times more")))
MOST_REPEAT_DAYS = 61
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
                label=_("Its guest is there on"),
                required=False,
                widget=day_input(),
                validators=[refuse_beyond_reach],
            )
            self.fields[f"guest_from_{row}"] = self._clock(_("from"))
            self.fields[f"guest_until_{row}"] = self._clock(_("until"))

    def _clock(self, label: Any) -> forms.TimeField:
        return forms.TimeField(label=label, required=False, widget=clock_input())

    def parts_layout(self) -> Group:
        names = ("part", "starts", *GUEST)
        rows = (
            Fieldset(_("A wish for a part"), *(f"{name}_{row}" for name in names))
            for row in range(1, ROWS + 1)
        )
        return Group(_("Hours and guests of single parts"), *rows, usual={})

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


class NumbersField(forms.CharField):
    """Numbers of parts, as in “2, 3”."""

    def clean(self, value: Any) -> tuple[int, ...]:
        text = super().clean(value) or ""
        numbers = [each.strip() for each in text.split(",") if each.strip()]
        if not all(each.isascii() and each.isdigit() and len(each) <= 3 for each in numbers):
            raise ValidationError(_("Write the numbers of parts as 2, 3."), "no-number")
        return tuple(dict.fromkeys(int(each) for each in numbers))


class RepeatsForm(forms.Form):
    repeat_times = forms.TypedChoiceField(
        label=_("The film is shown"), coerce=int, choices=TIMES, initial=0, required=False
    )
    repeat_parts = NumbersField(
        label=_("Only these parts again"),
        required=False,
        max_length=100,
        help_text=_("Their numbers, as in 2, 3. Empty: the whole."),
    )
    repeat_least_days = forms.IntegerField(
        label=_("At least so many days after it was shown before"),
        required=False,
        min_value=0,
        max_value=MOST_REPEAT_DAYS,
        initial=1,
    )
    repeat_most_days = forms.IntegerField(
        label=_("At most so many days after"),
        required=False,
        min_value=0,
        max_value=MOST_REPEAT_DAYS,
        help_text=_("7 for twice in a week. Empty: on any of the days asked for."),
    )
    repeats_alike = forms.BooleanField(
        label=_("Repeats are of the same kind"),
        required=False,
        help_text=_("Both on one day, both on evenings. Otherwise a repeat is spread as it fits."),
    )

    def repeats_layout(self) -> Group:
        return Group(_("Shown again"), *RepeatsForm.base_fields, usual={})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        least, most = data.get("repeat_least_days"), data.get("repeat_most_days")
        if least is not None and most is not None and most < least:
            sentence = _("This must be no less than the days above: %(least)d.")
            self.add_error("repeat_most_days", ValidationError(sentence, "backward", {"least": least}))
        return data

    def repeats(self) -> Repeats:
        return Repeats(times=self.cleaned_data["repeat_times"] or 0, parts=self.cleaned_data["repeat_parts"])

    def repeat_settings(self) -> dict[str, Any]:
        """The settings of the planner about repeats."""
        data = self.cleaned_data
        least = data["repeat_least_days"]
        return {
            "repeat_least_days": 1 if least is None else least,
            "repeat_most_days": data["repeat_most_days"],
            "repeats_alike": data["repeats_alike"],
        }
