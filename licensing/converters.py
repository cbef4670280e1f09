"""What may stand in an address of licensing; anything else is no address of ours, and asks the database nothing."""

from __future__ import annotations

from django.urls.converters import StringConverter


class NumberConverter(StringConverter):
    """Of an order, an invoice or a licence: LIC-2027-0001 (licensing.documents.numbers)."""

    regex = "[A-Z0-9-]{1,20}"


class ElectronicConverter(StringConverter):
    """A form of an invoice as electronic data (licensing.documents.bills.en16931)."""

    regex = r"facturx\.pdf|ubl\.xml"


class ProofConverter(StringConverter):
    """A compact JWS (RFC 7515, 7.1), whole, cut short or mistyped: the page says which."""

    regex = "[A-Za-z0-9_.-]+"


class LinkConverter(StringConverter):
    """A download's signed token (django.core.signing)."""

    regex = "[A-Za-z0-9_.:-]{1,300}"
