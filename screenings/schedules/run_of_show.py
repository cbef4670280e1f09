"""The run of show: for each screen of each day, every moment at which somebody has something to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.models import Film
from screenings.schedules.announced import access_words
from screenings.schedules.timetable import Day, Entry, Pause, Timetable
from wording.durations import duration_text

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Cue:
    """A moment in the venue's time, what happens, and the film. `is_start` marks the film's first image."""

    moment: datetime
    what: str
    film: Film | None = None
    is_start: bool = False

    @property
    def clock(self) -> str:
        return f"{self.moment:%H:%M}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One screen on one day."""

    day: date
    screen: str
    cues: Sequence[Cue]


def sheets_of(timetable: Timetable, *, doors_minutes: int) -> list[Sheet]:
    """A sheet for each day and screen, in order; moments are aware, in the venue's zone."""
    return [
        Sheet(day.day, screen, sorted(_cues(day, screen, doors_minutes), key=lambda cue: cue.moment))
        for day in timetable.days
        for screen in sorted({entry.shown.screen for entry in day.entries})
    ]


def _cues(day: Day, screen: str, doors_minutes: int) -> Iterator[Cue]:
    before = {id(entry): earlier.pause for earlier, entry in pairwise(day.entries)}
    for entry in day.entries:
        if entry.shown.screen == screen:
            yield from _opening(entry, before.get(id(entry)), doors_minutes)
            yield from _programme(entry)
            yield from _closing(entry)


def _opening(entry: Entry, pause: Pause | None, doors_minutes: int) -> Iterator[Cue]:
    shown = entry.shown
    if shown.showing and shown.showing.occupied_from < shown.starts_at:
        set_up = shown.showing.occupied_from.astimezone(shown.zone)
        yield Cue(set_up, _("Set-up begins: copy, sound, masking"), shown.film)
    wait = doors_minutes if pause is None else min(doors_minutes, pause.minutes)
    doors = (shown.starts_at - wait * MINUTE).astimezone(shown.zone)
    yield Cue(doors, _("Doors open") if pause is None else _("Doors open again"))
    if shown.showing and (access := access_words(shown.showing.access)):
        yield Cue(doors, _("Access: %(access)s") % {"access": access}, shown.film)


def _programme(entry: Entry) -> Iterator[Cue]:
    shown = entry.shown
    begins = (shown.starts_at + shown.intro_minutes * MINUTE).astimezone(shown.zone)
    ends = (shown.ends_at - shown.qa_minutes * MINUTE).astimezone(shown.zone)
    if shown.intro_minutes:
        yield Cue(
            shown.starts_local, _("Introduction, %(length)s") % {"length": duration_text(shown.intro_minutes)}
        )
    stretch = ""
    if shown.is_stretch:
        stretch = _(", from minute %(first)d to %(last)d") % {
            "first": shown.from_minute,
            "last": shown.until_minute,
        }
    yield Cue(begins, _("Start%(stretch)s") % {"stretch": stretch}, shown.film, is_start=True)
    yield Cue(ends, _("End of the film"), shown.film)
    if shown.qa_minutes:
        yield Cue(ends, _("Questions and answers, %(length)s") % {"length": duration_text(shown.qa_minutes)})


def _closing(entry: Entry) -> Iterator[Cue]:
    shown = entry.shown
    if pause := entry.pause_within_day:
        length = {"name": pause.name, "length": duration_text(pause.minutes)}
        yield Cue(shown.ends_local, capfirst(_("%(name)s, %(length)s") % length))
    if shown.showing and shown.showing.occupied_until > shown.ends_at:
        yield Cue(shown.showing.occupied_until.astimezone(shown.zone), _("Screen cleared"))
