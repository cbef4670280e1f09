"""A question in whole minutes from one origin: windows in which to show, and pieces to show in them.

The rules calculate only with these integers. They count elapsed UTC minutes, so a night in which the
clocks change has its real length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import chain, pairwise, permutations
from zoneinfo import ZoneInfo

from screenings.planner.kinds import ANY, KINDS
from screenings.planner.question import Block, Booking, Question, Screen, programme_day, wall_instant
from screenings.planner.wishes import Standing

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Window:
    """One opening of one screen, for what begins on one day of the programme, in minutes from the origin; `ordinal` counts
    days from the first day asked for. An opening that lasts beyond 06:00 is a window of each of its days."""

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
    """Windows, pieces and clocks of one question. `ahead` adds that many days after the last day asked for, as far as
    their opening hours are known, so that an explanation can say how many more days are needed. Without `cut` every
    block is one piece, whatever chapter points it has. Days turn as plans of the `kind` have it."""

    def __init__(self, question: Question, *, kind: str = ANY.code, ahead: int = 0, cut: bool = True) -> None:
        self.question = question
        self.kind = KINDS[kind]
        self.ahead = ahead
        self.settings = question.settings
        self._walls: dict[tuple[date, time, str, bool], int] = {}
        self.origin = datetime.combine(question.first_day - timedelta(days=2), time(), UTC)
        self.last_ordinal = (question.last_day - question.first_day).days
        self.windows = [
            Window(index, *window)
            for index, window in enumerate(self._windows(question.last_day + timedelta(days=ahead)))
        ]
        self.pieces = [piece for at, block in enumerate(question.blocks) for piece in _pieces(at, block, cut)]

    @cached_property
    def whole(self) -> Frame:
        """The same frame with no block cut; itself when there is no chapter point, or when showings stand already."""
        if self.question.standing or len(self.pieces) == len(self.question.blocks):
            return self
        return Frame(self.question, kind=self.kind.code, ahead=self.ahead, cut=False)

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
            self._walls[asked] = self.minute(
                wall_instant(day, clock, zone, night=night, turns_at=self.kind.turns_at)
            )
        return self._walls[asked]

    def midnight(self, day: date, zone: ZoneInfo) -> int:
        """The minute that counts as 00:00 of that day's programme.

        Counted back from noon, so that the hour of an afternoon showing is right on a day when the clocks change.
        """
        return self.wall(day, time(12), zone) - 12 * 60

    def day_span(self, window: Window) -> tuple[int, int]:
        """The first and the last minute at which a showing of the window's day may begin."""
        turn, zone = self._turn(window.day, window.screen.zone), window.screen.zone
        return turn, self._turn(window.day + timedelta(days=1), zone) - 1

    def day_of(self, moment: datetime, zone: ZoneInfo) -> date:
        """The day of the programme that an instant belongs to, in plans of this kind."""
        return programme_day(moment, zone, self.kind.turns_at)

    def _turn(self, day: date, zone: ZoneInfo) -> int:
        return self.wall(day, self.kind.turns_at, zone)

    def block(self, piece: int) -> Block:
        return self.question.blocks[self.pieces[piece].block]

    @cached_property
    def standing(self) -> dict[int, Standing]:
        """The showings that stand already, by the pieces that they show."""
        places = {(piece.block, piece.from_minute): i for i, piece in enumerate(self.pieces)}
        return {places[each.block, each.from_minute]: each for each in self.question.standing}

    @cached_property
    def running(self) -> list[Booking]:
        """What is on at the venue already, on whichever screen, in order of time."""
        own = (booking for screen in self.question.screens for booking in screen.bookings)
        return sorted((*own, *self.question.beside), key=lambda booking: booking.starts_at)

    def running_between(self, begins: datetime, ends: datetime) -> list[Booking]:
        """What of that is on at some time between two instants."""
        return [each for each in self.running if each.starts_at < ends and begins < each.ends_at]

    @cached_property
    def screens(self) -> dict[str, Screen]:
        return {screen.key: screen for screen in self.question.screens}

    @cached_property
    def chains(self) -> list[list[int]]:
        """For each audience its pieces, in the order in which they must be shown."""
        audiences: dict[tuple[str, int], list[int]] = {}
        for index in range(len(self.pieces)):
            audiences.setdefault(self.block(index).audience, []).append(index)
        return list(audiences.values())

    def is_of_kind(self, chain: list[int]) -> bool:
        """Whether the kind of plan that is asked for says something of these pieces: of the first run it always does."""
        return self.block(chain[0]).run == 1 or self.settings.repeats_alike

    @cached_property
    def repeats(self) -> list[tuple[int, int]]:
        """Each block that is shown again, and the block that repeats it, by their indexes."""
        blocks = self.question.blocks
        return [
            pair for pair in permutations(range(len(blocks)), 2) if blocks[pair[1]].repeats(blocks[pair[0]])
        ]

    def window_of(self, screen: str, starts_at: datetime, ends_at: datetime) -> Window | None:
        """The window of the showing's day that contains most of it, or None when the screen is closed throughout."""
        window = self.nearest_window(screen, starts_at, ends_at)
        begin, end = self.minute(starts_at), self.minute(ends_at)
        return window if window is not None and begin < window.closes and window.opens < end else None

    def nearest_window(self, screen: str, starts_at: datetime, ends_at: datetime) -> Window | None:
        """The window of the showing's day that contains most of it or is nearest to it; None on a day of no hours."""
        begin, end = self.minute(starts_at), self.minute(ends_at)
        day = self.day_of(starts_at, self.screens[screen].zone)
        windows = (window for window in self.windows if window.screen.key == screen and window.day == day)
        return max(
            windows,
            key=lambda window: min(end, window.closes) - max(begin, window.opens),
            default=None,
        )

    def _windows(self, last: date) -> Iterator[tuple[Screen, date, int, int, int]]:
        """Each opening on each day of the programme on which something may begin in it, up to `last`."""
        for screen in self.question.screens:
            zone = screen.zone
            for opening in screen.openings:
                opens, closes = self.minute(opening.opens_at), self.minute(opening.closes_at)
                day = self.day_of(opening.opens_at, zone)
                while opens < closes:
                    turns = self._turn(day + timedelta(days=1), zone)
                    if self.question.first_day <= day <= last:
                        yield screen, day, self.ordinal(day), opens, closes
                    day, opens = day + timedelta(days=1), turns


