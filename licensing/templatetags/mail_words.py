"""Names in Markdown mail: what people typed is said as it is and never becomes a link or emphasis."""

from __future__ import annotations

import re

from django import template

register = template.Library()
_MARKS = re.compile(r"([\\`*_\[\]<>#])")


@register.filter
def plain(text: object) -> str:
    """One line of text with the marks of CommonMark escaped."""
    return _MARKS.sub(r"\\\1", " ".join(str(text).split()))
