"""Through which channel a licence earned: agreements with licensors speak of these. Pure."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from licensing.terms.rights import Use
from wording.say import gettext_noop


class Channel(StrEnum):
    EDUCATION = "education"
    SCREENINGS = "screenings"
    BROADCAST = "broadcast"
    HOME = "home"


CHANNEL_WORDS = {
    Channel.EDUCATION: gettext_noop("education and libraries"),
    Channel.SCREENINGS: gettext_noop("public screenings"),
    Channel.BROADCAST: gettext_noop("broadcast"),
    Channel.HOME: gettext_noop("home viewing"),
}

BEFORE_AN_AUDIENCE = frozenset({Use.PUBLIC_SCREENING, Use.ONLINE_SCREENING})
TAUGHT = frozenset({Use.CLASSROOM, Use.CAMPUS_STREAMING, Use.SIGNED_IN_STREAMING, Use.CLIPS, Use.LENDING})


def channel_of(uses: Collection[Use]) -> Channel:
    """The channel of a bundle of uses: what an institution may teach or lend with is education, whatever else it grants."""
    granted = frozenset(uses)
    if granted & TAUGHT:
        return Channel.EDUCATION
    if granted & BEFORE_AN_AUDIENCE:
        return Channel.SCREENINGS
    return Channel.BROADCAST if Use.BROADCAST in granted else Channel.HOME
