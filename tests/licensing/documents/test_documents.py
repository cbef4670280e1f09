from __future__ import annotations

import io
from typing import Any, cast

import pgtrigger
import pytest
from django.db import ProgrammingError, transaction
from django.utils.translation import override
from pypdf import PdfReader
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film, Title
from licensing.documents.bills.invoice import invoice_pdf
from licensing.documents.proof.certificate import certificate_pdf, qr_svg
from licensing.documents.proof.proofs import check_address
from licensing.documents.proof.signing import read_signed
from licensing.models import Institution, Invoice, Licence, LicenceType, Order
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.terms.words import grants_words
from licensing.typesetting.pdf import typeset
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.writing.messages import compose
from tests.licensing.conftest import NOW, licence_of, order_of, pay, signed_in
from wording.refusals import Refused

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


def change_everything(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data, settings, sentences of the code and the reader's language, after a document was issued."""
    Institution.objects.update(legal_name="Renamed", bill_to="Moved", country="FR")
    Film.objects.update(title="Renamed", runtime=1)
    LicenceType.objects.update(name="Renamed", term_months=1)
    settings.DISTRIBUTOR, settings.SITE_URL, settings.LANGUAGE_CODE = "Renamed", "https://moved.example", "fr"
    for module in (
        "licensing.documents.bills.invoice",
        "licensing.documents.proof.certificate",
        "licensing.terms.words",
    ):
        name = "gettext" if module.endswith("words") else "_"
        monkeypatch.setattr(f"{module}.{name}", lambda sentence: f"CHANGED {sentence}")


@pytest.mark.parametrize("reader", ["en", "fr", "zh-hans"])
def test_an_issued_invoice_says_the_same_to_everyone_and_for_ever(
    invoice: Invoice, settings: Settings, monkeypatch: pytest.MonkeyPatch, reader: str
) -> None:
    before = invoice_pdf(invoice)
    change_everything(settings, monkeypatch)
    with override(reader):
        after = invoice_pdf(Invoice.objects.get())
    assert words_of(after) == words_of(before)
    assert after == before


@pytest.mark.parametrize("reader", ["en", "fr", "zh-hans"])
def test_an_issued_certificate_says_the_same_to_everyone_and_for_ever(
    licence: Licence, settings: Settings, monkeypatch: pytest.MonkeyPatch, reader: str
) -> None:
    before = certificate_pdf(licence)
    change_everything(settings, monkeypatch)
    with override(reader):
        after = certificate_pdf(Licence.objects.get())
    assert words_of(after) == words_of(before)
    assert after == before


def test_documents_are_issued_in_the_offices_language_whoever_causes_it(
    order: Order, office: User, settings: Settings
) -> None:
    with override("zh-hans"):
        invoice = issue_invoice(order=order, by=office)
        pay(invoice, office)
    licence = Licence.objects.get()
    assert (invoice.snapshot["document"]["lang"], licence.document["lang"]) == ("en", "en")
    assert "It lasts for 3 years from the day it begins." in words_of(invoice_pdf(invoice))
    assert licence.territory == "United States"
    assert "Territory United States" in words_of(certificate_pdf(licence))


def test_the_statement_of_a_certificate_signs_its_words(licence: Licence) -> None:
    signed = read_signed(licence.certificate)
    assert signed is not None
    assert (signed["language"], signed["words"]) == ("en", grants_words(licence.terms()))


@pytest.mark.parametrize("change", [{"document": {}}, {"certificate": "x"}])
def test_the_database_lets_no_signed_words_change(licence: Licence, change: dict[str, object]) -> None:
    with (
        pytest.raises(ProgrammingError, match="Cannot update rows from licensing_licence"),
        transaction.atomic(),
    ):
        Licence.objects.filter(pk=licence.pk).update(**change)


def before_words_were_kept(row: Invoice | Licence) -> None:
    """The row as it was issued before this version."""
    with pgtrigger.ignore(
        "licensing.Invoice:issued_invoice_never_changes", "licensing.Licence:signed_words_never_change"
    ):
        if isinstance(row, Invoice):
            row.snapshot.pop("document")
        else:
            row.document = {}
        row.save()


def test_documents_of_before_their_words_were_kept_still_print(licence: Licence, invoice: Invoice) -> None:
    kept = words_of(invoice_pdf(invoice)), words_of(certificate_pdf(licence))
    before_words_were_kept(invoice)
    before_words_were_kept(licence)
    with override("fr"):
        again = (
            words_of(invoice_pdf(Invoice.objects.get())),
            words_of(certificate_pdf(Licence.objects.get())),
        )
    assert again == kept


@pytest.fixture
def unprintable_invoice(invoice: Invoice) -> Invoice:
    """One that was issued before its name was looked at."""
    invoice.snapshot["to"]["legal_name"] = "School 😀"
    before_words_were_kept(invoice)
    return Invoice.objects.get()


def test_an_invoice_that_cannot_be_printed_is_shown_as_a_page(
    unprintable_invoice: Invoice, teacher: User
) -> None:
    answer = signed_in(teacher).get(f"/orders/{unprintable_invoice.order.number}/invoice.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/html; charset=utf-8")
    for said in (
        "Our documents cannot print “😀”.",
        "School 😀",
        "PO-7",
        "31 March 2027",
        "$195.00",
        "Payable within",
    ):
        assert said in answer.text


def test_the_mail_of_an_invoice_that_cannot_be_printed_leaves_with_its_words(
    unprintable_invoice: Invoice,
) -> None:
    reminder = Reminder.objects.get(kind="licensing.invoice-issued")
    kind = kind_named(reminder.kind)
    assert kind is not None
    message = compose(reminder, kind)
    assert message is not None
    [(name, content, content_type)] = message.attachments
    assert (name, content_type) == ("INV-2027-0001.txt", "text/plain")
    assert str(content).startswith(
        "This document cannot be sent as a PDF, so its words follow as plain text. Our documents cannot print “😀”.\n"
    )
    for said in ("School 😀", "PO-7", "31 March 2027", "$195.00"):
        assert said in str(content)


def test_a_certificate_that_cannot_be_printed_leads_to_its_licence(licence: Licence, teacher: User) -> None:
    Licence.objects.update(licensee_name="School 😀")
    before_words_were_kept(Licence.objects.get())
    answer = signed_in(teacher).get(f"/licences/{licence.number}/certificate.pdf", follow=True)
    assert answer.redirect_chain == [(f"/licences/{licence.number}/", 302)]
    assert "Our documents cannot print “😀”." in answer.text


def test_a_template_that_typst_cannot_set_is_an_answer_and_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Refused) as refused:
        typeset("invoice", {"lang": "en", "title": "Without all else"}, made_at=NOW)
    assert refused.value.code == "not-set"
    assert "Typst could not set invoice.typ" in caplog.text


def test_names_that_run_from_right_to_left_stand_beside_those_that_do_not(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    school.legal_name, school.bill_to = "جامعة القاهرة (كلية الآداب)", "12 شارع الجامعة\n서울 (ภาษาไทย)"
    school.save()
    words = words_of(invoice_pdf(issue_invoice(order=order_of(school, teacher, [(film, site)]), by=office)))
    assert "서울 (ภาษาไทย) United States" in words
    assert "الآداب" in words


def test_the_certificate_says_what_is_granted_to_whom(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    Title.objects.create(film=film, text="铁西区", language="zh-Hans", kind=Title.Kind.ORIGINAL)
    words = words_of(certificate_pdf(licence_of(school, teacher, film, site)))
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
    school.legal_name, school.bill_to = EVIL, "#set page(fill: red)\n= Heading"
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


def test_the_qr_code_is_drawn_without_styles(licence: Licence) -> None:
    svg = qr_svg(check_address(licence))
    assert svg.startswith("<svg ")
    assert "style=" not in svg
