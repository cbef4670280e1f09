"""English names of countries and languages inside a sentence. Pure: Babel's tables, no Django."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

WITH_ARTICLE = frozenset(
    [
        "AE",
        "AX",
        "BQ",
        "BS",
        "CC",
        "CF",
        "CK",
        "DO",
        "FK",
        "FO",
        "GB",
        "GM",
        "IM",
        "IO",
        "KM",
        "KY",
        "MH",
        "MP",
        "MV",
        "NL",
        "PH",
        "PS",
        "SB",
        "SC",
        "TC",
        "TF",
        "UM",
        "US",
        "VG",
        "VI",
    ]
)
"""ISO 3166-1 codes of the countries that English names with “the”."""


@lru_cache(maxsize=1)
def _english() -> Locale:
    return Locale("en")


def country_in_english(code: str) -> str:
    """As it stands in a sentence: “the Netherlands”, “France”; the code itself where it names no country."""
    name = _english().territories.get(code, code)
    return f"the {name}" if code in WITH_ARTICLE else str(name)


def language_in_english(tag: str) -> str:
    """Such as “Simplified Chinese” for zh-Hans; the tag itself where CLDR has no name for it."""
    return str(_english().languages.get(tag.replace("-", "_"), tag))
