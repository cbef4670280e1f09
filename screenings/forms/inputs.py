"""What the forms share: inputs that browsers know, and refusals beside the field they are about."""

from __future__ import annotations

from django import forms

from wording.refusals import Refused


def day_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def clock_input() -> forms.TimeInput:
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


def show_refusal(form: forms.Form, refused: Refused, fields: dict[str, str]) -> None:
    """Puts each sentence of a refusal beside the field that its code is about, or above the form."""
    for error in refused.error_list:
        name = fields.get(error.code or "")
        form.add_error(name if name in form.fields else None, error)
