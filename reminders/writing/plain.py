"""Makes what people typed safe for a mail: visible, on one line, with nothing that a mail reader would turn into a link."""

from __future__ import annotations

import re
import unicodedata

HIDDEN = frozenset({"Cf", "Co", "Cs"})
"""Categories of characters that show nothing or that no font has, such as those that change the direction of writing."""
BLANK = frozenset({"Cc", "Zl", "Zp", "Zs"})
JOINERS = re.compile(r"(?<=[^\x00-\x7f])[\u200c\u200d](?=[^\x00-\x7f])")
"""Some scripts need them for correct spelling; between Latin letters they would only hide an address."""

# Mail readers turn bare addresses into links. A space breaks what they look for, and people can still read it: after a
# scheme, or after a dot (or a character that browsers take for one) before what could be a top-level domain, which has at
# least two letters.
SCHEME = re.compile(r"(?<=\w):(?=//)|(?<=\bmailto):|(?<=\btel):|(?<=\bsms):", re.IGNORECASE)
DOT = re.compile(r"(?<=\S)([.。．｡])(?=[^\W\d_]{2})")


def plain(value: object) -> str:
    """One line of text, without control characters and without anything that would become a link."""
    return without_links(" ".join(visible(str(value)).split()))


def lines(value: object) -> list[str]:
    """The same for texts whose line breaks are kept: an address, a reason that the office wrote."""
    return [line for line in map(plain, str(value).splitlines()) if line]


def visible(text: str) -> str:
    """The text without invisible characters; every kind of blank becomes a space."""
    if text.isprintable():  # it has none of either but spaces
        return text
    joiners = {match.start() for match in JOINERS.finditer(text)}
    return "".join(
        _visible(character) if index not in joiners else character for index, character in enumerate(text)
    )


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category in BLANK:
        return " "
    return "" if category in HIDDEN else character


def without_links(text: str) -> str:
    return DOT.sub(r"\1 ", SCHEME.sub(": ", text))
