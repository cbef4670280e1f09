"""The question to the planner: blocks to show, screens to show them on, days, and the settings of its rules.

Every instant is aware and kept in UTC, because Python subtracts two datetimes of one zone by the wall clock
and would lose or gain an hour in a night when the clocks change. Wall-clock times (`time`) are the venue's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from screenings.access import Access
from screenings.planner.wishes import LONGEST_WAY, Choice, Conflict, Standing, Stay, Use, Why
from wording.say import Day, Listed, NamedDay

# The day of the programme turns at this hour on the venue's wall: what begins before it belongs to the day before, and
# so does a wall-clock limit before it ("over by 01:00"). `programme_day` is the only place that decides.
DAY_TURNS_AT = time(6)
MOST_OF_A_KIND = 3
DAY = 24 * 60
"""Minutes of a day by the calendar."""
MOST_PROJECTIONISTS = 20
MOST_NAMED = 3
"""Closed days that a sentence names."""
SHORTEST_BREAK, SHORTEST_MEAL, SHORTEST_WAY = 5, 20, 5
"""Minutes. Nobody may ask for shorter pauses; no explanation proposes them, or a shorter way."""


def in_utc(moment: datetime, what: str) -> datetime:
    """The same instant in UTC, cut to the minute. Raises ValueError for a datetime without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{what} must have a time zone; {moment:%Y-%m-%d %H:%M} has none.")
    return moment.astimezone(UTC).replace(second=0, microsecond=0)


def wall_instant(
    day: date, clock: time, zone: ZoneInfo, *, night: bool = False, turns_at: time = DAY_TURNS_AT
) -> datetime:
    """The UTC instant at which the local time is `clock` on `day`.

    With `night`, a time before the hour at which the day turns is after midnight, on the next calendar day.
    """
    if night and clock < turns_at:
        day += timedelta(days=1)
    return datetime.combine(day, clock, zone).astimezone(UTC)


def programme_day(moment: datetime, zone: ZoneInfo, turns_at: time = DAY_TURNS_AT) -> date:
    """The day of the programme that an instant belongs to: before the hour at which it turns, the day before. Only where a plan
    lasts through a night does it turn later than usual."""
    local = moment.astimezone(zone)
    return local.date() - timedelta(days=local.time() < turns_at)


@dataclass(frozen=True)
class Block:
    """A film, or one part of a film, to be shown completely and in its order.

    `minutes` is the running time of the copy; `chapter_points` are minutes from its start at which it may be
    interrupted; the introduction comes before its first minute and the Q&A after its last. Blocks of one `strand`
    and `run` are for one audience and are shown in the given order: the first run is 1; the block again with a higher `run` is its
    repeat, for others. It starts at `must_start` on the venue's wall, if that is
    given; its guest is there in one of the `guest` stays. Its copy `carries` captions or description for a screen that has devices for
    them; its `marks` it has on every screen. Raises ValueError for an impossible length.
    """

    film: str
    label: str
    minutes: int
    part: int = 1
    chapter_points: tuple[int, ...] = ()
    intro_minutes: int = 0
    qa_minutes: int = 0
    strand: str = ""
    run: int = 1
    must_start: time | None = None
    guest: tuple[Stay, ...] = ()
    carries: tuple[Access, ...] = ()
    marks: tuple[Access, ...] = ()

    def __post_init__(self) -> None:
        if self.minutes <= 0:
            raise ValueError(
                f"The running time of '{self.label}' must be more than zero minutes, not {self.minutes}."
            )
        if self.run < 1:
            raise ValueError(f"The first run of '{self.label}' is 1; there is no run {self.run}.")
        if self.intro_minutes < 0 or self.qa_minutes < 0:
            raise ValueError(
                f"The introduction and the Q&A of '{self.label}' cannot be shorter than zero minutes."
            )
        object.__setattr__(self, "chapter_points", tuple(sorted(set(self.chapter_points))))
        if any(not 0 < point < self.minutes for point in self.chapter_points):
            raise ValueError(
                f"Every chapter point of '{self.label}' must lie inside its {self.minutes} minutes; "
                f"got {', '.join(map(str, self.chapter_points))}."
            )

    @property
    def audience(self) -> tuple[str, int]:
        """Who sees it: blocks with the same are for the same people."""
        return self.strand, self.run

    def repeats(self, other: Block) -> bool:
        """Whether it shows the same again, in the run after the other's."""
        same = (self.strand, self.label, self.part) == (other.strand, other.label, other.part)
        return same and self.run == other.run + 1

    @property
    def edges(self) -> tuple[int, ...]:
        """Its start, its chapter points and its end, in minutes of the film."""
        return (0, *self.chapter_points, self.minutes)


