"""What a licence grants: the bundle that a licence type names and that a licence keeps as a snapshot."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from licensing.terms.rights.uses import Admission, Carrier, SiteScope, TermKind, Use, Watcher
from licensing.terms.spans import last_day, last_day_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Grants:
    """Every dimension of the terms. None means unlimited (caps, counts); an empty set does not limit.

    `checks.CHECKS` asks each of these fields of a use, and `words.grants_words` says it; docs/grants.md lists them.
    """

    uses: frozenset[Use]
    watchers: frozenset[Watcher] = frozenset()
    audience_cap: int | None = None
    viewer_cap: int | None = None
    enrolment_most: int | None = None
    admission: Admission = Admission.NONE
    screenings: int | None = None
    term_months: int | None = None
    term_days: int | None = None
    perpetual: bool = False
    site_scope: SiteScope = SiteScope.SINGLE_SITE
    public_advertising: bool = False
    members_only: bool = False
    indoor_only: bool = True
    report_due_days: int | None = None
    format_lock: str = ""
    formats: frozenset[Carrier] = frozenset()

    @property
    def term_kind(self) -> TermKind:
        if self.term_days is not None:
            return TermKind.DAYS
        if self.term_months is not None:
            return TermKind.MONTHS
        return TermKind.PERPETUAL if self.perpetual else TermKind.FILE_LIFE

    def last_day(self, starts_on: date) -> date | None:
        """The last day of a licence that begins on a day; None without end."""
        if self.term_days is not None:
            return last_day_after(starts_on, self.term_days)
        return last_day(starts_on, self.term_months)

    def to_json(self) -> dict[str, Any]:
        sets = {name: sorted(getattr(self, name)) for name in ("uses", "watchers", "formats")}
        return asdict(self) | sets

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The grants that `to_json` wrote, also before a dimension was added: its default limits nothing new.

        Raises ValueError or TypeError for words that it does not know.
        """
        formats = data.get("formats")
        return cls(
            **data
            | {
                "uses": frozenset(Use(use) for use in data["uses"]),
                "watchers": frozenset(Watcher(who) for who in data.get("watchers", ())),
                "admission": Admission(data["admission"]),
                "site_scope": SiteScope(data["site_scope"]),
                "formats": carriers_named(data.get("format_lock", ""))
                if formats is None
                else frozenset(Carrier(each) for each in formats),
            }
        )


def carriers_named(format_lock: str) -> frozenset[Carrier]:
    """The carriers that a format lock names in words. The first licences keep nothing else."""
    words = format_lock.lower()
    named = {
        Carrier.DISC: ("disc", "dvd", "blu-ray"),
        Carrier.FILE: ("file",),
        Carrier.DCP: ("dcp",),
        Carrier.PRINT: ("print", "35 mm", "16 mm"),
    }
    return frozenset(carrier for carrier, names in named.items() if any(name in words for name in names))
