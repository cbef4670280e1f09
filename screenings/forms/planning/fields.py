"""Fields that are written as people write them: hours of a clock, stretches of the day."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from screenings.planner import Hours

MOST_STARTS = 12


def _clock(text: str) -> time:
    """An hour of the venue's wall, whatever zone it names. Raises ValueError."""
    return time.fromisoformat(text.strip()).replace(second=0, microsecond=0, tzinfo=None)


class ClocksField(forms.CharField):
    """Several hours of a clock, as in “14:00, 19:30”."""

    def clean(self, value: Any) -> tuple[time, ...]:
        text = super().clean(value) or ""
        try:
            clocks = tuple(_clock(each) for each in text.split(",") if each.strip())
        except ValueError as error:
            raise ValidationError(_("Write hours as 14:00, with commas between them."), "no-clock") from error
        if len(clocks) > MOST_STARTS:
            raise ValidationError(_("Name at most 12 hours."), "too-many")
        return clocks


class HoursField(forms.CharField):
    """Several stretches of the day, as in “11:30-14:30, 17:30-20:30”."""

    def clean(self, value: Any) -> tuple[Hours, ...]:
        text = super().clean(value) or ""
        try:
            pairs = [each.split("-") for each in text.replace("–", "-").split(",") if each.strip()]
            hours = tuple(Hours(*map(_clock, pair)) for pair in pairs)
        except (TypeError, ValueError) as error:
            raise ValidationError(
                _("Write hours as 11:30-14:30, with commas between them."), "no-hours"
            ) from error
        if len(hours) > MOST_STARTS or any(each.end <= each.begin for each in hours):
            raise ValidationError(_("Each of at most 12 stretches must end after it begins."), "no-hours")
        return hours
