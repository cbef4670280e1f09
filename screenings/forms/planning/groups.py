"""Groups of a long form: each closed unless something in it is set, or wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from crispy_forms.layout import Div

if TYPE_CHECKING:
    from django import forms


class Group(Div):  # type: ignore[misc]  # crispy-forms has no types
    """A `<details>` under a name. It is open where a field has another value than in `usual`, or than its own initial one, and where
    one has an error."""

    template = "screenings/form_group.html"

    def __init__(self, name: Any, *fields: Any, usual: Mapping[str, Any]) -> None:
        super().__init__(*fields)
        self.name, self.usual = name, usual
        self.is_open = False

    def render(self, form: forms.BaseForm, context: Any, *args: Any, **kwargs: Any) -> Any:
        names = [pointer.name for pointer in self.get_field_names()]
        self.is_open = any(name in form.errors or self._is_set(form, name) for name in names)
        return super().render(form, context, *args, **kwargs)

    def _is_set(self, form: forms.BaseForm, name: str) -> bool:
        field = form.fields[name]
        return field.has_changed(self.usual.get(name, field.initial), form[name].value())
