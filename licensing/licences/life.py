"""The term of a licence, for a bar with today marked on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from licensing.models import Licence
from licensing.terms.spans import Standing

SOON = 90
"""A licence is shown as ending soon from this many days before its end."""


class Phase(StrEnum):
    """A licence's standing, with its last days set apart."""

    NOT_YET = Standing.NOT_YET
    IN_FORCE = Standing.IN_FORCE
    ENDING = "ending"
    ENDED = Standing.ENDED
    SUSPENDED = Standing.SUSPENDED
    REVOKED = Standing.REVOKED
    SUPERSEDED = Standing.SUPERSEDED


TONES = {
    Phase.NOT_YET: "calm",
    Phase.IN_FORCE: "good",
    Phase.ENDING: "warn",
    Phase.ENDED: "plain",
    Phase.SUSPENDED: "warn",
    Phase.REVOKED: "bad",
    Phase.SUPERSEDED: "plain",
}


@dataclass(frozen=True, slots=True)
class Life:
    """Where a licence is in its term. `elapsed` is a percentage of the term; None for a term without end."""

    phase: Phase
    sentence: str
    elapsed: float | None

    @property
    def tone(self) -> str:
        return TONES[self.phase]


def life_of(licence: Licence, today: date) -> Life:
    """Where a licence is in its term on a day. On its last day it is still in force."""
    phase = _phase(licence, today)
    return Life(phase, _sentence(licence, phase, today), _elapsed(licence, today))


def _phase(licence: Licence, today: date) -> Phase:
    standing = licence.standing(today)
    if standing is Standing.IN_FORCE and licence.ends_on and (licence.ends_on - today).days <= SOON:
        return Phase.ENDING
    return Phase(standing)


def _sentence(licence: Licence, phase: Phase, today: date) -> str:
    if phase is Phase.NOT_YET:
        days = (licence.starts_on - today).days
        return ngettext("Begins in %(days)d day", "Begins in %(days)d days", days) % {"days": days}
    if phase is Phase.ENDING and licence.ends_on:
        days = (licence.ends_on - today).days
        if not days:
            return _("Ends today")
        return ngettext("Ends in %(days)d day", "Ends in %(days)d days", days) % {"days": days}
    return {
        Phase.ENDED: _("Ended"),
        Phase.SUSPENDED: _("Suspended"),
        Phase.REVOKED: _("Revoked"),
        Phase.SUPERSEDED: _("Replaced"),
        Phase.IN_FORCE: _("In force"),
    }[phase]


def _elapsed(licence: Licence, today: date) -> float | None:
    if licence.ends_on is None:
        return None
    term = (licence.ends_on - licence.starts_on).days + 1
    return round(min(max(100 * (today - licence.starts_on).days / term, 0), 100), 2)
