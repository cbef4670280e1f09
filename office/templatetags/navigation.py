"""Where in the site the visitor is."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def is_within(path: str, place: str) -> bool:
    """Whether a page is below an entry of the navigation, as /films/rust/ is below /films/."""
    return path.startswith(place)
