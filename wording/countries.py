"""Names of countries and languages in the reader's language (CLDR, through Babel)."""

from __future__ import annotations

from functools import lru_cache
from gettext import translation

import langcodes
import pycountry
from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

from wording.codes import country_name
from wording.translations import Said

ENGLISH = Locale("en")
NO_DIALOGUE = "zxx"
WITH_STATES = ("US", "CA")
"""Countries whose states or provinces decide what is sold and taxed there."""


def reader_locale() -> Locale:
    """In which the reader's names of countries and languages are."""
    try:
        return Locale.parse(to_locale(get_language() or "en"))
    except (UnknownLocaleError, ValueError):
        return ENGLISH


def country_label(code: str) -> str:
    """The name of an ISO 3166-1 alpha-2 code; in English where the reader's language has none."""
    return str(reader_locale().territories.get(code) or country_name(code))


def states_of(country: str) -> dict[str, str]:
    """Names of the states, provinces and territories by their codes (ISO 3166-2), by name; none but for WITH_STATES."""
    if country not in WITH_STATES:
        return {}
    found = pycountry.subdivisions.get(country_code=country)  # type: ignore[no-untyped-call]  # pycountry ships no types for it
    return dict(sorted(((each.code[3:], str(each.name)) for each in found), key=lambda each: each[1]))


def place_label(country: str, state: str = "") -> str:
    """“New York”, “Canada”: the state where there is one, otherwise the country in the reader's language."""
    if state:
        return states_of(country).get(state, f"{country}-{state}")
    return country_label(country)


def territory_label(name: str) -> Said:
    """A territory as the office calls it, in the reader's language where CLDR knows it by that English name."""
    reader = get_language() or settings.LANGUAGE_CODE
    code = _territory_codes().get(name.casefold()) if reader != settings.LANGUAGE_CODE else None
    label = reader_locale().territories.get(code) if code else None
    return Said(str(label), reader) if label else Said(name, settings.LANGUAGE_CODE)


@lru_cache(maxsize=1)
def _territory_codes() -> dict[str, str]:
    """CLDR's territories by their English names; “world” is the whole world."""
    return {str(name).casefold(): code for code, name in ENGLISH.territories.items()}


def language_label(tag: str) -> str:
    """The name of a BCP 47 tag with its script: “Chinese (Latin, Pinyin Romanization)”; zxx reads as no dialogue."""
    if tag == NO_DIALOGUE:
        return _("no dialogue")
    reader = reader_locale()
    if whole := reader.languages.get(tag.replace("-", "_")):
        return str(whole)
    parsed = langcodes.Language.get(tag)
    script = reader.scripts.get(parsed.script or "", parsed.script)
    variants = (reader.variants.get(variant.upper(), variant) for variant in parsed.variants or ())
    name = reader.languages.get(parsed.language or "") or _iso_language(parsed.language or tag, reader)
    details = ", ".join(filter(None, (script, *variants)))
    return f"{name} ({details})" if details else str(name)


def _iso_language(code: str, reader: Locale) -> str:
    """ISO 639-3, for languages that CLDR does not name; in English where nobody has translated it."""
    found = pycountry.languages.get(alpha_3=code) or pycountry.languages.get(alpha_2=code)
    if not found:
        return code
    likely = langcodes.Language.get(str(reader)).maximize()
    names = translation(
        "iso639-3",
        pycountry.LOCALES_DIR,
        [f"{reader.language}_{likely.territory}", reader.language],
        fallback=True,
    )
    return names.gettext(str(found.name))
