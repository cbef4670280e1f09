"""A festival's programme as its page shows it: the screens of one day on the clock of all, what has no place yet, what is unhappy and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil

from screenings.access import Access, meets, offered
from screenings.models import Festival, FestivalFilm, FestivalPin, FestivalScreening
from screenings.planner.festival import Festival as Question
from screenings.planner.festival import Finding, Programme, Showing, review
from screenings.planner.festival.access import may_lack, why_none
from screenings.planner.question import DAY_TURNS_AT, wall_instant
from wording.say import Say

MOST_FAULTS = 20
"""Of each sort that the page of a festival says; a page of their own has all."""
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Mark:
    """An hour of the common clock; `x` is its place in per cent of the width."""

    x: float
    text: str


@dataclass(frozen=True)
class Bar:
    """A showing on the grid and in words. `x` and `width` are in per cent; the clock is the venues', also of each of its `parts`, if it
    has some. `access` is what it offers of that which its film asks for."""

    x: float
    width: float
    wish: FestivalFilm
    nth: int
    clock: str
    parts: tuple[str, ...] = ()
    access: tuple[Access, ...] = ()
    is_fixed: bool = False
    screening_slug: str = ""

    @property
    def key(self) -> str:
        """By which the form names it."""
        return f"{self.wish.pk}-{self.nth}"


@dataclass(frozen=True)
class Row:
    """A screen on the day."""

    screen: str
    bars: list[Bar]


@dataclass(frozen=True)
class DayLink:
    """A day of the festival, and how many showings it has."""

    day: date
    showings: int


@dataclass(frozen=True)
class Unplaced:
    """A showing that has no place: whether it is too long for any day, and why no screen offers the access that it asks for."""

    wish: FestivalFilm
    nth: int
    is_too_long: bool
    why: Say | None = None


@dataclass(frozen=True)
class Unhappy:
    """What could be better, with the day of the first showing that it is about."""

    day: date | None
    say: Say


@dataclass(frozen=True)
class Grid:
    """One `day` of the programme, the others by name, and of the whole the first that is `unplaced` or `unhappy`, and how many more are;
    how many showings are `published`, and how many still `to_publish`."""

    day: date
    rows: list[Row]
    days: list[DayLink]
    marks: list[Mark]
    unplaced: list[Unplaced]
    more_unplaced: int
    unhappy: list[Unhappy]
    more_unhappy: int
    price: int
    bound: int
    published: int
    to_publish: int

    @property
    def count_unplaced(self) -> int:
        return len(self.unplaced) + self.more_unplaced

    @property
    def gap_percent(self) -> int:
        """By how many per cent of the bound a better programme could be cheaper at most."""
        return 0 if self.price <= self.bound else ceil(100 * (self.price - self.bound) / max(1, self.bound))

    @property
    def tells_per_cent(self) -> bool:
        """Whether per cents say something: of a bound of few points they do not."""
        return self.gap_percent <= 100


def grid_of(
    festival: Festival, question: Question, programme: Programme, *, day: date | None = None, today: date
) -> Grid:
    """Of a day, or of the one that is best to begin with. Five queries: the films that there are, those that are named, what is fixed,
    which screenings were made, where the screens are."""
    known = set(festival.films.values_list("pk", flat=True))
    shown = [each for each in programme.showings if int(each.film) in known]
    counts = Counter(question.day_of(each.starts_at) for each in shown)
    chosen = day if day in question.days else _first_look(question, counts, today)
    on_it = [each for each in shown if question.day_of(each.starts_at) == chosen]
    unplaced = [key for key in programme.unplaced if int(key[0]) in known]
    wishes = wishes_of(
        festival, {*(each.film for each in on_it), *(key for key, _nth in unplaced[:MOST_FAULTS])}
    )
    clock = _clock(shown, question)
    findings = _findings(question, programme)
    made = _made(festival)
    published = sum(each.key in made for each in shown)
    return Grid(
        day=chosen,
        rows=_rows(
            festival,
            question,
            [_bar(each, wishes[each.film], question, clock) for each in on_it],
            on_it,
            made,
        ),
        days=[DayLink(each, counts[each]) for each in question.days],
        marks=_marks(*clock),
        unplaced=list(_unplaced(unplaced[:MOST_FAULTS], wishes, question)),
        more_unplaced=max(0, len(unplaced) - MOST_FAULTS),
        unhappy=_unhappy(findings[:MOST_FAULTS], shown, question),
        more_unhappy=max(0, len(findings) - MOST_FAULTS),
        price=programme.price,
        bound=programme.bound,
        published=published,
        to_publish=len(shown) - published,
    )


def faults_of(festival: Festival, question: Question, programme: Programme) -> list[Unplaced | Unhappy]:
    """All that has no place, then all that could be better."""
    wishes = wishes_of(festival, {key for key, _nth in programme.unplaced})
    unplaced = [(key, nth) for key, nth in programme.unplaced if key in wishes]
    unhappy = _unhappy(_findings(question, programme), programme.showings, question)
    return [*_unplaced(unplaced, wishes, question), *unhappy]


def wishes_of(festival: Festival, keys: Collection[str]) -> dict[str, FestivalFilm]:
    return {str(film.pk): film for film in festival.films.filter(pk__in=keys).select_related("film__part_of")}


def _first_look(question: Question, counts: Counter[date], today: date) -> date:
    """Today while the festival lasts, else the first day with a showing."""
    return today if counts[today] else min((day for day in counts if counts[day]), default=question.first_day)


def _made(festival: Festival) -> dict[tuple[str, int], str]:
    """The name of the screening that was made of each showing."""
    rows = FestivalScreening.objects.filter(film__festival=festival)
    return {
        (str(film), nth): slug for film, nth, slug in rows.values_list("film_id", "nth", "screening__slug")
    }


def _rows(
    festival: Festival,
    question: Question,
    bars: list[Bar],
    shown: list[Showing],
    made: Mapping[tuple[str, int], str],
) -> list[Row]:
    """Each screen with what is `shown` on it that day, in the order of the bars."""
    pins = FestivalPin.objects.filter(film__in={bar.wish.pk for bar in bars})
    fixed = {(str(film), nth) for film, nth in pins.values_list("film_id", "nth")}
    on_screen: dict[str, list[Bar]] = {}
    for each, bar in zip(shown, bars, strict=True):
        state = replace(bar, is_fixed=each.key in fixed, screening_slug=made.get(each.key, ""))
        on_screen.setdefault(each.screen, []).append(state)
    names = _screen_names(festival, question)
    return [Row(names[screen.key], on_screen.get(screen.key, [])) for screen in question.screens]


def _findings(question: Question, programme: Programme) -> list[Finding]:
    return [found for found in review(programme.showings, question) if found.rule != "unplaced"]


def _screen_names(festival: Festival, question: Question) -> dict[str, str]:
    """By the screens' keys; with the venue where there are several."""
    rows = list(festival.screens.select_related("venue"))
    has_one_venue = len({row.venue_id for row in rows}) < 2
    named = {str(row.pk): row.name if has_one_venue else f"{row.venue.name}, {row.name}" for row in rows}
    return {screen.key: named.get(screen.key, screen.name) for screen in question.screens}


