"""Makes the planner's question from rows: a venue's hours, closures and bookings, a film's copies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import chain

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.models import Film, ScreeningCopy
from licensing.models import Institution
from screenings import planner
from screenings.access import Access
from screenings.models import Closure, OpeningHours, OutsideBooking, Screen, Screening, Showing, Venue
from screenings.models.screenings import carried_by
from screenings.planning.conflicts import conflicts_with
from screenings.planning.days_off import days_off
from screenings.planning.works import Work, known_label
from screenings.reach import MOST_DAYS, last_day_within_reach
from wording.enumeration import enumerated
from wording.refusals import Refused

LOOK_AHEAD = timedelta(days=35)
"""Hours and bookings this long after the last day are included, because an explanation may say how many more days are
needed: as far as a request may go."""
ROUND_START = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Piece:
    """A film or part with the copy to show; without a copy, the film's own runtime is used."""

    film: Film
    copy: ScreeningCopy | None

    @property
    def minutes(self) -> int | None:
        return self.copy.runtime if self.copy else self.film.runtime

    @property
    def carries(self) -> tuple[Access, ...]:
        return carried_by(self.copy)

    def block(self, *, intro_minutes: int = 0, qa_minutes: int = 0) -> planner.Block:
        minutes = self.minutes or self.film.known_runtime
        return planner.Block(
            film=str(Work(self.film.pk, self.copy.pk if self.copy else None)),
            label=self.film.title,
            minutes=minutes,
            part=self.film.part_number or 1,
            chapter_points=tuple(point for point in self.copy.chapter_points if 0 < point < minutes)
            if self.copy
            else (),
            intro_minutes=intro_minutes,
            qa_minutes=qa_minutes,
            carries=self.carries,
        )


def pieces_for(
    film: Film,
    screens: Sequence[Screen],
    access: Collection[Access] = (),
    *,
    works: Sequence[Film] | None = None,
) -> tuple[list[Piece], list[Screen]]:
    """The film in its parts, each with a copy in one common format, and the screens that can show them.

    `works` are the parts in order, or the film that has none, where they and their copies are fetched already.

    The format is chosen in which copies carry most of the `access` asked for, of these the one that most screens can show. Raises
    Refused: `no-format` when no screen can show any, `no-length` when nobody knows how long a part runs.
    """
    asked = works or list(film.parts.order_by("part_number").prefetch_related("copies")) or [film]
    pieces, able = _pieces_for(film, asked, screens, access)
    refuse_unmeasured(piece.film for piece in pieces if piece.minutes is None)
    return pieces, able


def refuse_unmeasured(films: Iterable[Film]) -> None:
    """Raises Refused (`no-length`) if there are any: of films and parts whose length neither they nor a copy of theirs says."""
    if names := [str(film) for film in films]:
        raise Refused(
            ngettext(
                "Nobody knows how long %(films)s runs, so it cannot be planned: once the office has a copy of it, its length is known.",
                "Nobody knows how long %(films)s run, so they cannot be planned: once the office has copies of them, their lengths are known.",
                len(names),
            ),
            "no-length",
            {"films": enumerated(f"“{name}”" for name in names)},
        )


def _pieces_for(
    film: Film, works: Sequence[Film], screens: Sequence[Screen], access: Collection[Access]
) -> tuple[list[Piece], list[Screen]]:
    copies = {work.pk: list(work.copies.all()) for work in works}
    with_copies = [copies[work.pk] for work in works if copies[work.pk]]
    if not with_copies:
        return [Piece(work, None) for work in works], list(screens)
    shared = set.intersection(*({copy.format for copy in each} for each in with_copies))
    best, pieces, able = (0, 0), list[Piece](), list[Screen]()
    for format_ in (known for known in ScreeningCopy.Format.values if known in shared):
        can = [screen for screen in screens if not screen.formats or format_ in screen.formats]
        made = [Piece(work, _of_format(copies[work.pk], format_, access)) for work in works]
        worth = sum(each in piece.carries for piece in made for each in access), len(can)
        if can and worth > best:
            best, pieces, able = worth, made, can
    if not able:
        raise Refused(
            _("No screen at this venue can show a copy of “%(film)s”."), "no-format", {"film": film.title}
        )
    return pieces, able


