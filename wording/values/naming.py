"""From names that people write to codes: “France”, “Frankreich” for a reader of German, “FR”."""

from __future__ import annotations

import re
from functools import lru_cache

import pycountry
from babel import Locale
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from wording.codes import validate_country, validate_language
from wording.countries import ENGLISH, country_label, language_label, reader_locale

OUTSIDE_BRACKETS = re.compile(r"[,，、;]\s*(?![^()（）]*[)）])")
"""Commas between names; “Chinese (Latin, Pinyin Romanization)” has one inside."""


def country_of(text: str) -> str:
    """The ISO 3166-1 code that a name or a code means. Raises ValidationError (code `country`)."""
    found = _countries(reader_locale()).get(text.casefold()) or _countries(ENGLISH).get(text.casefold())
    if found:
        return found
    try:
        validate_country(text.upper())
    except ValidationError as unknown:
        sentence = _("“%(name)s” is no country that we know. Write its name, or its two letters, such as CN.")
        raise ValidationError(sentence, "country", {"name": text}) from unknown
    return text.upper()


def language_of(text: str) -> str:
    """The BCP 47 tag that a name or a tag means. Raises ValidationError (code `language`)."""
    found = _languages(reader_locale()).get(text.casefold()) or _languages(ENGLISH).get(text.casefold())
    if found:
        return found
    try:
        validate_language(text)
    except ValidationError as unknown:
        sentence = _("“%(name)s” is no language that we know. Write its name, or its tag, such as zh-Hans.")
        raise ValidationError(sentence, "language", {"name": text}) from unknown
    return text


def split_names(text: str) -> list[str]:
    """The names in a list that someone wrote with commas."""
    return [name for name in (each.strip() for each in OUTSIDE_BRACKETS.split(text)) if name]


def country_choices() -> list[tuple[str, str]]:
    """All countries, by their names in the reader's language."""
    return list(_country_choices(reader_locale()))


def language_choices() -> list[tuple[str, str]]:
    """The languages that CLDR names in the reader's language, with those of film titles in other scripts."""
    return list(_language_choices(reader_locale()))


@lru_cache(maxsize=8)
def _country_choices(_reader: Locale) -> list[tuple[str, str]]:
    """Once for each language: to name and sort them takes a good part of a second."""
    return _sorted({country.alpha_2: country_label(country.alpha_2) for country in pycountry.countries})


@lru_cache(maxsize=8)
def _language_choices(reader: Locale) -> list[tuple[str, str]]:
    tags = {str(tag).replace("_", "-") for tag in reader.languages} | {"zh-Latn-pinyin", "zxx"}
    tags -= {"mul", "mis", "und"}
    return _sorted({tag: language_label(tag) for tag in tags if len(tag) <= 14})


def _sorted(labels: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(labels.items(), key=lambda each: each[1].casefold())


@lru_cache(maxsize=8)
def _countries(locale: Locale) -> dict[str, str]:
    known = {country.alpha_2 for country in pycountry.countries}
    return {str(name).casefold(): code for code, name in locale.territories.items() if code in known}


@lru_cache(maxsize=8)
def _languages(locale: Locale) -> dict[str, str]:
    return {str(name).casefold(): str(tag).replace("_", "-") for tag, name in locale.languages.items()}
