"""What people typed, as a mail may say it: visible, on one line, and nothing that a mail reader would make a link of."""

from __future__ import annotations

import re
import unicodedata

HIDDEN = frozenset({"Cf", "Co", "Cs"})
"""Categories of characters that show nothing, or that no font knows: among them those that turn the direction of writing."""
BLANK = frozenset({"Cc", "Zl", "Zp", "Zs"})
JOINERS = re.compile(r"(?<=[^\x00-\x7f])[\u200c\u200d](?=[^\x00-\x7f])")
"""Some scripts are misspelt without them; between Latin letters they would only hide an address."""

# Mail readers make links of bare addresses. A space breaks what they look for, and people still can read it: a scheme, or a
# dot (also one that browsers take for a dot) before what could be a top-level domain, which has two letters at least.
SCHEME = re.compile(r"(?<=\w):(?=//)|(?<=\bmailto):|(?<=\btel):|(?<=\bsms):", re.IGNORECASE)
DOT = re.compile(r"(?<=\S)([.。．｡])(?=[^\W\d_]{2})")


def plain(value: object) -> str:
    """One line of text, without control characters, and without what would become a link."""
    return without_links(" ".join(visible(str(value)).split()))


def lines(value: object) -> list[str]:
    """The same, where line breaks are wanted: an address, a reason that the office wrote."""
    return [line for line in map(plain, str(value).splitlines()) if line]


def visible(text: str) -> str:
    """Without what cannot be seen; each kind of blank is a space."""
    joiners = {match.start() for match in JOINERS.finditer(text)}
    return "".join(
        _visible(character) if place not in joiners else character for place, character in enumerate(text)
    )


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category in BLANK:
        return " "
    return "" if category in HIDDEN else character


def without_links(text: str) -> str:
    return DOT.sub(r"\1 ", SCHEME.sub(": ", text))
