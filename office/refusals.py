"""A verb's refusal on the form that called the verb: the one way, for pages of the site and for moves of the office."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import BaseForm


class RefusalsOn:
    """While it lasts, a refusal goes no further than the form: `with RefusalsOn(self): return place_order(...)`.

    Each sentence stands beside the field that `field_of_code` gives for its code, or that is called as its code is; what
    is about no field of the form stands above all of them.
    """

    def __init__(self, form: BaseForm, field_of_code: Mapping[str, str] | None = None) -> None:
        self._form, self._field_of_code = form, field_of_code or {}

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, ValidationError):
            return False
        by_field = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.error_list}
        for field, errors in by_field.items():
            for each in errors:
                self._show(each, field)
        return True

    def _show(self, error: ValidationError, field: str) -> None:
        """`field` is what a model's validation names; a verb names none, and its code decides."""
        code = error.code or ""
        name = self._field_of_code.get(code, code) if field == NON_FIELD_ERRORS else field
        self._form.add_error(name if name in self._form.fields else None, error)
