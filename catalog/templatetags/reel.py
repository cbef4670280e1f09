"""`{% reel film %}` draws a film, `{% draw_reel reel %}` any reel; both by components/reel.html."""

from __future__ import annotations

from django import template

from catalog.models import Film
from catalog.reels.films import film_reel
from catalog.reels.reel import Reel
from wording.durations import clock_text, length_text, short_duration

register = template.Library()
register.filter("duration", length_text)
register.filter("clock", clock_text)
register.filter("short_duration", short_duration)


@register.inclusion_tag("components/reel.html")
def reel(film: Film, current: Film | None = None, size: str = "full") -> dict[str, object]:
    """The film and its parts to scale; `current` fills that part; `size="small"` leaves out scale and list."""
    return _drawn(film_reel(film, current=current), size)


@register.inclusion_tag("components/reel.html")
def draw_reel(reel: Reel, size: str = "full") -> dict[str, object]:
    return _drawn(reel, size)


@register.inclusion_tag("components/reel_scaled.html")
def scaled_reel(film: Film, longest: int) -> dict[str, object]:
    """A small reel whose length is to the scale of others: `longest` minutes take the whole width."""
    return {**_drawn(film_reel(film), "small"), "share": round(100 * film.known_runtime / longest, 4)}


def _drawn(reel: Reel, size: str) -> dict[str, object]:
    return {"reel": reel, "is_small": size == "small"}
