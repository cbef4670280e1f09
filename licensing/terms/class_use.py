"""Uses in teaching that United States law allows without a licence: 17 U.S.C. 110(1) and 110(2). Pure.

Information for people who decide for themselves, no legal advice; each condition stands in the words of the statute, made plain.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from licensing.terms.rights import Use
from wording.say import Say, gettext_noop, say

UNITED_STATES = "US"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassUse:
    """An exemption: all of its conditions, by code, must be met. `scope` says what it is about, `limit` what it never allows."""

    code: str
    citation: str
    scope: Say
    limit: Say
    conditions: tuple[Say, ...]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(condition.code for condition in self.conditions)

    def is_met(self, confirmed: Collection[str]) -> bool:
        return self.codes <= frozenset(confirmed)

    def open_conditions(self, confirmed: Collection[str]) -> tuple[Say, ...]:
        """The conditions that nobody has confirmed, in their order."""
        return tuple(condition for condition in self.conditions if condition.code not in confirmed)


FACE_TO_FACE = ClassUse(
    code="face-to-face",
    citation="17 U.S.C. 110(1)",
    scope=say(
        "scope",
        gettext_noop(
            "In the United States a film may be shown in face-to-face teaching without a licence if every one of these is so."
        ),
    ),
    limit=say(
        "limit",
        gettext_noop(
            "It does not allow streaming, public screenings or showing a film for entertainment, and free admission alone exempts nobody."
        ),
    ),
    conditions=(
        say("people", gettext_noop("Instructors or pupils show it, and they are present.")),
        say("teaching", gettext_noop("It is part of face-to-face teaching, not entertainment.")),
        say("non-profit", gettext_noop("The institution is a non-profit educational institution.")),
        say("place", gettext_noop("It is shown in a classroom or a similar place devoted to instruction.")),
        say("copy", gettext_noop("The copy that is shown was lawfully made.")),
    ),
)
TEACH = ClassUse(
    code="teach",
    citation="17 U.S.C. 110(2), the TEACH Act",
    scope=say(
        "scope",
        gettext_noop(
            "In the United States reasonable and limited portions of a film may be sent to a class online without a licence if every one of these is so."
        ),
    ),
    limit=say(
        "limit", gettext_noop("It never allows a whole film to be streamed: for that a licence is needed.")
    ),
    conditions=(
        say("portions", gettext_noop("Only reasonable and limited portions of the film are shown.")),
        say(
            "accredited",
            gettext_noop(
                "The institution is a governmental body or an accredited non-profit educational institution."
            ),
        ),
        say(
            "instructor",
            gettext_noop("An instructor shows them, directs it or actually supervises it."),
        ),
        say(
            "session",
            gettext_noop(
                "It is an integral part of a class session, offered as a regular part of the teaching."
            ),
        ),
        say(
            "related",
            gettext_noop("They are directly related to the content taught and of material help to it."),
        ),
        say(
            "enrolled",
            gettext_noop(
                "They are sent only to the students enrolled in the course, as far as is technically feasible."
            ),
        ),
        say(
            "policies",
            gettext_noop(
                "The institution has copyright policies, informs its people about copyright, and tells students that the material may be protected."
            ),
        ),
        say(
            "technology",
            gettext_noop(
                "Technical measures keep students from retaining them beyond the class session or passing them on, and no protection of the owner is interfered with."
            ),
        ),
        say("copy", gettext_noop("The copy was lawfully made and acquired.")),
        say(
            "not-made-for-it",
            gettext_noop("The film was not produced or marketed primarily for teaching online."),
        ),
    ),
)


def class_use_for(use: Use, country: str) -> ClassUse | None:
    """The exemption that may apply to a use in a country; None where there is none to speak of."""
    if country != UNITED_STATES:
        return None
    if use is Use.CLASSROOM:
        return FACE_TO_FACE
    return TEACH if use in {Use.CAMPUS_STREAMING, Use.CLIPS} else None


def is_allowed(use: Use, exemption: ClassUse, confirmed: Collection[str]) -> bool:
    """Whether the use needs no licence if what was confirmed is so. To stream a whole film is never among what TEACH allows."""
    return exemption.is_met(confirmed) and use is not Use.CAMPUS_STREAMING
