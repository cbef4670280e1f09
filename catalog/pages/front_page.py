"""What the front page shows: films that the office features, or the newest where there are none, and the longest."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models import Film

MOST_FEATURED = 5
"""One large, the others two by two."""
NEWEST = 3
LONG_MINUTES = 180
MOST_LONG = 8


@dataclass(frozen=True, slots=True)
class FrontPage:
    """`heading` stands over the films to begin with; either list may be empty."""

    heading: str | Promise
    films: list[Film]
    longest: list[Film]


def front_page() -> FrontPage:
    """Eight queries at most while films are featured."""
    listing = Film.objects.public().wholes().with_listing()
    longest = list(listing.filter(runtime__gte=LONG_MINUTES).order_by("-runtime", "pk")[:MOST_LONG])
    if featured := list(listing.featured()[:MOST_FEATURED]):
        return FrontPage(_("Featured films"), featured, longest)
    return FrontPage(_("The newest films"), list(listing.order_by("-year", "-pk")[:NEWEST]), longest)
