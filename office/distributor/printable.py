"""Whether our documents can print a text: asked here, and answered by the app that prints them."""

from __future__ import annotations

from collections.abc import Callable

_validators: list[Callable[[str], None]] = []


def checked_by(validate: Callable[[str], None]) -> None:
    """The app that makes documents says what it cannot print; its `ready` calls this."""
    _validators.append(validate)


def validate_printed(text: str) -> None:
    """A validator for fields. Raises ValidationError for what no document can print."""
    for validate in _validators:
        validate(text)
