"""Bad input and faults on the way from the cart to an invoice: a clear answer, and nothing silently different."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from moneyed import Money
from pypdf import PdfReader
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.buyers.institutions import verify
from licensing.documents.bills.invoice import invoice_pdf
from licensing.documents.proof.certificate import certificate_pdf
from licensing.models import Institution, Licence, LicenceType, Order, Price, PurchaseOrder
from licensing.sales.invoicing.balance import balance_of
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering import orders
from licensing.sales.ordering.acceptance import refuse_fractions
from licensing.sales.ordering.orders import place_order
from licensing.sales.ordering.purchase_orders import Share
from tests.licensing.conftest import TODAY, order_of, pay, signed_in
from tests.licensing.test_pages import add, checkout
from tests.office.press import press
from wording.refusals import Refused


def split(institution: Institution, by: User, film: Film, kind: LicenceType, *shares: Share) -> Order:
    return place_order(
        institution=institution,
        lines=[(film, kind)],
        method="purchase-order",
        purchase_orders=shares,
        by=by,
        starts_on=TODAY,
    )


def dollars(amount: int) -> Money:
    return Money(amount, "USD")


def test_a_price_that_changed_since_the_page_is_told_before_anything_is_ordered(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    client = signed_in(teacher)
    add(client, film, site)
    quoted = client.get("/checkout/").context["form"]["quoted"].value()
    Price.objects.filter(film=film).update(amount=Decimal(200))
    words = checkout(client, institution=school.pk, quoted=quoted)
    page = client.post("/checkout/", words)
    assert "Prices have changed since this page was made. The total is now $200.00" in page.text
    assert not Order.objects.exists()
    words["quoted"] = page.context["form"]["quoted"].value()
    client.post("/checkout/", words)
    assert Order.objects.get().total == dollars(200)


def test_an_order_is_split_over_purchase_orders_that_add_up(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    order = split(
        school,
        teacher,
        film,
        site,
        Share("PO-1", "Film", dollars(100)),
        Share("PO-2", "Library", dollars(95)),
    )
    assert order.purchase_order_number == "PO-1"
    invoice = issue_invoice(order=order, by=office)
    rows = [value for label, value in invoice.snapshot["document"]["facts"] if label == "Purchase order"]
    assert rows == ["PO-1, cost centre Film, $100.00", "PO-2, cost centre Library, $95.00"]
    page = signed_in(teacher).get(order.get_absolute_url()).text
    assert "PO-2" in page
    assert "Library" in page


@pytest.mark.parametrize(
    ("shares", "code"),
    [
        ([Share("A", "", dollars(100)), Share("B", "", dollars(94))], "shares-total"),
        ([Share("A", "", dollars(100)), Share("B")], "share-amount"),
        ([Share("A", "", dollars(200)), Share("B", "", dollars(-5))], "share-amount"),
        ([Share("A", "", dollars(100)), Share(" A ", "", dollars(95))], "same-share"),
        ([Share("A", "1", dollars(100)), Share("a", "2", dollars(95))], "same-share"),
        ([Share("A", "", dollars(100)), Share(" ", "", dollars(95))], "no-purchase-order-number"),
        ([Share(f"A{n}", "", dollars(1)) for n in range(21)], "too-many-shares shares-total"),
        (
            [Share("A", "", dollars(1)), Share("A"), Share("", "", dollars(95))],
            "no-purchase-order-number same-share share-amount",
        ),
    ],
)
def test_unfit_purchase_orders_are_refused(
    school: Institution, teacher: User, film: Film, site: LicenceType, shares: list[Share], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        split(school, teacher, film, site, *shares)
    assert " ".join(str(each.code) for each in refused.value.error_list) == code  # all that is wrong, at once
    assert not Order.objects.exists()


def test_the_database_adds_purchase_orders_up(order: Order) -> None:
    with pytest.raises(IntegrityError, match="purchase_orders_add_up"), transaction.atomic():  # noqa: PT012 - it is checked later
        PurchaseOrder.objects.create(order=order, number="PO-8", amount=dollars(1))
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_absurd_totals_and_too_many_lines_are_refused(
    school: Institution, teacher: User, film: Film, site: LicenceType, monkeypatch: pytest.MonkeyPatch
) -> None:
    Price.objects.filter(film=film).update(amount=Decimal(9_999_999_999))
    with pytest.raises(Refused) as refused:
        order_of(school, teacher, [(film, site)])
    assert refused.value.code == "too-large"
    monkeypatch.setattr(orders, "MOST_LINES", 0)
    with pytest.raises(Refused) as many:
        order_of(school, teacher, [(film, site)])
    assert many.value.code == "too-many"


def test_yen_have_no_smaller_coins_through_order_invoice_payment_and_credit(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, settings: Settings
) -> None:
    settings.DEFAULT_CURRENCY = "JPY"
    settings.CURRENCIES = (*settings.CURRENCIES, "JPY")
    Price.objects.update(amount_currency="JPY", amount=Decimal(19_500))
    order = order_of(school, teacher, [(film, site)])
    invoice = issue_invoice(order=order, by=office)
    assert (str(invoice.total.currency), order.total.get_amount_in_sub_unit()) == ("JPY", 19_500)
    with pytest.raises(Refused) as refused:
        pay(invoice, office, Money("0.5", "JPY"))
    assert refused.value.code == "fraction"
    pay(invoice, office, Money(9_500, "JPY"))
    issue_credit_note(invoice=invoice, because="x", licences="kept", request_key="x", by=office)
    assert balance_of(invoice) == Money(-9_500, "JPY")


@pytest.mark.parametrize(("amount", "is_fit"), [("1", True), ("0.5", False), ("100.00", True)])
def test_fractions_of_a_yen_are_refused(amount: str, *, is_fit: bool) -> None:
    if is_fit:
        refuse_fractions(Money(amount, "JPY"))
    else:
        with pytest.raises(Refused):
            refuse_fractions(Money(amount, "JPY"))


ARABIC = "جامعة القاهرة، كلية الآداب"


def test_a_legal_name_in_arabic_is_on_the_invoice_and_the_certificate(
    teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    page = signed_in(teacher).post(
        "/institutions/new/", {"legal_name": ARABIC, "tier": "k-12", "country": "US", "bill_to": "1 Road"}
    )
    assert page.status_code == 302
    institution = Institution.objects.get()
    verify(institution=institution, how="A test.", by=office)
    invoice = issue_invoice(order=order_of(institution, teacher, [(film, site)]), by=office)
    licence = Licence.objects.get(line__order=invoice.order)
    assert (invoice.snapshot["to"]["legal_name"], licence.licensee_name) == (ARABIC, ARABIC)
    for pdf in (invoice_pdf(invoice), certificate_pdf(licence)):
        assert PdfReader(io.BytesIO(pdf)).pages


def test_a_legal_name_of_300_characters_is_told_and_of_250_fits_every_document(
    teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    client, words = signed_in(teacher), {"tier": "k-12", "country": "US", "bill_to": "1 Road"}
    page = client.post("/institutions/new/", words | {"legal_name": "Lincoln School " * 20})
    assert "Ensure this value has at most 250 characters (it has 299)." in page.text
    assert not Institution.objects.exists()
    name = ("Lincoln School " * 17)[:250].strip()
    client.post("/institutions/new/", words | {"legal_name": name})
    institution = Institution.objects.get(legal_name=name)
    verify(institution=institution, how="A test.", by=office)
    invoice = issue_invoice(order=order_of(institution, teacher, [(film, site)]), by=office)
    [first, *_more] = PdfReader(io.BytesIO(invoice_pdf(invoice))).pages
    assert name in " ".join(first.extract_text().split())


def test_the_office_reads_why_a_credited_invoice_takes_no_payment_and_no_second_credit(
    order: Order, office: User
) -> None:
    invoice = issue_invoice(order=order, by=office)
    desk, line = signed_in(office), order.lines.get()
    words = {"because": "x", "licences": "kept", f"line_{line.pk}": "195"}
    assert "Credit note CRN-2027-0001" in press(desk, invoice, "credit", key="one", **words)
    assert "CRN-2027-0001" in press(desk, invoice, "credit", key="one", **words)
    assert press(desk, invoice, "credit", key="two", **words) == (
        "There is nothing left to credit on invoice INV-2027-0001."
    )
    paid = press(
        desk, invoice, "pay-in-part", amount="195", reference="B-1", method="transfer", received_on=TODAY
    )
    assert paid == (
        "Invoice INV-2027-0001 was credited in full, so nothing is owed on it. Return the money to the payer."
    )
    assert (invoice.credit_notes.count(), invoice.payments.count()) == (1, 0)


def test_a_checkout_sent_twice_shows_the_one_order_both_times(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    client = signed_in(teacher)
    add(client, film, site)
    words = checkout(client, institution=school.pk)
    first, second = (client.post("/checkout/", words)["Location"] for _ in range(2))
    assert first == second == Order.objects.get().get_absolute_url()
