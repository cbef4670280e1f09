"""Days of a programme, as mails show them. Times are the venue's; each day is drawn in the mail as a reel of characters."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import date_format

from screenings.schedules.timetable import Day, Timetable


def reels(days: Sequence[Day]) -> str:
    """The days' reels as text, which a template prints through the filter `columns`."""
    return "\n\n".join(day.reel(date_format(day.day, "SHOWING_DAY_FORMAT")).as_text() for day in days)


def days_with(timetable: Timetable, showings: set[int]) -> list[Day]:
    """The days with a showing that someone holds a place at, with all their showings."""
    return [
        day
        for day in timetable.days
        if any(entry.shown.showing and entry.shown.showing.pk in showings for entry in day.entries)
    ]
