"""Template tags for pictures and previews: `{% still row sizes="100vw" %}`, `{{ preview.address|player }}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.core.files.storage import default_storage

from catalog.material.previews import Player, player_of
from catalog.material.sizes import name_of, open_graph_width, sizes_of

register = template.Library()
STEP = 10
"""Per cent: focal points are kept to tenths, since each is a class of static/css/catalog.css (no style stands in a page)."""


@register.filter
def media_url(name: str) -> str:
    """The address of a file of public media."""
    return default_storage.url(name)


@register.filter
def player(address: str) -> Player | None:
    return player_of(address)


@register.filter
def host(address: str) -> str:
    """The name of the server at an address."""
    return urlsplit(address).hostname or address


@register.filter
def film_type(name: str) -> str:
    """The media type of a film that we send."""
    return f"video/{name.rpartition('.')[2]}"


@register.filter
def clock(seconds: int) -> str:
    """`1:05` for 65 seconds."""
    return f"{seconds // 60}:{seconds % 60:02}"


@register.inclusion_tag("components/still.html")
def still(row: Mapping[str, Any], sizes: str, *, is_first: bool = False) -> dict[str, object]:
    """A picture in the size that fits, from a still's columns; `sizes` as in HTML. `is_first`: seen at once, so fetched at once.

    Its width and height stand in the page, so that nothing moves when it comes.
    """
    widths = sizes_of(row["width"])
    usual = min(widths, key=lambda width: abs(width - 960))
    return {
        "still": row,
        "language": settings.LANGUAGE_CODE,
        "sizes": sizes,
        "is_first": is_first,
        "sources": [
            (f"image/{suffix}", ", ".join(f"{_url(row, width, suffix)} {width}w" for width in widths))
            for suffix in ("avif", "webp")
        ],
        "usual": _url(row, usual, "webp"),
        "focus": f"fx-{round(row['focus_x'] / STEP)} fy-{round(row['focus_y'] / STEP)}",
    }


def link_picture(row: Mapping[str, Any]) -> tuple[str, int, int]:
    """The picture that programs show beside a link (Open Graph): address, width, height."""
    width = open_graph_width(row["width"])
    return _url(row, width, "jpg"), width, round(row["height"] * width / row["width"])


def _url(row: Mapping[str, Any], width: int, suffix: str) -> str:
    return default_storage.url(name_of(row["digest"], width, suffix))
