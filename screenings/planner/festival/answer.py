"""A festival's plan: where each showing is, what it costs and why, and how good it is known to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from screenings.planner.question import in_utc
from wording.say import Say, gettext_noop, say


@dataclass(frozen=True, order=True)
class Showing:
    """The `nth` showing of a film (counted from 1, in order of time) on a screen, without its turnaround. Instants are UTC."""

    starts_at: datetime
    ends_at: datetime
    film: str
    nth: int
    screen: str

    def __post_init__(self) -> None:
        for name in ("starts_at", "ends_at"):
            object.__setattr__(self, name, in_utc(getattr(self, name), "A showing"))

    @property
    def key(self) -> tuple[str, int]:
        return self.film, self.nth


@dataclass(frozen=True)
class Finding:
    """What a rule finds: a violation if hard, otherwise a disadvantage with its points. `showings` are (film, nth)."""

    rule: str
    hard: bool
    say: Say
    points: int = 0
    showings: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Programme:
    """A plan: showings in order of time, and its price. No plan costs less than `bound`, as far as that is known."""

    showings: tuple[Showing, ...]
    price: int
    bound: int = 0
    unplaced: tuple[tuple[str, int], ...] = ()

    @property
    def gap(self) -> float:
        """By which part of the bound a better plan could be cheaper at most: 0.03 is three per cent."""
        return 0.0 if self.price <= self.bound else (self.price - self.bound) / max(1, self.bound)

    @property
    def proven(self) -> bool:
        return self.price <= self.bound


@dataclass(frozen=True)
class Moved:
    """A replanned programme: which showings moved, and how many must at least (`least`), as far as it could be proved."""

    programme: Programme
    moved: tuple[tuple[str, int], ...]
    least: int

    @property
    def proven(self) -> bool:
        return len(self.moved) <= self.least

    def say(self) -> Say:
        """How many showings move, with what was proved."""
        count, of = len(self.moved), len(self.programme.showings)
        if not count:
            return say("moves", gettext_noop("Nothing has to move."))
        if self.proven:
            return say(
                "moves",
                gettext_noop("{moved} of {of} showings move; with fewer there is no programme."),
                moved=count,
                of=of,
            )
        return say(
            "moves",
            gettext_noop("{moved} of {of} showings move; it is proved that at least {least} must."),
            moved=count,
            of=of,
            least=self.least,
        )
