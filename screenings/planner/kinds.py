"""The kinds a plan may be: what makes one day, two days, evenings, a series and weekly sittings different."""

from __future__ import annotations

from dataclasses import dataclass

from wording.say import gettext_noop


@dataclass(frozen=True)
class Kind:
    """How many days a plan of this kind takes and how far they lie apart (in days; 1 is the next day)."""

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
        """Does this kind ask anything of the days?"""
        return self.least_days > 1 or self.most_days is not None


ANY = Kind(
    "any",
    gettext_noop("The days may be spread in any way."),
    gettext_noop("{days} from {first} to {last}, as the screens allow."),
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
            gettext_noop("Everything is shown on two days, one after the other."),
            gettext_noop("Two days running: {first} and {last}."),
            least_days=2,
            most_days=2,
            most_gap=1,
        ),
        Kind(
            "evenings",
            gettext_noop("Everything is shown on evenings that follow one another."),
            gettext_noop("Evenings running: {days} from {first} to {last}."),
            least_days=3,
            most_gap=1,
            evenings=True,
        ),
        Kind(
            "series",
            gettext_noop("The sittings are a series with two to six days from one to the next."),
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
        BY_HAND,
    )
}
