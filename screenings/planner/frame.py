"""A question in whole minutes from one origin: windows in which to show, and pieces to show in them.

The rules calculate only with these integers. They count elapsed UTC minutes, so a night in which the
clocks change has its real length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

from screenings.planner.question import DAY_TURNS_AT, Block, Opening, Question, Screen, wall_instant

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Window:
    """One opening of one screen on one day, in minutes from the origin; `ordinal` counts days from the first day asked for."""

    index: int
    screen: Screen
    day: date
    ordinal: int
    opens: int
    closes: int


@dataclass(frozen=True)
class Piece:
    """A stretch of a block between two neighbouring chapter points; `talk` is the minutes of introduction and Q&A."""

    block: int
    from_minute: int
    to_minute: int
    intro: int
    qa: int

    @property
    def talk(self) -> int:
        return self.intro + self.qa

    @property
    def minutes(self) -> int:
        return self.to_minute - self.from_minute


class Frame:
    """Windows, pieces and clocks of one question. `ahead` adds that many days after the last day asked for, with
    the opening hours of the same weekday, so that an explanation can say how many more days are needed. Without
    `cut` every block is one piece, whatever chapter points it has."""

    def __init__(self, question: Question, *, ahead: int = 0, cut: bool = True) -> None:
        self.question = question
        self.ahead = ahead
        self.settings = question.settings
        self._walls: dict[tuple[date, time, str, bool], int] = {}
        self.origin = datetime.combine(question.first_day - timedelta(days=2), time(), UTC)
        self.last_ordinal = (question.last_day - question.first_day).days
        self.windows = [
            Window(index, screen, opening.day, self.ordinal(opening.day), *map(self.minute, _ends(opening)))
            for index, (screen, opening) in enumerate(self._openings(ahead))
        ]
        self.pieces = [piece for at, block in enumerate(question.blocks) for piece in _pieces(at, block, cut)]

    @cached_property
    def whole(self) -> Frame:
        """The same frame with no block cut; itself when there is no chapter point."""
        if len(self.pieces) == len(self.question.blocks):
            return self
        return Frame(self.question, ahead=self.ahead, cut=False)

    def minute(self, moment: datetime) -> int:
        """Minutes from the origin to an aware instant."""
        return (moment.astimezone(UTC) - self.origin) // MINUTE

    def instant(self, minute: int) -> datetime:
        """The UTC instant that many minutes after the origin."""
        return self.origin + minute * MINUTE

    def ordinal(self, day: date) -> int:
        return (day - self.question.first_day).days

    def wall(self, day: date, clock: time, zone: ZoneInfo, *, night: bool = False) -> int:
        """The minute at which the venue's local time is `clock` on `day` (or in the night after it)."""
        asked = (day, clock, zone.key, night)
        if asked not in self._walls:
            self._walls[asked] = self.minute(wall_instant(day, clock, zone, night=night))
        return self._walls[asked]

    def midnight(self, day: date, zone: ZoneInfo) -> int:
        """The minute that counts as 00:00 of that day's programme.

        Counted back from noon, so that the hour of an afternoon showing is right on a day when the clocks change.
        """
        return self.wall(day, time(12), zone) - 12 * 60

    def day_span(self, window: Window) -> tuple[int, int]:
        """The first and the last minute that count as the window's day, including the night after it."""
        midnight = self.midnight(window.day, window.screen.zone)
        return min(window.opens, midnight), max(window.closes, midnight + (24 + DAY_TURNS_AT.hour) * 60)

    def block(self, piece: int) -> Block:
        return self.question.blocks[self.pieces[piece].block]

    @cached_property
    def screens(self) -> dict[str, Screen]:
        return {screen.key: screen for screen in self.question.screens}

    @cached_property
    def chains(self) -> list[list[int]]:
        """For each strand its pieces, in the order in which they must be shown."""
        strands: dict[str, list[int]] = {}
        for index in range(len(self.pieces)):
            strands.setdefault(self.block(index).strand, []).append(index)
        return list(strands.values())

    def window_of(self, screen: str, starts_at: datetime, ends_at: datetime) -> Window | None:
        """The window of a screen that contains most of a showing, or None when the screen is closed throughout."""
        begin, end = self.minute(starts_at), self.minute(ends_at)
        overlaps = [
            (min(end, window.closes) - max(begin, window.opens), -window.index, window)
            for window in self.windows
            if window.screen.key == screen
        ]
        best = max(overlaps, default=None)
        return best[2] if best is not None and best[0] > 0 else None

    def _openings(self, ahead: int) -> Iterator[tuple[Screen, Opening]]:
        first, last = self.question.first_day, self.question.last_day
        for screen in self.question.screens:
            asked = [opening for opening in screen.openings if first <= opening.day <= last]
            later = [
                opening for opening in screen.openings if last < opening.day <= last + timedelta(days=ahead)
            ]
            yield from ((screen, opening) for opening in asked)
            yield from ((screen, opening) for opening in later or _repeated(asked, screen.zone, last, ahead))


def without_spare_screens(question: Question) -> Question:
    """The same question with fewer screens: each screen that the solver need not consider halves its work.

    One audience never needs a second screen that is exactly like the first, unless it saves time by moving
    while the first is turned around; and it never needs a third.
    """
    if len({block.strand for block in question.blocks}) > 1:
        return question
    alike: dict[Screen, list[Screen]] = {}
    for screen in question.screens:
        same = alike.setdefault(replace(screen, key="", label=""), [])
        quick = screen.setup_minutes + screen.turnaround_minutes <= question.settings.minimum_break
        if len(same) < (1 if quick else 2):
            same.append(screen)
    return replace(question, screens=tuple(screen for same in alike.values() for screen in same))


def _ends(opening: Opening) -> tuple[datetime, datetime]:
    return opening.opens_at, opening.closes_at


def _repeated(asked: list[Opening], zone: ZoneInfo, last: date, ahead: int) -> Iterator[Opening]:
    """Openings for the days after the last: those of the same weekday in the last week asked for. If less than a week
    was asked for, a weekday that was not included opens like the latest opening."""
    week = {day: [opening for opening in asked if opening.day == day] for day in _days(last, -6, 0)}
    earliest = min((opening.day for opening in asked), default=last)
    for day in _days(last, 1, ahead):
        weeks = -(-(day - last).days // 7)
        before = day - timedelta(weeks=weeks)
        like = week[before] if before >= earliest else asked[-1:]
        for opening in like:
            later = day - opening.day
            # Wall-clock addition on purpose: a venue opens at the same local hour even when the clocks change.
            opens, closes = ((end.astimezone(zone) + later) for end in _ends(opening))
            yield Opening(day, opens, closes)


def _days(around: date, first: int, last: int) -> Iterator[date]:
    for distance in range(first, last + 1):
        yield around + timedelta(days=distance)


def _pieces(at: int, block: Block, cut: bool) -> Iterator[Piece]:
    for begin, end in pairwise(block.edges if cut else (0, block.minutes)):
        intro = block.intro_minutes if begin == 0 else 0
        qa = block.qa_minutes if end == block.minutes else 0
        yield Piece(at, begin, end, intro, qa)
