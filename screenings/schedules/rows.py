"""Screenings as the programme lists them: each drawn once for as long as all that it is drawn from stays the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache

from django.db import models
from django.db.models import Exists, Max, Min, OuterRef
from django.template.loader import get_template
from django.utils import timezone
from django.utils.safestring import SafeString

from revisions.parts import kept_or_made, kept_until, key_of
from revisions.reading import Reading
from revisions.subjects import PROGRAMME, SHARED
from revisions.subjects import film as subject_of
from screenings.access import Access
from screenings.models import Screening, Showing
from screenings.models.screenings import ScreeningQuerySet
from screenings.schedules.announced import access_of_all
from screenings.schedules.timetable import timetable_of

TEMPLATE = "screenings/programme_row.html"
NOT_DRAWN = frozenset({"booked", "description", "added_at", "sort_title", "synopsis"})
"""Columns that no row prints: long, or often changed."""


def coming(sought: Collection[Access] = ()) -> ScreeningQuerySet:
    """Public screenings with a showing that is not over, the next first, with all that a row prints; where some access is `sought`,
    those with one showing to come that offers all of it."""
    last, now = Max("showings__ends_at"), timezone.now()
    rows = Screening.objects.public().annotate(first=Min("showings__starts_at"), last=last)
    if sought:
        to_come = Showing.objects.standing().filter(screening=OuterRef("pk"), ends_at__gt=now)
        rows = rows.filter(Exists(to_come.offering(sought).order_by()))
    return rows.filter(last__gt=now).order_by("first", "pk").with_listing()


def next_rows(most: int, reading: Reading) -> SafeString:
    """The first of the programme's rows, kept until one of their screenings or films changes, or a screening is over."""

    @cache
    def screenings() -> list[Screening]:
        found = list(coming()[:most])
        for each in found:
            reading.changes_at(max(showing.ends_at for showing in each.showings.all()))
        return found

    def films() -> SafeString:
        return SafeString(" ".join(str(key) for key in sorted(_films_of(screenings()))))

    def rows() -> SafeString:
        return SafeString("".join(programme_rows(screenings(), reading)))

    shown = kept_until(key_of("next-films", reading, [PROGRAMME], most), reading, films).split()
    about = [PROGRAMME, SHARED, *(subject_of(int(key)) for key in shown)]
    return kept_until(key_of("next-rows", reading, about, most), reading, rows)


def _films_of(screenings: Iterable[Screening]) -> set[int]:
    """The keys of the films and parts that rows name."""
    films = [film for each in screenings for film in (each.film, *(row.film for row in each.showings.all()))]
    return {key for film in films for key in (film.pk, film.part_of_id) if key}


def programme_rows(screenings: Iterable[Screening], reading: Reading) -> list[SafeString]:
    """One for each screening, in this order. No query: reads what `with_listing` has fetched.

    A row is kept under the columns themselves, since the programme has no subject for each screening.
    """
    rows = {key_of(TEMPLATE, reading, (), list(_columns(each))): _drawing(each) for each in screenings}
    return kept_or_made(rows, reading)


def _drawing(screening: Screening) -> Callable[[], SafeString]:
    template = get_template(TEMPLATE)

    def drawn() -> SafeString:
        access, at_some = access_of_all(screening.showings.all())
        timetable = timetable_of(screening)
        shown = {"screening": screening, "timetable": timetable, "access": access, "at_some": at_some}
        return SafeString(template.render(shown))

    return drawn


def _columns(screening: Screening) -> Iterator[object]:
    yield from _of(screening, screening.film, screening.venue)
    for showing in screening.showings.all():
        film = showing.film
        yield from _of(showing, film, film.part_of, showing.screen, showing.copy)


def _of(*rows: models.Model | None) -> Iterator[object]:
    for row in rows:
        values = vars(row) if row else {}
        yield [value for name, value in values.items() if name not in NOT_DRAWN and name[0] != "_"]
