"""Screenings as the programme lists them: each drawn once for as long as all that it is drawn from stays the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.db import models
from django.db.models import Max, Min
from django.template.loader import get_template
from django.utils import timezone
from django.utils.safestring import SafeString

from revisions.parts import kept_or_made, key_of
from revisions.reading import Reading
from screenings.models import Screening
from screenings.models.screenings import ScreeningQuerySet
from screenings.schedules.timetable import timetable_of

TEMPLATE = "screenings/programme_row.html"
NOT_DRAWN = frozenset({"booked", "description", "added_at", "sort_title", "synopsis"})
"""Columns that no row prints: long, or often changed."""


def coming() -> ScreeningQuerySet:
    """Public screenings with a showing that is not over, the next first, with all that a row prints."""
    last = Max("showings__ends_at")
    rows = Screening.objects.public().annotate(first=Min("showings__starts_at"), last=last)
    return rows.filter(last__gt=timezone.now()).order_by("first", "pk").with_listing()


def programme_rows(screenings: Iterable[Screening], reading: Reading) -> list[SafeString]:
    """One for each screening, in this order. No query: reads what `with_listing` has fetched.

    A row is kept under the columns themselves, since the programme has no subject for each screening.
    """
    rows = {key_of(TEMPLATE, reading, (), list(_columns(each))): _drawing(each) for each in screenings}
    return kept_or_made(rows, reading)


def _drawing(screening: Screening) -> Callable[[], SafeString]:
    template = get_template(TEMPLATE)
    return lambda: SafeString(template.render({"screening": screening, "timetable": timetable_of(screening)}))


def _columns(screening: Screening) -> Iterator[object]:
    yield from _of(screening, screening.film, screening.venue)
    for showing in screening.showings.all():
        film = showing.film
        yield from _of(showing, film, film.part_of, showing.screen, showing.copy)


def _of(*rows: models.Model | None) -> Iterator[object]:
    for row in rows:
        values = vars(row) if row else {}
        yield [value for name, value in values.items() if name not in NOT_DRAWN and name[0] != "_"]
