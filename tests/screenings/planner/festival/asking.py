"""Small festivals for tests, and every programme that they could have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from screenings.planner.festival.answer import Showing
from screenings.planner.festival.question import Festival, Film, Screen, daily_hours
from screenings.planner.festival.reviewing import price, review

THURSDAY = date(2026, 9, 10)
ZONE = "Europe/Amsterdam"


def screen(
    key: str = "1",
    *,
    days: int = 2,
    opens: time = time(18),
    closes: time = time(22),
    first: date = THURSDAY,
    zone: str = ZONE,
    **more: Any,
) -> Screen:
    """A screen with the same hours each day."""
    dates = [first + timedelta(days=at) for at in range(days)]
    known: dict[str, Any] = {
        "name": f"Screen {key}",
        "venue": "house",
        "capacity": 100,
        "turnaround": 15,
        **more,
    }
    return Screen(key, hours=daily_hours(dates, opens, closes, ZoneInfo(zone)), **known)


def festival(
    *films: Film, days: int = 2, screens: tuple[Screen, ...] = (), first: date = THURSDAY, **more: Any
) -> Festival:
    zone = more.pop("time_zone", ZONE)
    last = first + timedelta(days=days - 1)
    return Festival(films, screens or (screen(days=days, first=first, zone=zone),), first, last, zone, **more)


def film(key: str, minutes: int = 90, showings: int = 1, **more: Any) -> Film:
    return Film(key, f"Film {key}", minutes, showings, **more)


def every_programme(asked: Festival) -> Iterator[tuple[Showing, ...]]:
    """All programmes that break no rule, also those that leave something out: by brute force, with the checker alone."""
    wanted = [(each, nth) for each in asked.films for nth in range(1, each.showings + 1)]
    yield from _further(asked, wanted, ())


def _further(
    asked: Festival, wanted: list[tuple[Film, int]], so_far: tuple[Showing, ...]
) -> Iterator[tuple[Showing, ...]]:
    if not wanted:
        yield so_far
        return
    (each, nth), *rest = wanted
    yield from _further(asked, rest, so_far)
    for room in asked.screens:
        for hours in room.hours:
            at = hours.opens_at
            while at + timedelta(minutes=each.length) <= hours.closes_at:
                showing = Showing(at, at + timedelta(minutes=each.length), each.key, nth, room.key)
                tried = (*so_far, showing)
                if not any(finding.hard for finding in review(tried, asked)):
                    yield from _further(asked, rest, tried)
                at += timedelta(minutes=asked.start_step)


def cheapest(asked: Festival) -> int:
    return min(price(review(showings, asked)) for showings in every_programme(asked))
