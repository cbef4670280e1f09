"""The reel: a film, a cart or a day, drawn as a bar with segments to scale. Pages, mails and certificates use it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import ngettext

from wording.durations import clock_text, duration_text, length_text, short_duration

TICK_STEPS = (15, 30, 60, 120, 180, 360, 720, 1440, 2880)
MOST_TICKS = 10
BAR_WIDTH = 1040
"""Width of the bar on a wide page, in pixels, for calculating whether a label fits its segment."""
LABEL_PADDING = 24
NARROW_GLYPH, WIDE_GLYPH = 9.5, 18.5
FACTS_WIDTH, GAP_WIDTH = 80, 66
FIRST_WIDE_CHARACTER = "\u2e80"
FILLED, OPEN, GAP = "█", "░", "·"


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a reel: a part, or a gap (an interval). `minutes` is at least 1; `lang` is BCP 47, of the label.

    `number` is the part's number if the reel shows only some parts; with 0, parts are numbered in order. A part whose
    length nobody knows is drawn in outline as wide as `minutes`, which nothing says.
    """

    label: str
    minutes: int
    href: str = ""
    filled: bool = False
    is_gap: bool = False
    lang: str = ""
    note: str = ""
    number: int = 0
    is_known: bool = True

    @property
    def length(self) -> str:
        """In words."""
        return length_text(self.minutes if self.is_known else None)

    def __post_init__(self) -> None:
        if self.minutes < 1:
            raise ValueError(f"A segment must have at least one minute; “{self.label}” has {self.minutes}.")


@dataclass(frozen=True, slots=True)
class Placed:
    """A drawn segment: `x` and `width` are percentages of the bar; `number` is the part's number, 0 for a gap."""

    segment: Segment
    number: int
    x: float
    width: float
    fits: bool


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Reel:
    """Segments in order. `starts_at` (minutes after midnight) puts clock times on the scale instead of elapsed time.

    `filled_means` says in words what a filled segment is (“covered”), for people who cannot see the colour.
    """

    segments: Sequence[Segment]
    title: str = ""
    title_lang: str = ""
    starts_at: int | None = None
    filled_means: str = ""
    known_minutes: int = 0
    """How long the whole is, where its parts do not say."""

    @property
    def minutes(self) -> int:
        return sum(segment.minutes for segment in self.segments)

    @property
    def running(self) -> int:
        """Minutes without gaps."""
        return self.known_minutes or sum(segment.minutes for segment in self.segments if not segment.is_gap)

    @property
    def is_measured(self) -> bool:
        """Whether the whole length is known: only then is it a scale."""
        return bool(self.known_minutes) or all(segment.is_known for segment in self.segments)

    @property
    def parts(self) -> int:
        return sum(not segment.is_gap for segment in self.segments)

    @property
    def placed(self) -> list[Placed]:
        return list(self._placed())

    def _placed(self) -> Iterator[Placed]:
        before = number = 0
        for segment in self.segments:
            number += not segment.is_gap
            width = 100 * segment.minutes / self.minutes
            fits = _label_width(segment) <= width / 100 * BAR_WIDTH
            shown = 0 if segment.is_gap else segment.number or number
            yield Placed(segment, shown, round(100 * before / self.minutes, 4), round(width, 4), fits)
            before += segment.minutes

    @property
    def is_crowded(self) -> bool:
        """Whether a part is too short for its label, so that the names are listed below at any width."""
        return not all(placed.fits for placed in self._placed() if not placed.segment.is_gap)

    @property
    def ticks(self) -> list[Tick]:
        """Marks of the scale at round hours or minutes: at most ten, and not so near an end that they would be cut off."""
        if not all(segment.is_known for segment in self.segments):
            return []
        step = next((step for step in TICK_STEPS if self.minutes / step <= MOST_TICKS), TICK_STEPS[-1])
        offset = self.starts_at or 0
        first = -(-(offset + 1) // step) * step
        times = range(first, offset + self.minutes, step)
        places = [(time, 100 * (time - offset) / self.minutes) for time in times]
        return [Tick(round(x, 4), self._tick_text(time)) for time, x in places if 2 <= x <= 97]

    def _tick_text(self, minutes: int) -> str:
        return clock_text(minutes) if self.starts_at is not None else short_duration(minutes)

    def summary(self) -> str:
        """One sentence for people who cannot see the drawing: “West of the Tracks, 9 h 14 min in 3 parts: 1. Rust, ...”."""
        return ": ".join((self.head(), "; ".join(self._lines())))

    def as_text(self, width: int = 40) -> str:
        """The reel as plain text, for mails and plain documents: a heading, a bar at least `width` wide, a line for each segment.

        Titles never break the line, whatever they contain.
        """
        return "\n".join(" ".join(line.split()) for line in (self.head(), self._bar(width), *self._lines()))

    def head(self) -> str:
        """Title, length without gaps, number of parts."""
        length = duration_text(self.running) if self.is_measured else length_text(None)
        if self.parts > 1:
            length = ngettext("%(length)s in %(count)d part", "%(length)s in %(count)d parts", self.parts) % {
                "length": length,
                "count": self.parts,
            }
        return ", ".join(filter(None, (self.title, length)))

    def _bar(self, width: int) -> str:
        shares = _shares([segment.minutes for segment in self.segments], width - len(self.segments) - 1)
        marks = (GAP if segment.is_gap else FILLED if segment.filled else OPEN for segment in self.segments)
        return "|" + "|".join(mark * share for mark, share in zip(marks, shares, strict=True)) + "|"

    def _lines(self) -> Iterator[str]:
        for placed in self._placed():
            segment = placed.segment
            name = f"{placed.number}. {segment.label}" if placed.number and self.parts > 1 else segment.label
            meaning = self.filled_means if segment.filled else ""
            yield ", ".join(filter(None, (name, segment.length, segment.note, meaning)))


def _label_width(segment: Segment) -> float:
    """Roughly how many pixels name and minutes need; the drawing clips them if the estimate is too small."""
    if segment.is_gap:
        return GAP_WIDTH
    facts = FACTS_WIDTH * (2 if segment.filled or segment.note else 1)
    glyphs = (
        WIDE_GLYPH if character >= FIRST_WIDE_CHARACTER else NARROW_GLYPH for character in segment.label
    )
    return LABEL_PADDING + max(facts, sum(glyphs))


def _shares(sizes: Sequence[int], room: int) -> list[int]:
    """Divides `room` characters to scale, at least one each; rounding errors do not add up."""
    total = sum(sizes)
    edges = [0]
    for size in sizes:
        edges.append(edges[-1] + size)
    places = [round(edge * room / total) for edge in edges]
    return [max(1, end - start) for start, end in pairwise(places)]
