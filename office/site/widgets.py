"""Admin widgets that answer an impossible choice with a sentence beside the field.

Django's own widgets ask the database for whatever was sent, and fail if it is not a key at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django import forms
from django.contrib.admin import widgets
from django.core.exceptions import ValidationError
from django.db import models


class Autocomplete(widgets.AutocompleteSelect):
    """`known`: labels by key of rows that were fetched with the form's own; they are not asked for again, one by one."""

    known: Mapping[str, str] = MappingProxyType({})

    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Any:
        if len(value) != 1 or value[0] not in self.known:
            return super().optgroups(name, keys(self.field, value), attr)
        none = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        chosen = self.create_option(name, value[0], self.known[value[0]], True, len(none))
        return [(None, [*none, chosen], 0)]


class KnowsItsChoices(forms.ModelForm[Any]):
    """A row's form: what its row refers to is shown without a statement each, where it was fetched with the row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)  # inside the wrapper that adds links
            if isinstance(widget, Autocomplete) and (row := self._fetched(name)) is not None:
                widget.known = {str(row.pk): str(row)}

    def _fetched(self, name: str) -> models.Model | None:
        cached: models.Model | None = self.instance._state.fields_cache.get(name)  # noqa: SLF001 - Django has no public name for it
        return cached


class AutocompleteMultiple(widgets.AutocompleteSelectMultiple):
    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Any:
        return super().optgroups(name, keys(self.field, value), attr)


def keys(relation: Any, values: Sequence[str]) -> list[str]:
    """The values that could be keys of the rows that a field points to."""
    return [value for value in values if _is_key(relation, value)]


def _is_key(relation: Any, value: str) -> bool:
    try:
        relation.remote_field.model._meta.pk.to_python(value)
    except ValidationError:
        return False
    return True
