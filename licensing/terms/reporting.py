"""What a report of a screening says against what its licence allows. Pure: differences are answers, never refusals."""

from __future__ import annotations

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
    found = []
    cap = grants.audience_cap
    if cap is not None and reported.attendance > cap * reported.screenings:
        found.append(
            say(
                "audience",
                gettext_noop("{attendance} people came; the licence allows {cap} at each screening."),
                attendance=reported.attendance,
                cap=cap,
            )
        )
    if ADMISSION_ORDER.index(reported.admission) > ADMISSION_ORDER.index(grants.admission):
        found.append(
            say(
                "admission",
                gettext_noop("The screening had {asked}; the licence allows {allowed}."),
                asked=Word(ADMISSION_WORDS[reported.admission]),
                allowed=Word(ADMISSION_WORDS[grants.admission]),
            )
        )
    if reported.took_money and reported.admission is Admission.NONE:
        found.append(
            say("box-office", gettext_noop("Money was taken although admission is reported as free."))
        )
    in_all = reported.screenings + reported_before
    if grants.screenings is not None and in_all > grants.screenings:
        found.append(
            say(
                "screenings",
                gettext_noop("Screenings under this licence: {shown}; it allows {allowed}."),
                shown=in_all,
                allowed=grants.screenings,
            )
        )
    if reported.first_day < starts_on or (ends_on is not None and reported.last_day > ends_on):
        found.append(
            say(
                "dates",
                gettext_noop(
                    "It was shown from {first} to {last}, which is not all within the licence’s dates."
                ),
                first=Date(reported.first_day),
                last=Date(reported.last_day),
            )
        )
    return found