@dataclass(frozen=True)
class Opening:
    """Hours in which a screen may be used, past midnight if need be. Their days are those of the programme: a showing in
    the small hours belongs to the night of the day before."""

    opens_at: datetime
    closes_at: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "opens_at", in_utc(self.opens_at, "An opening hour"))
        object.__setattr__(self, "closes_at", in_utc(self.closes_at, "A closing hour"))
        if self.closes_at <= self.opens_at:
            raise ValueError(f"The opening hours of {self.opens_at:%Y-%m-%d} must end after they begin.")


@dataclass(frozen=True)
class Booking:
    """Time for which a screen is already taken, including set-up and turnaround. One that is `fixed` cannot be moved, so no
    explanation proposes it. Its audience comes at `begins_at`; None where nobody knows, and then with the booking itself."""

    starts_at: datetime
    ends_at: datetime
    label: str = ""
    fixed: bool = False
    begins_at: datetime | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts_at", in_utc(self.starts_at, "A booking"))
        if self.begins_at is not None:
            object.__setattr__(self, "begins_at", in_utc(self.begins_at, "The beginning of a booking"))
        # A booking that ends in the middle of a minute occupies the screen to the end of that minute.
        whole = (
            self.ends_at
            if not (self.ends_at.second or self.ends_at.microsecond)
            else self.ends_at + timedelta(minutes=1)
        )
        object.__setattr__(self, "ends_at", in_utc(whole, "A booking"))
        if self.ends_at <= self.starts_at:
            raise ValueError(f"The booking '{self.label}' must end after it begins.")

    @property
    def audience_at(self) -> datetime:
        """When people come for it."""
        return self.begins_at or self.starts_at


@dataclass(frozen=True)
class Screen:
    """A room. Set-up and turnaround occupy it before and after what the public sees. They may be outside the
    opening hours, because staff come before the doors open and leave after they close. `access` is what it has for those who need it."""

    key: str
    venue: str
    time_zone: str
    openings: tuple[Opening, ...]
    label: str = ""
    setup_minutes: int = 0
    turnaround_minutes: int = 0
    bookings: tuple[Booking, ...] = ()
    curfew: time | None = None
    access: tuple[Access, ...] = ()

    def __post_init__(self) -> None:
        if self.setup_minutes < 0 or self.turnaround_minutes < 0:
            raise ValueError(f"The set-up and turnaround of {self.name} cannot be shorter than zero minutes.")
        ZoneInfo(self.time_zone)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def name(self) -> str:
        return self.label or self.key


def daily_openings(first: date, last: date, opens: time, closes: time, time_zone: str) -> tuple[Opening, ...]:
    """The same hours every day from `first` to `last`; hours that close at or before they open run past midnight."""
    return tuple(_daily(first, last, opens, closes, ZoneInfo(time_zone)))


def _daily(first: date, last: date, opens: time, closes: time, zone: ZoneInfo) -> Iterator[Opening]:
    day = first
    while day <= last:
        shuts = day + timedelta(days=closes <= opens)
        yield Opening(datetime.combine(day, opens, zone), datetime.combine(shuts, closes, zone))
        day += timedelta(days=1)


@dataclass(frozen=True)
class Hours:
    """A stretch of the day on the wall clock, both ends included."""

    begin: time
    end: time


@dataclass(frozen=True)
class Costs:
    """How many points each inconvenience costs. One point is one minute of idle waiting.

    `working_hours` is for each quarter of an hour, begun, by which a day begins before people are free. A meal costs a
    point for each minute that it is too early or too late for meal times, and `meal_out_of_time` at most.
    """

    screen_change: int = 30
    interruption: int = 40
    interruption_overnight: int = 80
    meal_out_of_time: int = 60
    meal_inside: int = 40
    working_hours: int = 4
    ragged_start: int = 5
    on_end_minute: int = 1
    waiting_minute: int = 1
    late_minute: int = 1
    long_day_minute: int = 1
    working_morning: int = 60
    other_hour_minute: int = 1
    unusual_start: int = 20
    uneven_day: int = 10
    later_day: int = 1
    access_scattered: int = 30


