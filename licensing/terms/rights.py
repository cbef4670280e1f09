"""What a licence grants, exactly, and whether it covers a use. Pure: no Django, no database, no clock.

The dimensions are those in public performance terms: use, admission, audience cap, number of screenings, term,
site scope, advertising, membership, report due and format lock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Self

from licensing.terms.spans import has_begun, has_ended, meets
from wording.say import Country, Date, Say, gettext_noop, say


class Use(StrEnum):
    PRIVATE_VIEWING = "private-viewing"
    CLASSROOM = "classroom"
    CAMPUS_STREAMING = "campus-streaming"
    PUBLIC_SCREENING = "public-screening"
    LENDING = "lending"


class Admission(StrEnum):
    """What visitors may be asked to pay, from the least to the most."""

    NONE = "none"
    COST_RECOVERY = "cost-recovery"
    CHARGED = "charged"


class SiteScope(StrEnum):
    SINGLE_SITE = "single-site"
    BRANCH = "branch"
    CAMPUS = "campus"
    DISTRICT = "district"
    CONSORTIUM = "consortium"


ADMISSION_ORDER = list(Admission)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grants:
    """The bundle that a licence type names. None means unlimited (caps, counts) or without end (term)."""

    uses: frozenset[Use]
    audience_cap: int | None = None
    admission: Admission = Admission.NONE
    screenings: int | None = None
    term_months: int | None = None
    site_scope: SiteScope = SiteScope.SINGLE_SITE
    public_advertising: bool = False
    members_only: bool = False
    indoor_only: bool = True
    report_due_days: int | None = None
    format_lock: str = ""

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"uses": sorted(self.uses)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The grants that `to_json` wrote. Raises ValueError or TypeError for words that it does not know."""
        return cls(
            **data
            | {
                "uses": frozenset(Use(use) for use in data["uses"]),
                "admission": Admission(data["admission"]),
                "site_scope": SiteScope(data["site_scope"]),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A licence as the rules see it: what it grants, for which works, when and where. `number` names it in reasons."""

    number: str
    grants: Grants
    works: frozenset[int]
    starts_on: date
    ends_on: date | None
    countries: frozenset[str] = frozenset()
    screenings_used: int = 0
    is_active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Intended:
    """An intended use: of which works, on which days, where, and for how many people."""

    use: Use
    works: frozenset[int]
    first_day: date
    last_day: date
    country: str
    audience: int = 0
    admission: Admission = Admission.NONE
    public_advertising: bool = False
    screenings: int = 1


@dataclass(frozen=True, slots=True)
class Coverage:
    """The answer: allowed, by which licence; or not, with every reason."""

    allowed: bool
    by: str = ""
    reasons: tuple[Say, ...] = ()


def covers(held: Held, intended: Intended) -> tuple[Say, ...]:
    """Every reason why `held` does not cover `intended`; empty if it does."""
    grants = held.grants
    checks = (
        (not held.is_active, say("revoked", gettext_noop("The licence is not active."))),
        (intended.use not in grants.uses, say("use", gettext_noop("It does not grant this use."))),
        (
            not intended.works <= held.works,
            say("work", gettext_noop("It does not cover everything that will be shown.")),
        ),
        (
            bool(held.countries) and intended.country not in held.countries,
            say(
                "territory",
                # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
                gettext_noop("It is not valid in {country}."),
                country=Country(intended.country),
            ),
        ),
        (
            not has_begun(held, intended.first_day),
            say("not-yet", gettext_noop("It does not begin until {day}."), day=Date(held.starts_on)),
        ),
        (
            has_ended(held, intended.last_day),
            say("ended", gettext_noop("It ends on {day}."), day=Date(held.ends_on or date.max)),
        ),
        (
            grants.audience_cap is not None and intended.audience > grants.audience_cap,
            say(
                "audience",
                gettext_noop("It allows an audience of {cap}; {audience} are expected."),
                cap=grants.audience_cap or 0,
                audience=intended.audience,
            ),
        ),
        (
            ADMISSION_ORDER.index(intended.admission) > ADMISSION_ORDER.index(grants.admission),
            say("admission", gettext_noop("It does not allow this admission charge.")),
        ),
        (
            intended.public_advertising and not grants.public_advertising,
            say("advertising", gettext_noop("It does not allow public advertising.")),
        ),
        (
            grants.screenings is not None and held.screenings_used + intended.screenings > grants.screenings,
            say(
                "screenings",
                gettext_noop("Screenings that it allows: {allowed}; already used: {used}."),
                allowed=grants.screenings or 0,
                used=held.screenings_used,
            ),
        ),
    )
    return tuple(reason for fails, reason in checks if fails)


def find_coverage(licences: list[Held], intended: Intended) -> Coverage:
    """The first licence that covers the use; else every reason against the licence that comes closest (fewest reasons)."""
    if not licences:
        return Coverage(
            allowed=False, reasons=(say("none-held", gettext_noop("No licence for this film is held.")),)
        )
    answers = [(held, covers(held, intended)) for held in licences]
    held, reasons = min(answers, key=lambda answer: len(answer[1]))
    return Coverage(not reasons, by=held.number, reasons=reasons)


def window(licences: Iterable[Held], intended: Intended) -> tuple[date | None, date | None]:
    """First and last day on which one of the licences covers the use, within or around the days intended.

    None means no limit, also if no licence covers it on any of the days, because one may still be bought.
    """
    first, last = intended.first_day, intended.last_day
    covering = [
        held for held in licences if meets(held, first, last) and not covers(held, _within(held, intended))
    ]
    ends = [held.ends_on for held in covering if held.ends_on is not None]
    return (
        min((held.starts_on for held in covering), default=None),
        max(ends) if ends and len(ends) == len(covering) else None,
    )


def _within(held: Held, intended: Intended) -> Intended:
    """The use, limited to the licence's days."""
    return replace(
        intended,
        first_day=max(intended.first_day, held.starts_on),
        last_day=min(intended.last_day, held.ends_on or intended.last_day),
    )
