"""The short forms of an institution's page. Each is one step: its fields are a verb's arguments, its `save()` calls the verb."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.urls import reverse
from django.utils.functional import Promise

from licensing.models import Institution
from office.refusals import RefusalsOn

if TYPE_CHECKING:
    from accounts.models import User


class Step(forms.Form):
    """One step on an institution's page; `section` is the part of the page that shows it, and its errors."""

    name: ClassVar[str]
    section: ClassVar[str]
    button: ClassVar[str | Promise]
    rows: ClassVar[str] = ""
    """The institution's rows of which the step is about one, given as `row`: `sites`."""
    field_of_code: ClassVar[Mapping[str, str]] = {}

    def __init__(self, *args: Any, institution: Institution, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = f"id_{self.name}_%s"
        self.institution, self.by = institution, by
        if self.rows:
            self.fields["row"] = forms.ModelChoiceField(
                getattr(institution, self.rows).all(), widget=forms.HiddenInput
            )
        self.helper = FormHelper()
        self.helper.form_action = reverse("licensing:institution-step", args=[institution.pk, self.name])
        self.helper.add_input(Submit("go", self.button, css_id=f"submit-{self.name}"))

    def act(self, **data: Any) -> str:
        """Calls the verb and returns a sentence that says what was done."""
        raise NotImplementedError

    def save(self) -> str | None:
        """What was done; None if the verb refused, with its reasons among the errors."""
        with RefusalsOn(self, self.field_of_code):
            return self.act(**self.cleaned_data)
        return None

    def choose(self, field: str, choices: list[tuple[str, Any]]) -> None:
        cast("forms.ChoiceField", self.fields[field]).choices = choices