@dataclass(frozen=True)
class Settings:
    """The limits of the rules. None switches a limit off. Lengths are minutes; times are the venue's.

    Break lengths follow observed practice: 15-20 minutes for a short break, 30-45 for a meal. `most_minutes_a_day`
    counts what is shown, including talks but not breaks. A time before 06:00 means after midnight: a day of the programme lasts from 06:00 to 06:00.
    A meal that lasts no longer than `longest_meal` is not waiting, unless it comes less than `meals_apart` after another. With `meals_inside`, a meal inside a part is as good
    as one between two parts. With `usual_starts` a day begins at one of them. With `weekdays` (Monday being 0) it is one of these. A part is repeated at least `repeat_least_days` and at most
    `repeat_most_days` after it was shown, in any way, or with `repeats_alike` in the same kind of days. A shift lasts from a day's first
    set-up to its last turnaround; so many `projectionists` are there at once, one for each screen in use; showings begin at least
    `stagger_minutes` apart, whichever their screens. Every part has a showing with each kind of `access`. The way to another venue takes `usual_way` where nobody
    has said how long it is. `choices` say which rules are used otherwise than usual.
    """

    minimum_break: int = 15
    meal_minutes: int = 45
    meal_after: int | None = 300
    meal_times: tuple[Hours, ...] = (Hours(time(11, 30), time(14, 30)), Hours(time(17, 30), time(20, 30)))
    longest_meal: int = 60
    meals_apart: int = 120
    meals_inside: bool = False
    longest_unbroken: int | None = None
    most_minutes_a_day: int | None = None
    least_days: int | None = None
    most_days: int | None = None
    most_gap_days: int | None = None
    earliest_start: time | None = None
    latest_end: time | None = None
    licence_from: date | None = None
    licence_to: date | None = None
    usual_starts: tuple[time, ...] = ()
    weekdays: tuple[int, ...] = ()
    breakfast: Hours = Hours(time(5), time(9))
    plans_of_a_kind: int = 1
    repeat_least_days: int = 1
    repeat_most_days: int | None = None
    repeats_alike: bool = False
    longest_shift: int | None = None
    least_rest: int | None = None
    projectionists: int | None = None
    stagger_minutes: int | None = None
    access: tuple[Access, ...] = ()
    usual_way: int = 30
    start_step: int = 5
    evening_from: time = time(17)
    work_ends: time = time(18)
    early_until: time = time(10)
    late_after: time = time(22)
    long_day_after: int = 360
    kinds: tuple[str, ...] = ("one-day", "two-days", "evenings", "series", "weekly")
    choices: tuple[Choice, ...] = ()
    costs: Costs = field(default_factory=Costs)

    def __post_init__(self) -> None:
        if not 1 <= self.plans_of_a_kind <= MOST_OF_A_KIND:
            raise ValueError(f"There are 1 to {MOST_OF_A_KIND} plans of a kind, not {self.plans_of_a_kind}.")
        if self.start_step not in (1, 5, 15):
            raise ValueError(
                f"Showings may start on every minute, 5 or 15 minutes, not every {self.start_step}."
            )
        if self.minimum_break < 0 or self.meal_minutes <= self.minimum_break:
            raise ValueError(
                "A meal break must be longer than the shortest break, and neither may be below zero."
            )
        self._refuse_odd_work()

    def _refuse_odd_work(self) -> None:
        for name, least, most in (
            ("longest_shift", 1, DAY),
            ("least_rest", 0, DAY),
            ("projectionists", 1, MOST_PROJECTIONISTS),
            ("stagger_minutes", 0, DAY),
            ("usual_way", 0, LONGEST_WAY),
        ):
            value: int | None = getattr(self, name)
            if value is not None and not least <= value <= most:
                raise ValueError(f"`{name}` is from {least} to {most}, not {value}.")

    def choice(self, code: str) -> Choice | None:
        """How a rule is used, if otherwise than usual."""
        return next((choice for choice in self.choices if choice.code == code), None)

    @property
    def surest_break(self) -> int:
        """The shortest break that every plan has: none where the rule about it need not hold."""
        choice = self.choice("minimum-break")
        return self.minimum_break if choice is None or choice.use is Use.HARD else 0

    @property
    def looks_beside(self) -> bool:
        """Whether it matters what is on at the venue's other screens."""
        return self.projectionists is not None or bool(self.stagger_minutes)

    def without(self, *codes: str) -> Settings:
        """The same settings, with these rules off."""
        kept = tuple(choice for choice in self.choices if choice.code not in codes)
        return replace(self, choices=(*kept, *(Choice(code, Use.OFF) for code in codes)))


