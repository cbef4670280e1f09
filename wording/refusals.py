"""What a verb says when it will not do a thing: a full sentence with a code, which forms show as it is."""

from __future__ import annotations

from django.core.exceptions import ValidationError


class Refused(ValidationError):  # noqa: N818 - an answer with its reason, not a fault
    """A verb will not do it. `code` for programs, `messages` for people."""
