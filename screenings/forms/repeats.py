"""What is shown again, and when: a part twice in a week, the whole twice in a month."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from screenings.planning.part_wishes import Repeats

TIMES = ((0, _("not again")), (1, _("once more")), (2, _("twice more")), (3, _("three times more")))
MOST_DAYS = 61


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
        max_value=MOST_DAYS,
        initial=1,
    )
    repeat_most_days = forms.IntegerField(
        label=_("At most so many days after"),
        required=False,
        min_value=0,
        max_value=MOST_DAYS,
        help_text=_("7 for twice in a week. Empty: on any of the days asked for."),
    )
    repeats_alike = forms.BooleanField(
        label=_("Repeats are of the same kind"),
        required=False,
        help_text=_("Both on one day, both on evenings. Otherwise a repeat is spread as it fits."),
    )

    def repeats_layout(self) -> Fieldset:
        return Fieldset(_("Shown again"), *RepeatsForm.base_fields)

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
