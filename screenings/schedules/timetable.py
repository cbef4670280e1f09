"""A screening, or a plan for one, by day: what is shown when, the intervals between, and the time scale of the drawing.

The planner's answers, the public schedule, the desk, the run of show and the mails all use it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from catalog.reels.reel import Reel, Segment
from screenings import planner
from screenings.access import Access, meets, offered
from screenings.models import Screening, Showing
from screenings.planning.arrangement import plan_by_hand, standing_showings
from screenings.planning.works import Work
from wording.durations import clock_text

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

MINUTE = timedelta(minutes=1)
HOUR = 60
SCALE_STEPS = (1, 2, 3, 4, 6)
MOST_HOUR_MARKS = 8
NARROWEST_TEXT = 4
"""Percentage of a track."""
INTERVAL_NAMES: dict[planner.IntervalKind, _StrPromise] = {
    planner.IntervalKind.SHORT: _("interval"),
    planner.IntervalKind.MEAL: _("meal break"),
    planner.IntervalKind.OVERNIGHT: _("overnight"),
    planner.IntervalKind.DAYS: _("until the next day of the programme"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One sitting: a film, part or stretch of one, on a screen. Instants are aware; `zone` is the venue's. Of a plan, `access` is what
    it offers of what was asked for."""

    film: Film
    screen: str
    zone: ZoneInfo
    starts_at: datetime
    ends_at: datetime
    from_minute: int
    until_minute: int
    intro_minutes: int = 0
    qa_minutes: int = 0
    run: int = 1
    is_stretch: bool = False
    access: Sequence[Access] = ()
    showing: Showing | None = None

    @property
    def minutes(self) -> int:
        return (self.ends_at - self.starts_at) // MINUTE

    @property
    def starts_local(self) -> datetime:
        return self.starts_at.astimezone(self.zone)

    @property
    def ends_local(self) -> datetime:
        return self.ends_at.astimezone(self.zone)

    @property
    def starts_clock(self) -> str:
        """In the venue's time; a template's `date` filter would convert an instant to the reader's time zone."""
        return f"{self.starts_local:%H:%M}"

    @property
    def ends_clock(self) -> str:
        return f"{self.ends_local:%H:%M}"

    @property
    def ends_next_day(self) -> bool:
        return self.ends_local.date() > self.starts_local.date()


@dataclass(frozen=True, slots=True)
class Pause:
    """The interval before the next sitting; within a day unless it is overnight or longer."""

    kind: planner.IntervalKind
    minutes: int
    days: int

    @property
    def name(self) -> _StrPromise:
        return INTERVAL_NAMES[self.kind]

    @property
    def is_within_day(self) -> bool:
        return not self.days

    @property
    def is_meal(self) -> bool:
        return self.kind == planner.IntervalKind.MEAL


@dataclass(frozen=True, slots=True)
class Entry:
    """A sitting, and the pause after it (None after the last)."""

    shown: Shown
    pause: Pause | None

    @property
    def pause_within_day(self) -> Pause | None:
        return self.pause if self.pause and self.pause.is_within_day else None


@dataclass(frozen=True, slots=True)
class Bar:
    """A drawn sitting or pause: `x` and `width` are percentages of the track; `text` is the part's number, or minutes."""

    x: float
    width: float
    text: str
    is_pause: bool = False

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 3)

    @property
    def end(self) -> float:
        return round(self.x + self.width, 3)

    @property
    def has_room(self) -> bool:
        """Whether the text is legible on a narrow track."""
        return self.width >= NARROWEST_TEXT


@dataclass(frozen=True, slots=True)
class Mark:
    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the programme, including what runs past midnight. `begins` and `ends` are the scale's minutes."""

    day: date
    entries: Sequence[Entry]
    begins: int = 0
    ends: int = 24 * HOUR

    @property
    def bars(self) -> list[Bar]:
        return list(self._bars(self.entries))

    @property
    def by_screen(self) -> list[tuple[str, list[Bar]]]:
        """What is drawn on each screen of the day. A pause stands on the screen that people come from."""
        screens = sorted({entry.shown.screen for entry in self.entries})
        return [
            (screen, list(self._bars([each for each in self.entries if each.shown.screen == screen])))
            for screen in screens
        ]

    def _bars(self, entries: Sequence[Entry]) -> Iterator[Bar]:
        for entry in entries:
            shown = entry.shown
            start = minute_of(shown.starts_local, self.day)
            yield self._bar(start, shown.minutes, str(shown.film.part_number or ""))
            if pause := entry.pause_within_day:
                yield self._bar(start + shown.minutes, pause.minutes, f"{pause.minutes}′", is_pause=True)

    def _bar(self, start: int, minutes: int, text: str, *, is_pause: bool = False) -> Bar:
        whole = self.ends - self.begins
        x, width = 100 * (start - self.begins) / whole, 100 * minutes / whole
        return Bar(round(x, 3), round(width, 3), text, is_pause)

    def reel(self, title: str = "") -> Reel:
        """The day as a reel with clock times, which pages and mails share."""
        segments = []
        for entry in self.entries:
            shown = entry.shown
            clock = f"{shown.starts_clock}–{shown.ends_clock}"
            segments.append(
                Segment(
                    shown.film.title,
                    shown.minutes,
                    lang=shown.film.title_language,
                    note=clock,
                    filled=True,
                    number=shown.film.part_number or 0,
                )
            )
            if pause := entry.pause_within_day:
                segments.append(Segment(str(pause.name), pause.minutes, is_gap=True))
        begins = minute_of(self.entries[0].shown.starts_local, self.day)
        return Reel(segments, title=title, starts_at=begins)


