from __future__ import annotations

import io
from typing import Any, cast

import pytest
from pypdf import PdfReader

from accounts.models import User
from catalog.models import Film, Title
from licensing.certificates import check_address
from licensing.documents.certificate import certificate_pdf, qr_svg
from licensing.documents.invoice import invoice_pdf
from licensing.documents.typesetting import refuse_unprintable, typeset
from licensing.invoices import issue_invoice
from licensing.models import Institution, Invoice, Licence, LicenceType
from licensing.refusals import Refused
from tests.licensing.conftest import NOW, licence_of, order_of

EVIL = '铁西 #panic("owned") *bold* $x^2$ @ref <b> \\ #read("/etc/passwd") "Trust" & O\'Brien'


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


def test_the_invoice_says_who_owes_what_until_when(invoice: Invoice) -> None:
    words = words_of(invoice_pdf(invoice))
    for said in (
        "Invoice INV-2027-0001", "Lincoln Unified School District", "Purchase order PO-7", "Due on 31 March 2027",
        "West of the Tracks", "It lasts for 3 years from the day it begins.", "Total $195.00",
    ):  # fmt: skip
        assert said in words


def test_the_invoice_is_made_of_its_snapshot_alone(invoice: Invoice, school: Institution) -> None:
    before = invoice_pdf(invoice)
    school.legal_name = "Renamed"
    school.save()
    Film.objects.filter(part_of=None).update(title="Renamed")
    assert invoice_pdf(Invoice.objects.get()) == before


def test_the_certificate_says_what_is_granted_to_whom(licence: Licence, film: Film) -> None:
    Title.objects.create(film=film, text="铁西区", language="zh-Hans", kind=Title.Kind.ORIGINAL)
    words = words_of(certificate_pdf(licence))
    for said in (
        "Certificate of licence", "LIC-2027-0001", "Lincoln Unified School District", "West of the Tracks", "铁西区",
        "Rust", "4 h 4 min", "Until and including 28 February 2030", "It does not include public performance rights.",
    ):  # fmt: skip
        assert said in words


def test_the_certificate_bears_its_signed_statement(licence: Licence) -> None:
    assert licence.certificate in words_of(certificate_pdf(licence)).replace(" ", "")


def test_documents_are_tagged_and_titled(licence: Licence, invoice: Invoice) -> None:
    for pdf, title in (
        (certificate_pdf(licence), "Certificate of licence"),
        (invoice_pdf(invoice), "Invoice INV-2027-0001"),
    ):
        reader = read(pdf)
        catalogue = cast("Any", reader.trailer["/Root"])
        assert catalogue["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf has a Boolean of its own
        assert catalogue["/Lang"] == "en"
        assert reader.metadata is not None
        assert reader.metadata.title == title
        assert b"pdfuaid:part" in pdf


def test_the_same_certificate_gives_the_same_bytes(licence: Licence) -> None:
    assert certificate_pdf(licence) == certificate_pdf(licence)


def test_markup_in_a_legal_name_is_set_as_it_is(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    school.legal_name, school.address = EVIL, "#set page(fill: red)\n= Heading"
    school.save()
    invoice = issue_invoice(order=order_of(school, teacher, [(film, site)]), by=office)
    words = words_of(invoice_pdf(invoice))
    assert EVIL in words
    assert "#set page(fill: red) = Heading" in words
    assert EVIL in words_of(certificate_pdf(licence_of(school, teacher, film, site)))


def test_a_part_is_shown_within_its_whole(
    school: Institution, teacher: User, rails: Film, site: LicenceType
) -> None:
    words = words_of(certificate_pdf(licence_of(school, teacher, rails, site)))
    assert "West of the Tracks: Rails" in words
    assert "Rust" in words


@pytest.mark.parametrize("text", ["한국어", "ภาษาไทย", "a\x01b"])
def test_what_no_font_has_is_refused_and_never_a_box(text: str) -> None:
    with pytest.raises(Refused, match="Our documents cannot print") as refused:
        refuse_unprintable(text)
    assert refused.value.code == "unprintable"


@pytest.mark.parametrize(
    "text", ["Zürich Łódź Tiě Xī Qū", "Музей", "Μουσείο", "铁西区 鐵西區", "日本語 かな"]
)
def test_the_fonts_that_travel_have_these_scripts(text: str) -> None:
    assert text in words_of(typeset("probe", {"text": text}, made_at=NOW))


def test_the_qr_code_is_drawn_without_styles(licence: Licence) -> None:
    svg = qr_svg(check_address(licence))
    assert svg.startswith("<svg ")
    assert "style=" not in svg
