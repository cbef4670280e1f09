"""Seller and buyer of a snapshot in the terms of EN 16931 (BG-4, BG-7), with their numbers and electronic addresses."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from licensing.models import TaxNumber
from wording.countries import place_label
from wording.refusals import Refused

VAT_SCHEMES = {
    "AT": "9914", "BE": "9925", "BG": "9926", "CH": "9927", "CY": "9928", "CZ": "9929", "DE": "9930", "EE": "9931",
    "ES": "9920", "FI": "0213", "FR": "9957", "GB": "9932", "GR": "9933", "HR": "9934", "HU": "9910", "IE": "9935",
    "IT": "0211", "LT": "9937", "LU": "9938", "LV": "9939", "MT": "9943", "NL": "9944", "PL": "9945", "PT": "9946",
    "RO": "9947", "SI": "9949", "SK": "9950",
}  # fmt: skip
"""The scheme of a VAT number as an electronic address (Electronic Address Scheme code list), by country."""
EIN_SCHEME, MAIL_SCHEME = "9959", "EM"
VAT_KINDS = (TaxNumber.Kind.EU_VAT, TaxNumber.Kind.GB_VAT, TaxNumber.Kind.CH_VAT)


def seller_party(facts: dict[str, Any], *, with_vat: bool) -> dict[str, Any]:
    """BG-4. Raises Refused (code `no-seller-number`): an electronic invoice names the seller by a number."""
    seller = facts["seller"]
    vat, ein = seller["vat_number"], seller["ein"]
    if not (vat or ein):
        raise Refused(
            _(
                "An electronic invoice names the seller by a tax number, and the distributor's record had none."
            ),
            "no-seller-number",
        )
    party = {
        "name": seller["legal_name"],
        "legal_identifier": ein or vat,
        **_address(seller["address"], seller["country"]),
        "contacts": [
            {
                "name": seller["signatory"] or seller["legal_name"],
                "phone": seller["phone"] or None,
                "email": seller["reply_to"] or seller["email"],
            }
        ],
        **_endpoint(seller["country"], vat, ein, seller["reply_to"] or seller["email"]),
    }
    if vat and with_vat:
        party["vat_identifier"] = _prefixed(vat, seller["country"])
    elif ein:
        party["tax_identifier"] = ein
    return party


def buyer_party(facts: dict[str, Any], *, with_vat: bool) -> dict[str, Any]:
    """BG-7."""
    to = facts["to"]
    numbers = {kind: number for kind, place, number in to.get("numbers", ()) if place == to["country"]}
    vat = next((numbers[kind] for kind in VAT_KINDS if kind in numbers), "")
    ein = numbers.get(TaxNumber.Kind.US_EIN, "")
    legal = ein or numbers.get(TaxNumber.Kind.CA_BN, "") or numbers.get(TaxNumber.Kind.AU_ABN, "")
    party = {
        "name": to["legal_name"],
        **_address(to["address"].splitlines(), to["country"], to.get("state", "")),
        **_endpoint(to["country"], vat, ein, ""),
    }
    if legal or vat:
        party["legal_identifier"] = legal or vat
    if vat and with_vat:
        party["vat_identifier"] = _prefixed(vat, to["country"])
    return party


def _address(lines: list[str], country: str, state: str = "") -> dict[str, str]:
    """Our addresses are lines, so they stay lines: the last takes what does not fit."""
    first, rest = lines[:2], " ".join(lines[2:])
    named = dict(zip(("addr_l1", "addr_l2"), first, strict=False))
    return {
        **named,
        **({"addr_l3": rest} if rest else {}),
        **({"country_subdivision": _place(country, state)} if state else {}),
        "country_code": country,
    }


def _place(country: str, state: str) -> str:
    """In the office's language, whoever reads it."""
    with override(settings.LANGUAGE_CODE):
        return place_label(country, state)


def _endpoint(country: str, vat: str, ein: str, mail: str) -> dict[str, str]:
    """Where a network delivers: by VAT number, by EIN, or else by mail."""
    if vat and country in VAT_SCHEMES:
        address, scheme = _prefixed(vat, country), VAT_SCHEMES[country]
    elif ein:
        address, scheme = ein, EIN_SCHEME
    elif mail:
        address, scheme = mail, MAIL_SCHEME
    else:
        return {}
    return {"einvoicing_addr": address, "einvoicing_addr_schemeid": scheme}


def _prefixed(vat: str, country: str) -> str:
    """With the letters of its country (BR-CO-09); EL for Greece."""
    prefix = "EL" if country == "GR" else country
    return vat if vat.startswith(prefix) else f"{prefix}{vat}"
