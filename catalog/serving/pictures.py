"""Posters as pictures."""

from __future__ import annotations

import hashlib

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from accounts.requests.limits import always, limited
from catalog.exports.picture import paint_of, poster_picture
from catalog.exports.reading import described
from catalog.lookup import absent, film_at

KEPT = 24 * 60 * 60
"""Seconds, for which the same facts need no new drawing."""


@require_safe
@limited("poster", when=always)
def poster(request: HttpRequest, slug: str, part_slug: str = "") -> HttpResponse:
    """The poster of a film or part, 1200 by 630 pixels."""
    keys = list(film_at(slug, part_slug).values_list("pk", flat=True))
    films = described(keys)
    if not films:
        raise absent(slug, part_slug)
    (film,) = films.values()
    place = "poster-" + hashlib.sha256(film.model_dump_json().encode()).hexdigest()
    picture = cache.get(place)
    if picture is None:
        picture = poster_picture(film, paint_of(part_slug or slug, film.colour))
        cache.set(place, picture, KEPT)
    answer = HttpResponse(picture, content_type="image/png")
    answer["Cache-Control"] = "public, max-age=86400"
    return answer
