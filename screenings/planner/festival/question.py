"""The question of a festival: films with their wished showings, screens with their hours, days, and what is known of audiences.

Instants are aware and kept in UTC, as in `screenings.planner.question`; `time` values are on the wall of the festival's zone.
A festival's day is one of the programme: it turns at six in the morning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from screenings.access import Access
from screenings.planner.question import DAY_TURNS_AT, Hours, Opening, in_utc, programme_day, wall_instant

STEPS = (5, 15)
"""Showings start on full quarters of an hour, or on every five minutes."""
MOST_SHOWINGS = 5000
MOST_DAYS = 62
EVENING, PREMIERES = Hours(time(18), time(21)), Hours(time(18), time(20, 30))
"""When showings start that people like, unless a festival says otherwise."""


@dataclass(frozen=True)
class Film:
    """A film and how often it is to be shown.

    `minutes` is its running time; with `parts` (minutes that add up to it) a showing has `pause` minutes between them.
    `demand` is how many people are expected at one showing. Films of one `strand` have one audience. `guest` are the days on
    which its guest is there: its first showing is on one of them, and none is before. The first showing of a `premiere`
    is wanted at the premieres' hours. From one showing to the next there are at least `days_apart` days. `screens` are the keys of
    those that can show it; none means all. It asks for `access` at `accessible` of its showings (None: at each), and its copies carry
    what is in `carries`.
    """

    key: str
    title: str
    minutes: int
    showings: int = 1
    parts: tuple[int, ...] = ()
    pause: int = 30
    demand: int = 100
    strand: str = ""
    premiere: bool = False
    days_apart: int = 1
    guest: tuple[date, ...] = ()
    preferred: Hours | None = None
    screens: tuple[str, ...] = ()
    access: tuple[Access, ...] = ()
    accessible: int | None = None
    carries: tuple[Access, ...] = ()

    def __post_init__(self) -> None:
        if self.minutes <= 0 or any(part <= 0 for part in self.parts):
            raise ValueError(f"The running time of '{self.title}' must be more than zero minutes.")
        if self.parts and sum(self.parts) != self.minutes:
            raise ValueError(f"The parts of '{self.title}' must add up to its {self.minutes} minutes.")
        if self.showings < 1 or self.days_apart < 1:
            raise ValueError(f"'{self.title}' must have at least one showing, and at most one on a day.")
        if self.demand < 0 or self.pause < 0:
            raise ValueError(f"Neither the audience of '{self.title}' nor its pauses can be below zero.")
        if self.accessible is not None and not 1 <= self.accessible <= self.showings:
            raise ValueError(
                f"As many showings of '{self.title}' can be accessible as it has, and at least one."
            )
        object.__setattr__(self, "guest", tuple(sorted(set(self.guest))))

    @property
    def length(self) -> int:
        """Minutes from the beginning of a showing to its end, with the pauses between parts."""
        return self.minutes + self.pause * max(0, len(self.parts) - 1)

    @property
    def has_first(self) -> bool:
        """Whether its first showing is unlike the others."""
        return self.premiere or bool(self.guest)

    @property
    def without_access(self) -> int:
        """How many of its showings may lack the access that it asks for."""
        return 0 if self.accessible is None else self.showings - self.accessible


class Together(StrEnum):
    """Why two films should not be shown at the same time."""

    FORBIDDEN = "forbidden"
    MAKER = "maker"
    AUDIENCE = "audience"


@dataclass(frozen=True)
class Pair:
    """Two films that must not be shown at the same time (`forbidden`), or should not: the same maker, the same audience."""

    film: str
    other: str
    why: Together = Together.AUDIENCE

    def __post_init__(self) -> None:
        object.__setattr__(self, "why", Together(self.why))
        if self.film == self.other:
            raise ValueError("A pair must be of two films.")


@dataclass(frozen=True)
class Screen:
    """A room with its hours. `turnaround` minutes must pass between two showings; it may be outside the hours. `access` is what it
    has for those who need it."""

    key: str
    name: str
    venue: str
    capacity: int
    hours: tuple[Opening, ...]
    turnaround: int = 20
    access: tuple[Access, ...] = ()

    def __post_init__(self) -> None:
        if self.capacity < 1 or self.turnaround < 0:
            raise ValueError(f"{self.name} must have a seat, and no turnaround below zero minutes.")
        object.__setattr__(self, "hours", tuple(sorted(self.hours, key=lambda hours: hours.opens_at)))
        if any(
            after.opens_at < before.closes_at
            for before, after in zip(self.hours, self.hours[1:], strict=False)
        ):
            raise ValueError(f"The hours of {self.name} must not overlap.")


@dataclass(frozen=True)
class Travel:
    """Minutes that an audience needs from one venue to another, in both directions."""

    venue: str
    other: str
    minutes: int

    def __post_init__(self) -> None:
        if self.minutes < 0:
            raise ValueError("The way between two venues cannot be shorter than zero minutes.")


@dataclass(frozen=True)
class Pin:
    """A showing that is fixed: the `nth` of its film, counted from 1 in order of time, with the `marks` that a person gave it."""

    film: str
    nth: int
    screen: str
    starts_at: datetime
    marks: tuple[Access, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts_at", in_utc(self.starts_at, "A fixed showing"))


@dataclass(frozen=True)
class Prices:
    """The price table, in points. A plan costs the sum; everything here is said on the plan by `reviewing.findings`.

    | what | points |
    |---|---|
    | `unplaced` | for each showing without a place |
    | `off_hours` | for each quarter of an hour, begun, by which it starts outside its film's preferred hours; times 1 for each `heads` people expected, begun |
    | `premiere_off_hours` | the same for the first showing of a premiere, against the premieres' hours |
    | `turned_away` | for each 5 people expected, begun, for whom the screen has no seat |
    | `empty_seats` | for each 50 seats, begun, that are expected to stay empty |
    | `maker` | for two showings of films of one maker at the same time |
    | `audience` | for two showings of films with one audience at the same time |
    | `strand` | for two showings of one strand at the same time |
    | `hurry` | for two showings of any of these three in two venues, one after the other, with less time between than the way takes |
    """

    unplaced: int = 2000
    off_hours: int = 1
    premiere_off_hours: int = 2
    heads: int = 100
    turned_away: int = 1
    empty_seats: int = 1
    maker: int = 30
    audience: int = 20
    strand: int = 6
    hurry: int = 3

    def __post_init__(self) -> None:
        if min(vars(self).values()) < 0 or self.heads < 1:
            raise ValueError("No price can be below zero.")
        if self.hurry > min(self.maker, self.audience, self.strand):
            raise ValueError("To hurry from one showing to the next cannot cost more than to miss it.")


@dataclass(frozen=True)
class Festival:
    """Everything that the planner needs to know of a festival. Both days are included. Raises ValueError for an impossible question."""

    films: tuple[Film, ...]
    screens: tuple[Screen, ...]
    first_day: date
    last_day: date
    time_zone: str
    pairs: tuple[Pair, ...] = ()
    travel: tuple[Travel, ...] = ()
    pins: tuple[Pin, ...] = ()
    preferred: Hours = EVENING
    premiere: Hours = PREMIERES
    start_step: int = 15
    prices: Prices = field(default_factory=Prices)

    def __post_init__(self) -> None:
        ZoneInfo(self.time_zone)
        if self.start_step not in STEPS:
            raise ValueError(
                f"Showings may start every 5 or 15 minutes, not every {self.start_step} minutes."
            )
        if not self.screens:
            raise ValueError("A festival must have at least one screen.")
        if not 1 <= (self.last_day - self.first_day).days + 1 <= MOST_DAYS:
            raise ValueError(f"A festival must have between 1 and {MOST_DAYS} days.")
        if sum(film.showings for film in self.films) > MOST_SHOWINGS:
            raise ValueError(f"A festival can have at most {MOST_SHOWINGS} showings.")
        self._refuse_twins()
        self._refuse_strangers()
        self._refuse_hours()

    def _refuse_twins(self) -> None:
        for what, keys in (
            ("film", [film.key for film in self.films]),
            ("screen", [screen.key for screen in self.screens]),
        ):
            if len(set(keys)) < len(keys):
                raise ValueError(f"Every {what} must have a key of its own.")
        if any(count > 1 for count in Counter((pin.film, pin.nth) for pin in self.pins).values()):
            raise ValueError("A showing can be fixed only once.")

    def _refuse_strangers(self) -> None:
        films, screens = {film.key: film for film in self.films}, {screen.key for screen in self.screens}
        named = {key for pair in self.pairs for key in (pair.film, pair.other)} | {
            pin.film for pin in self.pins
        }
        if named - films.keys():
            raise ValueError("Pairs and fixed showings must be of the festival's films.")
        if {pin.screen for pin in self.pins} - screens or any(
            set(film.screens) - screens for film in self.films
        ):
            raise ValueError("Fixed showings and films must name the festival's screens.")
        if any(not 1 <= pin.nth <= films[pin.film].showings for pin in self.pins):
            raise ValueError("A fixed showing must be one of its film's showings.")

    def _refuse_hours(self) -> None:
        """Hours lie within one festival day, and leave a screen's turnaround before the next day."""
        for screen in self.screens:
            for hours in screen.hours:
                turns = wall_instant(
                    programme_day(hours.opens_at, self.zone) + timedelta(days=1), DAY_TURNS_AT, self.zone
                )
                if hours.closes_at > turns:
                    raise ValueError(
                        f"The hours of {screen.name} must end before the festival's day does, at 06:00."
                    )
            for before, after in zip(screen.hours, screen.hours[1:], strict=False):
                apart = (after.opens_at - before.closes_at) >= timedelta(minutes=screen.turnaround)
                if not apart and self.day_of(before.opens_at) != self.day_of(after.opens_at):
                    raise ValueError(f"{screen.name} must be closed for its turnaround between two days.")

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def days(self) -> tuple[date, ...]:
        count = (self.last_day - self.first_day).days + 1
        return tuple(self.first_day + timedelta(days=at) for at in range(count))

    def day_of(self, moment: datetime) -> date:
        return programme_day(moment, self.zone)

    def travel_minutes(self, venue: str, other: str) -> int:
        """From one venue to another; 0 inside one, or where nobody has said."""
        ways = (way.minutes for way in self.travel if {way.venue, way.other} == {venue, other})
        return 0 if venue == other else max(ways, default=0)


def daily_hours(days: Iterable[date], opens: time, closes: time, zone: ZoneInfo) -> tuple[Opening, ...]:
    """The same hours on each of some days of the festival; a time before 06:00 is after midnight."""
    return tuple(_hours(days, opens, closes, zone))


def _hours(days: Iterable[date], opens: time, closes: time, zone: ZoneInfo) -> Iterator[Opening]:
    for day in days:
        yield Opening(wall_instant(day, opens, zone, night=True), wall_instant(day, closes, zone, night=True))
