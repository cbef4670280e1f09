"""Links to the records of a film or a search, and what the head of a film's page says of it."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.http import QueryDict
from django.urls import reverse

from catalog.exports.formats import FORMATS, Format
from catalog.exports.picture import HEIGHT, WIDTH
from catalog.models import Film
from catalog.models.traffic.booklets import MOST_FILMS
from catalog.search.asking import LONGEST_QUERY
from catalog.search.finding import MOST_RANKED
from catalog.templatetags.media import link_picture

register = template.Library()
SEEN_BY_PROGRAMS = ("jsonld", "json", "mrc", "marcxml", "ris", "bib", "csl.json")


def _links(base: str, query: str = "") -> list[tuple[str, Format]]:
    return [(f"{base}.{suffix}{query}", chosen) for suffix, chosen in FORMATS.items()]


@register.inclusion_tag("components/records.html")
def record_links(film: Film) -> dict[str, object]:
    """“Take this record”, for a film or a part."""
    return {
        "links": _links(film.get_absolute_url().removesuffix("/")),
        "libraries": reverse("catalog:libraries"),
    }


@register.inclusion_tag("components/search_records.html")
def search_record_links(query: QueryDict) -> dict[str, object]:
    """“Take these records”, for what a search finds, on whichever of its pages."""
    asked = query.copy()
    for place in ("page", "after", "before"):
        asked.pop(place, None)
    text = f"?{asked.urlencode()}" if asked else ""
    base = reverse("catalog:films").removesuffix("/")
    return {
        "links": _links(base, text),
        "feed": f"{base}.atom{text}",
        "is_search": "q" in asked,
        "search": [(name, value) for name, value in asked.items() if len(value) <= LONGEST_QUERY],
        "most_in_a_booklet": MOST_FILMS,
        "most": MOST_RANKED,
    }


@register.inclusion_tag("components/film_head.html")
def film_head(film: Film) -> dict[str, object]:
    """Open Graph, with the first still or else the poster, and where programs find the records."""
    base = film.get_absolute_url().removesuffix("/")
    picture, width, height, says = f"{base}.png", WIDTH, HEIGHT, ""
    for row in getattr(film, "page_stills", [])[:1]:
        picture, width, height = link_picture(row)
        says = row["description"]
    return {
        "film": film,
        "site": settings.SITE_URL,
        "picture": f"{settings.SITE_URL}{picture}",
        "says": says,
        "width": width,
        "height": height,
        "alternates": [(f"{base}.{suffix}", FORMATS[suffix]) for suffix in SEEN_BY_PROGRAMS],
    }
