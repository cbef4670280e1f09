"""What a question may add: how its rules are used, when guests are there, what else is shown when, which showings stand already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

LONGEST_WAY = 600
"""Minutes from one venue to another. Who travels for longer comes on another day."""


class Use(StrEnum):
    """How a rule is used: it must hold, it costs points, or nobody asks for it."""

    HARD = "hard"
    SOFT = "soft"
    OFF = "off"


@dataclass(frozen=True)
class Choice:
    """How the rule with this code is used. Breaking a soft one costs its usual points so many times (`weight`)."""

    code: str
    use: Use
    weight: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "use", Use(self.use))
        if self.weight < 1:
            raise ValueError(f"The weight of '{self.code}' must be at least 1, not {self.weight}.")


@dataclass(frozen=True)
class Stay:
    """From when until when a guest is there."""

    begins: datetime
    ends: datetime

    def __post_init__(self) -> None:
        for name in ("begins", "ends"):
            moment: datetime = getattr(self, name)
            if moment.tzinfo is None:
                raise ValueError("The hours of a guest must have a time zone.")
            object.__setattr__(self, name, moment.astimezone(UTC).replace(second=0, microsecond=0))
        if self.ends <= self.begins:
            raise ValueError("A guest must stay for more than zero minutes.")


class Why(StrEnum):
    """Why something must not be shown at the same time: the copy is there, or a programmer wants it so."""

    COPY = "copy"
    ASKED = "asked"


@dataclass(frozen=True)
class Conflict:
    """A time in which something else is shown, of the screening `key`, that must not overlap with blocks of the question: with
    those at these indexes, or with none of them where none is named. It is at another venue, to which one is on the `way` for so many
    minutes, or at the question's own, where there is none. It has no `label` and no `venue` where these are not for everybody. Raises
    ValueError for an impossible way."""

    key: int
    starts_at: datetime
    ends_at: datetime
    label: str = ""
    why: Why = Why.ASKED
    blocks: tuple[int, ...] = ()
    venue: str = ""
    way: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "why", Why(self.why))
        if not 0 <= self.way <= LONGEST_WAY:
            raise ValueError(f"A way lasts from 0 to {LONGEST_WAY} minutes, not {self.way}.")
        for name in ("starts_at", "ends_at"):
            moment: datetime = getattr(self, name)
            if moment.tzinfo is None:
                raise ValueError("What must not overlap must have a time zone.")
            object.__setattr__(self, name, moment.astimezone(UTC).replace(second=0, microsecond=0))

    def concerns(self, block: int) -> bool:
        return not self.blocks or block in self.blocks


@dataclass(frozen=True)
class Standing:
    """A showing that stands already, in a question that moves as few as possible (a replan).

    It is one of the question's pieces, found by its block and the minute of the film at which it begins; `key` is the
    caller's own name for it, and `sequence` counts its changes so far. One that `stays` may not move; one that moves goes to one of the screens that it `fits`.
    """

    key: str
    block: int
    from_minute: int
    screen: str
    starts_at: datetime
    ends_at: datetime
    stays: bool = False
    fits: tuple[str, ...] = ()
    sequence: int = 0

    def __post_init__(self) -> None:
        for name in ("starts_at", "ends_at"):
            moment: datetime = getattr(self, name)
            if moment.tzinfo is None:
                raise ValueError("A standing showing must have a time zone.")
            object.__setattr__(self, name, moment.astimezone(UTC).replace(second=0, microsecond=0))