def without_spare_screens(question: Question, shortest_break: int | None = None) -> Question:
    """The same question with fewer screens: each screen that the solver need not consider halves its work.

    One audience never needs more equal screens than are occupied at once: it stays in its room while it can, and
    another is free when it cannot. Several audiences need no more than all of these together. `shortest_break` is the shortest break that any plan may have.
    """
    if question.standing:
        return question
    audiences: dict[tuple[str, int], list[Block]] = {}
    for block in question.blocks:
        audiences.setdefault(block.audience, []).append(block)
    pause = question.settings.surest_break if shortest_break is None else shortest_break
    alike: dict[Screen, list[Screen]] = {}
    for screen in question.screens:
        has = tuple(each for each in screen.access if each in question.settings.access)
        same = alike.setdefault(replace(screen, key="", label="", access=has), [])
        if len(same) < sum(_occupied_at_once(blocks, screen, pause) for blocks in audiences.values()):
            same.append(screen)
    kept = {screen.key for same in alike.values() for screen in same}
    spare = (screen.bookings for screen in question.screens if screen.key not in kept)
    return replace(
        question,
        screens=tuple(screen for same in alike.values() for screen in same),
        beside=(*question.beside, *chain.from_iterable(spare)),
    )


def _occupied_at_once(blocks: list[Block], screen: Screen, pause: int) -> int:
    """The most sittings of one audience whose set-up, showing and turnaround can overlap.

    The first is still turned around, and the last already set up, only if less than both lies between them.
    """
    lengths = [end - begin for block in blocks for begin, end in pairwise(block.edges)]
    held = screen.setup_minutes + screen.turnaround_minutes
    least = 1
    while least < len(lengths) and _least_between(lengths, least, pause) < held:
        least += 1
    return least


def _least_between(lengths: list[int], sittings: int, pause: int) -> int:
    """The fewest minutes from the end of a sitting to the start of the one that comes so many after it."""
    runs = (sum(lengths[at : at + sittings - 1]) for at in range(len(lengths) - sittings + 2))
    return sittings * pause + min(runs)


def _pieces(at: int, block: Block, cut: bool) -> Iterator[Piece]:
    for begin, end in pairwise(block.edges if cut else (0, block.minutes)):
        intro = block.intro_minutes if begin == 0 else 0
        qa = block.qa_minutes if end == block.minutes else 0
        yield Piece(at, begin, end, intro, qa)
