"""What our documents can print. Every text that a document will show is checked here before it is saved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from typesetting.pdf import MissingGlyph, typeset
from wording.refusals import Refused

NEVER_PRINTED = {"Cc", "Cn", "Co", "Cs", "Zl", "Zp"}
"""Unicode categories without a visible shape: controls, private use, line separators."""
REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that change the direction of the text after them (UAX 9, explicit formatting). A legal document must not have them."""
MOST_NAMED = 10
UNSHOWN = "\N{WHITE SQUARE}"
"""In place of a character that no font of ours has, where a document may be set without it."""
PROBE = Path(__file__).with_name("probe.typ")
PROBED_AT = datetime(2000, 1, 1, tzinfo=UTC)
PLAIN = re.compile(r"[\n\r\t -~]*")
"""Texts of what every font has."""
SPACES = re.compile(r"[\n\r\t ]+")
MOST_WORDS = 20_000
_printed: set[str] = set()
"""Words that can be printed, as far as this process has asked. Documents repeat them, and asking the typesetter takes milliseconds."""


def unprintable(*texts: str) -> list[str]:
    """The characters that cannot be printed, each once, in order of appearance, at most ten."""
    asked = (word for text in texts if not PLAIN.fullmatch(text) for word in SPACES.split(text))
    words = list(dict.fromkeys(word for word in asked if word not in _printed and not PLAIN.fullmatch(word)))
    found = _unprintable(words) if words else []
    if not found:
        if len(_printed) + len(words) > MOST_WORDS:
            _printed.clear()
        _printed.update(words)
    return found


def _unprintable(words: list[str]) -> list[str]:
    found = dict.fromkeys(c for word in words for c in word if _is_never_printed(c))
    probed = ["".join(c for c in word if c not in found) for word in words]
    probed = [word for word in probed if not word.isascii()]
    while probed and len(found) < MOST_NAMED:
        shown = _first_missing(probed)
        if not shown:
            break
        found |= dict.fromkeys(shown)
        probed = ["".join(c for c in text if c not in found) for text in probed]
    return list(found)[:MOST_NAMED]


def refuse_unprintable(*texts: str) -> None:
    """Raises Refused (code `unprintable`), naming the characters, when our documents cannot print these texts."""
    if found := unprintable(*texts):
        raise Refused(
            _("Our documents cannot print these characters: %(characters)s. Please leave them out."),
            "unprintable",
            {"characters": " ".join(map(_named, found))},
        )


def validate_printable(text: str) -> None:
    """`refuse_unprintable` as a validator for fields."""
    refuse_unprintable(text)


def texts_of(document: Any) -> Iterator[str]:
    """All texts in a document's data, at any depth, except `lang`, the language of the others, and `set`, how they are set."""
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict):
        yield from texts_of([value for key, value in document.items() if key not in {"lang", "set"}])
    elif isinstance(document, Iterable):
        for piece in document:
            yield from texts_of(piece)


def _first_missing(texts: list[str]) -> str:
    try:
        typeset(PROBE, {"lang": "en", "texts": texts}, made_at=PROBED_AT)
    except MissingGlyph as missing:
        return missing.shown
    return ""


def _is_never_printed(character: str) -> bool:
    if character in "\n\r\t":
        return False
    return character in REORDERING or unicodedata.category(character) in NEVER_PRINTED


def _named(character: str) -> str:
    """The character in quotes, or its number if it is invisible."""
    is_seen = unicodedata.category(character)[0] not in "CZM"
    return f"“{character}”" if is_seen else f"U+{ord(character):04X}"


def printable(data: dict[str, Any]) -> dict[str, Any]:
    """The words of a document with `UNSHOWN` for what no font has. Not for one with legal effect, which is refused instead."""
    lacking = unprintable(*texts_of(data))
    if not lacking:
        return data
    table = str.maketrans(dict.fromkeys(lacking, UNSHOWN))

    def mended(value: Any) -> Any:
        if isinstance(value, str):
            return value.translate(table)
        if isinstance(value, dict):
            return {name: mended(each) for name, each in value.items()}
        return [mended(each) for each in value] if isinstance(value, list | tuple) else value

    return {name: mended(value) for name, value in data.items()}
