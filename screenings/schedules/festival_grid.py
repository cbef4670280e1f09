"""A festival's programme as its page shows it: screens and days on one clock, what has no place yet, what is unhappy and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil
from typing import Any

from screenings.access import Access, meets, offered
from screenings.models import Festival, FestivalFilm, FestivalPin, FestivalScreening
from screenings.planner.festival import Festival as Question
from screenings.planner.festival import Finding, Programme, Showing, review
from screenings.planner.festival.access import may_lack, why_none
from screenings.planner.question import DAY_TURNS_AT, wall_instant
from wording.say import Say

MOST_FINDINGS = 20
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


@dataclass(frozen=True)
class Row:
    """A screen on a day."""

    screen: str
    bars: list[Bar]


@dataclass(frozen=True)
class Day:
    day: date
    rows: list[Row]


@dataclass(frozen=True)
class Unplaced:
    """A showing that has no place: whether it is too long for any day, and why no screen offers the access that it asks for."""

    wish: FestivalFilm
    nth: int
    is_too_long: bool
    why: Say | None = None


@dataclass(frozen=True)
class Grid:
    days: list[Day]
    marks: list[Mark]
    unplaced: list[Unplaced]
    unhappy: list[tuple[date | None, Say]]
    """What could be better, with the day of the first showing that it is about."""
    price: int
    bound: int
    more_unhappy: int

    @property
    def gap_percent(self) -> int:
        """By how many per cent of the bound a better programme could be cheaper at most."""
        return 0 if self.price <= self.bound else ceil(100 * (self.price - self.bound) / max(1, self.bound))

    @property
    def tells_per_cent(self) -> bool:
        """Whether per cents say something: of a bound of few points they do not."""
        return self.gap_percent <= 100


def grid_of(
    festival: Festival, films: Iterable[FestivalFilm], question: Question, programme: Programme
) -> Grid:
    """Three queries: what is fixed, which screenings were made, and where the screens are."""
    wishes = {str(film.pk): film for film in films}
    fixed = set(FestivalPin.objects.filter(film__festival=festival).values_list("film_id", "nth"))
    made = {
        (film, nth): slug
        for film, nth, slug in FestivalScreening.objects.filter(film__festival=festival).values_list(
            "film_id", "nth", "screening__slug"
        )
    }
    shown = [each for each in programme.showings if each.film in wishes]
    clock = _clock(shown, question)
    bars = [(each, _bar(each, wishes[each.film], question, clock)) for each in shown]
    bars = [(each, replace(bar, **_state(bar, fixed, made))) for each, bar in bars]
    names = _screen_names(festival, question)
    days = [
        Day(day, [
            Row(names[screen.key], [
                bar for each, bar in bars if each.screen == screen.key and question.day_of(each.starts_at) == day
            ])
            for screen in question.screens
        ])
        for day in question.days
    ]  # fmt: skip
    findings = [found for found in review(programme.showings, question) if found.rule != "unplaced"]
    return Grid(
        days=days,
        marks=_marks(*clock),
        unplaced=[_unplaced(wishes[key], nth, question) for key, nth in programme.unplaced if key in wishes],
        unhappy=_unhappy(findings[:MOST_FINDINGS], shown, question),
        price=programme.price,
        bound=programme.bound,
        more_unhappy=max(0, len(findings) - MOST_FINDINGS),
    )


def _screen_names(festival: Festival, question: Question) -> dict[str, str]:
    """By the screens' keys; with the venue where there are several."""
    rows = list(festival.screens.select_related("venue"))
    has_one_venue = len({row.venue_id for row in rows}) < 2
    named = {str(row.pk): row.name if has_one_venue else f"{row.venue.name}, {row.name}" for row in rows}
    return {screen.key: named.get(screen.key, screen.name) for screen in question.screens}


def _state(bar: Bar, fixed: Collection[tuple[int, int]], made: dict[tuple[int, int], str]) -> dict[str, Any]:
    key = (bar.wish.pk, bar.nth)
    return {"is_fixed": key in fixed, "screening_slug": made.get(key, "")}


def _unhappy(
    findings: list[Finding], shown: list[Showing], question: Question
) -> list[tuple[date | None, Say]]:
    days = {each.key: question.day_of(each.starts_at) for each in shown}
    return [
        (min((days[key] for key in found.showings if key in days), default=None), found.say)
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


def _unplaced(wish: FestivalFilm, nth: int, question: Question) -> Unplaced:
    film = next(each for each in question.films if each.key == str(wish.pk))
    longest = max(
        (hours.closes_at - hours.opens_at for screen in question.screens for hours in screen.hours),
        default=timedelta(),
    )
    able = [each.access for each in question.screens if not film.screens or each.key in film.screens]
    lacking, _more = may_lack(question, film)
    why = None if nth in lacking else why_none(film, able)
    return Unplaced(wish, nth, timedelta(minutes=film.length) > longest, why)
