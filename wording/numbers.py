"""Validators for numbers that registers and banks give out, by their own check digits (python-stdnum)."""

from __future__ import annotations

from typing import Any

import stdnum
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import bic, iban
from stdnum.eu import oss
from stdnum.exceptions import ValidationError as Wrong
from stdnum.us import ein, rtn


def validate_ein(number: str) -> None:
    """Raises ValidationError (code `ein`) unless it is an Employer Identification Number of the United States."""
    if not ein.is_valid(number):
        raise ValidationError(
            _("“%(number)s” is not an Employer Identification Number, such as 12-3456789."),
            "ein",
            {"number": number},
        )


def validate_vat(number: str) -> None:
    """Raises ValidationError (code `vat`) unless it is a VAT number that begins with its country, such as FR40303265045."""
    register = _register(number)
    if register is None or not register.is_valid(number):
        raise ValidationError(
            _(
                "“%(number)s” is not a VAT number that begins with the letters of its country, such as FR40303265045."
            ),
            "vat",
            {"number": number},
        )


def validate_iban(number: str) -> None:
    """Raises ValidationError (code `iban`) unless it is an International Bank Account Number (ISO 13616)."""
    try:
        iban.validate(number)
    except Wrong as wrong:
        raise ValidationError(
            _("“%(number)s” is not an IBAN: a letter or digit is wrong, missing or too many."),
            "iban",
            {"number": number},
        ) from wrong


def validate_bic(number: str) -> None:
    """Raises ValidationError (code `bic`) unless it is a Business Identifier Code (ISO 9362), of 8 or 11 characters."""
    if not bic.is_valid(number):
        raise ValidationError(_("“%(number)s” is not a BIC, such as AGRIFRPP882."), "bic", {"number": number})


def validate_routing(number: str) -> None:
    """Raises ValidationError (code `routing`) when it has the nine digits of an American routing number and a wrong check digit."""
    if len(number) == 9 and number.isdecimal() and not rtn.is_valid(number):
        raise ValidationError(
            _("“%(number)s” is not a routing number: one of its nine digits is wrong."),
            "routing",
            {"number": number},
        )


def written_iban(number: str) -> str:
    """In groups of four, as banks print it."""
    return str(iban.format(number))


def _register(number: str) -> Any:
    """What checks the numbers of the country that the first two letters name; EU and IM name the one-stop shop."""
    country = number[:2].lower()
    if country in {"eu", "im"}:
        return oss
    if not country.isascii() or not country.isalpha():
        return None
    return stdnum.get_cc_module("gr" if country == "el" else country, "vat")