def _of_format(copies: list[ScreeningCopy], format_: str, access: Collection[Access]) -> ScreeningCopy | None:
    """The first of this format that carries most of what is asked for."""
    able = [copy for copy in copies if copy.format == format_]
    return max(able, key=lambda copy: sum(each in carried_by(copy) for each in access), default=None)


def openings(venue: Venue, first: date, last: date, *, not_before: datetime) -> tuple[planner.Opening, ...]:
    """The venue's opening hours from the first day to the last and in the small hours of the next, without closed days
    and without past hours."""
    return hours_of(venue, first, last, not_before=not_before)[0]


def hours_of(
    venue: Venue, first: date, last: date, *, not_before: datetime
) -> tuple[tuple[planner.Opening, ...], tuple[planner.ClosedDay, ...]]:
    """The same, and the days from the first to the last on which the venue is closed whatever its weekly hours. Two queries."""
    last += timedelta(days=1)
    closures = list(Closure.objects.filter(venue=venue, first_day__lte=last, last_day__gte=first))
    hours = list(OpeningHours.objects.filter(venue=venue))
    days = [date.fromordinal(ordinal) for ordinal in range(first.toordinal(), last.toordinal() + 1)]
    closed = {day: each.reason for day in days for each in closures if each.first_day <= day <= each.last_day}
    open_days = (day for day in days if day not in closed)
    return (
        tuple(_openings(venue, open_days, hours, _round_up(not_before))),
        tuple(planner.ClosedDay(day, why) for day, why in closed.items() if day < last),
    )


def _openings(
    venue: Venue, days: Iterable[date], hours: list[OpeningHours], not_before: datetime
) -> Iterator[planner.Opening]:
    for day in days:
        for opening in (each for each in hours if each.weekday == day.weekday()):
            # Local times are converted to UTC one by one, because a venue opens by its local clock.
            opens = datetime.combine(day, opening.opens, venue.zone).astimezone(UTC)
            shuts_on = day + timedelta(days=opening.closes <= opening.opens)
            closes = datetime.combine(shuts_on, opening.closes, venue.zone).astimezone(UTC)
            if closes > not_before:
                yield planner.Opening(max(opens, not_before), closes)


def _round_up(moment: datetime) -> datetime:
    late = (moment - datetime.min.replace(tzinfo=UTC)) % ROUND_START
    return (moment + (ROUND_START - late if late else timedelta())).astimezone(UTC)


def rooms(
    screens: Iterable[Screen],
    hours: tuple[planner.Opening, ...],
    *,
    first: date,
    last: date,
    presenter: Institution,
    own: Q | None = None,
    over_holds: bool = False,
) -> tuple[planner.Screen, ...]:
    """The screens for the planner, with their bookings here and elsewhere. Two queries. Showings that are not in the way may be left
    out: those that are the question's `own`, and those of drafts that only hold their screens (`over_holds`).

    A booking names its film only where the presenter may know it (`known_label`).
    """
    chosen = list(screens)
    begins, ends = _span(first, last)
    taken: QuerySet[Showing] = Showing.objects.occupying(chosen, begins, ends).select_related(
        "film", "screening", "screen__venue"
    )
    if own is not None:
        taken = taken.exclude(own)
    if over_holds:
        taken = taken.filter(screening__hold=None)
    bookings: dict[int, list[planner.Booking]] = {screen.pk: [] for screen in chosen}
    for showing in taken:
        bookings[showing.screen_id].append(_booked(showing, presenter))
    for elsewhere in _elsewhere(chosen, begins, ends):
        said = _label_elsewhere(elsewhere, presenter)
        booking = planner.Booking(elsewhere.starts_at, elsewhere.ends_at, said)
        bookings[elsewhere.screen_id].append(booking)
    return tuple(
        planner.Screen(
            key=str(screen.pk),
            venue=screen.venue.name,
            time_zone=screen.venue.time_zone,
            openings=hours,
            label=screen.name,
            setup_minutes=screen.set_up,
            turnaround_minutes=screen.turnaround,
            bookings=tuple(bookings[screen.pk]),
            curfew=screen.venue.curfew,
            access=screen.access,
        )
        for screen in chosen
    )