@dataclass(frozen=True, slots=True)
class Timetable:
    """Days in order, all drawn to the same time scale; `marks` are its hours."""

    days: Sequence[Day]
    marks: Sequence[Mark] = ()

    @property
    def entries(self) -> list[Entry]:
        return [entry for day in self.days for entry in day.entries]

    @property
    def screens(self) -> list[str]:
        return sorted({entry.shown.screen for entry in self.entries})


def minute_of(local: datetime, day: date) -> int:
    """Clock minutes since midnight of a day: 01:00 on the next day is 1500."""
    return (local.date() - day).days * 24 * HOUR + local.hour * HOUR + local.minute


def timetable_of(screening: Screening) -> Timetable:
    """The standing showings of a screening. No queries when showings, their films and screens are prefetched."""
    showings = standing_showings(screening)
    if not showings:
        return Timetable(())
    plan = plan_by_hand(screening, showings)
    return _laid_out([_shown(showing, screening.venue.zone) for showing in showings], plan)


def _shown(showing: Showing, zone: ZoneInfo) -> Shown:
    runtime = showing.copy.runtime if showing.copy else showing.film.runtime
    return Shown(
        film=showing.film,
        screen=showing.screen.name,
        zone=zone,
        starts_at=showing.starts_at,
        ends_at=showing.ends_at,
        from_minute=showing.from_minute,
        until_minute=showing.until_minute,
        intro_minutes=showing.intro_minutes,
        qa_minutes=showing.qa_minutes,
        run=showing.run,
        is_stretch=runtime is not None and showing.until_minute - showing.from_minute < runtime,
        showing=showing,
    )


def timetable_of_plan(plan: planner.Plan, question: planner.Question, films: Mapping[int, Film]) -> Timetable:
    """The timetable of a plan. `films` contains, by key, every film or part that the question names."""
    screens = {screen.key: screen.name for screen in question.screens}
    lengths = [block.minutes for block in question.blocks]
    shown = [
        Shown(
            film=films[Work.read(sitting.film).film],
            screen=screens[sitting.screen],
            zone=sitting.zone,
            starts_at=sitting.starts_at,
            ends_at=sitting.ends_at,
            from_minute=sitting.from_minute,
            until_minute=sitting.to_minute,
            intro_minutes=sitting.intro_minutes,
            qa_minutes=sitting.qa_minutes,
            run=Work.read(sitting.film).run,
            is_stretch=sitting.film_minutes < lengths[sitting.block],
            access=_as_asked(question, sitting),
        )
        for sitting in plan.sittings
    ]
    return _laid_out(shown, plan)


def _as_asked(question: planner.Question, sitting: planner.Sitting) -> list[Access]:
    block = question.blocks[sitting.block]
    screen = next(each for each in question.screens if each.key == sitting.screen)
    there = offered(screen.access, block.carries, block.marks)
    return [each for each in there if any(meets(asked, (each,)) for asked in question.settings.access)]


def _laid_out(shown: Sequence[Shown], plan: planner.Plan) -> Timetable:
    pauses = {each.after: Pause(each.kind, each.minutes, each.days) for each in plan.intervals}
    entries = [(plan.sittings[at].day, Entry(each, pauses.get(at))) for at, each in enumerate(shown)]
    days = [
        (day, [entry for _day, entry in group]) for day, group in groupby(entries, key=lambda pair: pair[0])
    ]
    begins, ends = _scale(days)
    return Timetable([Day(day, each, begins, ends) for day, each in days], marks_of(begins, ends))


def on_one_clock(timetables: Sequence[Timetable]) -> list[Timetable]:
    """The same timetables, all drawn to the scale from the earliest of their hours to the latest, so that they compare by eye."""
    days = [day for each in timetables for day in each.days]
    begins, ends = min((day.begins for day in days), default=0), max((day.ends for day in days), default=HOUR)
    marks = marks_of(begins, ends)
    return [
        Timetable([replace(day, begins=begins, ends=ends) for day in each.days], marks) for each in timetables
    ]


def marks_of(begins: int, ends: int) -> list[Mark]:
    """The hours of a scale, not too many, of clock minutes."""
    return [
        Mark(round(100 * (at - begins) / (ends - begins), 3), clock_text(at)) for at in _hours(begins, ends)
    ]


def _scale(days: Sequence[tuple[date, Sequence[Entry]]]) -> tuple[int, int]:
    """From the whole hour before the earliest start to the whole hour after the latest end, as clock minutes."""
    starts = [minute_of(entry.shown.starts_local, day) for day, entries in days for entry in entries]
    ends = [
        minute_of(entry.shown.starts_local, day) + entry.shown.minutes
        for day, entries in days
        for entry in entries
    ]
    return min(starts) // HOUR * HOUR, -(-max(ends) // HOUR) * HOUR


def _hours(begins: int, ends: int) -> range:
    hours = (ends - begins) // HOUR
    step = next((step for step in SCALE_STEPS if hours / step <= MOST_HOUR_MARKS), SCALE_STEPS[-1])
    return range(begins, ends + 1, step * HOUR)
