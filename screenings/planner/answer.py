"""The planner's answer: plans of different kinds, and for every impossible kind the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from screenings.planner.question import in_utc
from wording.say import Minutes, Say, gettext_noop, ngettext_noop, say


@dataclass(frozen=True)
class Sitting:
    """One block, or a stretch of it between chapter points, on one screen.

    `block` is its index in the question's blocks; `from_minute` and `to_minute` are minutes of the film;
    `day` is the day it belongs to, even after midnight. Instants are UTC; `starts_local` is the venue's local time.
    """

    block: int
    film: str
    label: str
    part: int
    from_minute: int
    to_minute: int
    screen: str
    time_zone: str
    day: date
    starts_at: datetime
    ends_at: datetime
    occupies_from: datetime
    occupies_to: datetime
    intro_minutes: int = 0
    qa_minutes: int = 0

    def __post_init__(self) -> None:
        for name in ("starts_at", "ends_at", "occupies_from", "occupies_to"):
            object.__setattr__(self, name, in_utc(getattr(self, name), f"The time of '{self.label}'"))

    @property
    def minutes(self) -> int:
        """Elapsed minutes from the beginning of the introduction to the end of the Q&A."""
        return (self.ends_at - self.starts_at) // timedelta(minutes=1)

    @property
    def film_minutes(self) -> int:
        return self.to_minute - self.from_minute

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def starts_local(self) -> datetime:
        return self.starts_at.astimezone(self.zone)

    @property
    def ends_local(self) -> datetime:
        return self.ends_at.astimezone(self.zone)


class IntervalKind(StrEnum):
    """The kind of pause between two sittings."""

    SHORT = "short"
    MEAL = "meal"
    OVERNIGHT = "overnight"
    DAYS = "days"


@dataclass(frozen=True)
class Interval:
    """The pause between two consecutive sittings of one strand; `after` and `before` are indexes in the plan's sittings."""

    after: int
    before: int
    kind: IntervalKind
    minutes: int
    days: int


@dataclass(frozen=True)
class Finding:
    """What one rule finds in one plan: a violation if hard, otherwise a disadvantage with its cost in points."""

    rule: str
    hard: bool
    say: Say
    cost: int = 0
    sittings: tuple[int, ...] = ()


@dataclass(frozen=True)
class Moves:
    """How many standing showings a replan moves, `of` how many, and by how many `minutes` together.

    At least `least` of them must move, and when so many do, they move by at least `least_minutes`, as far as the search could
    prove it.
    """

    of: int
    moved: int
    least: int
    minutes: int
    least_minutes: int

    def say(self) -> tuple[Say, ...]:
        """How many must move, and how far, with what was proved."""
        if not self.moved:
            return (say("moves", gettext_noop("Nothing has to move.")),)
        return self._how_many(), self._how_far()

    def _how_many(self) -> Say:
        if self.least < self.moved:
            template = gettext_noop(
                "{moved} of {of} showings move. Perhaps {least} would be enough: time ran out before it was proved."
            )
            return say("moves", template, moved=self.moved, of=self.of, least=self.least)
        fewer = ngettext_noop(
            "{moved} of {of} showings must move; {count} is not enough.",
            "{moved} of {of} showings must move; {count} are not enough.",
        )
        if self.moved == 1:
            return say(
                "moves",
                gettext_noop("1 of {of} showings must move: as it is, the timetable cannot stand."),
                of=self.of,
            )
        return say("moves", fewer, moved=self.moved, of=self.of, count=self.moved - 1)

    def _how_far(self) -> Say:
        template = gettext_noop("Together they move by {minutes}; that is the least for so few.")
        if self.least < self.moved or self.least_minutes < self.minutes:
            template = gettext_noop(
                "Together they move by {minutes}; it is not proved that this is the least."
            )
        return say("shift", template, minutes=Minutes(self.minutes))


@dataclass(frozen=True)
class Plan:
    """Sittings in order of time, the pauses between them, and the price in words.

    No plan of its kind costs less than `bound`, as far as the search could prove; None for a plan that a person made.
    `also` are the other kinds of which it is the best plan too; `moves` is for a replan. A plan with `rank` 2 is the best of
    those that differ from the first of its kind, and `differs` says in what.
    """

    kind: str
    headline: Say
    sittings: tuple[Sitting, ...]
    intervals: tuple[Interval, ...]
    price: tuple[Finding, ...] = ()
    bound: int | None = None
    also: tuple[str, ...] = ()
    moves: Moves | None = None
    rank: int = 1
    differs: tuple[Say, ...] = ()

    @property
    def proven(self) -> bool:
        """Whether no plan of its kind is better."""
        return self.bound is not None and self.bound >= self.cost

    @property
    def most_to_gain(self) -> int:
        """How many points a better plan of its kind could save at most; 0 when there is none, or nobody looked."""
        return 0 if self.bound is None else max(0, self.cost - self.bound)

    @property
    def cost(self) -> int:
        return sum(finding.cost for finding in self.price)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(sorted({sitting.day for sitting in self.sittings}))


@dataclass(frozen=True)
class Clash:
    """Rules that cannot all hold together; without any one of them the rest can. `codes` and `rules` have the same order."""

    codes: tuple[str, ...]
    rules: tuple[Say, ...]


@dataclass(frozen=True)
class Change:
    """A change that makes a plan possible: one that keeps all other rules was found. All of its steps are needed.

    A smaller `effort` is an easier change. Without `least`, time ran out before it was proved that less is not enough.
    `means` is what the plan that it makes possible asks of people, where that is much: long sittings, long days.
    """

    steps: tuple[Say, ...]
    effort: int
    least: bool = True
    means: tuple[Say, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """Why there is no plan of a kind: smallest clashes first, easiest changes first.

    `unfinished` when time ran out: there may be smaller clashes, and other or easier changes.
    """

    kind: str
    because: Say
    clashes: tuple[Clash, ...] = ()
    changes: tuple[Change, ...] = ()
    unfinished: bool = False


@dataclass(frozen=True)
class Answer:
    """The best plan of each possible kind, or its several best, cheapest first, and a refusal for each impossible kind."""

    plans: tuple[Plan, ...]
    refusals: tuple[Refusal, ...] = ()
    cancelled: bool = False
