"""For which uses we hold the right to license a film, in the words of contracts with licensors. Pure."""

from __future__ import annotations

from enum import StrEnum

from wording.say import gettext_noop


class RightUse(StrEnum):
    EDUCATION = "education"
    NON_THEATRICAL = "non-theatrical"
    THEATRICAL = "theatrical"
    BROADCAST = "broadcast"
    HOME_VIDEO = "home-video"
    STREAMING = "streaming"


RIGHT_WORDS = {
    RightUse.EDUCATION: gettext_noop("education and libraries"),
    RightUse.NON_THEATRICAL: gettext_noop("screenings outside cinemas"),
    RightUse.THEATRICAL: gettext_noop("screenings in cinemas"),
    RightUse.BROADCAST: gettext_noop("broadcast"),
    RightUse.HOME_VIDEO: gettext_noop("home video"),
    RightUse.STREAMING: gettext_noop("streaming to the public"),
}
"""As they stand in a sentence, in English, and as labels."""
