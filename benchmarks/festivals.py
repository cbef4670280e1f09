"""Festivals made up for measuring: films, screens and audiences as a large festival has them, different for each seed."""

from __future__ import annotations

import random
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from screenings.planner.festival.question import Festival, Film, Pair, Screen, Together, Travel, daily_hours
from screenings.planner.question import Hours

ZONE = "Europe/Amsterdam"
FIRST = date(2026, 9, 10)
LENGTHS = (68, 74, 82, 88, 92, 95, 98, 101, 104, 108, 112, 118, 124, 131, 140, 152, 167, 185, 214)


def made_up(
    seed: int, *, films: int = 200, showings: int = 320, screens: int = 8, days: int = 10
) -> Festival:
    """Films of ten strands, each fifth a premiere, each fourth with a guest for three days; three venues with a way between them."""
    chance = random.Random(seed)  # noqa: S311 - chance, not secrets
    last = FIRST + timedelta(days=days - 1)
    counts = [1] * films
    for at in chance.choices(range(films), k=showings - films):
        counts[at] += 1
    while max(counts) > 4:
        counts[counts.index(max(counts))] -= 1
        counts[chance.choice([at for at, count in enumerate(counts) if count < 3])] += 1
    every = tuple(_film(chance, at, count, days) for at, count in enumerate(counts))
    zone = ZoneInfo(ZONE)
    dates = [FIRST + timedelta(days=at) for at in range(days)]
    rooms = tuple(
        Screen(
            f"s{at}", f"Screen {at + 1}", f"venue-{at % 3}", (420, 280, 220, 180, 150, 120, 90, 70)[at % 8],
            daily_hours(dates, time(9, 30) if at % 2 else time(10), time(0, 30) if at < 4 else time(23, 30), zone),
            20 if at < 2 else 15,
        )
        for at in range(screens)
    )  # fmt: skip
    travel = (
        Travel("venue-0", "venue-1", 15),
        Travel("venue-0", "venue-2", 25),
        Travel("venue-1", "venue-2", 20),
    )
    return Festival(every, rooms, FIRST, last, ZONE, _pairs(chance, films), travel)


def _film(chance: random.Random, at: int, count: int, days: int) -> Film:
    arrives = chance.randrange(max(1, days - 3))
    guest = tuple(FIRST + timedelta(days=arrives + day) for day in range(3)) if at % 4 == 0 else ()
    preferred = chance.choices(
        (None, Hours(time(10), time(15)), Hours(time(14), time(18)), Hours(time(20), time(23))), (17, 1, 1, 1)
    )[0]
    length, demand = chance.choice(LENGTHS), chance.choice((40, 60, 80, 110, 140, 180, 260, 380))
    days_apart = chance.choice((1, 2))
    if guest and arrives + (count - 1) * days_apart >= days:  # all of them must be possible
        days_apart = 1
    return Film(
        f"f{at}", f"Film {at + 1}", length, count, demand=demand,
        strand=f"strand-{at % 10}", premiere=at % 5 == 0, days_apart=days_apart, guest=guest, preferred=preferred,
    )  # fmt: skip


def _pairs(chance: random.Random, films: int) -> tuple[Pair, ...]:
    def some(count: int, why: Together) -> list[Pair]:
        twos = [chance.sample(range(films), 2) for _ in range(count)]
        return [Pair(f"f{one}", f"f{other}", why) for one, other in twos]

    return tuple(
        some(films // 10, Together.FORBIDDEN)
        + some(films // 5, Together.MAKER)
        + some(films // 2, Together.AUDIENCE)
    )
