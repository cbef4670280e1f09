"""A screening's timetable on the screens of its venue, to be changed: days and screens beneath each other on one clock, with
the hours that are open, what else is booked, and each place as a block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from screenings import planner
from screenings.models import Screen, Screening, Showing, Venue
from screenings.planner.question import programme_day
from screenings.planning.by_hand.asking import Remark
from screenings.planning.by_hand.places import Place, as_showings
from screenings.planning.questions import hours_of, rooms
from screenings.schedules.timetable import HOUR, Mark, marks_of, minute_of
from wording.values.holidays import holiday_name

MOST_DAYS = 16
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A place as it is drawn, in per cent of the track; `begins` is its clock minute, counted from its day's midnight. `remarks` are
    the rules' errors and warnings about it, the worst first."""

    index: int
    place: Place
    showing: Showing
    begins: int
    minutes: int
    x: float
    width: float
    clock: str
    can_move: bool
    remarks: Sequence[Remark] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Time for which a screen cannot be used, and what it is booked for, if that may be said."""

    x: float
    width: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A screen on a day."""

    day: date
    screen: Screen
    blocks: Sequence[Block]
    booked: Sequence[Span]
    held: Sequence[Span]
    closed: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Timeline:
    """`begins` and `ends` are the scale's clock minutes; `days` has each day with the holiday or closure that it is, and its rows."""

    days: Sequence[tuple[date, str, Sequence[Row]]]
    marks: Sequence[Mark]
    begins: int
    ends: int


def timeline_of(
    screening: Screening,
    places: Sequence[Place],
    showings: Mapping[int, Showing],
    screens: Sequence[Screen],
    remarks: Sequence[Remark] = (),
) -> Timeline:
    """Of places in the order of the form's rows, each with the remarks about it. Five queries: hours, closures, bookings here and elsewhere, and which of these are only held."""
    zone = screening.venue.zone
    shown = as_showings(screening, places, showings, {each.pk: each for each in screens})
    days = _days(screening, shown)
    hours, closed = hours_of(
        screening.venue, days[0], days[-1], not_before=datetime.combine(days[0] - DAY, time(), zone)
    )
    free = rooms(
        screens,
        hours,
        first=days[0],
        last=days[-1],
        presenter=screening.institution,
        own=Q(screening=screening),
    )
    held = _held(screening, screens, hours)
    begins, ends = _scale(shown, hours, days, screening)
    draw = _Drawing(screening, begins, ends, remarks)
    named = []
    for day in days:
        blocks = [
            draw.block(at, place, each, showings[place.showing])
            for at, (place, each) in enumerate(zip(places, shown, strict=True))
            if programme_day(each.starts_at, zone) == day
        ]
        rows = [
            draw.row(day, screen, blocks, room.bookings, held.get(screen.pk, ()), hours)
            for screen, room in zip(screens, free, strict=True)
        ]
        named.append((day, _named(day, screening.venue, closed), rows))
    return Timeline(named, marks_of(begins, ends), begins, ends)


def _named(day: date, venue: Venue, closed: Sequence[planner.ClosedDay]) -> str:
    """The public holiday that a day is, and that the venue is closed on it, with its reason; empty on any other day."""
    holiday = holiday_name(venue.country, day, get_language() or "en")
    shut = next((each for each in closed if each.closed == day), None)
    if shut is None:
        return holiday
    name = holiday or shut.why
    return _("closed: %(name)s") % {"name": name} if name else _("closed")


def _held(
    screening: Screening, screens: Sequence[Screen], hours: Sequence[planner.Opening]
) -> dict[int, list[planner.Booking]]:
    """What other drafts only hold while the venue is open, by the keys of the screens."""
    held: dict[int, list[planner.Booking]] = {}
    if not hours:
        return held
    begins, ends = min(each.opens_at for each in hours), max(each.closes_at for each in hours)
    taken = Showing.objects.occupying(screens, begins, ends).filter(screening__hold__isnull=False)
    rows = taken.exclude(screening=screening).values_list("screen", "occupied_from", "occupied_until")
    for screen, first, last in rows:
        held.setdefault(screen, []).append(planner.Booking(first, last))
    return held


