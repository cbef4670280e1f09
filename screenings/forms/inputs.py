"""Inputs that browsers know, and the instants that they mean."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def day_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def clock_input() -> forms.TimeInput:
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


def instant_on_wall(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The instant for a local time; an hour that a change of clocks skips does not exist (ValidationError, `no-such-time`)."""
    wall = datetime.combine(day, clock, zone)
    instant = wall.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) != wall.replace(tzinfo=None):
        raise ValidationError(
            _("The clocks go forward that night; this time does not exist."), "no-such-time"
        )
    return instant


def as_typed(form: forms.Form, *, leaving_out: Collection[str] = ()) -> dict[str, Any]:
    """What was sent in each field of a bound form, by its name: texts, ticks, and lists of texts, to begin another form with."""
    return {name: form[name].data for name in form.fields if name not in leaving_out}
