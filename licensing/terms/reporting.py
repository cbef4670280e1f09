"""What a report of a screening says against what its licence allows. Pure: differences are answers, never refusals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from licensing.terms.rights import Admission, Grants
from licensing.terms.rights.uses import ADMISSION_ORDER, ADMISSION_WORDS
from wording.say import Date, Say, Word, gettext_noop, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """`attendance` is of all `screenings` together; days are the first and the last of them; `took_money` at the box office."""

    attendance: int
    screenings: int
    admission: Admission
    first_day: date
    last_day: date
    took_money: bool = False


def differences(
    grants: Grants, starts_on: date, ends_on: date | None, reported: Reported, *, reported_before: int = 0
) -> list[Say]:
    """Every difference, in the order audience, admission, number, dates. `reported_before`: screenings in other reports."""
    in_all = reported.screenings + reported_before
    return [
        *_in_the_room(grants, reported),
        *_at_the_door(grants, reported),
        *_in_number(grants, in_all),
        *_in_time(starts_on, ends_on, reported),
    ]


def _in_the_room(grants: Grants, reported: Reported) -> Iterable[Say]:
    cap = grants.audience_cap
    if cap is not None and reported.attendance > cap * reported.screenings:
        yield say(
            "audience",
            gettext_noop("{attendance} people came; the licence allows {cap} at each screening."),
            attendance=reported.attendance,
            cap=cap,
        )


def _at_the_door(grants: Grants, reported: Reported) -> Iterable[Say]:
    if ADMISSION_ORDER.index(reported.admission) > ADMISSION_ORDER.index(grants.admission):
        yield say(
            "admission",
            gettext_noop("The screening had {asked}; the licence allows {allowed}."),
            asked=Word(ADMISSION_WORDS[reported.admission]),
            allowed=Word(ADMISSION_WORDS[grants.admission]),
        )
    if reported.took_money and reported.admission is Admission.NONE:
        yield say("box-office", gettext_noop("Money was taken although admission is reported as free."))


def _in_number(grants: Grants, screenings: int) -> Iterable[Say]:
    if grants.screenings is not None and screenings > grants.screenings:
        yield say(
            "screenings",
            gettext_noop("Screenings under this licence: {shown}; it allows {allowed}."),
            shown=screenings,
            allowed=grants.screenings,
        )


def _in_time(starts_on: date, ends_on: date | None, reported: Reported) -> Iterable[Say]:
    if reported.first_day < starts_on or (ends_on is not None and reported.last_day > ends_on):
        template = gettext_noop(
            "It was shown from {first} to {last}, which is not all within the licence’s dates."
        )
        yield say("dates", template, first=Date(reported.first_day), last=Date(reported.last_day))
