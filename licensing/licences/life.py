"""The term of a licence, for a bar with today marked on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from licensing.models import Licence

SOON = 90
"""A licence is shown as ending soon from this many days before its end."""


class Phase(StrEnum):
    NOT_YET = "not-yet"
    IN_FORCE = "in-force"
    ENDING = "ending"
    ENDED = "ended"
    REVOKED = "revoked"


TONES = {
    Phase.NOT_YET: "calm",
    Phase.IN_FORCE: "good",
    Phase.ENDING: "warn",
    Phase.ENDED: "plain",
    Phase.REVOKED: "bad",
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
    if licence.status == Licence.Status.REVOKED:
        return Phase.REVOKED
    if today < licence.starts_on:
        return Phase.NOT_YET
    if licence.ends_on is None:
        return Phase.IN_FORCE
    if today > licence.ends_on:
        return Phase.ENDED
    return Phase.ENDING if (licence.ends_on - today).days <= SOON else Phase.IN_FORCE


def _sentence(licence: Licence, phase: Phase, today: date) -> str:
    if phase is Phase.NOT_YET:
        days = (licence.starts_on - today).days
        return ngettext("Begins in %(days)d day", "Begins in %(days)d days", days) % {"days": days}
    if phase is Phase.ENDING and licence.ends_on:
        days = (licence.ends_on - today).days
        if not days:
            return _("Ends today")
        return ngettext("Ends in %(days)d day", "Ends in %(days)d days", days) % {"days": days}
    return {Phase.ENDED: _("Ended"), Phase.REVOKED: _("Revoked"), Phase.IN_FORCE: _("In force")}[phase]


def _elapsed(licence: Licence, today: date) -> float | None:
    if licence.ends_on is None:
        return None
    term = (licence.ends_on - licence.starts_on).days + 1
    return round(min(max(100 * (today - licence.starts_on).days / term, 0), 100), 2)
