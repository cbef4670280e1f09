"""The kinds of plan, and how they differ: one day, two days, evenings, a series, weekly sittings."""

from __future__ import annotations

from dataclasses import dataclass

from wording.say import gettext_noop


@dataclass(frozen=True)
class Kind:
    """How many days a plan of this kind takes, and how far apart they are (in days; 1 is the next day)."""

    code: str
    rule: str
    headline: str
    least_days: int = 1
    most_days: int | None = None
    least_gap: int = 1
    most_gap: int | None = None
    evenings: bool = False

    @property
    def bounds(self) -> bool:
        """Whether this kind restricts the days at all."""
        return self.least_days > 1 or self.most_days is not None


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
        ANY,
        REPLAN,
        BY_HAND,
    )
}
