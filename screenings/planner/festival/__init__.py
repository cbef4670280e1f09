"""Plans a whole festival: many films, each with its showings, on several screens and days.

Ask a `Festival`, get a `Programme` (`planning.plan`), have it checked (`review`), and replanned after a loss (`replanning.replan`). Pure
Python; `planning` and `replanning` import NumPy and OR-tools, so whoever only reads a programme does not import them.
"""

from screenings.planner.festival.answer import Finding, Moved, Programme, Showing
from screenings.planner.festival.exchange import (
    festival_from_data,
    festival_to_data,
    programme_from_data,
    programme_to_data,
)
from screenings.planner.festival.question import (
    Festival,
    Film,
    Pair,
    Pin,
    Prices,
    Screen,
    Together,
    Travel,
    daily_hours,
)
from screenings.planner.festival.reviewing import programme_of, review

__all__ = [
    "Festival",
    "Film",
    "Finding",
    "Moved",
    "Pair",
    "Pin",
    "Prices",
    "Programme",
    "Screen",
    "Showing",
    "Together",
    "Travel",
    "daily_hours",
    "festival_from_data",
    "festival_to_data",
    "programme_from_data",
    "programme_of",
    "programme_to_data",
    "review",
]
