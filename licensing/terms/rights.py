"""What a licence grants, said exactly; and whether it covers a use. Pure: no Django, no database, no clock.

The dimensions are those that public performance terms state: use, admission, audience cap, number of screenings, term,
site scope, advertising, membership, report due and format lock.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Self


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


def gettext_noop(sentence: str) -> str:
    """Marks a sentence for the translators, who find it by this name; `licensing.terms.words.say` translates it."""
    return sentence


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
    """A use that somebody means to make: of which works, on which days, where, before how many people."""

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
class Reason:
    """Why not: a code for programs and a sentence for people; `params` fill the (translatable) template."""

    code: str
    template: str
    params: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template % self.params


@dataclass(frozen=True, slots=True)
class Coverage:
    """The answer: allowed, by which licence; or not, with every reason."""

    allowed: bool
    by: str = ""
    reasons: tuple[Reason, ...] = ()


def covers(held: Held, intended: Intended) -> tuple[Reason, ...]:
    """Every reason why `held` does not cover `intended`; empty when it does."""
    grants = held.grants
    checks = (
        (not held.is_active, Reason("revoked", gettext_noop("The licence is not active."))),
        (intended.use not in grants.uses, Reason("use", gettext_noop("It does not grant this use."))),
        (
            not intended.works <= held.works,
            Reason("work", gettext_noop("It does not cover everything that is to be shown.")),
        ),
        (
            bool(held.countries) and intended.country not in held.countries,
            Reason(
                "territory", gettext_noop("It does not hold in %(country)s."), {"country": intended.country}
            ),
        ),
        (
            intended.first_day < held.starts_on,
            Reason("not-yet", gettext_noop("It begins only on %(day)s."), {"day": held.starts_on}),
        ),
        (
            held.ends_on is not None and intended.last_day > held.ends_on,
            Reason("ended", gettext_noop("It ends on %(day)s."), {"day": held.ends_on}),
        ),
        (
            grants.audience_cap is not None and intended.audience > grants.audience_cap,
            Reason(
                "audience",
                gettext_noop("It allows an audience of %(cap)d; %(audience)d are expected."),
                {"cap": grants.audience_cap, "audience": intended.audience},
            ),
        ),
        (
            ADMISSION_ORDER.index(intended.admission) > ADMISSION_ORDER.index(grants.admission),
            Reason("admission", gettext_noop("It does not allow this admission charge.")),
        ),
        (
            intended.public_advertising and not grants.public_advertising,
            Reason("advertising", gettext_noop("It does not allow public advertising.")),
        ),
        (
            grants.screenings is not None and held.screenings_used + intended.screenings > grants.screenings,
            Reason(
                "screenings",
                gettext_noop("Screenings that it allows: %(allowed)d; used already: %(used)d."),
                {"allowed": grants.screenings, "used": held.screenings_used},
            ),
        ),
    )
    return tuple(reason for fails, reason in checks if fails)


def find_coverage(licences: list[Held], intended: Intended) -> Coverage:
    """The first licence that covers the use; else every reason of the licence that comes nearest (fewest reasons)."""
    if not licences:
        return Coverage(
            False, reasons=(Reason("none-held", gettext_noop("No licence for this film is held.")),)
        )
    answers = [(held, covers(held, intended)) for held in licences]
    held, reasons = min(answers, key=lambda answer: len(answer[1]))
    return Coverage(not reasons, by=held.number, reasons=reasons)
