"""Where migrations look for the validator of printed texts. It is typesetting.printing's."""

from __future__ import annotations

from typesetting.printing import validate_printable

__all__ = ["validate_printable"]
