"""Articles at the beginning of a title, which sorting passes over (MARC 21: nonfiling characters)."""

from __future__ import annotations

import unicodedata

ARTICLES = {
    "en": ("the ", "a ", "an "),
    "fr": ("le ", "la ", "les ", "l'", "un ", "une ", "des "),
    "de": ("der ", "die ", "das ", "ein ", "eine "),
    "es": ("el ", "la ", "los ", "las ", "lo ", "un ", "una ", "unos ", "unas "),
    "it": ("il ", "lo ", "la ", "i ", "gli ", "le ", "l'", "un ", "uno ", "una ", "un'"),
    "pt": ("o ", "a ", "os ", "as ", "um ", "uma "),
    "nl": ("de ", "het ", "een ", "'t "),
    "sv": ("en ", "ett ", "den ", "det ", "de "),
    "da": ("en ", "et ", "den ", "det ", "de "),
    "nb": ("en ", "et ", "ei ", "den ", "det ", "de "),
    "hu": ("a ", "az ", "egy "),
}
MOST = 9
"""The indicator is one digit."""


def nonfiling(title: str, language: str) -> int:
    """How many characters of the title sorting passes over: an article with the marks and spaces around it; 0 to 9."""
    before = len(title) - len(title.lstrip("".join({c for c in title if unicodedata.category(c)[0] == "P"})))
    rest = title[before:].casefold().replace("’", "'")
    known = ARTICLES.get(language.split("-", maxsplit=1)[0].casefold(), ())
    article = next((each for each in sorted(known, key=len, reverse=True) if rest.startswith(each)), "")
    if not article or not rest[len(article) :].strip():
        return 0
    after = before + len(article)
    while after < len(title) and not title[after].isalnum():
        after += 1
    return after if after <= MOST else 0
