"""Until when a draft holds its screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from office.refusals import RefusalsOn
from screenings.forms.inputs import clock_input, day_input, instant_on_wall
from screenings.models import ScreenHold, Screening
from screenings.programme.options.holding import hold_screens
from screenings.reach import refuse_beyond_reach

if TYPE_CHECKING:
    from accounts.models import User


class HoldForm(forms.Form):
    """A day and an hour on the venue's clock."""

    hold_day = forms.DateField(label=_("Hold until"), widget=day_input(), validators=[refuse_beyond_reach])
    hold_clock = forms.TimeField(label=_("At"), widget=clock_input())

    def __init__(self, *args: Any, screening: Screening, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.screening, self.by = screening, by

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.layout = Layout(
            "hold_day",
            "hold_clock",
            Submit("hold", _("Hold the screens"), css_class="btn btn-outline-secondary"),
        )
        return helper

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("hold_day") and data.get("hold_clock"):
            try:
                data["until"] = instant_on_wall(
                    data["hold_day"], data["hold_clock"], self.screening.venue.zone
                )
            except forms.ValidationError as error:
                self.add_error("hold_clock", error)
        return data

    def save(self) -> ScreenHold | None:
        with RefusalsOn(self, {"past": "hold_day", "too-late": "hold_day", "too-far": "hold_day"}):
            return hold_screens(screening=self.screening, until=self.cleaned_data["until"], by=self.by)
        return None