@dataclass(frozen=True)
class ClosedDay:
    """A day on which the venue is closed whatever its weekly hours, and why, in its own words; empty where it does not say."""

    closed: date
    why: str = ""


@dataclass(frozen=True)
class Question:
    """Everything the planner needs to know. Both days are included. Raises ValueError for an impossible question.

    The screens' openings may go on after the last day: an explanation uses them to say how many more days would do,
    and never proposes a day whose hours it does not know. `weekend` are weekdays, Monday being 0; on these days and on
    `holidays`, those of the `country` (ISO 3166-1 alpha-2), people do not work. On `closed` days the screens have no openings. Its screens are of one venue; `beside` is what is on at the venue's other screens. What is shown
    must not overlap with its `conflicts`, and leaves time for the way to them; `named` are the keys of the screenings that were named for it, which may have no showing
    on these days yet. With `standing` showings, one for each piece, it asks for a timetable that moves as few
    of them as possible; what moves then keeps to the days from `moves_from` to `moves_to`, where these are given.
    """

    blocks: tuple[Block, ...]
    screens: tuple[Screen, ...]
    first_day: date
    last_day: date
    settings: Settings = field(default_factory=Settings)
    holidays: tuple[date, ...] = ()
    weekend: tuple[int, ...] = (5, 6)
    conflicts: tuple[Conflict, ...] = ()
    named: tuple[int, ...] = ()
    beside: tuple[Booking, ...] = ()
    standing: tuple[Standing, ...] = ()
    moves_from: date | None = None
    moves_to: date | None = None
    country: str = ""
    closed: tuple[ClosedDay, ...] = ()

    def __post_init__(self) -> None:
        if not self.blocks:
            raise ValueError("There must be at least one film or part to show.")
        if not self.screens:
            raise ValueError("There must be at least one screen to show it on.")
        if self.last_day < self.first_day:
            raise ValueError(
                f"The last day, {self.last_day}, must not come before the first, {self.first_day}."
            )
        if len({screen.key for screen in self.screens}) < len(self.screens):
            raise ValueError("Every screen must have a key of its own.")
        pieces = [(at, edge) for at, block in enumerate(self.blocks) for edge in block.edges[:-1]]
        if self.standing and sorted((each.block, each.from_minute) for each in self.standing) != pieces:
            raise ValueError("Each piece of a standing timetable must have one standing showing.")

    @property
    def apart_from(self) -> frozenset[int]:
        """The keys of the screenings that were named to be kept apart from."""
        return frozenset(self.named) | {each.key for each in self.conflicts if each.why is Why.ASKED}

    def is_working_day(self, day: date) -> bool:
        return day.weekday() not in self.weekend and day not in self.holidays

    def called(self, day: date) -> Day | NamedDay:
        """The day, with the public holiday that it is, or why the venue is closed on it."""
        if self.country and day in self.holidays:
            return NamedDay(day, held_in=self.country)
        why = next((each.why for each in self.closed if each.closed == day), "")
        return NamedDay(day, why=why) if why else Day(day)

    def is_closed(self, day: date) -> bool:
        return any(each.closed == day for each in self.closed)

    def closed_and_named(self) -> Listed | None:
        """The days asked for on which the venue is closed, with what they are called; None where none has a name."""
        days = [
            self.called(each.closed) for each in self.closed if self.first_day <= each.closed <= self.last_day
        ]
        named = [each for each in days if isinstance(each, NamedDay)]
        return Listed(tuple(named[:MOST_NAMED])) if named else None
