"""A verb's refusal as errors of a form."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError


def add_refusal(form: forms.BaseForm, refused: ValidationError, field_of_code: dict[str, str]) -> None:
    """Each reason at the field that its code belongs to, else over the form."""
    if hasattr(refused, "error_dict"):
        form.add_error(None, refused)
        return
    for error in refused.error_list:
        form.add_error(field_of_code.get(str(error.code)), error)
