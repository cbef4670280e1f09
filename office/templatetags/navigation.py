"""Where the visitor stands in the site."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def is_within(path: str, place: str) -> bool:
    """Whether a page lies below a place of the navigation, as /films/rust/ below /films/."""
    return path.startswith(place)
