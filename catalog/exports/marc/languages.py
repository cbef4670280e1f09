"""Languages and scripts as MARC 21 writes them."""

from __future__ import annotations

import unicodedata

import langcodes
import pycountry
from django.utils import translation

from wording.countries import language_label

NO_CODE = "mis"
MACRO = {"cmn": "chi", "yue": "chi", "wuu": "chi", "nan": "chi", "arb": "ara", "pes": "per", "ekk": "est"}
"""Languages that MARC's list has only under the name of their group."""
SCRIPTS = {
    "CJK": "$1",
    "HIRAGANA": "$1",
    "KATAKANA": "$1",
    "HANGUL": "$1",
    "CYRILLIC": "(N",
    "ARABIC": "(3",
    "HEBREW": "(2",
    "GREEK": "(S",
}
"""Codes of $6 by the first word of a letter's Unicode name (MARC 21, appendix A)."""
ROMAN = "LATIN"


def language_code(tag: str) -> str:
    """The MARC code (ISO 639-2/B) of a BCP 47 tag: “chi” for zh-Hans and cmn.

    `mis` (without a code) for languages that ISO 639-1 does not have: field 041 names them by ISO 639-3.
    """
    if not tag:
        return "und"
    code = langcodes.Language.get(tag, normalize=False).to_alpha3(variant="B")
    if code in MACRO:
        return MACRO[code]
    known = pycountry.languages.get(alpha_3=code) or pycountry.languages.get(bibliographic=code)
    return code if code in ("zxx", "mul", "und") or hasattr(known, "alpha_2") else NO_CODE


def iso_code(tag: str) -> str:
    """The ISO 639-3 code of a BCP 47 tag."""
    return str(langcodes.Language.get(tag, normalize=False).to_alpha3())


def language_name(tag: str) -> str:
    """In English: “Mandarin Chinese”."""
    with translation.override("en"):
        return language_label(tag)


def script(text: str) -> str:
    """The name of the script of most of its letters, as Unicode names it: LATIN, CJK, CYRILLIC; LATIN without letters."""
    counts: dict[str, int] = {}
    for letter in text:
        if letter.isalpha():
            name = unicodedata.name(letter, ROMAN).split(" ", 1)[0].split("-", 1)[0]
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=counts.__getitem__) if counts else ROMAN


def is_roman(text: str) -> bool:
    return script(text) == ROMAN


def script_code(text: str) -> str:
    """For the end of $6: “/$1”, or nothing where MARC has no code for the script."""
    code = SCRIPTS.get(script(text))
    return f"/{code}" if code else ""
