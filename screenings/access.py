"""What makes a showing accessible, in the words in which cinemas list it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

from wording.say import gettext_noop


class Access(StrEnum):
    """In the order in which people read it. Open captions are on the screen, for everybody; other captions and audio description
    are on devices that one borrows. A relaxed showing has some light and less sound, and nobody minds who moves or speaks."""

    OPEN_CAPTIONS = "open-captions"
    CAPTIONS = "captions"
    DESCRIPTION = "description"
    LOOP = "loop"
    WHEELCHAIRS = "wheelchairs"
    RELAXED = "relaxed"


ACCESS_WORDS = {
    Access.OPEN_CAPTIONS: gettext_noop("captions on the screen"),
    Access.CAPTIONS: gettext_noop("captions on a device"),
    Access.DESCRIPTION: gettext_noop("audio description"),
    Access.LOOP: gettext_noop("hearing loop"),
    Access.WHEELCHAIRS: gettext_noop("places for wheelchairs"),
    Access.RELAXED: gettext_noop("relaxed showing"),
}
"""What a showing offers, as it stands in a list, in English."""

ASKED_WORDS = {
    Access.CAPTIONS: gettext_noop("captions"),
    Access.DESCRIPTION: ACCESS_WORDS[Access.DESCRIPTION],
    Access.LOOP: gettext_noop("a hearing loop"),
    Access.WHEELCHAIRS: ACCESS_WORDS[Access.WHEELCHAIRS],
}
"""What a programmer may ask for, as it stands in a sentence: captions are asked for on the screen or on devices."""

SOUGHT_WORDS = {**ASKED_WORDS, Access.RELAXED: ACCESS_WORDS[Access.RELAXED]}
"""What a visitor may look for."""

DEVICES = (Access.CAPTIONS, Access.DESCRIPTION, Access.LOOP)
"""What a screen may have."""
MARKS = (Access.OPEN_CAPTIONS, Access.RELAXED)
"""What a person decides for a showing."""
CARRIED = frozenset({Access.CAPTIONS, Access.DESCRIPTION})
"""What only a copy that carries it can offer."""


def offered(
    screen: Iterable[Access], carried: Collection[Access] = (), marks: Iterable[Access] = ()
) -> tuple[Access, ...]:
    """What a showing offers: its marks, and what the screen has, captions and description if its copy carries them. With captions on
    the screen nobody needs those on a device."""
    there = {each for each in screen if each not in CARRIED or each in carried} | set(marks)
    if Access.OPEN_CAPTIONS in there:
        there.discard(Access.CAPTIONS)
    return tuple(each for each in Access if each in there)


def meets(asked: Access, offers: Collection[Access]) -> bool:
    """Whether what is offered answers what is asked for."""
    return asked in offers or (asked is Access.CAPTIONS and Access.OPEN_CAPTIONS in offers)
