"""The XML of EN 16931 in its two syntaxes, and the PDF that carries it. decisions/0038-electronic-invoices.md says why."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from licensing.documents.bills.en16931.terms import credit_note_terms, invoice_terms
from licensing.models import CreditNote, Invoice

PEPPOL = {
    "CustomizationID": "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
    "ProfileID": "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
}
CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
LEVEL = "en16931"
FACTURX, UBL = "facturx.pdf", "ubl.xml"
"""The two forms, as their addresses name them."""


def terms_of(paper: Invoice | CreditNote) -> dict[str, Any]:
    """Raises Refused: see `invoice_terms`."""
    write = invoice_terms if isinstance(paper, Invoice) else credit_note_terms
    return write(paper.snapshot)


def cii(paper: Invoice | CreditNote) -> bytes:
    """UN/CEFACT Cross Industry Invoice, as Factur-X and ZUGFeRD carry it. Raises Refused as `terms_of`."""
    from facturx import generate_xml  # here, because most processes never write one

    return bytes(
        generate_xml(
            deepcopy(terms_of(paper)), flavor="factur-x", level=LEVEL, check_xsd=False, check_schematron=None
        )
    )


def ubl(paper: Invoice | CreditNote) -> bytes:
    """UBL 2.1 as Peppol BIS Billing 3.0 names it. Raises Refused as `terms_of`."""
    from facturx import generate_xml
    from lxml import etree

    terms = terms_of(paper) | {"BT-23": PEPPOL["ProfileID"]}
    written = generate_xml(
        deepcopy(terms), flavor="ubl-2.1", level=LEVEL, check_xsd=False, check_schematron=None
    )
    root = etree.fromstring(written)
    for version in root.findall(f"{CBC}UBLVersionID"):  # UBL-CR-002: the customization says it
        root.remove(version)
    for name, value in PEPPOL.items():
        for element in root.iter(f"{CBC}{name}"):
            element.text = value
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def facturx_pdf(paper: Invoice | CreditNote, pdf: Callable[[], bytes]) -> bytes:
    """The PDF (PDF/A-3) with the CII XML within it. Raises Refused as `terms_of`, and those of the PDF."""
    from facturx import generate_from_binary

    xml = cii(paper)
    document = paper.snapshot["document"]
    metadata = {
        "author": document["seller"],
        "keywords": "Factur-X, ZUGFeRD, EN 16931",
        "title": document["title"],
        "subject": document["title"],
    }
    return bytes(
        generate_from_binary(
            pdf(),
            xml,
            flavor="factur-x",
            level=LEVEL,
            check_xsd=False,
            check_schematron=False,
            pdf_metadata=metadata,
            lang=document["lang"],
            afrelationship="alternative",
            xmp_compression=False,  # ISO 19005-3, 6.6.2.1: metadata must be readable as they are
        )
    )