def _booked(showing: Showing, presenter: Institution) -> planner.Booking:
    label, begins = known_label(showing, presenter), showing.starts_at
    return planner.Booking(showing.occupied_from, showing.occupied_until, label, begins_at=begins)


def _elsewhere(screens: Iterable[Screen], begins: datetime, ends: datetime) -> QuerySet[OutsideBooking]:
    taken = OutsideBooking.objects.filter(screen__in=screens, starts_at__lt=ends, ends_at__gt=begins)
    return taken.select_related("screen__venue")


def _label_elsewhere(booking: OutsideBooking, presenter: Institution) -> str:
    """When it is, and what for where the screen is the presenter's own."""
    venue = booking.screen.venue
    begins, ends = (f"{each.astimezone(venue.zone):%H:%M}" for each in (booking.starts_at, booking.ends_at))
    said = _("booked elsewhere, %(begins)s–%(ends)s") % {"begins": begins, "ends": ends}
    return f"{said} ({booking.what})" if booking.what and venue.institution_id == presenter.pk else said


def question_about(
    *,
    venue: Venue,
    presenter: Institution,
    screens: Sequence[Screen],
    blocks: Sequence[planner.Block],
    first_day: date,
    last_day: date,
    settings: planner.Settings,
    leaving_out: Screening | None = None,
    not_before: datetime | None = None,
    over_holds: bool = False,
    apart_from: Collection[int] = (),
) -> planner.Question:
    """The planner's question of a presenter about these blocks at this venue, as things are now. Five queries, and three where it
    matters what is on at the venue's other screens.

    Nothing is shown before now, nor before an instant later than that if one is given; and nothing while a showing of the screenings
    with the keys `apart_from` is, nor while a print of it is shown elsewhere, nor on the way to or from there.
    """
    known = _known_until(first_day, last_day)
    hours, closed = hours_of(venue, first_day, known, not_before=not_before or timezone.now())
    holidays, weekend = days_off(venue.country, first_day, known)
    booked = partial(
        rooms,
        hours=hours,
        first=first_day,
        last=last_day,
        presenter=presenter,
        own=None if leaving_out is None else Q(screening=leaving_out),
        over_holds=over_holds,
    )
    return planner.Question(
        blocks=tuple(blocks),
        screens=booked(screens),
        beside=_beside(booked(_others(venue, screens))) if settings.looks_beside else (),
        first_day=first_day,
        last_day=last_day,
        settings=settings,
        holidays=holidays,
        weekend=weekend,
        country=venue.country,
        closed=closed,
        conflicts=conflicts_with(
            blocks, *_span(first_day, last_day), venue=venue, presenter=presenter, usual_way=settings.usual_way,
            apart_from=apart_from, leaving_out=leaving_out,
        ),
        named=tuple(apart_from),
    )  # fmt: skip


def _known_until(first: date, last: date) -> date:
    """The last day whose hours an explanation may speak of."""
    return max(last, min(last + LOOK_AHEAD, first + timedelta(days=MOST_DAYS - 1), last_day_within_reach()))


def _others(venue: Venue, screens: Sequence[Screen]) -> QuerySet[Screen]:
    return venue.screens.exclude(pk__in=[screen.pk for screen in screens]).select_related("venue")


def _beside(screens: Iterable[planner.Screen]) -> tuple[planner.Booking, ...]:
    return tuple(chain.from_iterable(screen.bookings for screen in screens))


def _span(first: date, last: date) -> tuple[datetime, datetime]:
    """From before the first day begins anywhere to as long after the last as hours are known."""
    begins = datetime.combine(first - timedelta(days=1), datetime.min.time(), UTC)
    return begins, datetime.combine(last, datetime.min.time(), UTC) + LOOK_AHEAD
