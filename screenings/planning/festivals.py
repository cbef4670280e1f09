"""Makes the planner's question about a festival from rows: its films with their copies, its screens as they are free, what is fixed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from screenings import planner
from screenings.access import Access
from screenings.models import (
    Festival,
    FestivalFilm,
    FestivalPair,
    FestivalPin,
    FestivalScreening,
    Screen,
    Venue,
)
from screenings.planner import festival as asking
from screenings.planner.festival.access import why_none
from screenings.planner.question import DAY_TURNS_AT, Hours, Opening, programme_day, wall_instant
from screenings.planning.arrangement import marked
from screenings.planning.questions import Piece, openings, pieces_for, rooms
from wording.refusals import Refused

MINUTE = timedelta(minutes=1)
PAUSE = 30
"""Minutes between two parts that are shown one after the other."""


def question_of(festival: Festival) -> asking.Festival:
    """The question as things are now: past hours and what others have booked are left out; its own screenings are not in the way.

    Raises Refused: `no-screens`, `time-zones`, `no-films`, or why a film cannot be planned (`no-format`, `no-length`).
    """
    screens = screens_of(festival)
    films = list(films_with_copies(festival))
    if not films:
        raise Refused(_("This festival has no films yet."), "no-films")
    zone, marks = zone_of(screens), _marks(festival)
    return asking.Festival(
        films=tuple(_film(each, screens) for each in films),
        screens=tuple(_free_screens(festival, screens)),
        first_day=festival.first_day,
        last_day=festival.last_day,
        time_zone=zone.key,
        pairs=tuple(
            asking.Pair(str(pair.film_id), str(pair.other_id), asking.Together(pair.why))
            for pair in FestivalPair.objects.filter(film__festival=festival)
        ),
        travel=tuple(_travel(festival, screens)),
        pins=tuple(
            asking.Pin(
                str(pin.film_id),
                pin.nth,
                str(pin.screen_id),
                pin.starts_at,
                marks.get((pin.film_id, pin.nth), ()),
            )
            for pin in FestivalPin.objects.filter(film__festival=festival)
        ),
        preferred=Hours(festival.liked_from, festival.liked_until),
        premiere=Hours(festival.premiere_from, festival.premiere_until),
    )


def _marks(festival: Festival) -> dict[tuple[int, int], tuple[Access, ...]]:
    """What people decided for the showings that are booked."""
    own = FestivalScreening.objects.filter(film__festival=festival).exclude(screening__showings__marks=[])
    made = own.distinct().prefetch_related("screening__showings")
    return {(each.film_id, each.nth): marked(list(each.screening.showings.all())) for each in made}


def _travel(festival: Festival, screens: Sequence[Screen]) -> Iterator[asking.Travel]:
    """The ways between each two of its venues, which are told apart by their keys: two may have one name."""
    known = {(way.venue_id, way.other_id): way.minutes for way in festival.ways.all()}
    for one, other in venues_in_twos(screens):
        minutes = known.get((one.pk, other.pk), festival.travel_minutes)
        yield asking.Travel(str(one.pk), str(other.pk), minutes)


def venues_in_twos(screens: Iterable[Screen]) -> list[tuple[Venue, Venue]]:
    """Each two venues of these screens, in order of their keys."""
    venues = {screen.venue_id: screen.venue for screen in screens}
    return list(combinations((venues[key] for key in sorted(venues)), 2))


def screens_of(festival: Festival) -> list[Screen]:
    """Its screens. Raises Refused (`no-screens`)."""
    screens = list(
        festival.screens.select_related("venue__institution").order_by("venue__name", "name", "pk")
    )
    if not screens:
        raise Refused(_("This festival has no screens yet."), "no-screens")
    return screens


def zone_of(screens: Sequence[Screen]) -> ZoneInfo:
    """The one time zone of all screens. Raises Refused (`time-zones`)."""
    zones = {screen.venue.time_zone for screen in screens}
    if len(zones) > 1:
        raise Refused(_("All venues of a festival must be in one time zone."), "time-zones")
    return ZoneInfo(zones.pop())


def films_of(festival: Festival) -> QuerySet[FestivalFilm]:
    return festival.films.select_related("film__part_of").prefetch_related("screens").order_by("pk")


def films_with_copies(festival: Festival) -> QuerySet[FestivalFilm]:
    """The same, with all that `pieces_of` asks for."""
    return films_of(festival).prefetch_related("film__parts__copies", "film__copies")


def pieces_of(film: FestivalFilm, screens: Sequence[Screen]) -> tuple[list[Piece], list[Screen]]:
    """What one showing of the film shows, in order, and the screens that can show it, of those that it is wanted on.

    Raises Refused as `pieces_for` does.
    """
    chosen = {screen.pk for screen in film.screens.all()}
    able = [screen for screen in screens if not chosen or screen.pk in chosen]
    works = sorted(film.film.parts.all(), key=lambda part: part.part_number or 0) or [film.film]
    return pieces_for(film.film, able, [Access(each) for each in film.access], works=works)


def refuse_impossible_access(film: FestivalFilm, screens: Sequence[Screen]) -> None:
    """Raises Refused (`access`) when none of the screens can offer what the film asks for, and as `pieces_for` does."""
    able = pieces_of(film, screens)[1]
    if why := why_none(_film(film, screens), [screen.access for screen in able]):
        raise Refused.saying(why)


def _film(film: FestivalFilm, screens: Sequence[Screen]) -> asking.Film:
    pieces, able = pieces_of(film, screens)
    lengths = tuple(piece.minutes or piece.film.known_runtime for piece in pieces)
    return asking.Film(
        key=str(film.pk),
        title=film.film.title,
        minutes=sum(lengths),
        showings=film.showings,
        parts=lengths if len(lengths) > 1 else (),
        pause=PAUSE,
        demand=film.demand,
        strand=film.strand,
        premiere=film.premiere,
        days_apart=film.days_apart,
        guest=_guest_days(film),
        preferred=Hours(film.liked_from, film.liked_until) if film.liked_from and film.liked_until else None,
        screens=() if len(able) == len(screens) else tuple(str(screen.pk) for screen in able),
        access=tuple(map(Access, film.access)),
        accessible=film.accessible_showings,
        carries=tuple(each for each in Access if all(each in piece.carries for piece in pieces)),
    )


def _guest_days(film: FestivalFilm) -> tuple[date, ...]:
    """The days of the festival on which the guest is there. One who is there on none of them keeps a day of theirs, so that
    the film is not shown without them; without a guest there are none.
    """
    if not film.guest_from or not film.guest_until:
        return ()
    first, last = (
        max(film.guest_from, film.festival.first_day),
        min(film.guest_until, film.festival.last_day),
    )
    days = tuple(first + timedelta(days=at) for at in range((last - first).days + 1))
    return days or (film.guest_from,)


def _free_screens(festival: Festival, screens: Sequence[Screen]) -> Iterator[asking.Screen]:
    by_venue: dict[int, list[Screen]] = {}
    for screen in screens:
        by_venue.setdefault(screen.venue_id, []).append(screen)
    own = Q(screening__of_festival__film__festival=festival)
    lost = set(festival.lost_days.values_list("screen_id", "day"))
    for each in by_venue.values():
        hours = openings(each[0].venue, festival.first_day, festival.last_day, not_before=timezone.now())
        first, last = festival.first_day, festival.last_day
        known = rooms(each, hours, first=first, last=last, presenter=festival.institution, own=own)
        for screen, room in zip(each, known, strict=True):
            yield _screen(festival, screen, room, {day for key, day in lost if key == screen.pk})


def _screen(
    festival: Festival, screen: Screen, room: planner.Screen, lost: Collection[date]
) -> asking.Screen:
    turnaround, zone = screen.set_up + screen.turnaround, screen.venue.zone
    spans = [
        span
        for opening in room.openings
        for span in _festival_days(opening, screen, zone)
        if festival.first_day <= programme_day(span[0], zone) <= festival.last_day
        and programme_day(span[0], zone) not in lost
    ]
    for booking in room.bookings:
        begins = booking.starts_at - screen.turnaround * MINUTE
        ends = booking.ends_at + screen.set_up * MINUTE
        spans = [left for span in spans for left in _without(span, begins, ends)]
    return asking.Screen(
        key=str(screen.pk),
        name=screen.name,
        venue=str(screen.venue_id),
        capacity=screen.capacity,
        hours=tuple(Opening(opens, closes) for opens, closes in _rested(sorted(spans), turnaround * MINUTE)),
        turnaround=turnaround,
        access=screen.access,
    )


def _festival_days(opening: Opening, screen: Screen, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """An opening in the days of the programme, each until the curfew if there is one."""
    opens = opening.opens_at
    while opens < opening.closes_at:
        day = programme_day(opens, zone)
        turns = wall_instant(day + timedelta(days=1), DAY_TURNS_AT, zone)
        closes = min(opening.closes_at, turns)
        curfew = screen.venue.curfew
        latest = closes if curfew is None else min(closes, wall_instant(day, curfew, zone, night=True))
        if latest > opens:
            yield opens, latest
        opens = closes


def _without(
    span: tuple[datetime, datetime], begins: datetime, ends: datetime
) -> Iterator[tuple[datetime, datetime]]:
    if span[0] < min(span[1], begins):
        yield span[0], min(span[1], begins)
    if max(span[0], ends) < span[1]:
        yield max(span[0], ends), span[1]


def _rested(
    spans: Iterable[tuple[datetime, datetime]], pause: timedelta
) -> Iterator[tuple[datetime, datetime]]:
    """Each span begins after the turnaround of what may end with the one before."""
    before: datetime | None = None
    for opens, closes in spans:
        begin = opens if before is None or opens >= before + pause else before + pause
        if begin < closes:
            yield begin, closes
            before = closes
