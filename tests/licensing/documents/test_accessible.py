"""Every document of the trade keeps PDF/UA-1, so that a screen reader can follow it; the electronic ones keep PDF/A-3."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from djmoney.money import Money
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from accounts.models import User
from catalog.models import Film
from licensing.documents.bills.credit_note import credit_note_facturx, credit_note_pdf
from licensing.documents.bills.invoice import invoice_facturx, invoice_pdf
from licensing.documents.bills.quote import quote_pdf
from licensing.documents.bills.receipt import receipt_pdf
from licensing.documents.bills.royalty_statement import statement_pdf
from licensing.documents.proof.certificate import certificate_pdf
from licensing.models import Institution, Invoice, Licence, LicenceType, Receipt, RoyaltyAgreement
from licensing.royalties.statements import issue_statements
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.quoting.quotes import make_quote
from licensing.terms.royalties import Quarter
from office.models import BankAccount, Distributor
from tests.licensing.conftest import TODAY, licence_of, pay, signed_in
from tests.licensing.royalties.conftest import Clock, agreement, licensor, receive, set_clock
from tests.pdf_rules import faults_of

__all__ = ["agreement", "licensor", "set_clock"]
LONG = "\u062c\u0627\u0645\u0639\u0629 " * 20 + "\u6e05\u534e\u5927\u5b66"


@pytest.fixture(autouse=True)
def seller(db: None) -> Distributor:
    """With all that a letterhead shows but a logo."""
    row = Distributor.objects.create(
        legal_name="Distributor", address="1 Film Street\nPortland, OR 97201", contact_email="office@distributor.example",
        country="US", ein="12-3456789", phone="+1 555 0100", signatory="Ada Brandt", signatory_title="Director",
    )  # fmt: skip
    BankAccount.objects.create(
        distributor=row, currency="USD", holder="Distributor", bank="A bank", account_number="0001", routing="110000000"
    )  # fmt: skip
    return row


def test_bills_can_be_followed_by_a_screen_reader(invoice: Invoice, office: User) -> None:
    note = issue_credit_note(
        invoice=invoice, amounts={invoice.order.lines.get().pk: Money(50, "USD")}, because="Too much.",
        licences="kept", request_key="k", by=office,
    )  # fmt: skip
    pay(invoice, office, Money(145, "USD"))
    papers = [invoice_pdf(invoice), credit_note_pdf(note), receipt_pdf(Receipt.objects.get())]
    assert [faults_of(each) for each in papers] == [[], [], []]


def test_quotes_and_certificates_can(
    licence: Licence, school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    quote = make_quote(institution=school, lines=[(film, site)], by=teacher, starts_on=TODAY)
    assert [faults_of(each) for each in (quote_pdf(quote), certificate_pdf(licence))] == [[], []]


def test_renewal_packs_can(licence: Licence, teacher: User) -> None:
    answer = signed_in(teacher).get("/licences/pack.pdf", {"licence": licence.number})
    assert faults_of(answer.content) == []


def test_royalty_statements_can(
    agreement: RoyaltyAgreement, invoice: Invoice, office: User, set_clock: Clock
) -> None:
    receive(invoice, office, "100.01", "t:1")
    set_clock(4, 2)
    [statement] = issue_statements(licensor=agreement.licensor, quarter=Quarter(2027, 1), by=office)
    assert faults_of(statement_pdf(statement)) == []


def test_names_of_other_scripts_and_many_pages_can(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    Institution.objects.filter(pk=school.pk).update(legal_name=LONG[:240], bill_to="1 Street\n" * 3)
    Film.objects.filter(pk=film.pk).update(title="\u94c1\u897f\u533a " * 25)
    school.refresh_from_db()
    film.refresh_from_db()
    licence = licence_of(school, teacher, film, site)
    assert faults_of(certificate_pdf(licence)) == []
    answer = Client()
    answer.force_login(teacher)
    assert faults_of(answer.get("/licences/pack.pdf", {"licence": licence.number}).content) == []


def test_electronic_bills_keep_the_rules_of_archives(invoice: Invoice, office: User) -> None:
    note = issue_credit_note(
        invoice=invoice, amounts={invoice.order.lines.get().pk: Money(50, "USD")}, because="Too much.",
        licences="kept", request_key="k", by=office,
    )  # fmt: skip
    for pdf in (invoice_facturx(invoice), credit_note_facturx(note)):
        assert faults_of(pdf, claims="PDF/A-3") == []


def test_the_validator_finds_what_is_taken_away(invoice: Invoice) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(invoice_pdf(invoice))))
    for name in ("/Lang", "/MarkInfo"):
        del writer.root_object[NameObject(name)]
    out = io.BytesIO()
    writer.write(out)
    assert len(faults_of(out.getvalue())) >= 2
