"""The kinds of plan, and how they differ: one day, two days, evenings, a series, weekly sittings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from screenings.planner.question import DAY_TURNS_AT
from wording.say import gettext_noop


@dataclass(frozen=True)
class Kind:
    """How many days a plan of this kind takes, and how far apart they are (in days; 1 is the next day). It `begins_on` a weekday,
    Monday being 0."""

    code: str
    rule: str
    headline: str
    least_days: int = 1
    most_days: int | None = None
    least_gap: int = 1
    most_gap: int | None = None
    evenings: bool = False
    falls_on: Callable[[date], bool] | None = None
    begins_on: int | None = None
    turns_at: time = DAY_TURNS_AT

    @property
    def is_night(self) -> bool:
        """Whether a plan lasts through a night: its day turns at noon, so that breakfast belongs to the evening before."""
        return self.turns_at > DAY_TURNS_AT

    @property
    def bounds(self) -> bool:
        """Whether this kind restricts the days at all."""
        return self.least_days > 1 or self.most_days is not None or self.falls_on is not None

    def allows(self, day: date) -> bool:
        """Whether a day may be one of a plan of this kind."""
        return self.falls_on is None or self.falls_on(day)


FRIDAY, SUNDAY = 4, 6
NOON = time(12)


def _first_sunday(day: date) -> bool:
    return day.weekday() == SUNDAY and day.day <= 7


def _every(weekday: int) -> Callable[[date], bool]:
    return lambda day: day.weekday() == weekday


def _long_weekend(day: date) -> bool:
    return day.weekday() >= FRIDAY


ANY = Kind(
    "any",
    gettext_noop("The days may be spread in any way."),
    gettext_noop("{days} from {first} to {last}, as the screens allow."),
)
REPLAN = Kind(
    "replan",
    ANY.rule,
    gettext_noop("{days} from {first} to {last}, with as few moves as possible."),
)
BY_HAND = Kind("by-hand", ANY.rule, gettext_noop("{days} from {first} to {last}, arranged by hand."))

WEEKDAY_RULES = {
    "monday": gettext_noop("The sittings fall on Mondays, a week apart."),
    "tuesday": gettext_noop("The sittings fall on Tuesdays, a week apart."),
    "wednesday": gettext_noop("The sittings fall on Wednesdays, a week apart."),
    "thursday": gettext_noop("The sittings fall on Thursdays, a week apart."),
    "friday": gettext_noop("The sittings fall on Fridays, a week apart."),
    "saturday": gettext_noop("The sittings fall on Saturdays, a week apart."),
    "sunday": gettext_noop("The sittings fall on Sundays, a week apart."),
}

KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind(
            "one-day",
            gettext_noop("Everything is shown on one day."),
            gettext_noop("All on one day: {first}, {start} to {end}."),
            most_days=1,
        ),
        Kind(
            "two-days",
            gettext_noop("Everything is shown on two consecutive days."),
            gettext_noop("Two consecutive days: {first} and {last}."),
            least_days=2,
            most_days=2,
            most_gap=1,
        ),
        Kind(
            "evenings",
            gettext_noop("Everything is shown on consecutive evenings."),
            gettext_noop("Consecutive evenings: {days} from {first} to {last}."),
            least_days=3,
            most_gap=1,
            evenings=True,
        ),
        Kind(
            "series",
            gettext_noop("The sittings are a series, each two to six days after the one before."),
            gettext_noop("A series on {days}, from {first} to {last}."),
            least_days=2,
            least_gap=2,
            most_gap=6,
        ),
        Kind(
            "weekly",
            gettext_noop("The sittings fall on the same day of the week, a week apart."),
            gettext_noop("Once a week on {days}, from {first} to {last}."),
            least_days=2,
            least_gap=7,
            most_gap=7,
        ),
        Kind(
            "long-weekend",
            gettext_noop(
                "Everything is shown on consecutive days from a Friday on, until Sunday at the latest."
            ),
            gettext_noop("A long weekend: {days} from {first} to {last}."),
            least_days=2,
            most_days=3,
            most_gap=1,
            falls_on=_long_weekend,
            begins_on=FRIDAY,
        ),
        Kind(
            "first-sunday",
            gettext_noop("Everything is shown on the first Sunday of a month."),
            gettext_noop("On the first Sunday of the month: {first}, {start} to {end}."),
            most_days=1,
            falls_on=_first_sunday,
        ),
        Kind(
            "first-sundays",
            gettext_noop("The sittings fall on the first Sundays of months that follow one another."),
            gettext_noop("On the first Sundays of months: {days} from {first} to {last}."),
            least_days=2,
            least_gap=28,
            most_gap=35,
            falls_on=_first_sunday,
        ),
        Kind(
            "all-night",
            gettext_noop("Everything is shown in one night, from the evening to breakfast."),
            gettext_noop("All night: {first}, {start} to {end} the next morning."),
            most_days=1,
            evenings=True,
            turns_at=NOON,
        ),
        Kind(
            "evenings-apart",
            gettext_noop("Everything is shown on evenings, one to six days apart."),
            gettext_noop("Evenings, some days apart: {days} from {first} to {last}."),
            least_days=2,
            most_gap=6,
            evenings=True,
        ),
        *(
            Kind(
                f"every-{name}",
                rule,
                gettext_noop("Once a week on {days}, from {first} to {last}."),
                least_days=2,
                least_gap=7,
                most_gap=7,
                falls_on=_every(number),
            )
            for number, (name, rule) in enumerate(WEEKDAY_RULES.items())
        ),
        ANY,
        REPLAN,
        BY_HAND,
    )
}
