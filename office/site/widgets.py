"""Admin widgets that answer an impossible choice with a sentence beside the field.

Django's own widgets ask the database for whatever was sent, and fail if it is not a key at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.admin import widgets
from django.core.exceptions import ValidationError


class Autocomplete(widgets.AutocompleteSelect):
    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Any:
        return super().optgroups(name, keys(self.field, value), attr)


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
