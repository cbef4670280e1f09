"""Where one can eat in a meal break: the places near by that a venue names."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from screenings.models import MealPlace, Venue
from screenings.schedules.timetable import Timetable

MOST = 3


def where_to_eat(venue: Venue, timetables: Timetable | list[Timetable]) -> str:
    """The nearest places in words, if one of the timetables has a meal break; else nothing. One query at most."""
    each = timetables if isinstance(timetables, list) else [timetables]
    pauses = (entry.pause for timetable in each for entry in timetable.entries)
    if not any(pause and pause.is_meal for pause in pauses):
        return ""
    return "; ".join(map(_in_words, venue.meal_places.order_by("minutes", "name")[:MOST]))


def _in_words(place: MealPlace) -> str:
    if not place.minutes:
        return _("%(name)s, in the building") % {"name": place.name}
    walk = ngettext(
        "%(name)s, %(minutes)d minute on foot", "%(name)s, %(minutes)d minutes on foot", place.minutes
    )
    return walk % {"name": place.name, "minutes": place.minutes}
