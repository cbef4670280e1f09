"""Words one after another as the reader's language sets them apart: “a, b”, “a、b”."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import pgettext


def enumerated(words: Iterable[str]) -> str:
    """Members of a list, such as countries."""
    return pgettext("between the members of a list", ", ").join(words)
