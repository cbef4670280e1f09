"""What people read where they say how much a rule counts: every rule that may count more, less or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

RULE_NAMES: dict[str, _StrPromise] = {
    "minimum-break": _("Breaks are no shorter than the shortest"),
    "meal-break": _("Nobody goes too long without a meal"),
    "longest-unbroken": _("No stretch is longer than the longest"),
    "most-a-day": _("No day has more film than the most"),
    "earliest-start": _("Nothing starts before the earliest hour"),
    "latest-end": _("Everything ends by the latest hour"),
    "must-start": _("Parts start at the hours asked for them"),
    "guest-there": _("Guests are there for their parts"),
    "weekdays": _("Everything is on the weekdays chosen"),
    "conflicts": _("Nothing overlaps with what it must not overlap with"),
    "ways": _("There is time for the way to and from other venues"),
    "projectionists": _("No more screens are in use than there are projectionists"),
    "staggered": _("Showings do not begin too close together"),
    "access": _("Every part has an accessible showing"),
    "longest-shift": _("No shift is longer than the longest"),
    "rest": _("Between two shifts there is time to rest"),
    "repeats-apart": _("Repeats do not come too soon"),
    "repeats-within": _("Repeats do not come too late"),
    "usual-starts": _("Days begin at the usual hours"),
    "working-hours": _("Days begin when people are free"),
    "ragged-start": _("Days begin on the hour or the half hour"),
    "long-day": _("Days are not tiring"),
    "on-end": _("No sitting is longer than people go without a meal"),
    "interruption": _("Parts are not interrupted"),
    "meal-inside": _("Meals come between parts"),
    "meal-times": _("Meals are at meal times"),
    "waiting": _("Breaks are no longer than necessary"),
    "late-night": _("Nothing ends late"),
    "free-morning": _("The morning after a night is free"),
    "single-screen": _("Everything is on one screen"),
    "access-throughout": _("One run is accessible from beginning to end"),
    "same-hour": _("Every day begins at the same hour"),
    "even-rhythm": _("The days are evenly spaced"),
    "sooner": _("Sooner is better"),
}
