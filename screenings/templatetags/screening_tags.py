"""What other apps' pages show of screenings: `{% load screening_tags %}{% upcoming_showings film %}`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format

from catalog.models import Film
from screenings.models import Showing, Venue

register = template.Library()

MOST_SHOWN = 12


@register.inclusion_tag("screenings/upcoming_showings.html")
def upcoming_showings(film: Film) -> dict[str, Any]:
    """The next public showings of a film, of its parts, or of the whole that it is a part of. One query."""
    showings = Showing.objects.upcoming(timezone.now()).of(film).with_listing()[:MOST_SHOWN]
    return {"film": film, "showings": showings}


@register.simple_tag
def at_venue(moment: datetime, venue: Venue, show: str = "both") -> str:
    """An instant as the venue's clock and calendar show it: `day`, `clock` or `both`."""
    local = moment.astimezone(venue.zone)
    day, clock = date_format(local, "D j F Y"), date_format(local, "H:i")
    return {"day": day, "clock": clock}.get(show, f"{day}, {clock}")
