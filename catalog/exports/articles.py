"""How many characters at the beginning of a title sorting passes over (MARC 21: nonfiling characters)."""

from __future__ import annotations

import unicodedata

from catalog.models.filing import articles_of

MOST = 9
"""The indicator is one digit."""


def nonfiling(title: str, language: str) -> int:
    """How many characters of the title sorting passes over: an article with the marks and spaces around it; 0 to 9."""
    before = len(title) - len(title.lstrip("".join({c for c in title if unicodedata.category(c)[0] == "P"})))
    plain = title.casefold().replace("’", "'")
    known = {each if each.endswith("'") else f"{each} " for each in articles_of(language)}
    found = [
        (start, each)
        for each in known
        for start in [before - each.startswith("'")]
        if start >= 0 and plain.startswith(each, start)
    ]
    start, article = max(found, key=lambda each: len(each[1]), default=(0, ""))
    if not article or not title[start + len(article) :].strip():
        return 0
    after = start + len(article)
    while after < len(title) and not title[after].isalnum():
        after += 1
    return after if after <= MOST else 0
