"""Validators for standard codes: BCP 47 language tags and ISO 3166-1 countries."""

from __future__ import annotations

import langcodes
import pycountry
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def validate_language(tag: str) -> None:
    """Raises ValidationError (code `language`) unless `tag` is a valid BCP 47 tag (RFC 5646), as zh-Hans or zh-Latn-pinyin."""
    if not langcodes.tag_is_valid(tag):
        raise ValidationError(
            _("“%(tag)s” is not a BCP 47 language tag, such as zh-Hans."), "language", {"tag": tag}
        )


def validate_country(code: str) -> None:
    """Raises ValidationError (code `country`) unless `code` is an ISO 3166-1 alpha-2 code."""
    if code != code.upper() or pycountry.countries.get(alpha_2=code) is None:
        raise ValidationError(
            _("“%(code)s” is not an ISO 3166-1 country code of two letters, such as CN."),
            "country",
            {"code": code},
        )


def country_name(code: str) -> str:
    """The English name of an ISO 3166-1 alpha-2 code; the code itself where there is none."""
    country = pycountry.countries.get(alpha_2=code)
    return str(getattr(country, "common_name", country.name)) if country else code