def _unhappy(findings: Iterable[Finding], shown: Iterable[Showing], question: Question) -> list[Unhappy]:
    days = {each.key: question.day_of(each.starts_at) for each in shown}
    return [
        Unhappy(min((days[key] for key in found.showings if key in days), default=None), found.say)
        for found in findings
    ]


def _clock(shown: list[Showing], question: Question) -> tuple[int, int]:
    """The first and the last full hour of all days, counted from the turn of the day."""
    if not shown:
        return 0, 1
    begins = [each.starts_at - _turn(question, question.day_of(each.starts_at)) for each in shown]
    ends = [each.ends_at - _turn(question, question.day_of(each.starts_at)) for each in shown]
    return min(begins) // HOUR, -(-max(ends) // HOUR)


def _turn(question: Question, day: date) -> datetime:
    return wall_instant(day, DAY_TURNS_AT, question.zone)


def _bar(each: Showing, wish: FestivalFilm, question: Question, clock: tuple[int, int]) -> Bar:
    span = clock[1] - clock[0]
    at = (each.starts_at - _turn(question, question.day_of(each.starts_at))) / HOUR - clock[0]
    return Bar(
        x=round(100 * at / span, 2),
        width=round(100 * ((each.ends_at - each.starts_at) / HOUR) / span, 2),
        wish=wish,
        nth=each.nth,
        clock=_clocks(each.starts_at, each.ends_at, question),
        parts=_parts(each, question),
        access=_access(each, question),
    )


def _clocks(begins: datetime, ends: datetime, question: Question) -> str:
    return f"{begins.astimezone(question.zone):%H:%M}–{ends.astimezone(question.zone):%H:%M}"


def _parts(showing: Showing, question: Question) -> tuple[str, ...]:
    """When each part of a film in parts is shown, with its pauses between them."""
    film = next(each for each in question.films if each.key == showing.film)
    begins, clocks = showing.starts_at, []
    for minutes in film.parts:
        ends = begins + timedelta(minutes=minutes)
        clocks.append(_clocks(begins, ends, question))
        begins = ends + timedelta(minutes=film.pause)
    return tuple(clocks)


def _access(showing: Showing, question: Question) -> tuple[Access, ...]:
    film = next(each for each in question.films if each.key == showing.film)
    screen = next(each for each in question.screens if each.key == showing.screen)
    marks = next((pin.marks for pin in question.pins if (pin.film, pin.nth) == showing.key), ())
    asked = {each for each in Access if any(meets(kind, (each,)) for kind in film.access)}
    return tuple(each for each in offered(screen.access, film.carries, marks) if each in asked)


def _marks(first: int, last: int) -> list[Mark]:
    step = max(1, (last - first) // 8)
    return [
        Mark(round(100 * (hour - first) / (last - first), 2), f"{(DAY_TURNS_AT.hour + hour) % 24:02}:00")
        for hour in range(first, last + 1, step)
    ]


def _unplaced(
    keys: Iterable[tuple[str, int]], wishes: Mapping[str, FestivalFilm], question: Question
) -> Iterator[Unplaced]:
    films = {film.key: film for film in question.films}
    longest = max(
        (hours.closes_at - hours.opens_at for screen in question.screens for hours in screen.hours),
        default=timedelta(),
    )
    for key, nth in keys:
        film = films[key]
        able = [each.access for each in question.screens if not film.screens or each.key in film.screens]
        lacking, _more = may_lack(question, film)
        why = None if nth in lacking else why_none(film, able)
        yield Unplaced(wishes[key], nth, timedelta(minutes=film.length) > longest, why)
