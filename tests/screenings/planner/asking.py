"""Questions that the planner's tests ask: the nine-hour film in a venue with given hours."""

from datetime import date, time, timedelta
from typing import Any

from screenings.planner import Block, Booking, Question, Screen, Settings, daily_openings

MONDAY = date(2026, 3, 2)
PARTS = (
    Block("rust", "Rust", 244, part=1),
    Block("remnants", "Remnants", 178, part=2),
    Block("rails", "Rails", 132, part=3),
)


def ask(
    *,
    blocks: tuple[Block, ...] = PARTS,
    first: date = MONDAY,
    last: date = date(2026, 3, 11),
    opens: time = time(10),
    closes: time = time(23),
    zone: str = "Europe/Amsterdam",
    screens: int = 2,
    setup: int = 5,
    turnaround: int = 10,
    bookings: tuple[Booking, ...] = (),
    curfew: time | None = None,
    **settings: Any,
) -> Question:
    """A question with one venue of equal screens, open the same hours every day, and for five weeks after the last."""
    openings = daily_openings(first, last + timedelta(weeks=5), opens, closes, zone)
    rooms = tuple(
        Screen(
            str(number),
            "Lantern House",
            zone,
            openings,
            label=f"Screen {number}",
            setup_minutes=setup,
            turnaround_minutes=turnaround,
            bookings=bookings,
            curfew=curfew,
        )
        for number in range(1, screens + 1)
    )
    return Question(blocks, rooms, first, last, Settings(**settings))
