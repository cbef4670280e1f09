"""Names of countries and languages in the reader's language (CLDR, through Babel)."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language, to_locale

from catalog.codes import country_name, language_name

ENGLISH = Locale("en")


def _reader() -> Locale:
    try:
        return Locale.parse(to_locale(get_language() or "en"))
    except (UnknownLocaleError, ValueError):
        return ENGLISH


def country_label(code: str) -> str:
    """The name of an ISO 3166-1 alpha-2 code; in English where the reader's language has none."""
    return str(_reader().territories.get(code) or country_name(code))


def language_label(tag: str) -> str:
    """The name of a BCP 47 tag; in English where the reader's language has none."""
    return str(_reader().languages.get(tag.replace("-", "_")) or language_name(tag))
