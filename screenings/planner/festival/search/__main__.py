"""Compiles the loops of the search for this machine's processor, so that nobody waits for it.

    python -m screenings.planner.festival.search

Without this the first festival that a process plans is annealed half a minute later.
"""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

from screenings.planner.festival.planning import plan
from screenings.planner.festival.question import Festival, Film, Screen, daily_hours

DAY, ZONE = date(2026, 9, 10), "Europe/Amsterdam"

if __name__ == "__main__":
    hours = daily_hours([DAY], time(10), time(23), ZoneInfo(ZONE))
    one_screen = Screen("screen", "Screen", "venue", 100, hours)
    # Two films that cost something wherever they are, so that the search does not end before it has begun.
    films = tuple(Film(key, key, 120, demand=400) for key in ("one", "other"))
    plan(Festival(films, (one_screen,), DAY, DAY, ZONE), seconds=0.1)