def _days(screening: Screening, shown: Sequence[Showing]) -> list[date]:
    """The days of the showings and those beside them, as far as something can still be moved there."""
    zone = screening.venue.zone
    today = programme_day(timezone.now(), zone)
    used = {programme_day(each.starts_at, zone) for each in shown}
    beside = {day + side for day in used for side in (-DAY, DAY) if day + side >= today}
    return sorted(used | set(sorted(beside - used)[: max(0, MOST_DAYS - len(used))]))


def _scale(
    shown: Sequence[Showing], hours: Sequence[planner.Opening], days: Sequence[date], screening: Screening
) -> tuple[int, int]:
    """Whole hours, from the first opening or showing to the last closing or end."""
    zone = screening.venue.zone
    spans = [(each.starts_at, each.ends_at) for each in shown]
    spans += [
        (each.opens_at, each.closes_at)
        for each in hours
        if programme_day(each.opens_at, zone) in days and each.closes_at - each.opens_at <= DAY
    ]
    ends = []
    begins = []
    for first, last in spans:
        day = programme_day(first, zone)
        begins.append(minute_of(first.astimezone(zone), day))
        ends.append(minute_of(last.astimezone(zone), day))
    return min(begins) // HOUR * HOUR, -(-max(ends) // HOUR) * HOUR


class _Drawing:
    def __init__(self, screening: Screening, begins: int, ends: int, remarks: Sequence[Remark]) -> None:
        self.zone = screening.venue.zone
        self.begins, self.ends, self.remarks = begins, ends, remarks
        self.now = timezone.now()

    def row(  # noqa: PLR0917 - what is drawn on it, in the order in which it is drawn
        self,
        day: date,
        screen: Screen,
        blocks: Sequence[Block],
        booked: Sequence[planner.Booking],
        held: Sequence[planner.Booking],
        hours: Sequence[planner.Opening],
    ) -> Row:
        """`blocks` are those of the day, on whichever screen."""
        return Row(
            day,
            screen,
            [each for each in blocks if each.showing.screen_id == screen.pk],
            [
                self.span(day, each.starts_at, each.ends_at, each.label)
                for each in booked
                if self.is_on(day, each)
            ],
            [self.span(day, each.starts_at, each.ends_at) for each in held if self.is_on(day, each)],
            self.closed(day, hours),
        )

    def block(self, index: int, place: Place, shown: Showing, stands: Showing) -> Block:
        local = shown.starts_at.astimezone(self.zone)
        begins = minute_of(local, programme_day(shown.starts_at, self.zone))
        minutes = (shown.ends_at - shown.starts_at) // MINUTE
        x, width = self._at(begins, begins + minutes)
        return Block(
            index=index,
            place=place,
            showing=shown,
            begins=begins,
            minutes=minutes,
            x=x,
            width=width,
            clock=f"{local:%H:%M}",
            can_move=stands.starts_at > self.now,
            remarks=[each for each in self.remarks if each.is_marked and place.key in each.keys],
        )

    def _at(self, begins: int, ends: int) -> tuple[float, float]:
        whole = self.ends - self.begins
        begins, ends = max(begins, self.begins), min(ends, self.ends)
        return round(100 * (begins - self.begins) / whole, 3), round(100 * max(0, ends - begins) / whole, 3)

    def span(self, day: date, starts_at: datetime, ends_at: datetime, label: str = "") -> Span:
        first, last = (minute_of(each.astimezone(self.zone), day) for each in (starts_at, ends_at))
        return Span(*self._at(first, last), label)

    def is_on(self, day: date, booking: planner.Booking) -> bool:
        first, last = (
            minute_of(each.astimezone(self.zone), day) for each in (booking.starts_at, booking.ends_at)
        )
        return first < self.ends and last > self.begins

    def closed(self, day: date, hours: Sequence[planner.Opening]) -> list[Span]:
        """What lies between the openings of a day."""
        spans, at = [], self.begins
        for each in sorted(hours, key=lambda opening: opening.opens_at):
            first, last = (
                minute_of(moment.astimezone(self.zone), day) for moment in (each.opens_at, each.closes_at)
            )
            if last <= self.begins or first >= self.ends:
                continue
            if first > at:
                spans.append(Span(*self._at(at, first)))
            at = max(at, last)
        if at < self.ends:
            spans.append(Span(*self._at(at, self.ends)))
        return spans
