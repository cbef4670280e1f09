"""Days of a programme, as mails show them. Times are the venue's; each day stands in the mail as a reel in characters."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import date_format

from screenings.schedules.timetable import Day, Timetable


def reels(days: Sequence[Day]) -> str:
    """The days' reels in characters, which a template prints through the filter `columns`."""
    return "\n\n".join(day.reel(date_format(day.day, "SHOWING_DAY_FORMAT")).as_text() for day in days)


def days_with(timetable: Timetable, showings: set[int]) -> list[Day]:
    """The days with a showing that somebody holds a place at, whole: what they do not hold is part of the day too."""
    return [
        day
        for day in timetable.days
        if any(entry.shown.showing and entry.shown.showing.pk in showings for entry in day.entries)
    ]
