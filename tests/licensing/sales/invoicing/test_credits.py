"""Credit notes and refunds: what is taken back, what is refused, and what the books say afterwards."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from moneyed import Money

from accounts.models import User
from catalog.models import Film
from licensing.documents.bills.credit_note import credit_note_pdf
from licensing.documents.bills.receipt import receipt_pdf
from licensing.models import (
    CreditLine,
    CreditNote,
    Institution,
    Invoice,
    Licence,
    LicenceType,
    Order,
    Payment,
    Price,
    Receipt,
    Refund,
)
from licensing.sales.invoicing.balance import account_of, balance_of
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.payment.refunds import record_refund
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.writing.messages import compose
from tests.at_once import at_once
from tests.licensing.conftest import TODAY, order_of, pay, signed_in
from wording.refusals import Refused


def dollars(amount: float) -> Money:
    return Money(amount, "USD")


def credit(invoice: Invoice, by: User | None, **words: Any) -> CreditNote:
    values = {"because": "Ordered by mistake.", "licences": "revoked", "request_key": "test:1"} | words
    return issue_credit_note(invoice=invoice, by=by, **values)


def refund(invoice: Invoice, by: User, amount: float, **words: Any) -> Refund:
    values: dict[str, Any] = {"method": "transfer", "reference": "back 1", "refunded_on": TODAY} | words
    return record_refund(invoice=invoice, amount=dollars(amount), by=by, **values)


def refused(call: Any, *args: Any, **words: Any) -> str | None:
    with pytest.raises(Refused) as refusal, transaction.atomic():
        call(*args, **words)
    return refusal.value.code


@pytest.fixture
def two(
    school: Institution, teacher: User, office: User, film: Film, rails: Film, site: LicenceType
) -> Invoice:
    """Two lines, 195 and 90 dollars."""
    return issue_invoice(order=order_of(school, teacher, [(film, site), (rails, site)]), by=office)


def test_a_whole_invoice_is_credited_and_its_licences_revoked(
    invoice: Invoice, order: Order, office: User
) -> None:
    before = invoice.snapshot
    note = credit(invoice, office)
    order.refresh_from_db()
    invoice.refresh_from_db()
    assert (note.number, note.total, order.status) == ("CRN-2027-0001", dollars(195), "credited")
    assert (balance_of(invoice), Licence.objects.get().status) == (dollars(0), "revoked")
    assert invoice.snapshot == before
    assert (note.snapshot["total"], note.snapshot["lines"][0]["amount"]) == ("-195.00", "-195.00")
    assert note.snapshot["document"]["totals"][-1] == ["Total credited", "-$195.00"]
    assert (
        not Reminder.objects.waiting()
        .filter(kind__in=["licensing.invoice-due", "licensing.invoice-overdue"])
        .exists()
    )
    assert Reminder.objects.filter(kind="licensing.credit-note-issued").count() == 1
    assert credit_note_pdf(note).startswith(b"%PDF-")


def test_a_part_is_credited_and_the_rest_is_owed(two: Invoice, office: User) -> None:
    line = two.order.lines.order_by("pk")[1]
    credit(two, office, amounts={line.pk: dollars(40)}, licences="kept")
    account = account_of(two)
    assert (account.credited, account.balance, account.creditable) == (
        dollars(40),
        dollars(245),
        dollars(245),
    )
    assert set(Licence.objects.values_list("status", flat=True)) == {"active"}
    pay(two, office, dollars(245))
    two.order.refresh_from_db()
    assert two.order.status == "paid"


def test_only_the_credited_lines_lose_their_licence(two: Invoice, office: User) -> None:
    first, second = two.order.lines.order_by("pk")
    credit(two, office, amounts={second.pk: dollars(90)})
    assert [Licence.objects.get(line=line).status for line in (first, second)] == ["active", "revoked"]


def test_what_a_part_credit_leaves_unowed_is_paid(two: Invoice, office: User) -> None:
    _first, second = two.order.lines.order_by("pk")
    pay(two, office, dollars(195))
    credit(two, office, amounts={second.pk: dollars(90)}, licences="kept")
    two.order.refresh_from_db()
    assert (two.order.status, balance_of(two)) == ("paid", dollars(0))


def test_a_credit_note_that_settles_the_rest_brings_the_receipt_once(two: Invoice, office: User) -> None:
    _first, second = two.order.lines.order_by("pk")
    pay(two, office, dollars(195))
    for _twice in range(2):
        note = credit(two, office, amounts={second.pk: dollars(90)}, licences="kept")
    receipt = Receipt.objects.get()
    assert (receipt.number, receipt.payment, receipt.credit_note) == ("REC-2027-0001", None, note)
    words = receipt.snapshot["document"]
    assert words["totals"] == [
        ["Total of the invoice", "$285.00"],
        ["Credited by CRN-2027-0001", "-$90.00"],
        ["Still owed", "$0.00"],
    ]
    assert words["terms"] == [
        "Of invoice INV-2027-0001, $90.00 was credited and the rest is paid. Nothing is left to pay. Thank you."
    ]
    assert "Nothing is left to pay on invoice INV-2027-0001." in note.snapshot["document"]["terms"]
    assert receipt_pdf(receipt).startswith(b"%PDF-")
    [mail] = Reminder.objects.filter(kind="licensing.receipt-issued")
    kind = kind_named(mail.kind)
    assert kind is not None
    message = compose(mail, kind)
    assert message is not None
    assert message.subject == "Nothing is left to pay on invoice INV-2027-0001"
    assert receipt.number in message.body
    with pytest.raises(IntegrityError, match="receipt_settled_by_one"), transaction.atomic():
        Receipt.objects.create(number="REC-1", invoice=two, issued_on=TODAY, snapshot={})
    with pytest.raises(IntegrityError, match="credit_note_id"), transaction.atomic():
        Receipt.objects.create(number="REC-1", invoice=two, credit_note=note, issued_on=TODAY, snapshot={})


def test_a_receipt_after_a_credit_says_what_was_credited(two: Invoice, office: User) -> None:
    _first, second = two.order.lines.order_by("pk")
    note = credit(two, office, amounts={second.pk: dollars(40)}, licences="kept")
    assert "Still to pay on invoice INV-2027-0001: $245.00." in note.snapshot["document"]["terms"]
    payment = pay(two, office, dollars(245))
    receipt = Receipt.objects.get()
    assert (receipt.payment, receipt.credit_note) == (payment, None)
    assert receipt.snapshot["document"]["totals"][1] == ["Credited by CRN-2027-0001", "-$40.00"]


def test_without_any_payment_the_credit_note_says_that_nothing_is_left(
    invoice: Invoice, office: User
) -> None:
    note = credit(invoice, office)
    assert "Nothing is left to pay on invoice INV-2027-0001." in note.snapshot["document"]["terms"]
    assert not Receipt.objects.exists()


def test_what_we_owe_after_a_credit_is_said_and_brings_no_second_receipt(
    invoice: Invoice, office: User
) -> None:
    pay(invoice, office)
    note = credit(invoice, office)
    said = "Nothing is left to pay on invoice INV-2027-0001, and we owe you $195.00."
    assert said in note.snapshot["document"]["terms"]
    assert Receipt.objects.count() == 1


def test_a_part_paid_invoice_that_is_credited_whole_has_no_receipt(invoice: Invoice, office: User) -> None:
    pay(invoice, office, dollars(100))
    note = credit(invoice, office)
    said = "Nothing is left to pay on invoice INV-2027-0001, and we owe you $100.00."
    assert said in note.snapshot["document"]["terms"]
    assert not Receipt.objects.exists()


def test_a_paid_invoice_is_credited_and_returned(invoice: Invoice, order: Order, office: User) -> None:
    pay(invoice, office)
    assert refused(refund, invoice, office, 195) == "not-owed"
    credit(invoice, office)
    assert balance_of(invoice) == dollars(-195)
    assert refused(refund, invoice, office, 196) == "more-than-received"
    first = refund(invoice, office, 100)
    assert refund(invoice, office, 100) == first
    assert refused(refund, invoice, office, 90) == "other-refund"
    assert refused(refund, invoice, office, 96, reference="back 2") == "more-than-received"
    refund(invoice, office, 95, reference="back 2")
    assert (balance_of(invoice), Refund.objects.count()) == (dollars(0), 2)
    order.refresh_from_db()
    assert order.status == "credited"


def test_a_credited_invoice_takes_no_payment(invoice: Invoice, office: User) -> None:
    credit(invoice, office)
    assert refused(pay, invoice, office) == "credited"
    assert not Payment.objects.exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"because": " "}, "because"),
        ({"because": "x" * 251}, "because"),
        ({"licences": "burnt"}, "licences"),
        ({"licences": "shortened"}, "until"),
        ({"licences": "kept", "licences_end_on": TODAY}, "until"),
        ({"amounts": {}}, "nothing-to-credit"),
        ({"amounts": {0: dollars(1)}}, "other-line"),
    ],
)
def test_an_unfit_credit_is_refused(invoice: Invoice, office: User, words: dict[str, Any], code: str) -> None:
    assert refused(credit, invoice, office, **words) == code
    assert not CreditNote.objects.exists()


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (Money("195.01", "USD"), "over-line"),
        (Money(0, "USD"), "not-positive"),
        (Money(-1, "USD"), "not-positive"),
        (Money(1, "EUR"), "currency"),
        (Money("0.001", "USD"), "fraction"),
    ],
)
def test_an_unfit_amount_is_not_credited(invoice: Invoice, office: User, amount: Money, code: str) -> None:
    line = invoice.order.lines.get()
    assert refused(credit, invoice, office, amounts={line.pk: amount}) == code


def test_the_same_request_makes_one_credit_note_and_another_finds_nothing_left(
    invoice: Invoice, office: User
) -> None:
    assert credit(invoice, office) == credit(invoice, office)
    assert refused(credit, invoice, office, request_key="test:2") == "nothing-to-credit"


@pytest.mark.django_db(transaction=True)
def test_credit_notes_at_once_credit_once_and_have_no_gap(invoice: Invoice, office: User) -> None:
    calls = [lambda key=key: credit(invoice, office, request_key=f"test:{key}") for key in (1, 1, 2, 3)]
    answers = at_once(*calls)
    assert {str(answer) for answer in answers if isinstance(answer, CreditNote)} == {"CRN-2027-0001"}
    assert (CreditNote.objects.count(), account_of(invoice).credited) == (1, dollars(195))


def test_the_database_keeps_credits_refunds_and_payments_within_what_they_concern(
    invoice: Invoice, office: User
) -> None:
    pay(invoice, office)
    line = invoice.order.lines.get()
    note = {
        "invoice": invoice, "issued_on": TODAY, "because": "x", "licences": "kept", "snapshot": {}, "issued_by": office,
    }  # fmt: skip
    with pytest.raises(IntegrityError, match="credited_within_invoice"), transaction.atomic():
        CreditNote.objects.create(number="CRN-1", request_key="a", total=dollars(196), **note)
    made = CreditNote.objects.create(number="CRN-2", request_key="b", total=dollars(195), **note)
    with pytest.raises(IntegrityError, match="credited_within_line"), transaction.atomic():
        CreditLine.objects.create(credit_note=made, line=line, amount=dollars(196))
    with pytest.raises(IntegrityError, match="refunded_within_received"), transaction.atomic():
        Refund.objects.create(
            invoice=invoice, amount=dollars(196), method="cheque", refunded_on=TODAY, event_key="r"
        )
    with pytest.raises(IntegrityError, match="received_within_owed"), transaction.atomic():
        Payment.objects.create(
            invoice=invoice, amount=dollars(1), method="cheque", received_on=TODAY, event_key="p"
        )
    for change in ({"total": dollars(1)}, {"snapshot": {"x": 1}}):
        with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
            CreditNote.objects.update(**change)


def test_a_paid_invoice_has_a_receipt(invoice: Invoice, teacher: User, office: User, outsider: User) -> None:
    pay(invoice, office, dollars(95), "transfer:1")
    assert not Receipt.objects.exists()
    pay(invoice, office, dollars(100), "transfer:2")
    receipt = Receipt.objects.get()
    assert (receipt.number, len(receipt.snapshot["payments"])) == ("REC-2027-0001", 2)
    assert receipt_pdf(receipt).startswith(b"%PDF-")
    assert Reminder.objects.filter(kind="licensing.receipt-issued").count() == 1
    address = f"/receipts/{receipt.number}.pdf"
    page = signed_in(teacher).get(f"/orders/{invoice.order.number}/").text
    assert address in page
    found = {user.email: signed_in(user).get(address).status_code for user in (teacher, office, outsider)}
    assert found == {teacher.email: 200, office.email: 200, outsider.email: 404}


def test_the_account_is_shown_with_its_history(
    invoice: Invoice, teacher: User, office: User, outsider: User
) -> None:
    pay(invoice, office)
    note = credit(invoice, office)
    refund(invoice, office, 95)
    page = signed_in(teacher).get(f"/orders/{invoice.order.number}/").text
    for words in ("Credit note CRN-2027-0001", "-$195.00", "We owe you $100.00", "Refund, bank transfer"):
        assert words in page
    address = f"/credit-notes/{note.number}.pdf"
    found = {user.email: signed_in(user).get(address).status_code for user in (teacher, office, outsider)}
    assert found == {teacher.email: 200, office.email: 200, outsider.email: 404}


@pytest.mark.parametrize("part", [None, 100])
def test_what_cost_nothing_at_the_order_goes_with_the_whole(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, screening: LicenceType,
    part: int | None,
) -> None:  # fmt: skip
    """A fee for each person is charged after the report; its licence is not left in force without the rest."""
    Price.objects.filter(licence_type=screening).update(fee_form="per-head", amount=5)
    invoice = issue_invoice(order=order_of(school, teacher, [(film, site), (film, screening)]), by=office)
    line = invoice.order.lines.get(licence_type=site)
    if part:
        credit(invoice, office, amounts={line.pk: dollars(part)}, request_key="part", licences="kept")
        assert set(Licence.objects.values_list("status", flat=True)) == {"active"}
    credit(invoice, office)
    assert list(Licence.objects.values_list("status", flat=True)) == ["revoked", "revoked"]
